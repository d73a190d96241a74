import { isPoint, type Edtf, type EdtfInterval, type EdtfPoint } from './edtf-types.ts';
import { refuse } from './problem.ts';

/** The first and last calendar day something can mean; null where there is no such bound. */
export interface Span {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/**
 * The first and last day of a date, interval or set; `text` is what was read, for the words of a refusal.
 *
 * Refuses with `edtf.no_such_day`, `edtf.interval_backwards`.
 */
export function valueSpan(value: Edtf['value'], text: string): Span {
  switch (value.kind) {
    case 'interval':
      return intervalSpan(value, text);
    case 'one-of': {
      const spans = value.members.map((member) => valueSpan(member, text));
      const earliest = extreme(
        spans.map((span) => span.earliest),
        -1,
      );
      const latest = extreme(
        spans.map((span) => span.latest),
        1,
      );
      return { earliest, latest };
    }
    default:
      return pointSpan(value) ?? refuse('edtf.no_such_day', { text });
  }
}

function intervalSpan(value: EdtfInterval, text: string): Span {
  const from = isPoint(value.from) ? valueSpan(value.from, text) : null;
  const to = isPoint(value.to) ? valueSpan(value.to, text) : null;
  const earliest = from?.earliest ?? null;
  const latest = to?.latest ?? null;
  if (earliest !== null && latest !== null && earliest > latest) refuse('edtf.interval_backwards', { text });
  return { earliest, latest };
}

/** The smallest (direction -1) or largest day; null as soon as one member has no bound. */
function extreme(days: readonly (string | null)[], direction: 1 | -1): string | null {
  let best: string | null = null;
  for (const day of days) {
    if (day === null) return null;
    if (best === null || (direction === 1 ? day > best : day < best)) best = day;
  }
  return best;
}

/**
 * The rule of seasons: meteorological, northern hemisphere. "Winter 2022" is said of both winters that touch 2022,
 * so its span holds both.
 */
const seasonDays = {
  '21': { from: [0, '03-01'], to: [0, '05-31'] },
  '22': { from: [0, '06-01'], to: [0, '08-31'] },
  '23': { from: [0, '09-01'], to: [0, '11-30'] },
  '24': { from: [-1, '12-01'], to: [1, '02'] },
} as const;

/** The days a point can mean; null when no calendar day fits it (30 February). */
export function pointSpan(point: EdtfPoint): Span | null {
  if (point.kind === 'season') {
    const year = Number(point.year);
    if (year < 1 || year > 9998) return null;
    const { from, to } = seasonDays[point.season];
    const last = to[1] === '02' ? `02-${String(daysInMonth(year + to[0], 2))}` : to[1];
    return { earliest: `${pad(year + from[0], 4)}-${from[1]}`, latest: `${pad(year + to[0], 4)}-${last}` };
  }
  const earliest = firstFit(point, 1);
  const latest = firstFit(point, -1);
  if (earliest === null || latest === null) return null;
  return point.year === 'XXXX' ? { earliest: null, latest: null } : { earliest, latest };
}

/** Days of a month of the proleptic Gregorian calendar; month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Walks the calendar forward (1) or backward (-1) to the first day that fits the pattern. At most 10,000 years. */
function firstFit(point: { year: string; month: string | null; day: string | null }, step: 1 | -1): string | null {
  const months = candidates(point.month, 1, 12, step);
  const days = candidates(point.day, 1, 31, step);
  const low = Number(point.year.replaceAll('X', '0'));
  const high = Number(point.year.replaceAll('X', '9'));
  const yearFits = fits(point.year);
  for (let year = step === 1 ? low : high; year >= low && year <= high; year += step) {
    if (!yearFits(pad(year, 4))) continue;
    for (const month of months) {
      const length = daysInMonth(year, month);
      const day = days.find((candidate) => candidate <= length);
      if (day !== undefined) return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
    }
  }
  return null;
}

function candidates(pattern: string | null, low: number, high: number, step: 1 | -1): readonly number[] {
  const fit = fits(pattern ?? 'XX');
  const all: number[] = [];
  for (let value = low; value <= high; value++) if (fit(pad(value, 2))) all.push(value);
  return step === 1 ? all : all.reverse();
}

function fits(pattern: string): (digits: string) => boolean {
  const form = new RegExp(`^${pattern.replaceAll('X', '\\d')}$`);
  return (digits) => form.test(digits);
}

/** A whole number with leading zeros. */
export function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
