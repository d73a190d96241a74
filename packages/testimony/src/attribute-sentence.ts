import { readAdjuncts, type Adjuncts } from './adjuncts.ts';
import type { Attribution, Source } from './attribution.ts';
import { contentEnd, hasFinite, hasWords, isFullQuotation, quotationBefore, quotationIn } from './clause-shape.ts';
import type { Cue } from './languages/language.ts';
import { parseMention, phraseLength, textOf, type Mention } from './mentions.ts';
import { normAt, type Reading } from './reading.ts';
import { numberAt } from './read-number.ts';
import { readSourceAfter, type SourceAfter } from './source-after.ts';
import { subjectAfter, subjectBefore, type Subject } from './subjects.ts';

interface Open {
  source: Source;
  from: number;
  /** The reporting word alone did not prove that a clause follows. */
  isWeak: boolean;
}

/** What is known while a sentence is read from left to right. */
interface State {
  readonly reading: Reading;
  readonly sentence: number;
  readonly from: number;
  readonly end: number;
  cursor: number;
  /** The sentence reports the one before it: "Про це повідомив …", "That is according to …". */
  isBack: boolean;
  open: Open | null;
  last: Source | null;
  readonly done: Attribution[];
}

/** The attributions of one sentence, in order; an attribution without content reports what stands before the sentence. */
export function attributeSentence(reading: Reading, sentence: number): Attribution[] {
  const { from, to } = reading.sentences[sentence] ?? { from: 0, to: 0 };
  const state: State = { isBack: false, reading, sentence, from, end: contentEnd(reading, to), cursor: from, open: null, last: null, done: [] };
  const back = phraseLength(reading, from, reading.language.reportsBack);
  if (back > 0 && reportsBack(reading, from + back)) {
    state.cursor = from + back;
    state.isBack = true;
  }
  let at = from;
  while (at < state.end) at = Math.max(at + 1, step(state, at));
  closeOpen(state, state.end, to);
  return state.done;
}

/** Does a reporting word or "according to" follow? */
function reportsBack(reading: Reading, at: number): boolean {
  for (let index = at; index < at + 3; index++) {
    if (phraseLength(reading, index, reading.language.accordingTo) > 0 || reading.language.cues.has(normAt(reading.tokens, index))) return true;
  }
  return false;
}

/** Reads what begins at a token; returns where to go on. */
function step(state: State, at: number): number {
  const { reading } = state;
  const { tokens, language, quoteOf } = reading;
  const quote = reading.quotations[quoteOf[at] ?? -1];
  if (quote !== undefined) return readQuotation(state, at, quote.close + 1);
  const byPronoun = phraseLength(reading, at, language.pronounSources);
  if (byPronoun > 0) return readPronounSource(state, at, at + byPronoun);
  const according = phraseLength(reading, at, language.accordingTo);
  if (according > 0) return readAccording(state, at, at + according);
  if (language.quotedAs.quoted.has(normAt(tokens, at)) && language.passive.has(normAt(tokens, at - 1))) return readQuotedAs(state, at);
  if (language.whatCalled.what.has(normAt(tokens, at))) {
    const called = readWhatCalled(state, at);
    if (called !== null) return called;
  }
  const norm = normAt(tokens, at);
  const participle = language.participles.get(norm);
  if (participle !== undefined && (state.open !== null || state.last !== null)) {
    const next = readSecond(state, at, participle);
    if (next !== null) return next;
  }
  const cue = language.cues.get(norm);
  if (cue === undefined || tokens[at]?.isCapital || isNoCue(state, at)) return at + 1;
  return readCue(state, at, cue) ?? at + 1;
}

