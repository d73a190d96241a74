import type { Adjuncts } from './adjuncts.ts';
import type { Source } from './attribution.ts';
import type { State } from './attribution-state.ts';
import { hasFinite, hasWords, isFullQuotation, quotationBefore, quotationIn } from './clause-shape.ts';
import type { Cue } from './languages/language.ts';
import type { Mention } from './mentions.ts';
import { numberAt } from './read-number.ts';
import { normAt, type Reading } from './reading.ts';
import type { Subject } from './subjects.ts';

/** A passive ("were said to be") or a noun's attribute reports nothing by itself. */
export function isNoCue({ reading: { tokens, language }, from, cursor, isBack }: State, at: number): boolean {
  if (at === from || (isBack && at === cursor)) return false;
  const before = normAt(tokens, at - 1);
  const earlier = normAt(tokens, at - 2);
  if (language.passive.has(before) || (language.isAdverb(before) && language.passive.has(earlier)) || (language.determiners.has(before) && !language.pronouns.has(before))) return true;
  return language.nounCues.has(normAt(tokens, at)) && isNoun({ tokens, language }, at);
}

/** "conservative estimates put", "the state of Veracruz": the noun, not the verb. */
function isNoun({ tokens, language }: Pick<Reading, 'tokens' | 'language'>, at: number): boolean {
  const norm = normAt(tokens, at);
  const after = normAt(tokens, at + 1);
  if (language.of.has(after) || language.cues.has(after) || language.passive.has(after)) return true;
  let index = at - 1;
  while (index > 0 && language.isAdverb(normAt(tokens, index))) index--;
  const before = normAt(tokens, index);
  if (language.prepositions.has(before) || tokens[index]?.kind === 'number' || /['’]s?$/.test(before) || language.quantities.skippable.has(before)) return true;
  const isPlural = language.isPlural(before) || language.pronouns.get(before)?.number === 'many' || /^(?:i|we|you)$/.test(before);
  const isThird = language.cues.get(norm)?.lemma !== norm && language.isPlural(norm);
  // "officials report", "the mayor reports" are verbs; "the mayor report", "officials reports" are none. A past form stands after either.
  return isThird ? isPlural && !language.organisations.has(before) : language.cues.get(norm)?.lemma === norm && !isPlural && !/^(?:put|set|cut)$/.test(norm);
}

/** The content of a blame: what he called "…", or what stands after "of" or "for". */
export function afterBlame(reading: Reading, at: number, end: number): number {
  const { tokens, language } = reading;
  for (let index = at; index < Math.min(end, at + 10); index++) {
    if (!language.blamePrepositions.has(normAt(tokens, index))) continue;
    if (language.whatCalled.what.has(normAt(tokens, index + 1))) {
      const quote = quotationIn(reading, index + 1, Math.min(end, index + 8));
      if (quote !== null) return quote.open;
    }
    return index + 1;
  }
  return at;
}

/** What a blame, a name given or a subject spoken of is said of is no part of what is said: "called the images “…”", "accuse the firm of …". */
export function withObject(reading: Reading, adjuncts: Adjuncts, { cue, at, end }: { cue: Cue; at: number; end: number }): Adjuncts {
  if (adjuncts.opens !== null && cue.kind !== 'ask') return adjuncts;
  if (adjuncts.opens === 'that') return adjuncts;
  const { tokens, language } = reading;
  if (cue.kind === 'speak') return language.of.has(normAt(tokens, adjuncts.to)) ? { ...adjuncts, to: adjuncts.to + 1 } : adjuncts;
  if (cue.kind === 'ask') return { ...adjuncts, opens: null, to: afterAsking(reading, at, end) };
  if (cue.kind === 'blame') return { ...adjuncts, to: afterBlame(reading, adjuncts.to, end) };
  if (cue.kind !== 'call' && cue.kind !== 'deny') return adjuncts;
  const quote = quotationIn(reading, adjuncts.to, Math.min(end, adjuncts.to + 12));
  if (quote === null || quote.close + 1 < end || quote.open === adjuncts.to) return adjuncts;
  const before = normAt(tokens, quote.open - 1);
  const names = cue.kind === 'call' || language.as.has(before) || language.participles.get(before)?.lemma === 'call' || language.participles.get(normAt(tokens, quote.open - 2))?.lemma === 'call';
  return names && !hasFinite(reading, adjuncts.to, quote.open) ? { ...adjuncts, to: quote.open } : adjuncts;
}

/** "No casing was found, the doctor said, “which may mean …”": a whole clause stands before, and the quotation goes on. */
export function isFinishedBefore({ reading, cursor, open }: State, subject: Subject, { opens }: Adjuncts): boolean {
  return open === null && opens === 'quote' && normAt(reading.tokens, subject.from - 1) === ',' && hasFinite(reading, cursor, subject.from) && !reading.language.conjunctions.has(normAt(reading.tokens, cursor));
}

/** Does a content follow that this word can report? After a subject that opens the clause "said" reports whatever follows. */
export function canLead({ reading, end }: State, cue: Cue, adjuncts: Adjuncts, { place, source }: { place: 'first' | 'after-words'; source: Mention | null } = { place: 'after-words', source: null }): boolean {
  const { tokens, language } = reading;
  if (adjuncts.opens !== null && cue.kind !== 'call') return adjuncts.opens !== 'quote' || isQuoteReport(reading, cue, adjuncts.to);
  const next = normAt(tokens, adjuncts.to);
  if (cue.kind === 'figure') return hasFigure(reading, adjuncts.to, end);
  if (cue.kind === 'speak') return language.of.has(normAt(tokens, adjuncts.to - 1));
  if (cue.kind === 'call') return quotationIn(reading, adjuncts.to, Math.min(end, adjuncts.to + 10)) !== null;
  if (cue.kind === 'ask') return isAsked(reading, adjuncts.to);
  if (language.clauseOpeners.has(next)) return cue.takes !== 'clause' || cue.lemma !== 'ask';
  if (cue.takes === 'object' && cue.kind === 'say' && cue.modality === null && !isTelling(reading, adjuncts.to, end)) return false;
  if (cue.takes === 'object') return (!language.prepositions.has(next) || (next === 'to' && cue.modality !== null && hasWords(reading, adjuncts.to, end))) && (cue.kind !== 'say' || cue.lemma !== 'describe');
  // "The indictment lists 312 victims": a document reports whatever it counts.
  if (cue.takes === 'clause') return source?.type === 'document' && cue.kind === 'say' && !language.prepositions.has(next) && hasNumber(reading, adjuncts.to, end);
  if (cue.modality === 'estimate' && hasFigure(reading, adjuncts.to, end)) return true;
  if (place === 'first' && cue.modality === null && cue.kind === 'say' && !language.prepositions.has(next)) return hasWords(reading, adjuncts.to, end);
  return hasFinite(reading, adjuncts.to, end) || quotationIn(reading, adjuncts.to, end) !== null;
}

const hasInfinitive = ({ tokens, language }: Pick<Reading, 'tokens' | 'language'>, at: number, end: number): boolean => {
  for (let index = at; index < Math.min(end, at + 14); index++) {
    if (/^[,;:]$/.test(normAt(tokens, index))) return false;
    if (isInfinitive({ tokens, language }, index)) return true;
  }
  return false;
};

const isInfinitive = ({ tokens, language }: Pick<Reading, 'tokens' | 'language'>, at: number): boolean => language.infinitive.has(normAt(tokens, at)) && tokens[at + 1]?.kind === 'word' && !(tokens[at + 1]?.isCapital ?? true) && !language.determiners.has(normAt(tokens, at + 1));

/** "urged the authorities to halt …", "called for a memorial": what is asked begins at its infinitive or after "for". */
function afterAsking({ tokens, language }: Reading, at: number, end: number): number {
  for (let index = at; index < Math.min(end, at + 14); index++) {
    const norm = normAt(tokens, index);
    if (index === at && language.askedFor.has(norm) && !hasInfinitive({ tokens, language }, at, end)) return index + 1;
    if (isInfinitive({ tokens, language }, index)) return index;
    if (/^[,;:]$/.test(norm)) return at;
  }
  return at;
}

const isAsked = ({ tokens, language }: Reading, at: number): boolean => language.infinitive.has(normAt(tokens, at)) || language.askedFor.has(normAt(tokens, at - 1));

const hasNumber = (reading: Reading, from: number, end: number): boolean => {
  for (let at = from; at < Math.min(end, from + 8); at++) if (numberAt(reading, at, end)?.value != null) return true;
  return false;
};

/** "announced the preliminary findings" tells nothing; "announced the discovery of 12 bodies" does. */
function isTelling(reading: Reading, at: number, end: number): boolean {
  if (hasFinite(reading, at, end) || quotationIn(reading, at, end) !== null) return true;
  for (let index = at; index < end; index++) if (reading.language.scene.matter.has(normAt(reading.tokens, index)) || numberAt(reading, index, end)?.value != null) return true;
  return false;
}

export const isQuoteReport = (reading: Reading, cue: Cue, at: number): boolean => {
  const quote = quotationIn(reading, at, at + 2);
  return quote !== null && (cue.takes !== 'clause' || isFullQuotation(reading, quote));
};

/** "put the number of bodies at 40", "lowered the death toll to 97". */
export function hasFigure(reading: Reading, at: number, end: number): boolean {
  const { tokens, language } = reading;
  let isFigure = false;
  for (let index = at; index < end; index++) {
    if (normAt(tokens, index) === ':') return false;
    if (index < at + 5 && language.figureNouns.has(normAt(tokens, index))) isFigure = true;
    if (isFigure && numberAt(reading, index, end)?.value != null) return true;
  }
  return false;
}

export const figureContent = (state: State, cue: Cue, { saidOn }: Adjuncts): Partial<Source> => (cue.kind === 'figure' ? { rule: 'cue.figure', confidence: 0.75, saidOn, sentence: state.sentence } : {});

/** "The true figure, he believes, is closer to 90": the reporting clause stands inside its content. */
export function isParenthesis({ reading, cursor, end }: State, subject: Subject, adjuncts: Adjuncts): boolean {
  const { tokens } = reading;
  if (normAt(tokens, adjuncts.to) !== ',' || normAt(tokens, subject.from - 1) !== ',' || !hasWords(reading, cursor, subject.from)) return false;
  return quotationBefore(reading, subject.from - 1) === null && !hasFinite(reading, cursor, subject.from) && hasFinite(reading, adjuncts.to, end) && !reading.language.prepositions.has(normAt(tokens, cursor));
}
