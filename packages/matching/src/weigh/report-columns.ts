import { placeKeys, type PlaceKeys } from '@imena/names';
import { birthYears, firstBirthYear, oldestAge } from '../evidence/age.ts';
import { colouringCode } from './colouring-code.ts';
import { describedBy, isDental, saysMore, termKeys } from '../evidence/described-thing.ts';
import { chartKey, type ToothChart } from '../evidence/tooth-chart.ts';
import type { NumberedThing } from '../evidence/numbers.ts';
import { nothingThere } from '../evidence/traits.ts';
import { shortestCm, tallestCm } from '../evidence/stature.ts';
import { traitKinds, type DaySpan, type FoundRemains, type MissingReport, type TraitKind, type YearSpan } from '../records/types.ts';
import type { Population } from './population.ts';

/**
 * All reports as columns of codes, so that a pair is weighed by looking up one number a column. Code 0 = not reported.
 * `birth`: 1..130 year of birth - 1899, then age + 131, then number of the span of years; `height`: cm - 39; `sex`: 1 M,
 * 2 F; `military`: 1 no, 2 yes; `hair`, `eyes`: see `colouringCode`; `seen`: day - first day + 1, then number of the span
 * of days; the others: number of what is listed + 1.
 */
export interface ReportColumns {
  readonly count: number;
  readonly birth: Int16Array;
  readonly height: Int16Array;
  readonly sex: Uint8Array;
  readonly place: Int32Array;
  readonly military: Uint8Array;
  readonly seen: Int32Array;
  readonly hair: Uint8Array;
  readonly eyes: Uint8Array;
  readonly marks: Int32Array;
  readonly clothing: Int32Array;
  readonly belongings: Int32Array;
  readonly teeth: Int32Array;
  readonly numbers: Int32Array;
  readonly places: readonly PlaceKeys[];
  readonly traitLists: Readonly<Record<TraitKind, readonly (readonly string[])[]>>;
  /** Of each list of marks whether its report has a chart of teeth. */
  readonly marksWithChart: readonly boolean[];
  readonly charts: readonly ToothChart[];
  readonly numberLists: readonly (readonly NumberedThing[])[];
  readonly birthSpans: readonly YearSpan[];
  readonly seenSpans: readonly DaySpan[];
}

/** Codes every report for lookup. Cost: one pass. */
export function codeReports(reports: readonly MissingReport[], population: Population): ReportColumns {
  const places = new Numbering<PlaceKeys>();
  const traits = { marks: new Numbering<readonly string[]>(), clothing: new Numbering<readonly string[]>(), belongings: new Numbering<readonly string[]>() };
  const charts = new Numbering<ToothChart>();
  const marksWithChart: boolean[] = [];
  const numbers = new Numbering<readonly NumberedThing[]>();
  const birthSpans = new Numbering<YearSpan>();
  const seenSpans = new Numbering<DaySpan>();
  const count = reports.length;
  const columns = {
    birth: new Int16Array(count), height: new Int16Array(count), sex: new Uint8Array(count), place: new Int32Array(count),
    military: new Uint8Array(count), seen: new Int32Array(count), hair: new Uint8Array(count), eyes: new Uint8Array(count), marks: new Int32Array(count),
    clothing: new Int32Array(count), belongings: new Int32Array(count), teeth: new Int32Array(count), numbers: new Int32Array(count),
  };
  reports.forEach((report, i) => {
    columns.birth[i] = birthCode(report, birthSpans);
    columns.height[i] = report.heightCm === null ? 0 : clamp(Math.round(report.heightCm), shortestCm, tallestCm) - shortestCm + 1;
    columns.sex[i] = report.sex === null ? 0 : report.sex === 'M' ? 1 : 2;
    columns.place[i] = placeCode(report, places);
    columns.military[i] = report.isMilitary === null ? 0 : report.isMilitary ? 2 : 1;
    columns.seen[i] = seenCode(report, population, seenSpans);
    const colouring = colouringCode(report);
    columns.hair[i] = colouring.hair;
    columns.eyes[i] = colouring.eyes;
    for (const kind of ['marks', 'clothing', 'belongings'] as const) {
      const key = traitKey(kind, report);
      if (key !== null) columns[kind][i] = traits[kind].of(kind === 'marks' && hasChart(report) ? `${key} with chart` : key, () => termsOf(key)) + 1;
      if (key !== null && kind === 'marks') marksWithChart[(columns.marks[i] ?? 1) - 1] = hasChart(report);
    }
    const { teeth } = report;
    columns.teeth[i] = teeth === null || teeth.size === 0 ? 0 : charts.of(chartKey(teeth), () => teeth) + 1;
    columns.numbers[i] = report.numbers.length === 0 ? 0 : numbers.of(numbersKey(report.numbers), () => report.numbers) + 1;
  });
  return {
    count, ...columns, places: places.values, traitLists: { marks: traits.marks.values, clothing: traits.clothing.values, belongings: traits.belongings.values },
    marksWithChart, charts: charts.values, numberLists: numbers.values, birthSpans: birthSpans.values, seenSpans: seenSpans.values,
  };
}

