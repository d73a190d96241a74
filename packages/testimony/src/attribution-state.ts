import type { Adjuncts } from './adjuncts.ts';
import type { Attribution, Source } from './attribution.ts';
import { hasWords } from './clause-shape.ts';
import type { Cue } from './languages/language.ts';
import type { Mention } from './mentions.ts';
import type { Reading } from './reading.ts';
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
  const found: Source = { ...source, rule: source.rule === 'cue.front' ? 'cue.back' : source.rule };
  push(state, found, state.cursor, subject.from);
  state.last = found;
  state.cursor = to;
  return to;
}

/** "He said." alone: its content stands in the sentence before. */
export function bare(state: State, source: Source, to: number): number {
  const found: Source = { ...source, rule: 'cue.bare', confidence: 0.6 };
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
  if (hasWords(state.reading, from, to)) state.done.push({ ...source, contentFrom: from, contentTo: to });
}

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
