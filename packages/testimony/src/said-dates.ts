import type { Language } from './languages/language.ts';
import { normAt, type Reading } from './reading.ts';
import type { StatedDate, StatedPeriod } from './types.ts';

type DateForm =
  | { readonly kind: 'weekday'; readonly weekday: number; readonly shift: 'plain' | 'last' | 'next' }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'day'; readonly year: number | null; readonly month: number; readonly day: number; readonly toDay?: number }
  | { readonly kind: 'month'; readonly year: number | null; readonly month: number }
  | { readonly kind: 'shiftedMonth'; readonly months: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'open' };

/** A date as written, by token. */
export interface DatePhrase {
  readonly from: number;
  readonly to: number;
  readonly form: DateForm;
}

const dayMs = 86_400_000;

/** Reads the date that begins at this token, its preposition included; null when none does. */
export function dateAt(reading: Reading, at: number, limit: number): DatePhrase | null {
  const { tokens } = reading;
  const words = reading.language.dates;
  let index = at;
  for (let skipped = 0; skipped < 3 && index < limit && words.prepositions.has(normAt(tokens, index)) && !words.months.has(normAt(tokens, index)); skipped++) index++;
  if (reading.language.determiners.has(normAt(tokens, index)) && !words.current.has(normAt(tokens, index)) && index > at) index++;
  const found = formAt(reading, index, limit) ?? (index > at ? yearFormAt(reading, index, limit) : null);
  if (found === null) return null;
  let to = found.to;
  while (to < limit && words.dayParts.has(normAt(tokens, to))) to++;
  return { from: at, to, form: found.form };
}

function formAt({ tokens, language }: Reading, index: number, limit: number): { form: DateForm; to: number } | null {
  const words = language.dates;
  const word = normAt(tokens, index);
  const nextWord = index + 1 < limit ? normAt(tokens, index + 1) : '';
  if (index >= limit) return null;
  // "the BBC's Today programme": a name.
  const isName = language.code === 'en' && (tokens[index]?.isCapital ?? false) && (tokens[index - 1]?.kind === 'word' || (tokens[index + 1]?.isCapital ?? false));
  if (words.relativeDays.has(word) && !isName) return { form: { kind: 'days', days: words.relativeDays.get(word) ?? 0 }, to: index + 1 };
  const shift = words.last.has(word) ? 'last' : words.next.has(word) ? 'next' : words.current.has(word) ? 'plain' : null;
  if (shift !== null) {
    const weekday = words.weekdays.get(nextWord);
    if (weekday !== undefined) return { form: { kind: 'weekday', weekday, shift }, to: index + 2 };
    if (words.month.has(nextWord)) return { form: { kind: 'shiftedMonth', months: shift === 'last' ? -1 : shift === 'next' ? 1 : 0 }, to: index + 2 };
    if (words.week.has(nextWord) || words.year.has(nextWord)) return { form: { kind: 'open' }, to: index + 2 };
    return null;
  }
  const weekday = words.weekdays.get(word);
  if (weekday !== undefined) {
    // "Friday, 16 September 2022": the day of the month says more.
    const after = nextWord === ',' ? index + 2 : index + 1;
    const full = calendarAt({ tokens, language }, after, limit);
    return full?.form.kind === 'day' ? full : { form: { kind: 'weekday', weekday, shift: 'plain' }, to: index + 1 };
  }
  return calendarAt({ tokens, language }, index, limit);
}

/** "in 2003": a year alone counts as a date only after its preposition. */
function yearFormAt(reading: Reading, index: number, limit: number): { form: DateForm; to: number } | null {
  const year = yearAt(reading.tokens, index, limit, reading.language);
  const next = reading.tokens[index + 1];
  return year === null || (next?.kind === 'word' && index + 1 < limit && !reading.language.determiners.has(next.norm) && !reading.language.finite.has(next.norm) && !reading.language.prepositions.has(next.norm) && !reading.language.conjunctions.has(next.norm) && !next.isCapital)
    ? null
    : { form: { kind: 'year', year: year.value }, to: year.to };
}

