import { dateAt, type DatePhrase } from './said-dates.ts';
import { inNominative, parseMention, type Mention, type Sources } from './mentions.ts';
import { normAt, type Reading } from './reading.ts';

/** Who stands as subject of a reporting word. */
export interface Subject {
  readonly mention: Mention;
  /** Where the whole phrase with its appositions begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly saidOn: DatePhrase | null;
  readonly apposition: string | null;
}

const mostSegments = 5;
const longestBracket = 14;
const longestTitle = 4;

/** The subject before a reporting word, not before `floor`. */
export function subjectBefore(reading: Reading, cue: number, floor: number): Subject | null {
  const { tokens, language } = reading;
  let end = cue;
  let saidOn: DatePhrase | null = null;
  while (end > floor) {
    if (normAt(tokens, end - 1) === '*') {
      end--;
      continue;
    }
    if (language.isAdverb(normAt(tokens, end - 1)) && dateAt(reading, end - 1, end) === null) {
      end--;
      continue;
    }
    const date = dateEndingAt(reading, end, floor);
    if (date === null) break;
    saidOn = date;
    end = date.from;
    if (normAt(tokens, end - 1) === ',' && normAt(tokens, date.to) === ',') end--;
  }
  end = beforeBracket(reading, end, floor);
  if (end <= floor || language.passive.has(normAt(tokens, end - 1))) return null;
  const sources = sourcesOf(reading, cue);
  if (language.relatives.has(normAt(tokens, end - 1))) return relativeSubject(reading, end - 1, { floor, saidOn });
  if (normAt(tokens, end - 1) === ',') return apposedSubject(reading, end - 1, { floor, saidOn });
  const start = segmentStart(reading, end, floor);
  return whole(reading, { start, end, sources, saidOn });
}

/** Whom a reporting word takes as its subject. */
function sourcesOf({ tokens, language }: Reading, cue: number): Sources {
  const found = language.cues.get(normAt(tokens, cue));
  if (found !== undefined && found.takes !== 'clause' && language.that.has(normAt(tokens, cue + 1))) return 'any';
  return found !== undefined && found.takes === 'anything' && found.modality === null && !language.nounCues.has(normAt(tokens, cue)) ? 'any' : 'known';
}

/** "The Commission on Missing Persons (CMP) said": the bracket belongs to the name before it. */
function beforeBracket({ tokens }: Reading, end: number, floor: number): number {
  if (normAt(tokens, end - 1) !== ')') return end;
  for (let at = end - 2; at > Math.max(floor, end - longestBracket); at--) if (normAt(tokens, at) === '(') return at;
  return end;
}

/** Tries the whole segment, then what follows its last conjunction. */
function whole(reading: Reading, { start, end, sources, saidOn }: { start: number; end: number; sources: Sources; saidOn: DatePhrase | null }): Subject | null {
  const { tokens, language } = reading;
  let begin = start;
  while (begin < end - 1 && language.isAdverb(normAt(tokens, begin)) && dateAt(reading, begin, end) === null) begin++;
  const opening = dateAt(reading, begin, end);
  const first = opening !== null && opening.to < end ? opening.to : begin;
  const date = saidOn ?? (first === begin ? null : opening);
  const inBody = language.prepositionalBodies.has(normAt(tokens, first)) ? parseMention(reading, first + 1, end) : null;
  const mention = inBody?.type === 'organisation' ? inNominative(reading, inBody) : parseMention(reading, first, end, sources);
  if (mention !== null) return { mention, from: mention.from, to: end, saidOn: date, apposition: null };
  for (let at = end - 1; at > first; at--) {
    const norm = normAt(tokens, at - 1);
    if (!language.conjunctions.has(norm) && !language.that.has(norm) && !language.clauseOpeners.has(norm)) continue;
    const shorter = parseMention(reading, at, end, sources);
    if (shorter !== null) return { mention: shorter, from: shorter.from, to: end, saidOn: date, apposition: null };
  }
  // "In Bucha officials said": a circumstance without its comma.
  if (language.prepositions.has(normAt(tokens, first)) && end - first > 2) {
    for (let at = first + 2; at < end; at++) {
      const token = tokens[at];
      if (token === undefined || language.prepositions.has(normAt(tokens, at - 1)) || language.determiners.has(normAt(tokens, at - 1))) continue;
      const later = parseMention(reading, at, end);
      if (later !== null && (later.kind === 'pronoun' || tokens[at - 1]?.isCapital !== true || later.kind === 'description')) return { mention: later, from: later.from, to: end, saidOn: date, apposition: null };
    }
  }
  return null;
}

function dateEndingAt(reading: Reading, end: number, floor: number): DatePhrase | null {
  for (let length = 5; length >= 1; length--) {
    if (end - length < floor) continue;
    const date = dateAt(reading, end - length, end);
    if (date?.to === end && !(date.form.kind === 'open')) return date;
  }
  return null;
}

/** The nearest mark before the phrase that ends a clause. */
function segmentStart({ tokens, quoteOf, quotations }: Reading, end: number, floor: number): number {
  for (let at = end; at > floor; at--) {
    const token = tokens[at - 1];
    // A name in quotation marks («Спадок») belongs to its phrase.
    const quote = quotations[quoteOf[at - 1] ?? -1];
    if (quote !== undefined && quote.close - quote.open <= longestTitle && quote.close === at - 1 && at < end && quote.open > floor && (tokens[quote.open + 1]?.isCapital ?? false)) {
      at = quote.open + 1;
      continue;
    }
    if (token === undefined || (quoteOf[at - 1] ?? -1) >= 0 || /^[,;:–—(•*·▪]$/.test(token.text)) return at;
    if (token.text === '-' && tokens[at - 2]?.end !== token.start) return at;
  }
  return floor;
}

/** "Oleh Syniehubov, who heads the administration, said". */
function apposedSubject(reading: Reading, comma: number, { floor, saidOn }: { floor: number; saidOn: DatePhrase | null }): Subject | null {
  let end = comma;
  let described: Subject | null = null;
  for (let round = 0; round < mostSegments && end > floor; round++) {
    const start = segmentStart(reading, end, floor);
    const isCited = reading.language.citing.has(normAt(reading.tokens, start)) || reading.language.participles.has(normAt(reading.tokens, start));
    const mention = isCited ? null : parseMention(reading, start, end);
    const isAge = reading.tokens[start]?.kind === 'number' && end - start === 1;
    const apposition = round === 0 ? null : reading.text.slice(reading.tokens[end + 1]?.start ?? 0, reading.tokens[comma - 1]?.end ?? 0);
    if (mention !== null && !isAge && mention.kind !== 'pronoun') {
      const subject: Subject = { mention, from: mention.from, to: comma, saidOn, apposition };
      // A name outweighs the description that stands after it.
      if (mention.kind === 'name' && !isDescribed(reading, mention)) return round === 0 ? withOfficeBefore(reading, subject, { start, floor }) : subject;
      described = described === null || reading.language.determiners.has(normAt(reading.tokens, mention.from)) && round === 1 && described.mention.kind !== 'name' ? subject : described;
    }
    if (normAt(reading.tokens, start - 1) !== ',') break;
    end = start - 1;
  }
  return described;
}

/** "the head of the group, Piotr Lewandowicz, told": the office before the name belongs to the subject. */
function withOfficeBefore(reading: Reading, subject: Subject, { start, floor }: { start: number; floor: number }): Subject {
  if (normAt(reading.tokens, start - 1) !== ',') return subject;
  const office = parseMention(reading, segmentStart(reading, start - 1, floor), start - 1);
  return office?.kind === 'description' && office.type === 'person' ? { ...subject, from: office.from, apposition: office.name } : subject;
}

/** "the US company that …": capitals inside a description are no name. */
const isDescribed = ({ tokens, language }: Reading, { type, from, head }: Mention): boolean => type === 'organisation' && language.determiners.has(normAt(tokens, from)) && tokens.slice(from, from + 8).some(({ norm, isCapital }) => norm === head && !isCapital);

/** "John Doe, who said that …". */
function relativeSubject(reading: Reading, relative: number, { floor, saidOn }: { floor: number; saidOn: DatePhrase | null }): Subject | null {
  const end = normAt(reading.tokens, relative - 1) === ',' ? relative - 1 : relative;
  const start = segmentStart(reading, end, floor);
  const mention = parseMention(reading, start, end);
  return mention === null ? null : { mention, from: mention.from, to: relative, saidOn, apposition: null };
}

/** The subject after a reporting word: `said Igor Garmas, a researcher …`; null when none stands there. */
export function subjectAfter(reading: Reading, at: number, end: number): Subject | null {
  const { tokens, language } = reading;
  const sources = sourcesOf(reading, at - 1);
  const pronoun = language.pronouns.get(normAt(tokens, at));
  if (pronoun?.stands === 'person' || (pronoun !== undefined && at + 1 >= end)) {
    const mention = parseMention(reading, at, at + 1);
    if (mention !== null) return { mention, from: at, to: at + 1, saidOn: null, apposition: null };
  }
  const first = language.prepositionalBodies.has(normAt(tokens, at)) ? at + 1 : at;
  if (first > at) return bodyAfter(reading, first, end);
  let to = at;
  while (to < end && !isStop(reading, to) && (to === at || (dateAt(reading, to, end) === null && !isListener(reading, to)))) to++;
  for (let stop = to; stop > at; stop--) {
    // The longest phrase that can be a source, cut at prepositions and dates.
    if (stop !== to && !language.prepositions.has(normAt(tokens, stop)) && dateAt(reading, stop, to) === null) continue;
    const mention = parseMention(reading, at, stop, sources);
    if (mention === null) continue;
    const finish = mention.kind === 'name' && mention.type === 'person' ? mention.to : stop;
    return withApposition(reading, { mention, at, finish, end });
  }
  return null;
}

/** "пояснив науковець телеканалу «Час»": to whom it was said is no part of who said it. */
const isListener = ({ tokens, language, quoteOf }: Reading, at: number): boolean => language.commaBeforeThat && language.channels.press.has(normAt(tokens, at)) && ((tokens[at + 1]?.isCapital ?? false) || (quoteOf[at + 1] ?? -1) >= 0);

/** "зазначили у відомстві", "ідеться в повідомленні поліції": a body or a document speaks. */
function bodyAfter(reading: Reading, at: number, end: number): Subject | null {
  let to = at;
  while (to < end && !isStop(reading, to) && (to === at || (dateAt(reading, to, end) === null && !reading.language.prepositions.has(normAt(reading.tokens, to))))) to++;
  const mention = parseMention(reading, at, to);
  return mention === null || mention.type === 'person' || mention.type === 'group' ? null : { mention: inNominative(reading, ofDocument(reading, mention)), from: at, to, saidOn: null, apposition: null };
}

/** "у повідомленні ДСНС": a message speaks for whoever gave it out. */
function ofDocument(reading: Reading, mention: Mention): Mention {
  const { language, tokens } = reading;
  if (!language.spokenDocuments.has(normAt(tokens, mention.from)) || mention.to - mention.from < 2) return mention;
  const giver = parseMention(reading, mention.from + 1, mention.to);
  return giver?.type === 'organisation' ? giver : mention;
}

function isStop({ tokens, quoteOf, language }: Reading, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || (quoteOf[at] ?? -1) >= 0) return true;
  if (token.text === '.' && tokens[at + 1] !== undefined && (tokens[at - 1]?.text.length ?? 9) <= 4) return false;
  return /^[,;:.!?–—(]$/.test(token.text) || language.relatives.has(token.norm);
}

function withApposition(reading: Reading, { mention, at, finish, end }: { mention: Mention; at: number; finish: number; end: number }): Subject {
  const { tokens, text } = reading;
  if (normAt(tokens, finish) !== ',' || finish >= end) return { mention, from: at, to: finish, saidOn: null, apposition: null };
  let to = finish + 1;
  while (to < end && !isStop(reading, to) && normAt(tokens, to) !== ',') to++;
  const inner = parseMention(reading, finish + 1, to);
  if (inner === null || reading.language.participles.has(normAt(tokens, finish + 1))) return { mention, from: at, to: finish, saidOn: null, apposition: null };
  const apposition = text.slice(tokens[finish + 1]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  // "said the mayor, Ivan Kovalenko": the name stands in the apposition.
  if (mention.kind === 'description' && inner.kind === 'name') return { mention: { ...inner, role: mention.role }, from: at, to, saidOn: null, apposition };
  return { mention, from: at, to, saidOn: null, apposition };
}
