import { weightBesidesName } from '../weigh/add-up.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import { highest } from '../weigh/report-rows.ts';

/** Reports gathered by place and week of last seen and sex, in these by birth, so that whole groups can be passed over by a bound. */
export interface Buckets {
  readonly order: Int32Array;
  /** Groups of bucket b: `groups[b] .. groups[b + 1]`. */
  readonly groups: Int32Array;
  readonly places: Int32Array;
  readonly weeks: Int32Array;
  readonly sexes: Uint8Array;
  /** Reports of group g: `order[starts[g] .. starts[g + 1])`, with codes of birth that begin alike. */
  readonly starts: Int32Array;
  readonly births: Int32Array;
  /** Codes of the reports in that order, so that a bucket is read from end to end. */
  readonly birth: Int16Array;
  readonly marks: Int32Array;
  readonly clothing: Int32Array;
}

const days = 7;
/** 2^3 codes of birth are one group. */
const birthBits = 3;

/** Gathers the reports of a list. Cost: one sort. */
export function gatherBuckets(columns: ReportColumns): Buckets {
  const weeks = Int32Array.from(columns.seen, (code) => Math.ceil(code / days));
  const { place, sex, birth } = columns;
  const by = (column: ArrayLike<number>, a: number, b: number): number => (column[a] ?? 0) - (column[b] ?? 0);
  const order = Int32Array.from({ length: columns.count }, (_, i) => i).sort((a, b) => by(place, a, b) || by(weeks, a, b) || by(sex, a, b) || by(birth, a, b) || a - b);
  const buckets: number[] = [];
  const groups: number[] = [];
  const starts: number[] = [];
  order.forEach((report, at) => {
    const before = order[at - 1];
    const isSame = (column: ArrayLike<number>): boolean => before !== undefined && column[before] === column[report];
    const isBucket = !isSame(place) || !isSame(weeks) || !isSame(sex);
    if (isBucket) {
      buckets.push(report);
      groups.push(starts.length);
    }
    if (isBucket || before === undefined || (birth[before] ?? 0) >> birthBits !== (birth[report] ?? 0) >> birthBits) starts.push(at);
  });
  groups.push(starts.length);
  const births = Int32Array.from(starts, (at) => (birth[order[at] ?? 0] ?? 0) >> birthBits);
  starts.push(columns.count);
  const ofOrder = (column: ArrayLike<number>) => (report: number): number => column[report] ?? 0;
  return {
    order, groups: Int32Array.from(groups), places: Int32Array.from(buckets, ofOrder(place)), weeks: Int32Array.from(buckets, ofOrder(weeks)), sexes: Uint8Array.from(buckets, ofOrder(sex)),
    starts: Int32Array.from(starts), births, birth: Int16Array.from(order, ofOrder(birth)), marks: order.map(ofOrder(columns.marks)), clothing: order.map(ofOrder(columns.clothing)),
  };
}

/** How far below the highest bound buckets are looked at, step by step; sorting them all would cost more. */
const depths = [0.5, 1, 2, 3, 5, Infinity];
/** A thousandth for the rounding of tables in single precision. */
const slack = 1e-3;

/**
 * The reports with the highest weights besides the name, best first and of equal ones in the order of the list, exactly,
 * as far as they reach `atLeast` (log10): buckets are looked at from the highest bound down, and none whose bound lies
 * below the last of the best so far; inside a bucket birth, marks and clothing rule most reports out.
 */
