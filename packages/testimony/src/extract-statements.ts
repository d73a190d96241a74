import { readPlaces, readSite } from './about.ts';
import { CountedBefore } from './counted-before.ts';
import { detectLanguage, readHeader } from './document-header.ts';
import { draftStatements, type Draft } from './draft-statements.ts';
import { languageOf } from './languages/index.ts';
import { readModality } from './modality.ts';
import { readQuantities } from './quantities.ts';
import { readText, spanOf, type Reading } from './reading.ts';
import { dateAt, statedDate, statedPeriod } from './said-dates.ts';
import type { ReadDocument, SourceDocument, StatedPeriod, Statement } from './types.ts';

/**
 * The statements of a document in the order of the text: what was said, by whom, and what the reporter states.
 * @param document text and day of publication; offsets in the result are UTF-16 code units of the text as given
 */
export function extractStatements(document: SourceDocument): ReadDocument {
  const language = languageOf(document.language ?? detectLanguage(document.text));
  const header = readHeader(document.text, language);
  const publishedOn = document.publishedOn ?? header.publishedOn;
  const reading = readText(document.text, { language, publishedOn, bodyStart: header.bodyStart });
  const drafts = draftStatements(reading);
  return { id: document.id, language: language.code, publishedOn, statements: finish(reading, drafts) };
}

function finish(reading: Reading, drafts: readonly Draft[]): Statement[] {
  const before = new CountedBefore();
  let site: string | null = null;
  const mainPlaces = readPlaces(reading, 0, Math.min(reading.tokens.length, 120)).slice(0, 2);
  return drafts.map((draft) => {
    const { from, to, quoteType } = draft.content;
    before.speaker = draft.attribution === null ? null : (draft.speaker?.name ?? null);
    const quantities = readQuantities(reading, { from, to }, before);
    const places = readPlaces(reading, from, to);
    const ownSite = readSite(reading, from, to);
    site = ownSite ?? site;
    const { attribution, speaker } = draft;
    const modality = readModality(reading, from, to, attribution);
    const isHeading = attribution === null && reading.sentences[draft.sentence]?.isHeading === true;
    const kind = attribution !== null ? 'attributed' : !isHeading && isMatter(reading, from, to) ? 'observation' : 'background';
    const mention = attribution?.mention ?? null;
    return {
      ...spanOf(reading, from, to), kind, quoteType: attribution === null ? 'none' : quoteType, speaker,
      speakerMention: mention === null ? null : spanOf(reading, mention.from, mention.to),
      cue: attribution === null || attribution.cueTo === attribution.cueFrom ? null : spanOf(reading, attribution.cueFrom, attribution.cueTo),
      channel: attribution?.channel ?? null, via: attribution?.via ?? [],
      saidOn: attribution?.saidOn == null ? null : statedDate(reading, attribution.saidOn),
      eventOn: eventOf(reading, from, to, modality === 'forecast'),
      about: { places: places.length > 0 ? places : mainPlaces, site },
      modality, quantities,
      confidence: attribution === null ? 0.5 : speaker === null ? Math.min(attribution.confidence, 0.4) : attribution.confidence,
      rule: attribution !== null ? attribution.rule : isHeading ? 'heading' : 'narration',
    };
  });
}

/** Does the reporter speak of the matter itself, not of its background? */
function isMatter(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (reading.language.scene.matter.has(reading.tokens[at]?.norm ?? '')) return true;
  return false;
}

function eventOf(reading: Reading, from: number, to: number, isAhead: boolean): StatedPeriod | null {
  for (let at = from; at < to; at++) {
    const phrase = dateAt(reading, at, to);
    if (phrase !== null) return statedPeriod(reading, phrase, isAhead);
  }
  return null;
}
