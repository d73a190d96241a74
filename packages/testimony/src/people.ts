import { parseMention } from './mentions.ts';
import { withoutPossessive } from './tokens.ts';
import { normAt, type Reading } from './reading.ts';

/** Somebody named in the document, wherever that is. */
export interface Person {
  /** The longest form of the name. */
  name: string;
  readonly last: string;
  role: string | null;
  /** The abbreviated title before the name: "dr". */
  readonly title: string | null;
  gender: 'male' | 'female' | null;
  /** Tokens where a mention outside quotations ends. */
  readonly seenAt: number[];
  /** Seen only in another case than the nominative. */
  isOblique: boolean;
}

/** All persons that the text names in full, with what it says of their offices, and every later mention by last name. */
export function collectPeople(reading: Reading): Person[] {
  const people: Person[] = [];
  for (const run of capitalRuns(reading)) {
    const mention = parseMention(reading, withTitles(reading, run.from), run.to);
    if (mention?.kind !== 'name' || mention.type !== 'person' || isInsideName(reading, run.from)) continue;
    const words = mention.name.split(' ');
    if (words.length < 2 || !isPersonal(reading, run, words, mention.role !== null)) continue;
    const role = mention.role ?? roleAfter(reading, run.to) ?? officeBefore(reading, run.from);
    const isOblique = reading.language.code === 'uk' && isCaseBefore(reading, withTitles(reading, run.from));
    const known = people.find(({ name, last }) => name === words.join(' ') || (last === lastOf(reading, words) && sameName(reading, name.split(' '), words)));
    if (known === undefined) people.push({ name: words.join(' '), last: lastOf(reading, words), role, title: titleBefore(reading, run), gender: genderOf(reading, words, role), seenAt: [], isOblique });
    else if (known.isOblique && !isOblique) {
      known.name = words.join(' ');
      known.isOblique = false;
    }
    if (known?.role === null && role !== null) {
      known.role = role;
      known.gender ??= genderOf(reading, words, role);
    }
  }
  for (const person of people) if (person.isOblique) person.name = reading.language.baseName(person.name.split(' ')).join(' ');
  const byLast = new Map(people.map((person) => [person.last, person]));
  reading.tokens.forEach((token, at) => {
    if (!token.isCapital || (reading.quoteOf[at] ?? -1) >= 0) return;
    const person = byLast.get(reading.language.nameKey(withoutPossessive(token.norm)));
    person?.seenAt.push(at);
  });
  return people;
}

const lastOf = ({ language }: Reading, words: readonly string[]): string => language.nameKey(words.at(-1) ?? '');

/** The person of this name: the whole name, or the last name alone. */
export function findPerson(reading: Reading, people: readonly Person[], name: string): Person | null {
  const words = name.split(' ');
  const last = lastOf(reading, words);
  const same = people.filter((person) => person.last === last || (words.length === 1 && person.name.split(' ').map(reading.language.nameKey).includes(last)));
  return same.find((person) => person.name === words.join(' ')) ?? same.find((person) => sameName(reading, person.name.split(' '), words)) ?? null;
}

/** "Karim Khan" and "Karim A. A. Khan": one name holds the words of the other. */
function sameName({ language }: Reading, a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = (a.length <= b.length ? [a, b] : [b, a]).map((words) => words.map(language.nameKey));
  if (short === undefined || long === undefined) return false;
  return short.every((word) => long.some((other) => other === word || (word.endsWith('.') && other.startsWith(word.slice(0, -1)))));
}

/** "Center for Strategic Communications": capitals that go on a body's name. */
function isInsideName({ tokens, language }: Reading, from: number): boolean {
  const before = tokens[from - 2];
  return before !== undefined && before.isCapital && (language.prepositions.has(normAt(tokens, from - 1)) || language.and.has(normAt(tokens, from - 1))) && language.organisations.has(before.norm);
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Runs of words with capitals, initials and particles included. */
function* capitalRuns({ tokens, language, quoteOf }: Reading): Generator<Run> {
  let from = -1;
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    const isInside = token !== undefined && (quoteOf[at] ?? -1) < 0;
    const isDot = token?.text === '.' && from >= 0 && (tokens[at - 1]?.text.length ?? 9) === 1 && (tokens[at + 1]?.isCapital ?? false);
    const isParticle = from >= 0 && token !== undefined && language.nameParticles.has(token.norm) && ((tokens[at + 1]?.isCapital ?? false) || (language.nameParticles.has(normAt(tokens, at + 1)) && (tokens[at + 2]?.isCapital ?? false)));
    if (isInside && (token.isCapital || isDot || isParticle)) {
      if (from < 0) from = at;
      if (!(tokens[at]?.norm.endsWith("'s") ?? false)) continue;
    }
    if (from >= 0) yield { from, to: token !== undefined && isInside && token.norm.endsWith("'s") && token.isCapital ? at + 1 : at };
    from = -1;
  }
}

