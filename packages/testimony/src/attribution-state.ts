import { readAdjuncts, type Adjuncts } from './adjuncts.ts';
import type { Attribution, Source } from './attribution.ts';
import { hasFinite, hasWords } from './clause-shape.ts';
import { plainCue, type Cue } from './languages/language.ts';
import type { Mention } from './mentions.ts';
import { normAt, type Reading } from './reading.ts';
import { dateAt } from './said-dates.ts';
import type { Subject } from './subjects.ts';

/** A content that is being read. */
export interface Open {
  source: Source;
  from: number;
  /** The reporting word alone did not prove that a clause follows. */
  isWeak: boolean;
}

/** What is known while a sentence is read from left to right. */
export interface State {
  readonly reading: Reading;
  readonly sentence: number;
  readonly from: number;
  readonly end: number;
  cursor: number;
  /** The sentence reports the one before it: "Про це повідомив …", "That is according to …". */
  isBack: boolean;
  /** Day and channel told before the reporting word. */
  front: Pick<Adjuncts, 'saidOn' | 'channel'> | null;
  open: Open | null;
  last: Source | null;
  readonly done: Attribution[];
}

/** The same source, through one more mouth. */
export const withVia = (source: Source, mention: Mention): Source => ({ ...source, via: [...source.via, mention.name] });

/** The source answers for what follows. */
export function lead(state: State, source: Source, adjuncts: Adjuncts, isWeak: boolean): number {
  state.open = { source: { ...source, confidence: Math.min(source.confidence, adjuncts.opens === null ? 0.85 : 0.95) }, from: adjuncts.to, isWeak };
  state.last = source;
  return adjuncts.to;
}

/** The source answers for what stands before it. */
export function trail(state: State, source: Source, subject: Subject, to: number): number {
  const from = afterColon(state, subject.from);
  const front = from === state.cursor ? null : lastDate(state.reading, state.cursor, from);
  const found: Source = { ...source, saidOn: source.saidOn ?? front, rule: source.rule === 'cue.front' ? 'cue.back' : source.rule };
  push(state, found, from, subject.from);
  state.last = found;
  state.cursor = to;
  return to;
}

/** "A deputy mayor lowered that figure: 50 of the dead …, he said": what stands before the colon is the reporter's. */
function afterColon({ reading, cursor }: State, to: number): number {
  for (let at = cursor + minimalClause; at < to - minimalClause; at++) {
    if (normAt(reading.tokens, at) === ':' && (reading.quoteOf[at] ?? -1) < 0 && reading.tokens[at + 1]?.start !== reading.tokens[at]?.end && hasFinite(reading, cursor, at)) return at + 1;
  }
  return cursor;
}

const minimalClause = 3;

/** The last date between two tokens. */
function lastDate(reading: Reading, from: number, to: number): Source['saidOn'] {
  let found: Source['saidOn'] = null;
  for (let at = from; at < to; at++) {
    const date = dateAt(reading, at, to);
    if (date === null) continue;
    found = date;
    at = date.to - 1;
  }
  return found;
}

/**
 * Day and channel told before the source: "In his nightly address on Saturday, X said …", "Speaking to reporters on Monday, X said …".
 * A clause with a verb of its own tells when something happened, not when it was said.
 */
export function toldBefore(state: State, to: number): Pick<Source, 'saidOn' | 'channel'> {
  const { reading, cursor } = state;
  const { tokens, language } = reading;
  const none = { saidOn: null, channel: null };
  if (normAt(tokens, to - 1) !== ',' || to - cursor > longestFront || hasFinite(reading, cursor, to)) return none;
  const isSpeaking = language.speaking.has(normAt(tokens, cursor));
  const phrase = readAdjuncts(reading, isSpeaking ? cursor + 1 : cursor, { end: to - 1, cue: plainCue });
  if (!isSpeaking && phrase.channel === null && !(phrase.saidOn !== null && dateAt(reading, cursor, to)?.from === cursor)) return none;
  return { saidOn: phrase.saidOn ?? lastDate(reading, cursor, to), channel: phrase.channel };
}

const longestFront = 24;