function calendarAt({ tokens, language }: Pick<Reading, 'tokens' | 'language'>, index: number, limit: number): { form: DateForm; to: number } | null {
  const words = language.dates;
  const token = tokens[index];
  if (token === undefined || index >= limit) return null;
  const iso = isoAt(tokens, index, limit) ?? dottedAt(tokens, index, limit);
  if (iso !== null) return iso;
  const month = token.isCapital || language.code === 'uk' ? words.months.get(token.norm) : undefined;
  if (month !== undefined) {
    let next = normAt(tokens, index + 1) === '.' && token.text.length <= 4 ? index + 2 : index + 1;
    const day = numberOf(tokens[next]?.text, 31, next < limit);
    if (day !== null && normAt(tokens, next + 1) !== '%') {
      next++;
      if (normAt(tokens, next) === ',' && yearAt(tokens, next + 1, limit, language) !== null) next++;
      const year = yearAt(tokens, next, limit, language);
      return { form: { kind: 'day', year: year?.value ?? null, month, day }, to: year?.to ?? next };
    }
    if (normAt(tokens, next) === ',' && yearAt(tokens, next + 1, limit, language) !== null) next++;
    const year = yearAt(tokens, next, limit, language);
    return { form: { kind: 'month', year: year?.value ?? null, month }, to: year?.to ?? next };
  }
  const day = numberOf(token.text.replace(/(?:st|nd|rd|th)$/, ''), 31, true);
  if (day !== null) {
    let next = index + 1;
    if (words.ordinalSuffixes.has(normAt(tokens, next))) next++;
    if (language.of.has(normAt(tokens, next))) next++;
    // "3 and 4 October": the month is named once.
    if (words.dayJoins.has(normAt(tokens, next)) && numberOf(tokens[next + 1]?.text, 31, next + 2 < limit) !== null && words.months.has(normAt(tokens, next + 2))) next += 2;
    const named = words.months.get(normAt(tokens, next));
    if (named !== undefined && next < limit) {
      next++;
      if (normAt(tokens, next) === ',' && yearAt(tokens, next + 1, limit, language) !== null) next++;
      const year = yearAt(tokens, next, limit, language);
      return { form: { kind: 'day', year: year?.value ?? null, month: named, day }, to: year?.to ?? next };
    }
  }
  return null;
}

function isoAt(tokens: Reading['tokens'], index: number, limit: number): { form: DateForm; to: number } | null {
  const [year, dash, month, dash2, day] = [0, 1, 2, 3, 4].map((offset) => (index + offset < limit ? (tokens[index + offset]?.text ?? '') : ''));
  if (dash !== '-' || dash2 !== '-' || !/^\d{4}$/.test(year ?? '') || !/^\d\d$/.test(month ?? '') || !/^\d\d$/.test(day ?? '')) return null;
  return { form: { kind: 'day', year: Number(year), month: Number(month), day: Number(day) }, to: index + 5 };
}

/** "15.09.2022". */
function dottedAt(tokens: Reading['tokens'], index: number, limit: number): { form: DateForm; to: number } | null {
  const [dayMonth, dot, year] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  const match = /^(\d{1,2})\.(\d{2})$/.exec(dayMonth?.text ?? '');
  if (match === null || dot?.text !== '.' || dot.start !== dayMonth?.end || year?.start !== dot.end || !/^(?:19|20)\d\d$/.test(year.text) || index + 3 > limit) return null;
  const [day, month] = [Number(match[1]), Number(match[2])];
  return day < 1 || day > 31 || month < 1 || month > 12 ? null : { form: { kind: 'day', year: Number(year.text), month, day }, to: index + 3 };
}

