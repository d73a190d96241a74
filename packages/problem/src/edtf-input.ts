import { monthStems, seasonStems } from './edtf-month-names.ts';
import { pad } from './edtf-span.ts';
import type { Edtf } from './edtf-types.ts';
import { parseEdtf } from './edtf.ts';
import { refuse } from './problem.ts';

export interface DateInputOptions {
  /** The order of day and month where the source is known to use one; without it 3/4/2022 stays two possible days. */
  readonly dateOrder?: 'day-first' | 'month-first';
}

const maximumCharacters = 200;

/**
 * Turns what people type into an EDTF date: `14.09.2022`, `14/09/2022`, `вересень 2022`, `Sept 2022`, `~2022`,
 * `до 15.09.2022`, `between 3 and 11 April 2022`. EDTF itself is read as it is. Words are understood in Ukrainian,
 * Russian and English together, because one form often carries all three.
 *
 * Dots are day first. A slash with both numbers up to 12 and no declared order gives a one-of set of the two days.
 * Refuses with `edtf.not_a_date`, `edtf.two_digit_year` and the codes of `parseEdtf`.
 */
export function parseDateInput(text: string, options: DateInputOptions = {}): Edtf {
  if (text.length > maximumCharacters) refuse('edtf.too_long', { limit: maximumCharacters });
  const trimmed = text.trim();
  if (edtfForm.test(trimmed)) return parseEdtf(trimmed);
  const words = trimmed.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
  return parseEdtf(readPhrase(words, { said: trimmed, order: options.dateOrder ?? null }));
}

/** Four-character years joined by hyphens, sets and intervals of them: nothing else people type looks like this. */
const edtfForm =
  /^(\[.*\]|(\.\.)?\/?[\dX]{4}(-[\dX]{2}){0,2}(T[\d:]+(Z|[+-][\d:]+)?)?[~?%]?(\/(\.\.|[\dX]{4}(-[\dX]{2}){0,2}[~?%]?)?)?)$/;

interface Context {
  readonly said: string;
  readonly order: 'day-first' | 'month-first' | null;
}

const betweenForm = /^(?:between|між|между) (.+?) (?:and|та|і|й|и) (.+)$/;
const fromToForm = /^(?:from|з|із|зі|від|с|от) (.+?) (?:to|until|till|до|по) (.+)$/;
const dashForm = /^(.+?)(?: [-–—] |[–—])(.+)$/;
const eitherForm = /^(?:either )?(.+?) (?:or|або|чи|или) (.+)$/;
const beforeForm = /^(?:before|not after|not later than|until|by|до|не пізніше|не позднее) (.+)$/;
const sinceForm = /^(?:since|from|after|not before|з|із|зі|від|після|не раніше|с|после) (.+)$/;

function readPhrase(words: string, context: Context): string {
  const range = betweenForm.exec(words) ?? fromToForm.exec(words) ?? dashForm.exec(words);
  if (range !== null) {
    const [, left = '', right = ''] = range;
    return `${single(complete(left, right), context)}/${single(right, context)}`;
  }
  const either = eitherForm.exec(words);
  if (either !== null) {
    const [, left = '', right = ''] = either;
    return `[${[...readDate(complete(left, right), context), ...readDate(right, context)].join(',')}]`;
  }
  const before = beforeForm.exec(words)?.[1];
  if (before !== undefined) return `../${single(before, context)}`;
  const since = sinceForm.exec(words)?.[1];
  if (since !== undefined) return `${single(since, context)}/..`;
  const dates = readDate(words, context);
  return dates.length === 1 ? dates.join('') : `[${dates.join(',')}]`;
}

/** "3 and 11 April 2022": the first of two takes month and year from the second where it has none. */
function complete(left: string, right: string): string {
  if (/\d{4}/.test(left)) return left;
  if (/^\d{1,2}$/.test(left)) {
    const rest = /^\d{1,2}([ .].+)$/.exec(right)?.[1];
    return rest === undefined ? left : left + rest;
  }
  const year = /(\d{4})[^\d]*$/.exec(right)?.[1];
  if (year === undefined) return left;
  return /^\d{1,2}\.\d{1,2}\.?$/.test(left) ? `${left.replace(/\.$/, '')}.${year}` : `${left} ${year}`;
}

function single(words: string, context: Context): string {
  const [first, ...others] = readDate(words, context);
  if (first === undefined || others.length > 0) refuse('edtf.not_a_date', { text: context.said });
  return first;
}

const aboutForm =
  /^(?:~|≈|about |around |circa |ca\.? |c\. |approximately |приблизно |близько |біля |орієнтовно |около |примерно )\s*/;
const perhapsForm = /^(?:maybe,? |perhaps,? |possibly,? |probably,? |можливо,? |мабуть,? |ймовірно,? |возможно,? )/;

