import { birthYears, firstBirthYear, oldestAge } from '../evidence/age.ts';
import { shortestCm, tallestCm } from '../evidence/stature.ts';
import { termKey } from '../evidence/terms.ts';
import type { MissingReport } from '../records/types.ts';
import { placeKey } from './place-key.ts';
import type { Population } from './population.ts';

/**
 * All reports as columns of codes, so that a pair is weighed by looking up one number a column. Code 0 = not reported.
 * `birth`: 1..130 year of birth - 1899, from 131 age + 131; `height`: cm - 39; `sex`: 1 M, 2 F; `place`: number of the
 * place + 1; `military`: 1 no, 2 yes; `seen`: day - first day + 1; `marks`, `clothing`: number of the list of terms.
 */
export interface ReportColumns {
  readonly count: number;
  readonly birth: Int16Array;
  readonly height: Int16Array;
  readonly sex: Uint8Array;
  readonly place: Int32Array;
  readonly military: Uint8Array;
  readonly seen: Int32Array;
  readonly marks: Int32Array;
  readonly clothing: Int32Array;
  readonly places: readonly string[];
  readonly markLists: readonly (readonly string[])[];
  readonly clothingLists: readonly (readonly string[])[];
}

/** Codes every report for lookup. Cost: one pass. */
export function codeReports(reports: readonly MissingReport[], population: Population): ReportColumns {
  const places = new Numbering();
  const marks = new Numbering();
  const clothing = new Numbering();
  const count = reports.length;
  const columns = {
    birth: new Int16Array(count), height: new Int16Array(count), sex: new Uint8Array(count), place: new Int32Array(count),
    military: new Uint8Array(count), seen: new Int32Array(count), marks: new Int32Array(count), clothing: new Int32Array(count),
  };
  reports.forEach((report, i) => {
    columns.birth[i] = birthCode(report);
    columns.height[i] = report.heightCm === null ? 0 : clamp(Math.round(report.heightCm), shortestCm, tallestCm) - shortestCm + 1;
    columns.sex[i] = report.sex === null ? 0 : report.sex === 'M' ? 1 : 2;
    columns.place[i] = report.place === null ? 0 : places.of(placeKey(report.place)) + 1;
    columns.military[i] = report.isMilitary === null ? 0 : report.isMilitary ? 2 : 1;
    columns.seen[i] = seenCode(report, population);
    columns.marks[i] = marks.of(listKey(report.marks));
    columns.clothing[i] = clothing.of(listKey(report.clothing));
  });
  return { count, ...columns, places: places.keys, markLists: marks.keys.map(termsOf), clothingLists: clothing.keys.map(termsOf) };
}

function birthCode(report: MissingReport): number {
  if (report.birth !== null) return clamp(report.birth.year - firstBirthYear, 0, birthYears - 1) + 1;
  return report.age === null ? 0 : clamp(Math.floor(report.age), 0, oldestAge) + birthYears + 1;
}

/** Outside the days that the tables cover nothing is said. */
function seenCode({ lastSeen }: MissingReport, { deathDays: { firstDay, count } }: Population): number {
  return lastSeen === null || lastSeen < firstDay || lastSeen >= firstDay + count ? 0 : lastSeen - firstDay + 1;
}

/** The terms of a list as one key; equal lists in any order have the same. */
export function listKey(texts: readonly string[]): string {
  return [...new Set(texts.map(termKey))].filter((key) => key !== '').sort().join('|');
}

/** The terms of a key made by `listKey`. */
export function termsOf(key: string): string[] {
  return key === '' ? [] : key.split('|');
}

class Numbering {
  readonly keys: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.keys.push(key) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