function numberOf(text: string | undefined, most: number, isInside: boolean): number | null {
  if (text === undefined || !isInside || !/^\d{1,2}$/.test(text)) return null;
  const value = Number(text);
  return value >= 1 && value <= most ? value : null;
}

function yearAt(tokens: Reading['tokens'], at: number, limit: number, language: Language): { value: number; to: number } | null {
  const text = at < limit ? (tokens[at]?.text ?? '') : '';
  if (!/^(?:1[6-9]|20)\d\d$/.test(text)) return null;
  const word = language.dates.yearWords.has(normAt(tokens, at + 1));
  return { value: Number(text), to: word ? at + 2 : at + 1 };
}

/**
 * The day or month meant. Without a publication date only what is written in full is decided; a week day is the last
 * such day not after publication, the same day included; a month without a year is the last that had begun.
 */
export function resolveDate(form: DateForm, publishedOn: string | null): string | null {
  const published = publishedOn === null ? null : Date.parse(publishedOn);
  if (published !== null && Number.isNaN(published)) return null;
  switch (form.kind) {
    case 'open':
    case 'year':
      return null;
    case 'days':
      return published === null ? null : isoDay(published + form.days * dayMs);
    case 'weekday':
      return published === null ? null : isoDay(resolveWeekday(form, published));
    case 'shiftedMonth': {
      if (published === null) return null;
      const date = new Date(published);
      return isoDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + form.months, 1))?.slice(0, 7) ?? null;
    }
    case 'month':
      return resolveMonth(form, publishedOn);
    case 'day': {
      const { month, day } = form;
      const year = form.year ?? (publishedOn === null ? null : yearNotAfter(publishedOn, `${pad(month)}-${pad(day)}`));
      if (year === null) return null;
      const iso = `${year}-${pad(month)}-${pad(day)}`;
      return isoDay(Date.parse(`${iso}T00:00:00Z`)) === iso ? iso : null;
    }
  }
}

function resolveWeekday({ weekday, shift }: { weekday: number; shift: 'plain' | 'last' | 'next' }, published: number): number {
  const today = new Date(published).getUTCDay();
  if (shift === 'next') return published + (((weekday - today + 7) % 7) || 7) * dayMs;
  const back = (today - weekday + 7) % 7;
  return published - (shift === 'last' && back === 0 ? 7 : back) * dayMs;
}

function resolveMonth({ year, month }: { year: number | null; month: number }, publishedOn: string | null): string | null {
  const known = year ?? (publishedOn === null ? null : yearNotAfter(publishedOn, pad(month)));
  return known === null ? null : `${known}-${pad(month)}`;
}

/** The last year in which this day or month had come by the publication. */
function yearNotAfter(publishedOn: string, monthDay: string): number {
  const year = Number(publishedOn.slice(0, 4));
  return monthDay <= publishedOn.slice(5, 5 + monthDay.length) ? year : year - 1;
}

const pad = (value: number): string => String(value).padStart(2, '0');

function isoDay(time: number): string | null {
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/** A date phrase as a statement's day. */
export function statedDate(reading: Reading, { from, to, form }: DatePhrase): StatedDate {
  return { text: reading.text.slice(reading.tokens[from]?.start ?? 0, reading.tokens[to - 1]?.end ?? 0), iso: resolveDate(form, reading.publishedOn) };
}

/** A date phrase as the period of an event; a forecast's week day lies ahead. */
export function statedPeriod(reading: Reading, phrase: DatePhrase, isAhead: boolean): StatedPeriod {
  const form = isAhead && phrase.form.kind === 'weekday' ? { ...phrase.form, shift: 'next' as const } : phrase.form;
  const { text, iso } = statedDate(reading, { ...phrase, form });
  if (form.kind === 'year') return { text, from: `${form.year}-01-01`, to: `${form.year}-12-31` };
  if (iso === null || iso.length === 10) return { text, from: iso, to: iso };
  const last = new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), 0)).toISOString().slice(0, 10);
  return { text, from: `${iso}-01`, to: last };
}