/** After a preposition or "за словами" a Ukrainian name stands in another case. */
function isCaseBefore({ tokens, language }: Reading, at: number): boolean {
  for (let index = at - 1; index >= at - 6; index--) {
    const norm = normAt(tokens, index);
    if (language.prepositions.has(norm) || language.caseNouns.has(norm)) return true;
    if (tokens[index]?.kind !== 'word' || language.isFinite(norm)) return false;
  }
  return false;
}

/** "Dr. Davor Strin". */
function titleBefore({ tokens, language }: Reading, run: Run): string | null {
  const at = normAt(tokens, run.from - 1) === '.' ? run.from - 2 : run.from - 1;
  return [normAt(tokens, at), normAt(tokens, run.from)].find((norm) => language.titles.has(norm)) ?? null;
}

const longestOffice = 7;

/** Small words of an office before the name: "police chief John Pelletier". */
function withTitles({ tokens, language }: Reading, from: number): number {
  if (language.code === 'uk') {
    // The office stands before all that depends on it.
    for (let at = from - 1; at >= Math.max(0, from - longestOffice) && tokens[at]?.kind === 'word' && !language.isFinite(normAt(tokens, at)) && !language.prepositions.has(normAt(tokens, at)); at--) {
      if (language.isRole(normAt(tokens, at)) && !language.isRole(normAt(tokens, at - 1))) return at;
    }
  }
  let at = from;
  while (at > 0 && at > from - 4) {
    const norm = normAt(tokens, at - 1);
    if (tokens[at - 1]?.kind !== 'word' || !(language.isRole(norm) || language.titles.has(norm))) break;
    at--;
  }
  return at;
}

/** Two capitals can be a place: a person has a title, a known first name, an apposition, or speaks. */
function isPersonal(reading: Reading, run: Run, words: readonly string[], hasRole: boolean): boolean {
  const { tokens, language } = reading;
  if (hasRole) return true;
  const first = (words[0] ?? '').toLowerCase();
  if (language.femaleNames.has(first) || language.maleNames.has(first)) return true;
  const before = normAt(tokens, run.from - 1);
  const after = normAt(tokens, run.to);
  if (language.cues.has(after) || language.relatives.has(after)) return true;
  if (language.cues.has(before)) return true;
  if (after === ',' && (roleAfter(reading, run.to) !== null || language.relatives.has(normAt(tokens, run.to + 1)) || language.cues.has(normAt(tokens, run.to + 1)))) return true;
  if (officeBefore(reading, run.from) !== null) return true;
  return after === ',' && tokens[run.to + 1]?.kind === 'number' && normAt(tokens, run.to + 2) === ',';
}

/** The office after the name: ", the head of police for Kyiv region,". */
function roleAfter(reading: Reading, at: number): string | null {
  const { tokens, language, text } = reading;
  if (normAt(tokens, at) !== ',') return null;
  let end = at + 1;
  while (end < at + 20 && tokens[end] !== undefined && !/^[,.;:"“”«»—–]$/.test(tokens[end]?.text ?? '')) end++;
  if (language.relatives.has(normAt(tokens, at + 1))) return text.slice(tokens[at + 1]?.start ?? 0, tokens[end - 1]?.end ?? 0).toLowerCase();
  for (let index = at + 1; index < end; index++) {
    const norm = normAt(tokens, index);
    if (language.prepositions.has(norm) || language.finite.has(norm)) return null;
    if (language.isRole(norm)) return text.slice(tokens[at + 1]?.start ?? 0, tokens[end - 1]?.end ?? 0).toLowerCase();
  }
  return null;
}

/** The office before the name: "The mayor of Sarima Bay, Abdel Karim Zayani,". */
function officeBefore(reading: Reading, at: number): string | null {
  const { tokens, quoteOf } = reading;
  if (normAt(tokens, at - 1) !== ',') return null;
  let from = at - 1;
  while (from > 0 && from > at - 12 && (quoteOf[from - 1] ?? -1) < 0 && !/^[,.;:!?–—]$/.test(tokens[from - 1]?.text ?? '')) from--;
  const office = parseMention(reading, from, at - 1);
  return office?.kind === 'description' && office.type === 'person' ? (office.role ?? office.name) : null;
}

/** The gender that an office or a first name tells; null where neither does. */
export function genderOf({ language }: Reading, words: readonly string[], role: string | null): 'male' | 'female' | null {
  for (const word of (role ?? '').split(/[^\p{L}]+/u)) {
    if (language.femaleRoles.has(word)) return 'female';
    if (language.maleRoles.has(word)) return 'male';
  }
  return language.genderOfName((words[0] ?? '').toLowerCase(), (words.at(-1) ?? '').toLowerCase());
}
