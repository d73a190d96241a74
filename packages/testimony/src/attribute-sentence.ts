import { readAdjuncts, type Adjuncts } from './adjuncts.ts';
import type { Attribution, Source } from './attribution.ts';
import { bare, base, closeOpen, lead, push, sourceOf, toldBefore, trail, withVia, type State } from './attribution-state.ts';
import { contentEnd, hasFinite, hasWords, isFullQuotation, quotationBefore } from './clause-shape.ts';
import { plainCue, type Cue } from './languages/language.ts';
import { parseMention, phraseLength } from './mentions.ts';
import { normAt, type Reading } from './reading.ts';
import { afterBlame, canLead, figureContent, isFinishedBefore, isNoCue, isParenthesis, withObject } from './reportable.ts';
import { readQuotedAs, readQuotes, readWhatCalled } from './quoted-as.ts';
import { readSourceAfter, type SourceAfter } from './source-after.ts';
import { subjectTold } from './subject-told.ts';
import { subjectAfter, subjectBefore, type Subject } from './subjects.ts';

/** The attributions of one sentence, in order; an attribution without content reports what stands before the sentence. */
export function attributeSentence(reading: Reading, sentence: number): Attribution[] {
  const { from, to } = reading.sentences[sentence] ?? { from: 0, to: 0 };
  const state: State = { isBack: false, front: null, reading, sentence, from, end: contentEnd(reading, from, to), cursor: from, open: null, last: null, done: [] };
  const back = phraseLength(reading, from, reading.language.reportsBack);
  if (back > 0 && reportsBack(reading, from + back)) {
    const between = readAdjuncts(reading, from + back, { end: state.end, cue: plainCue });
    state.cursor = reading.language.cues.has(normAt(reading.tokens, between.to)) ? between.to : from + back;
    state.front = between;
    state.isBack = true;
  }
  let at = from;
  while (at < state.end) at = Math.max(at + 1, step(state, at));
  closeOpen(state, state.end, to);
  return state.done;
}

