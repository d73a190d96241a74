import { RecentMemory } from '@imena/names';
import { readEdtf } from '@imena/problem';
import type { DaySpan, StatedDate, YearSpan } from './types.ts';

/** A date of a row as far as it goes: one year with what is known of the day, or a span of years. */
export interface ReadBirth {
  readonly birth: StatedDate | null;
  readonly birthYears: YearSpan | null;
}

/** Days as far as they go: one day, and the span where there is more than one. */
export interface ReadDays {
  readonly middle: number | null;
  readonly span: DaySpan | null;
}

const plainDate = /^(\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)$/u;
/** A day called uncertain or approximate is looked for this far on both sides. */
const doubtfulDays = 7;
/** Spans up to this length have a middle that other reports can be held against. */
const longestMiddleDays = 92;

/**
 * A date of birth in EDTF, or the slips of the pen that can be only one day: `1956-25-11` is the 25th of November, a 31
 * February an unknown day of February. Null where it is no date at all. A doubtful date keeps its years only.
 */
export function readBirth(text: string): ReadBirth | null {
  return (births.get(text) ?? births.set(text, { read: makeBirth(text) })).read;
}

/** The same dates stand in row after row. */
const births = new RecentMemory<string, { readonly read: ReadBirth | null }>(20_000);
const days = new RecentMemory<string, { readonly read: ReadDays | null }>(20_000);

function makeBirth(text: string): ReadBirth | null {
  const plain = readPlain(text);
  if (plain !== null) {
    const { date, isDoubtful } = plain;
    if (!isDoubtful) return { birth: date, birthYears: null };
    return { birth: { year: date.year, month: null, day: null }, birthYears: { from: date.year, to: date.year, isDoubtful } };
  }
  const edtf = readEdtf(text);
  if (edtf === null) return null;
  const [from, to] = [edtf.earliest, edtf.latest].map((day) => (day === null ? null : Number(day.slice(0, 4))));
  const isDoubtful = edtf.approximate || edtf.uncertain;
  if (from == null || to == null || from !== to || isDoubtful) return { birth: null, birthYears: { from: from ?? null, to: to ?? null, isDoubtful } };
  const isOneDay = edtf.earliest === edtf.latest;
  return { birth: { year: from, month: isOneDay ? Number(edtf.earliest?.slice(5, 7)) : null, day: isOneDay ? Number(edtf.earliest?.slice(8, 10)) : null }, birthYears: null };
}

/** Days in EDTF, with the same slips; a month or a year alone is the span of its days. Null where it is no date at all. */
export function readDays(text: string): ReadDays | null {
  return (days.get(text) ?? days.set(text, { read: makeDays(text) })).read;
}

function makeDays(text: string): ReadDays | null {
  const plain = readPlain(text);
  if (plain !== null) {
    const { date: { year, month, day }, isDoubtful } = plain;
    if (month !== null && day !== null) {
      const one = dayNumber(year, month, day);
      return { middle: one, span: isDoubtful ? { from: one - doubtfulDays, to: one + doubtfulDays } : null };
    }
    return spanOf(dayNumber(year, month ?? 1, 1), month === null ? dayNumber(year, 12, 31) : dayNumber(year, month + 1, 0));
  }
  const edtf = readEdtf(text);
  if (edtf === null) return null;
  const [from, to] = [edtf.earliest, edtf.latest].map((day) => (day === null ? null : Date.parse(day) / 86_400_000));
  return spanOf(from ?? null, to ?? null);
}

function spanOf(from: number | null, to: number | null): ReadDays {
  if (from === null || to === null) return { middle: null, span: { from, to } };
  if (from === to) return { middle: from, span: null };
  return { middle: to - from > longestMiddleDays ? null : Math.floor((from + to) / 2), span: { from, to } };
}

function readPlain(text: string): { readonly date: StatedDate; readonly isDoubtful: boolean } | null {
  const match = plainDate.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), part(match[2]), part(match[3])];
  const isDoubtful = match[4] !== '';
  if (month !== null && day !== null && month > 12 && month <= 31 && day >= 1 && day <= 12) return { date: { year, month: day, day: month }, isDoubtful };
  if ((month !== null && (month < 1 || month > 12)) || (day !== null && (day < 1 || day > 31))) return null;
  // 31 February is a slip of the day, not of the whole date: year and month still speak.
  const isInMonth = month === null || day === null || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { date: { year, month, day: isInMonth ? day : null }, isDoubtful };
}

function part(text: string | undefined): number | null {
  return text === undefined || text === 'XX' ? null : Number(text);
}

function dayNumber(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000);
}
