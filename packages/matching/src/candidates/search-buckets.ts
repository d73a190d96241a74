import { weightBesidesName } from '../weigh/add-up.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import { highest } from '../weigh/report-rows.ts';

/** Reports gathered by place and week of last seen and sex, so that whole groups can be passed over by a bound. */
export interface Buckets {
  readonly order: Int32Array;
  /** Reports of bucket b: `order[starts[b] .. starts[b + 1])`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly weeks: Int32Array;
  readonly sexes: Uint8Array;
  /** Codes of the reports in that order, so that a bucket is read from end to end. */
  readonly birth: Int16Array;
  readonly marks: Int32Array;
  readonly clothing: Int32Array;
}

const days = 7;

/** Gathers the reports of a list. Cost: one sort. */
export function gatherBuckets(columns: ReportColumns): Buckets {
  const weekOf = (i: number): number => Math.ceil((columns.seen[i] ?? 0) / days);
  const order = Int32Array.from({ length: columns.count }, (_, i) => i).sort((a, b) => (columns.place[a] ?? 0) - (columns.place[b] ?? 0) || weekOf(a) - weekOf(b) || (columns.sex[a] ?? 0) - (columns.sex[b] ?? 0) || a - b);
  const sexes: number[] = [];
  const starts: number[] = [];
  const places: number[] = [];
  const weeks: number[] = [];
  order.forEach((report, at) => {
    const place = columns.place[report] ?? 0;
    const week = weekOf(report);
    const sex = columns.sex[report] ?? 0;
    if (at > 0 && places.at(-1) === place && weeks.at(-1) === week && sexes.at(-1) === sex) return;
    sexes.push(sex);
    starts.push(at);
    places.push(place);
    weeks.push(week);
  });
  starts.push(columns.count);
  return {
    order, starts: Int32Array.from(starts), places: Int32Array.from(places), weeks: Int32Array.from(weeks), sexes: Uint8Array.from(sexes),
    birth: Int16Array.from(order, (report) => columns.birth[report] ?? 0), marks: order.map((report) => columns.marks[report] ?? 0), clothing: order.map((report) => columns.clothing[report] ?? 0),
  };
}

/** How far below the highest bound buckets are looked at, step by step; sorting them all would cost more. */
const depths = [0.5, 1, 2, 3, 5, Infinity];
/** A thousandth for the rounding of tables in single precision. */
const slack = 1e-3;

/**
 * The reports with the highest weights besides the name, best first, exactly, as far as they reach `atLeast` (log10):
 * buckets are looked at from the highest bound down, and none whose bound lies below the last of the best so far; inside
 * a bucket year of birth, marks and clothing rule most reports out.
 */
export function searchBuckets(tables: RemainsTables, columns: ReportColumns, { buckets, most, atLeast = -Infinity }: { readonly buckets: Buckets; readonly most: number; readonly atLeast?: number }): number[] {
  const { order, starts, places, weeks, sexes, birth, marks, clothing } = buckets;
  const { birth: births, marks: markWeights, clothing: clothes } = tables;
  const [birthsMost, described] = [highest(births), highest(markWeights) + highest(clothes)];
  const rest = highest(tables.military) + birthsMost + highest(tables.age) + described + highest(tables.hair) + highest(tables.eyes) + highest(tables.teeth) + highest(tables.numbers) + highest(tables.belongings);
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
  const look = (b: number): void => {
    const bound = (bounds[b] ?? 0) - birthsMost + slack;
    const end = starts[b + 1] ?? 0;
    for (let at = starts[b] ?? 0; at < end; at++) {
      let reach = bound;
      if (births !== null) reach += births[birth[at] ?? 0] ?? 0;
      if (reach < least) continue;
      reach -= described;
      if (markWeights !== null) reach += markWeights[marks[at] ?? 0] ?? 0;
      if (clothes !== null) reach += clothes[clothing[at] ?? 0] ?? 0;
      if (reach < least) continue;
      const report = order[at] ?? 0;
      const weight = weightBesidesName(tables, columns, report);
      const last = found.length >= most ? found.at(-1) : undefined;
      if (weight < least || (last !== undefined && (weight < last.weight || (weight === last.weight && report > last.report)))) continue;
      let place = found.length;
      for (let before = found[place - 1]; before !== undefined && (before.weight < weight || (before.weight === weight && before.report > report)); before = found[place - 1]) place--;
      found.splice(place, 0, { report, weight });
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
      if (bound >= from && bound < above && bound >= least - slack) look(b);
    }
    above = from;
  }
  return found.map(({ report }) => report);
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
