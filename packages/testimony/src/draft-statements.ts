import { attributeByColon } from './colon-attribution.ts';
import { attributeSentence } from './attribute-sentence.ts';
import type { Attribution } from './attribution.ts';
import { isFullQuotation } from './clause-shape.ts';
import { splitContent, type Content } from './contents.ts';
import { dayOfInterview, introductionBefore, turnAt, type Introduction } from './interview-turns.ts';
import { readNarration } from './narration.ts';
import { collectPeople } from './people.ts';
import { unitAfter } from './quantity-unit.ts';
import { numberAt } from './read-number.ts';
import { normAt, type Reading } from './reading.ts';
import { rememberSubject, resolveSpeaker, type SpeakerMemory } from './resolve-speaker.ts';
import type { Speaker } from './types.ts';

/** A statement before its quantities are read. */
export interface Draft {
  readonly content: Content;
  readonly attribution: Attribution | null;
  readonly speaker: Speaker | null;
  readonly sentence: number;
}

/** Who said what, in the order of the text, before figures and days are read. */
export function draftStatements(reading: Reading): Draft[] {
  const memory: SpeakerMemory = { reading, people: collectPeople(reading), spoken: [] };
  const drafts: Draft[] = [];
  /** Sentences that are quotations alone and wait for whoever says so after them. */
  let waiting: Content[] = [];
  let last: { attribution: Attribution; speaker: Speaker | null } | null = null;
  let opens: Attribution | null = null;
  let toldTo = -1;
  let introduction: Introduction | null = null;
  reading.sentences.forEach((sentence, index) => {
    if (index <= toldTo) return;
    const turn = turnAt(reading, index, memory.people);
    if (turn !== null) {
      toldTo = turn.lastSentence;
      if (turn.attribution === null) return;
      introduction ??= presentInterview(reading, index, memory);
      const speaker = turn.isAnswer ? (introduction.speaker ?? answerer(memory) ?? interviewee) : resolveSpeaker(memory, turn.attribution);
      const attribution = turn.isAnswer || speaker?.name === introduction.speaker?.name ? { ...turn.attribution, saidOn: introduction.saidOn, channel: introduction.channel } : turn.attribution;
      last = { attribution, speaker };
      drafts.push({ content: { from: attribution.contentFrom, to: attribution.contentTo, quoteType: 'direct' }, attribution, speaker, sentence: index });
      return;
    }
    const inside = attributeSentence(reading, index);
    const byColon = inside.length === 0 ? attributeByColon(reading, index, memory.people) : null;
    const found = byColon === null ? inside : [byColon];
    if (found.length === 0 && opens !== null && isListItem(reading, sentence)) {
      for (const content of splitContent(reading, sentence.from, sentence.to, 'after-cue')) drafts.push({ content, attribution: { ...opens, sentence: index, rule: 'cue.opens-list', confidence: 0.8 }, speaker: last?.speaker ?? null, sentence: index });
      return;
    }
    if (found.length === 0) {
      const quoted = quotedSentence(reading, sentence);
      if (quoted !== null) {
        const source: Attribution | null = opens ?? last?.attribution ?? null;
        const speaker = last?.speaker ?? null;
        if (source === null || speaker === null) {
          const near = speakerNear(memory, sentence.from, index);
          if (near === null) waiting.push(...quoted);
          else for (const content of quoted) drafts.push({ content, attribution: { ...unspoken, sentence: index }, speaker: near, sentence: index });
        }
        else for (const content of quoted) drafts.push({ content, attribution: { ...source, rule: opens === null ? 'quote.goes-on' : 'cue.opens-next', saidOn: opens?.saidOn ?? null, cueFrom: source.cueFrom, confidence: opens === null ? 0.7 : 0.9 }, speaker, sentence: index });
      } else {
        rememberSubject(memory, index);
        const goesOn = continuedFrom(reading, drafts.at(-1), index);
        for (const content of readNarration(reading, sentence)) drafts.push({ content: { ...content, quoteType: 'indirect' }, attribution: goesOn?.attribution ?? null, speaker: goesOn?.speaker ?? null, sentence: index });
      }
      opens = null;
      return;
    }
    opens = null;
    for (const attribution of found) {
      const speaker = resolveSpeaker(memory, attribution);
      last = { attribution, speaker };
      if (opensList(reading, index, attribution)) {
        opens = attribution;
        continue;
      }
      if (attribution.contentFrom === attribution.contentTo) {
        if (attribution.rule === 'cue.opens-next') opens = attribution;
        else if (attribution.rule === 'cue.reports-back') attributeBefore(drafts, { attribution, speaker, sentence: index });
        else for (const content of waiting) drafts.push({ content, attribution, speaker, sentence: index });
      } else for (const content of splitContent(reading, attribution.contentFrom, attribution.contentTo, attribution.contentFrom < attribution.cueFrom ? 'before-cue' : 'after-cue')) drafts.push({ content, attribution, speaker, sentence: index });
    }
    waiting = [];
  });
  return withSameOccasion(joinContinued(reading, drafts.sort((a, b) => a.content.from - b.content.from)));
}

