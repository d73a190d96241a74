import type { Json } from '@imena/problem';
import { codeLists } from '@imena/record';
import { plainNumber, shortestNumber, type NumberedThing } from '../evidence/numbers.ts';
import { chartOf, toothFindings, type FindingOfTooth, type ToothChart } from '../evidence/tooth-chart.ts';
import { readBirth, readDays } from '../records/read-date.ts';
import type { Absence, DaySpan, Sex, StatedDate, YearSpan } from '../records/types.ts';

/** Values of register fields as `imena match` reads them; what is not of the form says nothing. */

export function sexOf(value: Json | undefined): Sex | null {
  return value === 'male' ? 'M' : value === 'female' ? 'F' : null;
}

/** Year, month and day as far as all readings of a date agree, else the years it leaves open. */
export function birthOf(value: Json | undefined): { readonly birth: StatedDate | null; readonly birthYears: YearSpan | null } {
  const edtf = text(value);
  return (edtf === null ? null : readBirth(edtf)) ?? { birth: null, birthYears: null };
}

/** Days since 1970-01-01 of a date: the middle of a short span, and the span. */
export function daysOf(value: Json | undefined): { readonly middle: number | null; readonly span: DaySpan | null } {
  const edtf = text(value);
  return (edtf === null ? null : readDays(edtf)) ?? { middle: null, span: null };
}

/** First and last day of a date, one day being both. */
export function boundsOf(value: Json | undefined): DaySpan | null {
  const { middle, span } = daysOf(value);
  return span ?? (middle === null ? null : { from: middle, to: middle });
}

/** A line of description as the things it lists. */
export function partsOf(value: Json | undefined): string[] {
  return (text(value) ?? '').split(/[;,]/u).map((part) => part.trim()).filter((part) => part !== '');
}

export function militaryOf(value: Json | undefined): boolean | null {
  return value === 'military' ? true : value === 'civilian' || value === 'police' ? false : null;
}

/** Numbers long enough to tell people apart. */
export function numbersOf(value: Json | undefined): NumberedThing[] {
  return list(value).flatMap((item) => {
    const { thing, number } = record(item);
    const known = codeLists.numberedKinds.find((one) => one === thing);
    const plain = typeof number === 'string' ? plainNumber(number) : '';
    return known === undefined || plain.length < shortestNumber ? [] : [{ kind: known, number: plain }];
  });
}

export function toothChartOf(value: Json | undefined): ToothChart | null {
  const charted = Object.entries(record(value)).flatMap(([tooth, findings]) => (Array.isArray(findings) ? [[tooth, findings.flatMap(findingOf)] as const] : []));
  return charted.length === 0 ? null : chartOf(new Map(charted));
}

function findingOf(value: Json): FindingOfTooth[] {
  const { finding, surfaces } = record(value);
  const known = toothFindings.find((one) => one === finding);
  return known === undefined ? [] : [{ finding: known, surfaces: text(surfaces) ?? '' }];
}

/** Why there is no value, where that is stated. */
export function absenceOf(value: Json | undefined): Absence | null {
  return codeLists.absences.find((reason) => reason === record(value)['absent']) ?? null;
}

export function interval(value: Json | undefined): { low: number; high: number } | null {
  const { low, high } = record(value);
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
}

export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

export function record(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};
}

export function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Words of a place; a point alone says nothing here. */
export function placeWords(value: Json | undefined): string | null {
  return text(record(value)['asSaid']);
}