/** A passive ("were said to be") or a noun's attribute reports nothing by itself. */
function isNoCue({ reading: { tokens, language }, from, cursor, isBack }: State, at: number): boolean {
  if (at === from || (isBack && at === cursor)) return false;
  const before = normAt(tokens, at - 1);
  const earlier = normAt(tokens, at - 2);
  return language.passive.has(before) || (language.beforeCue.has(before) && language.passive.has(earlier)) || (language.determiners.has(before) && !language.pronouns.has(before));
}

/** After an interrupted quotation the next one goes on with the same source. */
function readQuotation(state: State, at: number, to: number): number {
  const { reading, open, last } = state;
  const quote = reading.quotations[reading.quoteOf[at] ?? -1];
  if (open === null && last !== null && quote !== undefined && isFullQuotation(reading, quote) && at >= state.cursor) {
    push(state, { ...last, rule: 'quote.interrupted', saidOn: last.saidOn }, at, to);
    state.cursor = to;
  }
  return to;
}

/** "in his words": as "according to", with the source inside the phrase. */
function readPronounSource(state: State, at: number, after: number): number {
  const mention = parseMention(state.reading, at + 1, at + 2);
  return mention === null ? after : placeAccording(state, at, after, { mention, to: after, saidOn: null, channel: null });
}

function readAccording(state: State, at: number, after: number): number {
  const source = readSourceAfter(state.reading, after, state.end);
  return source === null ? after : placeAccording(state, at, after, source);
}

function placeAccording(state: State, at: number, after: number, source: SourceAfter): number {
  const { reading, end } = state;
  const found = sourceOf(state, source, { from: at, to: after, rule: 'according.back', confidence: 0.9 });
  const isFront = !hasWords(reading, state.cursor, at) && state.open === null && !state.isBack;
  if (isFront) {
    state.open = { source: { ...found, rule: 'according.front' }, from: source.to, isWeak: false };
    return source.to;
  }
  if (state.open !== null && !state.open.isWeak) {
    if (hasFinite(reading, source.to, end) && normAt(reading.tokens, source.to) === ',') {
      state.open.source = withVia(state.open.source, source.mention);
      return source.to;
    }
    state.open.source = withVia(state.open.source, source.mention);
    closeOpen(state, at, at);
    state.cursor = source.to;
    return source.to;
  }
  state.open = null;
  push(state, found, state.cursor, at);
  state.last = found;
  state.cursor = source.to;
  return source.to;
}

const withVia = (source: Source, mention: Mention): Source => ({ ...source, via: [...source.via, mention.name] });

/** "was quoted (by X) as saying". */
function readQuotedAs(state: State, at: number): number {
  const { reading, end } = state;
  const { tokens, language } = reading;
  const { by, as, saying } = language.quotedAs;
  const subject = subjectBefore(reading, at - 1, state.cursor);
  if (subject === null) return at + 1;
  let index = at + 1;
  let via: string | null = null;
  if (by.has(normAt(tokens, index))) {
    let to = index + 1;
    while (to < end && !as.has(normAt(tokens, to)) && to < index + 14) to++;
    via = parseMention(reading, index + 1, to)?.name ?? textOf(reading, index + 1, to);
    index = to;
  }
  if (as.has(normAt(tokens, index))) index++;
  if (saying.has(normAt(tokens, index))) index++;
  const adjuncts = readAdjuncts(reading, index, { end, cue: { lemma: 'say', kind: 'say', takes: 'anything', modality: null } });
  const found = { ...base(state, subject, adjuncts, { from: at, to: index }), rule: 'cue.quoted-as', confidence: 0.9, via: via === null ? [] : [via] };
  return hasWords(reading, adjuncts.to, end) && adjuncts.to < end ? lead(state, found, adjuncts, false) : trail(state, found, subject, adjuncts.to);
}