function presentInterview(reading: Reading, index: number, { people }: SpeakerMemory): Introduction {
  const before = introductionBefore(reading, index, people);
  return before.saidOn === null ? { ...before, saidOn: dayOfInterview(reading, index) } : before;
}

/** "The office states that, as of 1 May:" before a list: what is stated stands in the list. */
function opensList(reading: Reading, index: number, { contentTo }: Attribution): boolean {
  const [here, next] = [reading.sentences[index], reading.sentences[index + 1]];
  if (here === undefined || next === undefined || normAt(reading.tokens, here.to - 1) !== ':') return false;
  return contentTo >= here.to - 1 && isListItem(reading, next);
}

/**
 * "The bodies were found on Friday, the prosecutor said. Two had their hands tied.": a count without a noun takes up what was
 * just reported, in the same paragraph, and is the same source's.
 */
function continuedFrom(reading: Reading, last: Draft | undefined, index: number): Pick<Draft, 'attribution' | 'speaker'> | null {
  if (last?.attribution == null || last.speaker === null || last.sentence !== index - 1 || last.content.quoteType === 'direct') return null;
  const sentence = reading.sentences[index];
  if (sentence === undefined || reading.sentences[index - 1]?.paragraph !== sentence.paragraph || !takesUpCount(reading, sentence)) return null;
  return { attribution: { ...last.attribution, sentence: index, mention: last.attribution.mention, rule: 'count.goes-on', confidence: 0.4 }, speaker: last.speaker };
}

/** Does a number without a noun of its own begin the sentence? */
function takesUpCount(reading: Reading, { from, to }: { from: number; to: number }): boolean {
  const { tokens, language } = reading;
  const { of, backReferences } = language.quantities;
  if (of.has(tokens[from]?.norm ?? '') && backReferences.has(tokens[from + 1]?.norm ?? '')) return true;
  for (let at = from; at < Math.min(to, from + 3); at++) {
    const number = numberAt(reading, at, to);
    if (number?.value != null) return number.joinedUnit === null && unitAfter(reading, number.to, { limit: to, value: number.value }) === null && language.isFinite(tokens[number.to]?.norm ?? '');
  }
  return false;
}

/** The line of a list that a reporting word has opened. */
const isListItem = ({ tokens, text }: Reading, { from }: { from: number }): boolean => {
  const mark = tokens[from - 1];
  return mark !== undefined && /^[•*·▪◦‣–—-]$/.test(mark.text) && (mark.start === 0 || text.charAt(mark.start - 1) === '\n');
};

/** Whoever answers where the text names nobody. */
const interviewee: Speaker = { name: 'interviewee', type: 'person', role: null, organisation: null, isNamed: false };

/** The one who is asked: the only person named, else the last who spoke. */
function answerer({ people, spoken }: SpeakerMemory): Speaker | null {
  const heard = spoken.findLast(({ speaker }) => speaker.type === 'person')?.speaker;
  if (heard !== undefined) return heard;
  const [only, ...others] = people;
  return only === undefined || others.length > 0 ? null : { name: only.name, type: 'person', role: only.role, organisation: null, isNamed: true };
}