/** "He said." alone: its content stands in the sentence before. */
export function bare(state: State, source: Source, to: number): number {
  const found: Source = { ...source, rule: state.isBack ? 'cue.reports-back' : 'cue.bare', confidence: 0.6 };
  state.done.push({ ...found, contentFrom: state.from, contentTo: state.from });
  state.last = found;
  state.cursor = to;
  return to;
}

/** Keeps an attribution unless its content holds no word. */
export function push(state: State, source: Source, from: number, to: number): void {
  if (state.isBack && !hasWords(state.reading, from, to)) {
    state.done.push({ ...source, rule: 'cue.reports-back', confidence: 0.7, contentFrom: state.from, contentTo: state.from });
    return;
  }
  if (!hasWords(state.reading, from, to)) return;
  const told = toldAfter(state.reading, source, { from, to });
  state.done.push({ ...source, saidOn: source.saidOn ?? told.saidOn, channel: source.channel ?? told.channel, contentFrom: from, contentTo: told.to });
}

/** Day and channel after a quotation ("promised “full support” in a letter dated June 22") or after a figure ("put the toll at 217 on Thursday"): they tell of the saying. */
function toldAfter(reading: Reading, { kind }: Source, { from, to: stop }: { from: number; to: number }): Pick<Source, 'saidOn' | 'channel'> & { readonly to: number } {
  const to = stop > from && normAt(reading.tokens, stop - 1) === ',' && (reading.quoteOf[stop - 1] ?? -1) < 0 ? stop - 1 : stop;
  const none = { to, saidOn: null, channel: null };
  if (kind === 'figure') {
    for (let at = Math.max(from + 1, to - longestTail); at < to; at++) {
      const date = dateAt(reading, at, to);
      if (date?.to === to) return { to: at, saidOn: date, channel: null };
    }
    return none;
  }
  const quote = reading.quotations[reading.quoteOf[from] ?? -1];
  const end = quote === undefined ? to : quote.close + 1;
  if (quote?.open !== from || end >= to || to - end > longestTail || !reading.language.prepositions.has(normAt(reading.tokens, end))) return none;
  const tail = readAdjuncts(reading, end, { end: to, cue: plainCue });
  return tail.to < to || (tail.channel === null && tail.saidOn === null) ? none : { to: end, saidOn: tail.saidOn ?? lastDate(reading, end, to), channel: tail.channel };
}

const longestTail = 10;

/** Ends the content that is being read. */
export function closeOpen(state: State, at: number, sentenceEnd: number): void {
  if (state.open === null) return;
  const { source, from } = state.open;
  const isEmpty = !hasWords(state.reading, from, at);
  // A colon at the end of a paragraph opens the quotation that follows.
  if (isEmpty && at === state.end) state.done.push({ ...source, rule: 'cue.opens-next', contentFrom: sentenceEnd, contentTo: sentenceEnd });
  else push(state, source, from, at);
  state.last = source;
  state.open = null;
  state.cursor = at;
}

/** A source of which nothing is known yet. */
export const plain = ({ sentence, from }: State): Source => ({ sentence, mention: null, apposition: null, cueFrom: from, cueTo: from, kind: 'say', modality: null, saidOn: null, channel: null, via: [], rule: '', confidence: 0.9 });

/** What a subject and its reporting word tell of a source. */
export function base(state: State, subject: Subject, adjuncts: Pick<Adjuncts, 'saidOn' | 'channel' | 'to'>, cueAt: { from: number; to: number }, cue?: Cue): Source {
  return {
    ...plain(state), mention: subject.mention, apposition: subject.apposition, cueFrom: cueAt.from, cueTo: cueAt.to,
    kind: cue?.kind ?? 'say', modality: cue?.modality ?? null, saidOn: adjuncts.saidOn ?? subject.saidOn, channel: adjuncts.channel, rule: 'cue.front',
  };
}

/** The source of "according to". */
export function sourceOf(state: State, source: { mention: Mention; saidOn: Source['saidOn']; channel: Source['channel'] }, { from, to, rule, confidence }: { from: number; to: number; rule: string; confidence: number }): Source {
  return { ...plain(state), mention: source.mention, cueFrom: from, cueTo: to, saidOn: source.saidOn, channel: source.channel, rule, confidence };
}