/** "what he called “cruelty”" in the reporter's own sentence. */
function readWhatCalled(state: State, at: number): number | null {
  const { reading, end, open } = state;
  const { tokens, language } = reading;
  for (let index = at + 1; index < Math.min(end, at + 10); index++) {
    if (!language.whatCalled.called.has(normAt(tokens, index))) continue;
    const mention = parseMention(reading, at + 1, index);
    const quote = quotationIn(reading, index + 1, Math.min(end, index + 5));
    if (mention === null || quote === null) return null;
    if (open !== null) return quote.close + 1;
    push(state, { ...plain(state), mention, cueFrom: at, cueTo: index + 1, rule: 'cue.what-called', confidence: 0.8, modality: 'allegation' }, quote.open, quote.close + 1);
    return quote.close + 1;
  }
  return null;
}

/** "adding that", "accusing Russia of": the same source says more. */
function readSecond(state: State, at: number, cue: Cue): number | null {
  const { reading, end, open, last } = state;
  const { tokens, language } = reading;
  const before = normAt(tokens, at - 1);
  const isJoined = before === ',' || language.and.has(before) || /^[–—;]$/.test(before) || (reading.quoteOf[at - 1] ?? -1) >= 0 || (last !== null && open === null);
  const source = open?.source ?? last;
  if (!isJoined || source === null) return null;
  const adjuncts = readAdjuncts(reading, at + 1, { end, cue });
  let from = adjuncts.to;
  if (cue.kind === 'blame') from = afterBlame(reading, at + 1, end);
  else if (adjuncts.opens === null && cue.takes === 'clause' && !language.clauseOpeners.has(normAt(tokens, from)) && !(hasFinite(reading, from, Math.min(end, from + 14)) && cue.lemma !== 'call' && cue.lemma !== 'describe' && cue.lemma !== 'point')) return null;
  if (!hasWords(reading, from, end)) return null;
  closeOpen(state, at, at);
  const modality = cue.modality;
  state.open = { source: { ...source, kind: cue.kind, modality, cueFrom: at, cueTo: at + 1, channel: adjuncts.channel ?? source.channel, saidOn: adjuncts.saidOn ?? source.saidOn, rule: cue.kind === 'blame' ? 'second.blame' : 'second.participle', confidence: 0.85 }, from, isWeak: false };
  return from;
}

