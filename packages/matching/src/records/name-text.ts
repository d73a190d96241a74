import { markerWords, type MarkerWords } from './marker-words.ts';
import type { StatedDate, YearSpan } from './types.ts';

/** What a marker, paper or list line says, taken apart; `rest` is the name with nothing corrected. */
export interface NameText {
  readonly rest: string;
  readonly number: string | null;
  readonly birth: StatedDate | null;
  /** Years of birth where not every digit was read, or the year is in doubt; `birth` is null then. */
  readonly birthYears: YearSpan | null;
  readonly death: StatedDate | null;
  readonly age: number | null;
}

const wordsOf = (which: (words: MarkerWords) => readonly string[]): ReadonlySet<string> => new Set(markerWords.flatMap(which));
const born = wordsOf((words) => words.born);
const lived = wordsOf((words) => words.lived);
/** The word for year stands behind a date, too. */
const ofYears = new Set([...born, ...lived]);
const numberWords = new Set(['№', '#', ...wordsOf((words) => words.number)]);
const graveWords = wordsOf((words) => words.grave);
const spots = wordsOf((words) => words.spot);

const day = String.raw`\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\d)`;
const spanned = new RegExp(String.raw`(?<![\p{L}\d-])(${day}|\d{1,4})\s*[-–—]\s*(${day}|\d{1,4})(?!\d|[./]\d|-\d)`, 'gu');
const glued = new RegExp(String.raw`(?<![\p{L}\d./])(\d{1,4})(?=(?:${[...born, ...lived].filter((word) => !word.includes(' ')).join('|')}|(?:\p{L}\.){2})(?!\p{L}))`, 'giu');
const gluedYear = /(?<![\p{L}\d])((?:1[89]|20)\d\d)(?=\p{L})/gu;
const fullDate = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d\d)$/u;
const isoDate = /^(1[89]\d\d|20\d\d)-(\d\d)-(\d\d)$/u;
const doubtfulYear = /^(1[89]|20)(?:(\d)([\d?_xх])|\?\?|__)(\??)$/u;
const oldestYear = 1850;
const longestLife = 115;

/** A date of which the century may be missing. */
interface WrittenDate {
  readonly year: number;
  readonly isShort: boolean;
  readonly month: number | null;
  readonly day: number | null;
}

/** `Ол-р`, `Вол-р`, `М-ла`: a name drawn together on a plate; its beginning is what is sure. Double names have two capitals. */
const drawnTogether = /(?<![\p{L}-])(\p{Lu}\p{Ll}{0,3})-\p{Ll}{1,3}(?![\p{L}-])/gu;

/**
 * Takes number, years, dates and age out of the text of a marker: `№ 384 Іван Петренко 1947-2022`. A year alone is the
 * birth year when it lies at least a year before `latestYear`; a bare number before the name is the number of the grave, one
 * behind it that no word explains is nothing. Years of two digits count where only one century fits.
 * Digits inside words stay, they are misread letters; so do brackets and signs for what was not read.
 */
export function readNameText(text: string, latestYear: number): NameText {
  const normal = text.normalize('NFC');
  if (onlyNames.test(normal)) return { ...nothingRead, rest: normal };
  return digit.test(normal) ? readNumbers(normal, latestYear) : { ...nothingRead, rest: normal.replace(drawnTogether, '$1.').split(betweenWords).filter(isOfName).join(' ') };
}

