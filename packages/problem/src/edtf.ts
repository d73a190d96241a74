import { ProblemError, refuse } from './problem.ts';
import { valueSpan } from './edtf-span.ts';
import {
  isPoint,
  type Edtf,
  type EdtfEnd,
  type EdtfInterval,
  type EdtfKind,
  type EdtfOneOf,
  type EdtfPoint,
} from './edtf-types.ts';

/** Longer texts are refused unread. */
const maximumCharacters = 200;
const maximumMembers = 20;

/**
 * Reads an EDTF date (ISO 8601-2): years, months, days, date-times, seasons 21 to 24, decades, centuries,
 * digits written X, `~ ? %` on a whole date, intervals with open or unknown ends, and one-of sets.
 *
 * Refuses with `edtf.not_a_date`, `edtf.no_such_day`, `edtf.interval_backwards`, `edtf.unsupported`, `edtf.too_long`.
 *
 * LIMIT: qualifiers on single parts, years outside 0000 to 9999, all-of sets and seasons other than 21 to 24 are refused.
 */
export function parseEdtf(text: string): Edtf {
  if (text.length > maximumCharacters) refuse('edtf.too_long', { limit: maximumCharacters });
  const value = parseValue(text, text);
  const span = valueSpan(value, text);
  return { text, ...span, kind: kindOf(value), ...qualifiersOf(value), value };
}

/** The same for what need not be a date; null where it is none. */
export function readEdtf(text: string): Edtf | null {
  try {
    return parseEdtf(text);
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}

function parseValue(text: string, whole: string): Edtf['value'] {
  if (text.startsWith('{')) refuse('edtf.unsupported', { text: whole });
  if (text.startsWith('[')) return parseOneOf(text, whole);
  if (text.includes('/')) return parseInterval(text.split('/'), whole);
  return parsePoint(text, whole);
}

function parseOneOf(text: string, whole: string): EdtfOneOf {
  if (!text.endsWith(']')) refuse('edtf.not_a_date', { text: whole });
  const parts = text.slice(1, -1).split(',');
  if (parts.length > maximumMembers) refuse('edtf.unsupported', { text: whole });
  const members = parts.map((part) => {
    const range = /^(.*)\.\.(.*)$/.exec(part.trim());
    if (range === null) return parsePoint(part.trim(), whole);
    const [, from = '', to = ''] = range;
    return parseInterval([from === '' ? '..' : from, to === '' ? '..' : to], whole);
  });
  return { kind: 'one-of', members };
}

function parseInterval(ends: readonly string[], whole: string): EdtfInterval {
  const [left, right] = ends;
  if (left === undefined || right === undefined || ends.length !== 2) refuse('edtf.not_a_date', { text: whole });
  const from = parseEnd(left, whole);
  const to = parseEnd(right, whole);
  if (!isPoint(from) && !isPoint(to)) refuse('edtf.not_a_date', { text: whole });
  return { kind: 'interval', from, to };
}

function parseEnd(text: string, whole: string): EdtfEnd {
  if (text === '..') return { kind: 'open' };
  if (text === '') return { kind: 'unknown' };
  return parsePoint(text, whole);
}

const instantForm =
  /^(\d{4})-(\d{2})-(\d{2})T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;
const dateForm = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([~?%]?)$/;
/** Well-formed in ISO 8601-2 but beyond what is read here: parts with their own qualifier, long and negative years. */
const otherForm = /^[?~%]?-?Y?\d[\dXE]*(?:[?~%]?-[?~%]?[\dX]{2}[?~%]?)*(?:S\d+)?$/;

function parsePoint(text: string, whole: string): EdtfPoint {
  const instant = instantForm.exec(text);
  if (instant !== null) {
    const [, year = '', month = '', day = '', time = '', offset = ''] = instant;
    return { kind: 'instant', year, month, day, time, offset, approximate: false, uncertain: false };
  }
  const match = dateForm.exec(text);
  if (match === null) refuse(otherForm.test(text) ? 'edtf.unsupported' : 'edtf.not_a_date', { text: whole });
  const [, year = '', month, day, sign] = match;
  const qualifiers = { approximate: sign === '~' || sign === '%', uncertain: sign === '?' || sign === '%' };
  if (month === '21' || month === '22' || month === '23' || month === '24') {
    if (day !== undefined || year.includes('X')) refuse('edtf.unsupported', { text: whole });
    return { kind: 'season', year, season: month, ...qualifiers };
  }
  if (month !== undefined && /^(2[5-9]|3\d|4[01])$/.test(month)) refuse('edtf.unsupported', { text: whole });
  return { kind: 'date', year, month: month ?? null, day: day ?? null, ...qualifiers };
}

function kindOf(value: Edtf['value']): EdtfKind {
  if (value.kind !== 'date') return value.kind;
  const { year, month, day } = value;
  if (month === null) {
    if (/^\d{3}X$/.test(year)) return 'decade';
    if (/^\d{2}XX$/.test(year)) return 'century';
    return year.includes('X') ? 'unspecified' : 'year';
  }
  if (year.includes('X') || month.includes('X') || day?.includes('X') === true) return 'unspecified';
  return day === null ? 'month' : 'day';
}

function qualifiersOf(value: Edtf['value']): { approximate: boolean; uncertain: boolean } {
  const points: EdtfPoint[] = [];
  const collect = (one: Edtf['value'] | EdtfEnd): void => {
    if (one.kind === 'interval') [one.from, one.to].forEach(collect);
    else if (one.kind === 'one-of') one.members.forEach(collect);
    else if (one.kind !== 'open' && one.kind !== 'unknown') points.push(one);
  };
  collect(value);
  return { approximate: points.some((point) => point.approximate), uncertain: points.some((point) => point.uncertain) };
}