/** The content of a blame: what he called "…", or what stands after "of" or "for". */
function afterBlame(reading: Reading, at: number, end: number): number {
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

function readCue(state: State, at: number, cue: Cue): number | null {
  const { reading, end } = state;
  const { tokens } = reading;
  if (state.open !== null) {
    const second = readCoordinated(state, at, cue);
    if (second !== null) return second;
  }
  const inverted = invertedSubject(state, at, cue);
  if (inverted !== null) return inverted;
  const floor = state.open === null ? state.cursor : state.open.from;
  const subject = subjectBefore(reading, at, floor);
  if (subject === null) return null;
  const adjuncts = readAdjuncts(reading, at + 1, { end, cue });
  const found = base(state, subject, adjuncts, { from: at, to: at + 1 }, cue);
  if (state.open !== null) return closeOrContrast(state, { subject, adjuncts, found, cue, at });
  const left = hasWords(reading, state.cursor, subject.from);
  const quoteBefore = quotationBefore(reading, subject.from);
  if (left && quoteBefore !== null && quoteBefore.open >= state.cursor && adjuncts.opens !== 'that' && !(adjuncts.opens !== null && !isFullQuotation(reading, quoteBefore))) return trail(state, found, subject, adjuncts.to);
  const isAtEnd = !hasWords(reading, adjuncts.to, end) || (/^[,;–—]$/.test(normAt(tokens, adjuncts.to)) && adjuncts.opens === null);
  if (isAtEnd && isParenthesis(state, subject, adjuncts)) return parenthesis(state, found);
  if (isAtEnd) {
    if (normAt(tokens, subject.from - 1) === ',' || /^[–—-]$/.test(normAt(tokens, subject.from - 1))) return left && cue.takes !== 'clause' || left && hasFinite(reading, state.cursor, subject.from) ? trail(state, found, subject, adjuncts.to) : null;
    if (!left && cue.takes === 'anything') return bare(state, found, adjuncts.to);
    return null;
  }
  return canLead(state, cue, adjuncts) ? lead(state, { ...found, ...figureContent(state, cue, adjuncts) }, adjuncts, adjuncts.opens === null && cue.takes !== 'anything') : null;
}

/** Does a content follow that this word can report? */
function canLead({ reading, end }: State, cue: Cue, adjuncts: Adjuncts): boolean {
  const { tokens, language } = reading;
  if (adjuncts.opens !== null && cue.kind !== 'call') return adjuncts.opens !== 'quote' || isQuoteReport(reading, cue, adjuncts.to);
  const next = normAt(tokens, adjuncts.to);
  if (cue.kind === 'figure') return hasFigure(reading, adjuncts.to, end);
  if (cue.kind === 'call') return quotationIn(reading, adjuncts.to, Math.min(end, adjuncts.to + 10)) !== null;
  if (language.clauseOpeners.has(next)) return cue.takes !== 'clause' || cue.lemma !== 'ask';
  if (cue.takes === 'object') return (!language.prepositions.has(next) || (next === 'to' && cue.modality !== null && hasWords(reading, adjuncts.to, end))) && (cue.kind !== 'say' || cue.lemma !== 'describe');
  if (cue.takes === 'clause') return false;
  return hasFinite(reading, adjuncts.to, end) || quotationIn(reading, adjuncts.to, end) !== null;
}

const isQuoteReport = (reading: Reading, cue: Cue, at: number): boolean => {
  const quote = quotationIn(reading, at, at + 2);
  return quote !== null && (cue.takes !== 'clause' || isFullQuotation(reading, quote));
};

/** "put the number of bodies at 40", "lowered the death toll to 97". */
function hasFigure(reading: Reading, at: number, end: number): boolean {
  const { tokens, language } = reading;
  let isFigure = false;
  for (let index = at; index < end; index++) {
    if (index < at + 5 && language.figureNouns.has(normAt(tokens, index))) isFigure = true;
    if (isFigure && numberAt(reading, index, end)?.value != null) return true;
  }
  return false;
}

const figureContent = (state: State, cue: Cue, { saidOn }: Adjuncts): Partial<Source> => (cue.kind === 'figure' ? { rule: 'cue.figure', confidence: 0.75, saidOn, sentence: state.sentence } : {});

/** "…", said X; as X said; said X that. */
function invertedSubject(state: State, at: number, cue: Cue): number | null {
  const { reading, end, cursor } = state;
  const { tokens, language } = reading;
  const before = normAt(tokens, at - 1);
  const isAs = language.as.has(before);
  const quote = quotationBefore(reading, at);
  const isJoined = (quote !== null && quote.open >= cursor && at - quote.close <= 3) || /^[,–—-]$/.test(before) || (isAs && (at - 1 === cursor || /^[,–—-]$/.test(normAt(tokens, at - 2)))) || (language.code === 'uk' && at === cursor);
  if (!isJoined || (cue.takes === 'clause' && !isAs && quote === null && language.code === 'en')) return null;
  if (language.code === 'en' && before === ',' && quote === null && subjectBefore(reading, at, state.open?.from ?? cursor) !== null) return null;
  let first = at + 1;
  const early = readAdjuncts(reading, first, { end, cue: { ...cue, kind: 'say' } });
  if (early.opens !== null && early.to === first) return null;
  if (early.saidOn !== null && early.opens === null) first = early.to;
  const subject = subjectAfter(reading, first, end);
  if (subject === null) return null;
  const adjuncts = readAdjuncts(reading, subject.to, { end, cue: { ...cue, kind: 'say' } });
  const saidOn = adjuncts.saidOn ?? early.saidOn;
  const found: Source = { ...base(state, subject, { ...adjuncts, saidOn, channel: adjuncts.channel ?? early.channel }, { from: at, to: at + 1 }, cue), rule: isAs ? 'cue.as' : 'cue.inverted' };
  const left = hasWords(reading, cursor, isAs ? at - 1 : at);
  if (!left && state.isBack) return trail(state, found, { ...subject, from: at }, adjuncts.to);
  if (!left) {
    if (isAs) return normAt(tokens, adjuncts.to) === ',' ? lead(state, found, adjuncts, false) : null;
    return adjuncts.opens === 'that' || adjuncts.opens === 'colon' ? lead(state, found, adjuncts, false) : null;
  }
  if (state.open !== null) {
    if (quote === null) return null;
    closeOpen(state, at, at);
    return adjuncts.to;
  }
  return trail(state, found, { ...subject, from: isAs ? at - 1 : at }, adjuncts.to);
}

/** "… and added that", "…, but denied that": the same subject, another report. */
function readCoordinated(state: State, at: number, cue: Cue): number | null {
  const { reading, end, open } = state;
  const { tokens, language } = reading;
  let before = at - 1;
  while (before > state.cursor && language.beforeCue.has(normAt(tokens, before))) before--;
  if (open === null || !(language.and.has(normAt(tokens, before)) || language.conjunctions.has(normAt(tokens, before))) || !/^(?:and|but|та|і|й|але|а)$/.test(normAt(tokens, before))) return null;
  const adjuncts = readAdjuncts(reading, at + 1, { end, cue });
  const isClear = adjuncts.opens !== null || (cue.takes === 'anything' && cue.kind !== 'tell' && hasFinite(reading, adjuncts.to, end)) || (cue.kind === 'deny' && hasWords(reading, adjuncts.to, end));
  if (!isClear) return null;
  const source = open.source;
  closeOpen(state, before, before);
  const from = adjuncts.to;
  state.open = { source: { ...source, kind: cue.kind, modality: cue.modality, cueFrom: at, cueTo: at + 1, channel: adjuncts.channel ?? source.channel, saidOn: adjuncts.saidOn ?? source.saidOn, rule: 'second.coordinated', confidence: 0.8 }, from, isWeak: false };
  return from;
}

const isContrast = (norm: string): boolean => /^(?:but|while|whereas|though|although|а|але|тоді|однак|проте)$/.test(norm);

/** "The true figure, he believes, is closer to 90": the reporting clause stands inside its content. */
function isParenthesis({ reading, cursor, end }: State, subject: Subject, adjuncts: Adjuncts): boolean {
  const { tokens } = reading;
  if (normAt(tokens, adjuncts.to) !== ',' || normAt(tokens, subject.from - 1) !== ',' || !hasWords(reading, cursor, subject.from)) return false;
  return quotationBefore(reading, subject.from - 1) === null && !hasFinite(reading, cursor, subject.from) && hasFinite(reading, adjuncts.to, end) && !reading.language.prepositions.has(normAt(tokens, cursor));
}

function parenthesis(state: State, source: Source): number {
  const found: Source = { ...source, rule: 'cue.parenthesis', confidence: 0.75 };
  push(state, found, state.cursor, state.end);
  state.last = found;
  state.cursor = state.end;
  return state.end;
}

interface Report {
  readonly subject: Subject;
  readonly adjuncts: Adjuncts;
  readonly found: Source;
  readonly cue: Cue;
  readonly at: number;
}

/** A reporting word inside what somebody else is reporting. */
function closeOrContrast(state: State, { subject, adjuncts, found, cue }: Report): number | null {
  const { reading, end, open } = state;
  const { tokens } = reading;
  if (open === null) return null;
  const joint = normAt(tokens, subject.from - 1);
  const isAtEnd = !hasWords(reading, adjuncts.to, end) || (/^[,;–—]$/.test(normAt(tokens, adjuncts.to)) && adjuncts.opens === null);
  if (joint === ';' && canLead(state, cue, adjuncts)) {
    closeOpen(state, subject.from - 1, subject.from - 1);
    state.cursor = subject.from;
    return lead(state, { ...found, rule: 'cue.after-semicolon' }, adjuncts, false);
  }
  if (isAtEnd && (joint === ',' || /^[–—-]$/.test(joint) || (reading.quoteOf[subject.from - 1] ?? -1) >= 0) && cue.takes !== 'clause') {
    if (open.isWeak) {
      state.open = null;
      return trail(state, found, subject, adjuncts.to);
    }
    open.source = withVia(open.source, found.mention ?? subject.mention);
    closeOpen(state, subject.from, subject.from);
    state.cursor = adjuncts.to;
    return adjuncts.to;
  }
  if (isContrast(joint) && normAt(tokens, subject.from - 2) === ',' && canLead(state, cue, adjuncts)) {
    closeOpen(state, subject.from - 1, subject.from - 1);
    state.cursor = subject.from;
    return lead(state, { ...found, rule: 'cue.contrast' }, adjuncts, false);
  }
  if (adjuncts.opens === 'that' && cue.takes === 'anything') open.source = withVia(open.source, subject.mention);
  return null;
}

function lead(state: State, source: Source, adjuncts: Adjuncts, isWeak: boolean): number {
  state.open = { source: { ...source, confidence: Math.min(source.confidence, adjuncts.opens === null ? 0.85 : 0.95) }, from: adjuncts.to, isWeak };
  state.last = source;
  return adjuncts.opens === 'quote' ? adjuncts.to : Math.max(adjuncts.to, 0);
}

function trail(state: State, source: Source, subject: Subject, to: number): number {
  const found: Source = { ...source, rule: source.rule === 'cue.front' ? 'cue.back' : source.rule };
  push(state, found, state.cursor, subject.from);
  state.last = found;
  state.cursor = to;
  return to;
}

/** "He said." alone: its content stands in the sentence before. */
function bare(state: State, source: Source, to: number): number {
  const found: Source = { ...source, rule: 'cue.bare', confidence: 0.6 };
  state.done.push({ ...found, contentFrom: state.from, contentTo: state.from });
  state.last = found;
  state.cursor = to;
  return to;
}

function push(state: State, source: Source, from: number, to: number): void {
  if (state.isBack && !hasWords(state.reading, from, to)) {
    state.done.push({ ...source, rule: 'cue.reports-back', confidence: 0.7, contentFrom: state.from, contentTo: state.from });
    return;
  }
  if (hasWords(state.reading, from, to)) state.done.push({ ...source, contentFrom: from, contentTo: to });
}

function closeOpen(state: State, at: number, sentenceEnd: number): void {
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

const plain = ({ sentence, from }: State): Source => ({ sentence, mention: null, apposition: null, cueFrom: from, cueTo: from, kind: 'say', modality: null, saidOn: null, channel: null, via: [], rule: '', confidence: 0.9 });

function base(state: State, subject: Subject, adjuncts: Pick<Adjuncts, 'saidOn' | 'channel' | 'to'>, cueAt: { from: number; to: number }, cue?: Cue): Source {
  return {
    ...plain(state), mention: subject.mention, apposition: subject.apposition, cueFrom: cueAt.from, cueTo: cueAt.to,
    kind: cue?.kind ?? 'say', modality: cue?.modality ?? null, saidOn: adjuncts.saidOn ?? subject.saidOn, channel: adjuncts.channel, rule: 'cue.front',
  };
}

function sourceOf(state: State, source: { mention: Mention; saidOn: Source['saidOn']; channel: Source['channel'] }, { from, to, rule, confidence }: { from: number; to: number; rule: string; confidence: number }): Source {
  return { ...plain(state), mention: source.mention, cueFrom: from, cueTo: to, saidOn: source.saidOn, channel: source.channel, rule, confidence };
}