const digit = /\d/u;
const digits = /^\d+$/u;
/** Words that begin with a letter, one space apart, without anything that is read below: most of what is written. */
const onlyNames = /^\p{L}[^\s\d,;№#-]*(?: \p{L}[^\s\d,;№#-]*)*$/u;
const betweenWords = /[\s,;№#]+/u;
const nothingRead = { number: null, birth: null, birthYears: null, death: null, age: null } as const;

/** Letters, or a sign for what was not read. */
function isOfName(word: string): boolean {
  return /[\p{L}?…_]|\.\./u.test(word);
}

function readNumbers(normal: string, latestYear: number): NameText {
  const words = spaced(normal).split(/[\s,;]+/u).filter((word) => word !== '');
  const found: { number: string | null; dates: StatedDate[]; birth: StatedDate | null; birthYears: YearSpan | null; death: StatedDate | null; age: number | null } = { number: null, dates: [], birth: null, birthYears: null, death: null, age: null };
  const rest: string[] = [];
  /** Places of words that say what a number beside them is. */
  const said = new Set<number>();
  const bare = words.map(withoutBrackets);
  const plainAt = (at: number): string => (at < 0 ? '' : (bare[at] ?? '').toLowerCase().replaceAll('.', ''));
  for (const [i, word] of bare.entries()) {
    if (!digit.test(word)) {
      rest[i] = words[i] ?? '';
      continue;
    }
    const [before, after] = [plainAt(i - 1), plainAt(i + 1)];
    const isAfter = (set: ReadonlySet<string>): boolean => set.has(after) || set.has(`${after} ${plainAt(i + 2)}`);
    const isBeside = (set: ReadonlySet<string>): boolean => set.has(before) || isAfter(set);
    const take = (set: ReadonlySet<string>): void => {
      if (set.has(before)) said.add(i - 1);
      if (set.has(after)) said.add(i + 1);
      else if (isAfter(set)) said.add(i + 1).add(i + 2);
    };
    const isNumber = digits.test(word);
    const date = isNumber ? null : dateOf(word);
    const span = isNumber || date !== null ? null : spanOf(word);
    if (date !== null) {
      const whole = wholeDate(date, { latestYear, other: null });
      if (whole !== null) found.dates.push(whole);
      take(ofYears);
    } else if (span?.kind === 'dates') {
      found.death = wholeDate(span.to, { latestYear, other: span.from });
      found.birth = wholeDate(span.from, { latestYear: found.death?.year ?? latestYear, other: null });
    } else if (span?.kind === 'numbers') {
      if (isAfter(lived)) {
        found.age = Math.floor((span.from + span.to) / 2);
        take(lived);
      } else take(spots);
    } else if (isNumber) {
      const value = Number(word);
      if (numberWords.has(before)) {
        found.number = word;
        take(numberWords);
      } else if (word.length === 4 && value >= oldestYear && value <= latestYear + 1) {
        found.dates.push({ year: value, month: null, day: null });
        take(ofYears);
      } else if (word.length === 2 && isBeside(born)) {
        found.birth ??= wholeDate({ year: value, isShort: true, month: null, day: null }, { latestYear, other: null });
        take(born);
      } else if (graveWords.has(before) || graveWords.has(after)) {
        found.number ??= word;
        take(graveWords);
      } else if (spots.has(before) || (spots.has(after) && !lived.has(after))) take(spots);
      else if (lived.has(after) && value <= longestLife) {
        found.age = value;
        said.add(i + 1);
      } else if (words.slice(0, i).every((_, at) => said.has(at))) found.number ??= word;
    } else {
      const plain = plainAt(i);
      const doubtful = doubtfulYear.exec(plain);
      if (doubtful !== null && /[?_xх]/u.test(plain)) {
        found.birthYears = yearsOf(doubtful);
        take(born);
      } else rest[i] = words[i] ?? '';
    }
  }
  const kept = rest.filter((word, at) => !said.has(at) && isOfName(word));
  const sorted = [...found.dates].sort((a, b) => a.year - b.year);
  const [first, last] = [sorted[0], sorted.at(-1)];
  const birth = found.birth ?? (first !== undefined && first.year < latestYear ? first : null);
  const death = found.death ?? (last !== undefined && last !== first ? last : first !== undefined && first.year >= latestYear ? first : null);
  return { rest: kept.join(' '), number: found.number, birth: found.birthYears === null ? birth : null, birthYears: found.birthYears, death, age: found.age };
}

/** What is written together, apart; each step is taken only where its signs stand, which is quickly seen. */
function spaced(text: string): string {
  let apart = text;
  if (apart.includes('№') || apart.includes('#')) apart = apart.replace(/(№|#)/gu, ' $1 ');
  if (apart.includes('N') || apart.includes('n')) apart = apart.replace(/(?<![\p{L}\d])(?:N|No|Nr)\.?\s?(?=\d)/giu, ' № ');
  if (/[†✝*]/u.test(apart)) apart = apart.replace(/[†✝*](?=\s*\d)/gu, ' ');
  if (apart.includes('-')) apart = apart.replace(drawnTogether, '$1.');
  if (/\d\p{L}/u.test(apart)) apart = apart.replace(gluedYear, '$1 ').replace(glued, '$1 ');
  return /[-–—]/u.test(apart) ? apart.replace(spanned, ' $1-$2 ') : apart;
}

function withoutBrackets(word: string): string {
  return /^[([{<]|[)\]}>.]$/u.test(word) ? word.replace(/^[([{<]+|[)\]}>.]+$/gu, '') : word;
}

function dateOf(word: string): WrittenDate | null {
  const iso = isoDate.exec(word);
  if (iso !== null) return { year: Number(iso[1]), isShort: false, month: Number(iso[2]), day: Number(iso[3]) };
  const full = fullDate.exec(word);
  if (full === null) return null;
  const [, dayText, monthText, year = ''] = full;
  return { year: Number(year), isShort: year.length === 2, month: Number(monthText), day: Number(dayText) };
}

type Span = { readonly kind: 'dates'; readonly from: WrittenDate; readonly to: WrittenDate } | { readonly kind: 'numbers'; readonly from: number; readonly to: number };

function spanOf(word: string): Span | null {
  const [left = '', right, more] = word.split('-');
  if (right === undefined || more !== undefined) return null;
  const [from, to] = [dateOf(left) ?? yearOf(left), dateOf(right) ?? yearOf(right)];
  if (from !== null && to !== null && !from.isShort === /\d{4}$/u.test(left)) {
    if (/^\d{4}$/u.test(left) && /^\d\d$/u.test(right) && Number(right) <= 12) return null;
    if (!/^\d{1,2}$/u.test(left)) return { kind: 'dates', from, to };
  }
  return /^\d{1,3}$/u.test(left) && /^\d{1,3}$/u.test(right) ? { kind: 'numbers', from: Number(left), to: Number(right) } : null;
}

function yearOf(text: string): WrittenDate | null {
  if (!/^(?:(?:1[89]|20)\d\d|\d\d)$/u.test(text)) return null;
  return { year: Number(text), isShort: text.length === 2, month: null, day: null };
}

/** The latest year of no one's markers: nothing is known of it. */
const unknownLatest = 2100;

/** The date with its century: the only one in which somebody can have lived until `latestYear`; null where two fit. */
function wholeDate({ year, isShort, month, day: dayOfMonth }: WrittenDate, { latestYear, other }: { readonly latestYear: number; readonly other: WrittenDate | null }): StatedDate | null {
  if (!isShort) return year < oldestYear ? null : { year, month, day: dayOfMonth };
  // The end of a span of which the beginning is known, or which is the last thing known: the later century that fits.
  if (other !== null) {
    const [early, late] = [1900 + year, 2000 + year];
    const fits = (one: number): boolean => one <= (latestYear >= unknownLatest ? 2049 : latestYear + 1) && (other.isShort || (one >= other.year && one - other.year <= longestLife));
    const chosen = fits(late) ? late : fits(early) ? early : null;
    return chosen === null ? null : { year: chosen, month, day: dayOfMonth };
  }
  const fitting = [1900 + year, 2000 + year].filter((one) => (latestYear >= unknownLatest ? one <= 2049 : one <= latestYear && latestYear - one <= longestLife));
  return fitting.length === 1 ? { year: fitting[0] ?? 0, month, day: dayOfMonth } : null;
}

function yearsOf([, century = '', decade, digit, doubt]: RegExpExecArray): YearSpan {
  if (decade === undefined) return { from: Number(century) * 100, to: Number(century) * 100 + 99, isDoubtful: false };
  const start = Number(century + decade) * 10;
  if (digit !== undefined && /\d/u.test(digit)) return { from: start + Number(digit), to: start + Number(digit), isDoubtful: doubt !== '' };
  return { from: start, to: start + 9, isDoubtful: doubt !== '' };
}