/** A quotation over several paragraphs, each opened again and only the last closed, is one statement. */
function joinContinued({ quotations, quoteOf }: Reading, drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    const before = last === undefined ? undefined : quotations[quoteOf[last.content.to - 1] ?? -1];
    const isNext = before?.isContinued === true && quotations[quoteOf[draft.content.from] ?? -1]?.open === draft.content.from && draft.content.from - before.close <= 1;
    if (last?.attribution != null && draft.attribution !== null && isNext && last.content.quoteType === 'direct' && last.speaker?.name === draft.speaker?.name) {
      joined[joined.length - 1] = { ...last, content: { ...last.content, to: draft.content.to } };
    } else joined.push(draft);
  }
  return joined;
}

/**
 * Somebody who goes on speaking, with nobody else heard in between and no occasion of his own, speaks on the same day.
 * One step only: the day of a statement so dated is not handed on.
 */
function withSameOccasion(drafts: readonly Draft[]): Draft[] {
  let before: Draft | null = null;
  return drafts.map((draft) => {
    const { attribution, speaker } = draft;
    if (attribution === null) return draft;
    const last = before;
    before = draft;
    const isSame = last?.attribution != null && speaker !== null && speaker.isNamed && last.speaker?.name === speaker.name && last.attribution.mention !== attribution.mention;
    if (!isSame || attribution.saidOn !== null || attribution.channel !== null || last.attribution.channel === null || last.attribution.saidOn === null) return draft;
    return { ...draft, attribution: { ...attribution, saidOn: last.attribution.saidOn, channel: last.attribution.channel, confidence: Math.min(attribution.confidence, 0.7) } };
  });
}

/** The narration right before becomes what its reporter was told; a statement of the same speaker gets the day and channel. */
function attributeBefore(drafts: Draft[], { attribution, speaker, sentence }: Omit<Draft, 'content'>): void {
  const last = drafts.at(-1);
  if (last?.attribution != null && attribution !== null && sentence - last.sentence <= 1 && last.speaker !== null && last.speaker.name === speaker?.name) {
    drafts.splice(-1, 1, { ...last, attribution: { ...last.attribution, saidOn: last.attribution.saidOn ?? attribution.saidOn, channel: last.attribution.channel ?? attribution.channel } });
    return;
  }
  // "As the agency reports, …. The governor said this": the agency only passed it on.
  if (last?.attribution != null && attribution !== null && sentence - last.sentence <= 1 && last.speaker?.type === 'organisation' && speaker !== null && speaker.type === 'person') {
    drafts.splice(-1, 1, { ...last, speaker, attribution: { ...attribution, via: [...attribution.via, last.speaker.name] } });
    return;
  }
  if (last?.attribution === null && sentence - last.sentence <= 1) drafts.splice(-1, 1, { ...last, attribution, speaker });
}

/** A quotation after a question, or after a portrait: nobody is said to say it. */
const unspoken: Attribution = { sentence: 0, mention: null, apposition: null, cueFrom: 0, cueTo: 0, contentFrom: 0, contentTo: 0, kind: 'say', modality: null, saidOn: null, channel: null, via: [], rule: 'quote.person-near', confidence: 0.5 };

/** The person told of last before a quotation that nothing introduces. */
function speakerNear(memory: SpeakerMemory, at: number, sentence: number): Speaker | null {
  const seen = memory.people.flatMap((person) => person.seenAt.filter((token) => token < at).map((token) => ({ person, token }))).sort((a, b) => b.token - a.token)[0];
  if (seen === undefined) return null;
  const mention = { from: seen.token, to: seen.token + 1, kind: 'name', type: 'person', name: seen.person.name, role: seen.person.role, isPlural: false, isDefinite: true, head: seen.person.last } as const;
  return resolveSpeaker(memory, { mention, sentence, apposition: null });
}

/** The quotations of a sentence that holds nothing else. */
function quotedSentence(reading: Reading, { from, to }: { from: number; to: number }): Content[] | null {
  const first = reading.quotations[reading.quoteOf[from] ?? -1];
  if (first === undefined || !isFullQuotation(reading, first)) return null;
  const parts = splitContent(reading, from, to, 'before-cue');
  return parts.every(({ quoteType }) => quoteType === 'direct') ? parts : null;
}