/** Codes of single years and ages; spans of years have those after. */
export const birthCodes = 1 + birthYears + oldestAge + 1;

function birthCode({ birth, birthYears: span, age }: MissingReport, spans: Numbering<YearSpan>): number {
  if (span !== null) return birthCodes + spans.of(`${span.from ?? ''}/${span.to ?? ''}${span.isDoubtful ? '?' : ''}`, () => span);
  // A year that nobody living was born in is a slip of the pen: the age says more, if there is one.
  if (birth !== null && birth.year >= firstBirthYear && birth.year < firstBirthYear + birthYears) return birth.year - firstBirthYear + 1;
  return age === null ? 0 : clamp(Math.floor(age), 0, oldestAge) + birthYears + 1;
}

function placeCode({ place, street }: MissingReport, places: Numbering<PlaceKeys>): number {
  if (place === null) return 0;
  const keys = placeKeys(place, street);
  return places.of(`${keys.settlement}|${keys.street ?? ''}`, () => keys) + 1;
}

/** Outside the days that the tables cover nothing is said. */
function seenCode({ lastSeen, lastSeenSpan }: MissingReport, { deathDays: { firstDay, count } }: Population, spans: Numbering<DaySpan>): number {
  if (lastSeenSpan !== null) return 1 + count + spans.of(`${lastSeenSpan.from ?? ''}/${lastSeenSpan.to ?? ''}`, () => lastSeenSpan);
  return lastSeen === null || lastSeen < firstDay || lastSeen >= firstDay + count ? 0 : lastSeen - firstDay + 1;
}

/** The key of a list of described things; null where it is not there for a reason that says nothing. */
export function traitKey(kind: TraitKind, row: Pick<MissingReport | FoundRemains, TraitKind | 'absences' | 'isMilitary'>): string | null {
  const { absences, isMilitary } = row;
  const absence = absences[kind];
  const keys = namedOnce(kind, row);
  // A uniform is read as a sign of service where service is said: not once more as a garment.
  if (keys.length > 0 || absence === undefined) return listKey(kind !== 'marks' && isMilitary !== null ? keys.filter((key) => !isUniform(key)) : keys);
  return absence === 'absent' ? nothingThere : null;
}

/** Whether a chart of teeth is there that can be compared. */
export function hasChart({ teeth }: Pick<MissingReport | FoundRemains, 'teeth'>): boolean {
  return teeth !== null && teeth.size > 0;
}

/** The keys of one list without things that are named in a field before it: a ring among marks, clothing and belongings counts once. */
function namedOnce(kind: TraitKind, row: Pick<MissingReport | FoundRemains, TraitKind>): readonly string[] {
  let own = keysOf(row[kind]);
  for (const before of traitKinds) {
    if (before === kind || own.length === 0) break;
    if (row[before].length === 0) continue;
    const named = keysOf(row[before]).map((key) => describedBy(key).thing);
    own = own.filter((key) => !named.includes(describedBy(key).thing));
  }
  return own;
}

function keysOf(texts: readonly string[]): readonly string[] {
  const [first, ...more] = texts;
  return first === undefined ? [] : more.reduce<readonly string[]>((keys, text) => [...keys, ...termKeys(text)], termKeys(first));
}

/**
 * The terms of a list as one key; equal lists in any order have the same. One thing described twice (`jacket`, `black
 * jacket`) is one thing: the description that says more stays.
 * @param all - keys of `termKeys`
 */
export function listKey(all: readonly string[]): string {
  if (all.length < 2) return all[0] ?? '';
  const keys = [...new Set(all)].sort();
  return keys.filter((key) => !keys.some((other) => saysMore(other, key))).join('|');
}

function isUniform(key: string): boolean {
  const { thing, qualities } = describedBy(key);
  return thing === 'uniform' || thing === 'camouflage' || qualities.pattern?.includes('camouflage') === true;
}

/** The terms of a key made by `listKey`. */
export function termsOf(key: string): string[] {
  return key === '' ? [] : key.split('|');
}

/** The marks that no chart of teeth tells of: where both sides have one, a missing tooth counts there and not once more. */
export function withoutTeeth(terms: readonly string[]): readonly string[] {
  return terms.some(isDental) ? terms.filter((term) => !isDental(term)) : terms;
}

function numbersKey(numbers: readonly NumberedThing[]): string {
  return numbers.map(({ kind, number }) => `${kind} ${number}`).sort().join('|');
}

class Numbering<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<string, number>();

  of(key: string, make: () => T): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.values.push(make()) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