/** Does a reporting word or "according to" follow? */
function reportsBack(reading: Reading, at: number): boolean {
  for (let index = at; index < at + 5; index++) {
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
  const back = state.open === null && hasWords(reading, state.cursor, at) && /^[,–—-]$/.test(normAt(tokens, at - 1)) ? phraseLength(reading, at, language.reportsBack) : 0;
  if (back > 0 && reportsBack(reading, at + back)) return readBackClause(state, at, at + back);
  const byPronoun = phraseLength(reading, at, language.pronounSources);
  if (byPronoun > 0) return readPronounSource(state, at, at + byPronoun);
  const according = phraseLength(reading, at, language.accordingTo);
  if (according > 0) return readAccording(state, at, at + according);
  if (language.quotedAs.quoted.has(normAt(tokens, at)) && language.passive.has(normAt(tokens, at - 1))) return readQuotedAs(state, at);
  if (state.open === null && language.quotedAs.quoted.has(normAt(tokens, at))) {
    const next = readQuotes(state, at);
    if (next !== null) return next;
  }
  if (language.whatCalled.what.has(normAt(tokens, at))) {
    const called = readWhatCalled(state, at);
    if (called !== null) return called;
  }
  const norm = normAt(tokens, at);
  const participle = language.participles.get(norm);
  if (participle?.kind === 'say' && state.open === null && state.last === null && normAt(tokens, at - 1) === ',') {
    const next = readParticipleOfSubject(state, at, participle);
    if (next !== null) return next;
  }
  if (participle !== undefined && (state.open !== null || state.last !== null)) {
    const next = readSecond(state, at, participle);
    if (next !== null) return next;
  }
  const putIt = phraseLength(reading, at, language.putIt);
  const listed = putIt > 0 ? plainCue : language.cues.get(norm);
  const cue = listed?.kind === 'call' && language.askedFor.has(normAt(tokens, at + 1)) ? askCue : listed;
  if (cue === undefined || tokens[at]?.isCapital || isNoCue(state, at)) return at + 1;
  return readCue(state, at, cue) ?? at + 1;
}

/** "called for", "called on". */
const askCue: Cue = { lemma: 'ask', kind: 'ask', takes: 'object', modality: 'intent' };

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

/** "…, – про це повідомила речниця": the report stands in a clause of its own after what it reports. */
function readBackClause(state: State, at: number, after: number): number {
  const { reading, end } = state;
  const cue = reading.language.cues.get(normAt(reading.tokens, after));
  const subject = cue === undefined ? null : subjectAfter(reading, after + 1, end);
  if (cue === undefined || subject === null) return after;
  const adjuncts = readAdjuncts(reading, subject.to, { end, cue: { ...cue, kind: 'say' } });
  return trail(state, { ...base(state, subject, adjuncts, { from: after, to: after + 1 }, cue), rule: 'cue.inverted' }, { ...subject, from: at }, adjuncts.to);
}

/** "in his words": as "according to", with the source inside the phrase. */
function readPronounSource(state: State, at: number, after: number): number {
  const mention = parseMention(state.reading, at + 1, at + 2);
  if (mention === null) return after;
  const { reading, end, open, cursor } = state;
  // "The last eight metres will cost, by her estimate, some 40,000": the phrase stands inside what she says.
  if (open === null && normAt(reading.tokens, at - 1) === ',' && normAt(reading.tokens, after) === ',' && hasWords(reading, cursor, at) && hasWords(reading, after, end)) {
    return parenthesis(state, sourceOf(state, { mention, saidOn: null, channel: null }, { from: at, to: after, rule: 'cue.parenthesis', confidence: 0.75 }));
  }
  return placeAccording(state, at, after, { mention, to: after, saidOn: null, channel: null });
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
  if (normAt(reading.tokens, source.to) === ',' && !reading.language.relatives.has(normAt(reading.tokens, source.to + 1)) && !hasFinite(reading, state.cursor, at) && quotationBefore(reading, at) === null && hasFinite(reading, source.to, end)) return aroundSource(state, found, source.to);
  push(state, found, state.cursor, at);
  state.last = found;
  state.cursor = source.to;
  return source.to;
}

/** "The final count, according to the mayor, is 40"; "His last words, according to a guard, were that “…”". */
function aroundSource(state: State, source: Source, to: number): number {
  const { reading, end } = state;
  let at = to + 1;
  while (at < end && reading.language.passive.has(normAt(reading.tokens, at))) at++;
  if (at > to + 1 && reading.language.that.has(normAt(reading.tokens, at))) {
    push(state, source, at + 1, end);
    state.cursor = end;
    return end;
  }
  return parenthesis(state, source);
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

/** "The mayor gave a higher figure, saying that …": the subject of the reporter's own clause is the source. */
function readParticipleOfSubject(state: State, at: number, cue: Cue): number | null {
  const { reading, end, from } = state;
  const { tokens, language } = reading;
  let verb = from + 1;
  while (verb < at && !(language.isFinite(normAt(tokens, verb)) && !tokens[verb]?.isCapital)) verb++;
  if (verb >= at || !hasFinite(reading, at + 1, end)) return null;
  const subject = subjectBefore(reading, verb, from);
  if (subject === null || subject.mention.type === 'document' || hasWords(reading, from, subject.from)) return null;
  const adjuncts = readAdjuncts(reading, at + 1, { end, cue });
  return lead(state, { ...base(state, subject, adjuncts, { from: at, to: at + 1 }, cue), rule: 'second.of-subject', confidence: 0.8 }, adjuncts, false);
}

function readCue(state: State, at: number, cue: Cue): number | null {
  const { reading, end } = state;
  const { tokens, language } = reading;
  if (state.open !== null) {
    const second = readCoordinated(state, at, cue);
    if (second !== null) return second;
  }
  const inverted = invertedSubject(state, at, cue);
  if (inverted !== null) return inverted;
  const floor = state.open === null ? state.cursor : state.open.from;
  const plainSubject = subjectBefore(reading, at, floor) ?? subjectTold(state, at);
  if (plainSubject === null) return null;
  const subject = withManner(reading, plainSubject, state.cursor);
  const adjuncts = withObject(reading, readAdjuncts(reading, at + Math.max(1, phraseLength(reading, at, reading.language.putIt)), { end, cue }), { cue, at: at + 1, end });
  const found = base(state, subject, adjuncts, { from: at, to: at + 1 }, cue);
  if (state.open !== null) return closeOrContrast(state, { subject, adjuncts, found, cue, at });
  const left = hasWords(reading, state.cursor, subject.from);
  const before = left ? toldBefore(state, subject.from) : null;
  const quoteBefore = quotationBefore(reading, subject.from);
  if (left && quoteBefore !== null && quoteBefore.open >= state.cursor && adjuncts.opens !== 'that' && !(adjuncts.opens !== null && !isFullQuotation(reading, quoteBefore))) return trail(state, found, subject, adjuncts.to);
  const isAtEnd = !hasWords(reading, adjuncts.to, end) || (/^[,;–—]$/.test(normAt(tokens, adjuncts.to)) && adjuncts.opens === null);
  // "As the mayor said, 13 bodies were found".
  if (!left && language.as.has(normAt(tokens, subject.from)) && normAt(tokens, adjuncts.to) === ',' && hasWords(reading, adjuncts.to, end)) return lead(state, { ...found, rule: 'cue.as' }, adjuncts, false);
  // "The ministry said on Monday:" before a list or a quotation of its own.
  if (isAtEnd && !left && adjuncts.opens === 'colon') return lead(state, found, adjuncts, false);
  if (isAtEnd && isParenthesis(state, subject, adjuncts)) return parenthesis(state, found);
  if (isAtEnd) {
    if (subject.from === at) return trail(state, found, subject, adjuncts.to);
    if (normAt(tokens, subject.from - 1) === ',' || /^[–—-]$/.test(normAt(tokens, subject.from - 1))) return left && cue.takes !== 'clause' || left && hasFinite(reading, state.cursor, subject.from) ? trail(state, found, subject, adjuncts.to) : null;
    if (!left && cue.takes === 'anything') return bare(state, found, adjuncts.to);
    return null;
  }
  if (isFinishedBefore(state, subject, adjuncts)) push(state, { ...found, rule: 'cue.back' }, state.cursor, subject.from);
  return canLead(state, cue, adjuncts, { place: left ? 'after-words' : 'first', source: subject.mention }) ? lead(state, { ...found, ...figureContent(state, cue, adjuncts), saidOn: found.saidOn ?? before?.saidOn ?? null, channel: found.channel ?? before?.channel ?? null }, adjuncts, adjuncts.opens === null && cue.takes !== 'anything') : null;
}

/** "…," as X put it; "…" was how X put it: the words of manner belong to the source. */
function withManner({ tokens, language }: Reading, subject: Subject, floor: number): Subject {
  let { from } = subject;
  if (language.clauseOpeners.has(normAt(tokens, from - 1)) && language.passive.has(normAt(tokens, from - 2))) from -= 2;
  else if (language.as.has(normAt(tokens, from - 1))) from--;
  return from < floor ? subject : { ...subject, from };
}

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
  const isBody = language.prepositionalBodies.has(normAt(tokens, first)) && subjectAfter(reading, first, end) !== null;
  if ((early.saidOn !== null || early.channel !== null) && early.opens === null && !isBody) first = early.to;
  const subject = subjectAfter(reading, first, end);
  if (subject === null) return null;
  const adjuncts = readAdjuncts(reading, subject.to, { end, cue: { ...cue, kind: 'say' } });
  const saidOn = adjuncts.saidOn ?? early.saidOn ?? state.front?.saidOn ?? null;
  const found: Source = { ...base(state, subject, { ...adjuncts, saidOn, channel: adjuncts.channel ?? early.channel ?? state.front?.channel ?? null }, { from: at, to: at + 1 }, cue), rule: isAs ? 'cue.as' : 'cue.inverted' };
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
  while (before > state.cursor && language.isAdverb(normAt(tokens, before))) before--;
  if (open === null || !(language.and.has(normAt(tokens, before)) || language.conjunctions.has(normAt(tokens, before))) || !language.joins.has(normAt(tokens, before))) return null;
  const adjuncts = readAdjuncts(reading, at + 1, { end, cue });
  // "vowed to punish the guilty and announced a day of mourning": the second verb is no part of the vow.
  if ((open.source.modality === 'intent' || open.source.kind === 'call' || open.source.kind === 'deny') && adjuncts.opens === null && (cue.kind === 'say' || cue.kind === 'ask') && cue.takes !== 'clause' && !hasFinite(reading, adjuncts.to, end)) {
    closeOpen(state, before, before);
    return at + 1;
  }
  const isClear = adjuncts.opens !== null || (cue.takes === 'anything' && cue.kind !== 'tell' && hasFinite(reading, adjuncts.to, end)) || (cue.kind === 'deny' && hasWords(reading, adjuncts.to, end));
  if (!isClear) return null;
  const source = open.source;
  closeOpen(state, before, before);
  const from = adjuncts.to;
  state.open = { source: { ...source, kind: cue.kind, modality: cue.modality, cueFrom: at, cueTo: at + 1, channel: adjuncts.channel ?? source.channel, saidOn: adjuncts.saidOn ?? source.saidOn, rule: 'second.coordinated', confidence: 0.8 }, from, isWeak: false };
  return from;
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
  if (reading.language.contrasts.has(joint) && normAt(tokens, subject.from - 2) === ',' && canLead(state, cue, adjuncts)) {
    closeOpen(state, subject.from - 1, subject.from - 1);
    state.cursor = subject.from;
    return lead(state, { ...found, rule: 'cue.contrast' }, adjuncts, false);
  }
  if (adjuncts.opens === 'that' && cue.takes === 'anything') open.source = withVia(open.source, subject.mention);
  return null;
}
