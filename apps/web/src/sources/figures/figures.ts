import type { Subject } from '@imena/record';
import { listOf, recordOf, textOf } from '../../format/read-json.ts';

/** One figure of one statement, as a picture needs it. */
export interface Figure {
  readonly claim: string;
  /** What was counted, as the statement says it. */
  readonly unit: string;
  readonly bound: string;
  readonly value: number;
  /** Upper end of a range; undefined for a single value. */
  readonly upper?: number;
  /** Days since 1970 on which it was said, first and last possible; null where nobody knows. */
  readonly said: { readonly first: number; readonly last: number } | null;
  /** Which way the true number may lie: `at least` opens upwards, `at most` downwards. */
  readonly open: 'up' | 'down' | 'both' | 'none';
  readonly quantity: Readonly<Record<string, unknown>>;
}

const openings: Readonly<Record<string, Figure['open']>> = { at_least: 'up', more_than: 'up', at_most: 'down', less_than: 'down', up_to: 'down', approx: 'both', vague: 'both' };
const dayMs = 86_400_000;

/** The first and last day that an EDTF text of a day, month or year can mean; null for all else. */
export function daysOf(edtf: string | undefined): Figure['said'] {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/.exec(edtf ?? '');
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  // EDTF writes seasons as months from 21 on.
  if (month !== undefined && month > 12) return null;
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const after = day !== undefined ? first + dayMs : month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1);
  return { first: first / dayMs, last: after / dayMs - 1 };
}

/** A day since 1970 as an ISO day. */
export function isoDayOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** All counts in the statements, labels left out: a number on a cross is no count. */
export function figuresOf(claims: readonly Subject[]): Figure[] {
  return claims.flatMap((claim) => listOf(claim.fields['quantities']?.[0]?.value).flatMap((one): Figure[] => {
    const quantity = recordOf(one);
    const value = Number(textOf(quantity['value']) ?? NaN);
    if (quantity['ordinal'] === true || !Number.isFinite(value)) return [];
    const bound = textOf(quantity['bound']) ?? 'exact';
    const upper = Number(textOf(quantity['value2']) ?? NaN);
    return [{
      claim: claim.id, unit: textOf(quantity['unit']) ?? '', bound, value, ...(bound === 'range' && Number.isFinite(upper) ? { upper } : {}),
      said: daysOf(textOf(claim.fields['saidOn']?.[0]?.value)), open: openings[bound] ?? 'none', quantity,
    }];
  }));
}

/** The plural under which figures of one thing counted stand together; mass graves are places with graves' own numbers and come first. */
const unitNames: readonly (readonly [RegExp, string])[] = [
  [/(?:grave|burial|mass) sites?$|^sites?$|mass (?:graves?|burials?)$|(?:масов|братськ)\S* (?:могил|похован)|місц\S* похован/, 'burial sites'],
  [/graves?$|burials?$|могил/, 'graves'], [/missing|зникл/, 'missing persons'], [/(?:bod(?:y|ies)|corpses?|remains|skeletons?)$|тіл|останк/, 'bodies'],
  [/^(?:deaths?|dead|victims?|fatalities|killed)$|загибл/, 'dead'], [/(?:residents?|inhabitants?)$|мешкан|жител/, 'residents'],
];

/** What a figure counts: `440 unmarked graves` and `445 graves` are graves, bodies and body bags are two. Other units stand under their own words. */
export function unitNameOf(unit: string): string {
  // What is counted stands in front: bodies in a mass grave are bodies.
  const word = unit.trim().toLowerCase().split(/ (?:in|from|at) /)[0] ?? '';
  return unitNames.find(([pattern]) => pattern.test(word))?.[1] ?? word;
}

/** Lengths of time, of way, of a life: they count nothing that a site holds. */
function isMeasure(unit: string): boolean {
  return /^(?:(?:year|month|week|day|hour|minute)s?(?: of age)?|percent|fraction|miles?|(?:kilo)?met(?:re|er)s?|km|acres?|hectares?)$/.test(unit);
}

export interface UnitFigures {
  readonly unit: string;
  readonly figures: readonly Figure[];
}

/** Figures by unit: first what the register counts itself, last lengths of time and way, between them the unit with most figures; within it by day, undated ones last. */
export function byUnit(figures: readonly Figure[]): readonly UnitFigures[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) groups.set(unitNameOf(figure.unit), [...(groups.get(unitNameOf(figure.unit)) ?? []), figure]);
  const rank = (unit: string): number => (registerKindOf(unit) !== undefined ? 0 : isMeasure(unit) ? 2 : 1);
  const day = (figure: Figure): number => figure.said?.first ?? Number.POSITIVE_INFINITY;
  return [...groups]
    .map(([unit, members]) => ({ unit, figures: members.toSorted((a, b) => (day(a) === day(b) ? a.value - b.value : day(a) - day(b))) }))
    .sort((a, b) => rank(a.unit) - rank(b.unit) || b.figures.length - a.figures.length || (a.unit < b.unit ? -1 : 1));
}

export type CountedKind = 'grave' | 'remains' | 'person';

/** The kind of subject that the register itself counts in a unit; undefined where it counts nothing of the sort. */
export function registerKindOf(unit: string): CountedKind | undefined {
  return ({ graves: 'grave', bodies: 'remains', 'missing persons': 'person' } as const)[unitNameOf(unit)];
}

/** Lowest and highest figure; never a sum, never a mean. Null without figures. */
export function rangeOf(figures: readonly Figure[]): { readonly low: number; readonly high: number } | null {
  if (figures.length === 0) return null;
  return { low: Math.min(...figures.map((one) => one.value)), high: Math.max(...figures.map((one) => one.upper ?? one.value)) };
}

/** Marks of an axis from zero: round steps of 1, 2 or 5 times a power of ten, at most six. */
export function axisMarks(largest: number): number[] {
  if (largest <= 0) return [0, 1];
  const rough = largest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power * 10;
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, at) => at * step);
}