export function searchBuckets(tables: RemainsTables, columns: ReportColumns, { buckets, most, atLeast = -Infinity }: { readonly buckets: Buckets; readonly most: number; readonly atLeast?: number }): number[] {
  const { order, groups, starts, places, weeks, sexes, births, birth, marks, clothing } = buckets;
  const { marks: markWeights, clothing: clothes } = tables;
  const { byCode, byGroup, most: birthMost } = birthBounds(tables);
  const described = highest(markWeights) + highest(clothes);
  const rest = highest(tables.military) + birthMost + described + highest(tables.hair) + highest(tables.eyes) + highest(tables.teeth) + highest(tables.numbers) + highest(tables.belongings);
  const bySex = [0, 1, 2].map((sex) => (tables.sex?.[sex] ?? 0) + highest(tables.height?.[sex] ?? null));
  const byWeek = weekBounds(tables.seen);
  const bounds = boundsFor(places.length);
  let top = -Infinity;
  for (let b = 0; b < places.length; b++) {
    const bound = rest + (bySex[sexes[b] ?? 0] ?? 0) + (tables.place?.[places[b] ?? 0] ?? 0) + (byWeek[weeks[b] ?? 0] ?? 0);
    bounds[b] = bound;
    if (bound > top) top = bound;
  }
  const found: { report: number; weight: number }[] = [];
  let least = atLeast;
  const look = (from: number, to: number, bound: number): void => {
    for (let at = from; at < to; at++) {
      let reach = bound + (byCode[birth[at] ?? 0] ?? 0);
      if (reach < least) continue;
      reach -= described;
      if (markWeights !== null) reach += markWeights[marks[at] ?? 0] ?? 0;
      if (clothes !== null) reach += clothes[clothing[at] ?? 0] ?? 0;
      if (reach < least) continue;
      const one = { report: order[at] ?? 0, weight: weightBesidesName(tables, columns, order[at] ?? 0) };
      if (one.weight < least) continue;
      let place = found.length;
      for (let before = found[place - 1]; before !== undefined && byWeight(one, before) < 0; before = found[place - 1]) place--;
      if (place >= most) continue;
      found.splice(place, 0, one);
      if (found.length > most) found.pop();
      if (found.length >= most) least = found.at(-1)?.weight ?? least;
    }
  };
  let above = Infinity;
  for (const depth of depths) {
    if (above < least - slack) break;
    const from = top - depth;
    for (let b = 0; b < places.length; b++) {
      const bound = bounds[b] ?? 0;
      if (bound < from || bound >= above || bound < least - slack) continue;
      const besides = bound - birthMost + slack;
      const end = groups[b + 1] ?? 0;
      for (let g = groups[b] ?? 0; g < end; g++) if (besides + (byGroup[births[g] ?? 0] ?? 0) >= least) look(starts[g] ?? 0, starts[g + 1] ?? 0, besides);
    }
    above = from;
  }
  return found.map(({ report }) => report);
}

function byWeight(a: { readonly report: number; readonly weight: number }, b: { readonly report: number; readonly weight: number }): number {
  return b.weight - a.weight || a.report - b.report;
}

/** What was written of the birth and the examiner's age say together: by code, the most by group of codes, and the most of all. */
function birthBounds({ birth, age }: RemainsTables): { readonly byCode: Float64Array; readonly byGroup: Float64Array; readonly most: number } {
  const length = Math.max(1, birth?.length ?? 0, age?.length ?? 0);
  const byCode = new Float64Array(length);
  const byGroup = new Float64Array(1 + (length >> birthBits)).fill(-Infinity);
  let most = 0;
  for (let code = 0; code < length; code++) {
    const weight = (birth?.[code] ?? 0) + (age?.[code] ?? 0);
    byCode[code] = weight;
    if (weight > (byGroup[code >> birthBits] ?? 0)) byGroup[code >> birthBits] = weight;
    if (weight > most) most = weight;
  }
  return { byCode, byGroup, most };
}

/** Used again by each search. */
let kept = new Float32Array();

function boundsFor(buckets: number): Float32Array {
  if (kept.length < buckets) kept = new Float32Array(2 * buckets);
  return kept;
}

/** Tables of days that many individuals share are gathered into weeks once. */
const weeksKnown = new WeakMap<Float32Array, Float32Array>();

/** Highest weight of each week; week 0 = not reported, neutral. */
function weekBounds(seen: Float32Array | null): Float32Array {
  if (seen === null) return new Float32Array(1);
  const known = weeksKnown.get(seen);
  if (known !== undefined) return known;
  const bounds = new Float32Array(Math.ceil((seen.length - 1) / days) + 1).fill(-Infinity);
  bounds[0] = 0;
  for (let code = 1; code < seen.length; code++) {
    const week = Math.ceil(code / days);
    bounds[week] = Math.max(bounds[week] ?? -Infinity, seen[code] ?? 0);
  }
  weeksKnown.set(seen, bounds);
  return bounds;
}