function readDate(words: string, context: Context): readonly string[] {
  let rest = words.trim();
  let approximate = false;
  let uncertain = false;
  const perhaps = rest.replace(perhapsForm, '');
  if (perhaps !== rest) uncertain = true;
  rest = perhaps.replace(aboutForm, '');
  if (rest !== perhaps) approximate = true;
  const sign = /^(.*?) ?(\(\?\)|[~?%])$/.exec(rest);
  if (sign !== null) {
    rest = sign[1] ?? '';
    approximate ||= sign[2] === '~' || sign[2] === '%';
    uncertain ||= sign[2] !== '~';
  }
  const suffix = approximate && uncertain ? '%' : approximate ? '~' : uncertain ? '?' : '';
  const dates = readBare(rest.trim(), context);
  if (dates === null) refuse('edtf.not_a_date', { text: context.said });
  return dates.map((date) => date + suffix);
}

const yearWords = /(?<=\d)[ ]?(?:року|рік|роки|років|год|года|р\.?|г\.?)$/;
const yearFirst = /^(\d{4})([./-])(\d{1,2})(?:\2(\d{1,2}))?$/;
const yearLast = /^(?:(\d{1,2})([./-]))?(\d{1,2})([./-])(\d{4})$/;
const shortYear = /^\d{1,2}([./-])\d{1,2}\1\d{2}$/;
const decade = /^(?:the )?(\d{3})0(?:'?s|-ті|-х|-і|-е|-ми)(?: роки| років| роках| годы| годов)?$/;

/** The EDTF dates without a sign that the words can mean; null when they are no date. */
function readBare(words: string, context: Context): readonly string[] | null {
  if (shortYear.test(words)) refuse('edtf.two_digit_year', { text: context.said });
  const tens = decade.exec(words)?.[1];
  if (tens !== undefined) return [`${tens}X`];
  const date = words.replace(yearWords, '');
  if (/^\d{4}(-\d{2}){0,2}$/.test(date)) return [date];
  const first = yearFirst.exec(date);
  if (first !== null) {
    const [, year = '', , month = '', day] = first;
    return [iso(year, month, { day: day ?? null, context })];
  }
  const last = yearLast.exec(date);
  if (last !== null) {
    const [, left, leftSign, right = '', rightSign, year = ''] = last;
    if (left === undefined) return [iso(year, right, { day: null, context })];
    if (leftSign !== rightSign) return null;
    return rightSign === '/' ? slashed(left, right, year, context) : [iso(year, right, { day: left, context })];
  }
  return readNamed(date, context);
}

/** A declared order is kept to the letter, so that 14/9/2022 in a month-first source is a mistake and not a guess. */
function slashed(left: string, right: string, year: string, context: Context): readonly string[] {
  const dayFirst = (): string => iso(year, right, { day: left, context });
  const monthFirst = (): string => iso(year, left, { day: right, context });
  if (context.order === 'day-first') return [dayFirst()];
  if (context.order === 'month-first') return [monthFirst()];
  if (Number(left) > 12) return [dayFirst()];
  if (Number(right) > 12) return [monthFirst()];
  return [...new Set([dayFirst(), monthFirst()])].sort();
}

/** "14 September 2022", "September 14, 2022", "вересень 2022", "spring of 2022". */
function readNamed(words: string, context: Context): readonly string[] | null {
  let year: string | null = null;
  let day: string | null = null;
  let month: number | null = null;
  let season: string | null = null;
  for (const word of words.split(/[ ,]+/)) {
    if (word === '' || word === 'of' || word === 'in' || word === 'the') continue;
    const number = /^(\d{1,2})(?:st|nd|rd|th|-го|-е)?\.?$/.exec(word)?.[1];
    const foundMonth = monthStems.find(([form]) => form.test(word))?.[1];
    const foundSeason = seasonStems.find(([form]) => form.test(word))?.[1];
    if (/^\d{4}$/.test(word) && year === null) year = word;
    else if (number !== undefined && day === null) day = number;
    else if (foundMonth !== undefined && month === null) month = foundMonth;
    else if (foundSeason !== undefined && season === null) season = foundSeason;
    else return null;
  }
  if (year === null) return null;
  if (season !== null) return month === null && day === null ? [`${year}-${season}`] : null;
  if (month === null) return null;
  return [iso(year, String(month), { day, context })];
}

/** Months are checked here, because 21 to 24 would be read as seasons. */
function iso(year: string, month: string, { day, context }: { day: string | null; context: Context }): string {
  if (Number(month) < 1 || Number(month) > 12) refuse('edtf.no_such_day', { text: context.said });
  const start = `${year}-${pad(Number(month), 2)}`;
  return day === null ? start : `${start}-${pad(Number(day), 2)}`;
}
