import { weightBesidesName } from '../weigh/add-up.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';

/** Reports gathered by place and week of last seen and sex, so that whole groups can be passed over by a bound. */
export interface Buckets {
  readonly order: Int32Array;
  /** Reports of bucket b: `order[starts[b] .. starts[b + 1])`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly weeks: Int32Array;
  readonly sexes: Uint8Array;
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
  return { order, starts: Int32Array.from(starts), places: Int32Array.from(places), weeks: Int32Array.from(weeks), sexes: Uint8Array.from(sexes) };
}

/** How far below the highest bound buckets are looked at, step by step; sorting them all would cost more. */
const depths = [0.5, 1, 2, 3, 5, Infinity];

/**
 * The reports with the highest weights besides the name, best first, exactly, as far as they reach `atLeast` (log10):
 * buckets are looked at from the highest bound down, and none whose bound lies below the last of the best so far; inside
 * a bucket year of birth, marks and clothing rule most reports out.
 */
export function searchBuckets(tables: RemainsTables, columns: ReportColumns, { buckets, most, atLeast = -Infinity }: { readonly buckets: Buckets; readonly most: number; readonly atLeast?: number }): number[] {
  const { order, starts, places, weeks, sexes } = buckets;
  const { birth, marks, clothing } = tables;
  const [births, marksMost, clothingMost] = [highest(birth), highest(marks), highest(clothing)];
  const rest = highest(tables.military) + births + highest(tables.age) + marksMost + clothingMost + highest(tables.hair) + highest(tables.eyes) + highest(tables.teeth) + highest(tables.numbers) + highest(tables.belongings);
  const bySex = [0, 1, 2].map((sex) => (tables.sex?.[sex] ?? 0) + highest(tables.height?.[sex] ?? null));
  const byWeek = weekBounds(tables.seen);
  const bounds = new Float32Array(places.length);
  let top = -Infinity;
  for (let b = 0; b < bounds.length; b++) {
    const bound = rest + (bySex[sexes[b] ?? 0] ?? 0) + (tables.place?.[places[b] ?? 0] ?? 0) + (byWeek[weeks[b] ?? 0] ?? 0);
    bounds[b] = bound;
    if (bound > top) top = bound;
  }
  // A thousandth for the rounding of tables in single precision.
  const slack = 1e-3;
  const found: { report: number; weight: number }[] = [];
  let least = atLeast;
  const look = (b: number): void => {
    const bound = (bounds[b] ?? 0) - births;
    for (let at = starts[b] ?? 0; at < (starts[b + 1] ?? 0); at++) {
      const report = order[at] ?? 0;
      let reach = bound;
      if (birth !== null) reach += birth[columns.birth[report] ?? 0] ?? 0;
      if (reach < least - slack) continue;
      if (marks !== null) reach += (marks[columns.marks[report] ?? 0] ?? 0) - marksMost;
      if (clothing !== null) reach += (clothing[columns.clothing[report] ?? 0] ?? 0) - clothingMost;
      if (reach < least - slack) continue;
      const weight = weightBesidesName(tables, columns, report);
      if (weight < least || (found.length >= most && weight <= least)) continue;
      let place = found.length;
      while (place > 0 && (found[place - 1]?.weight ?? 0) < weight) place--;
      found.splice(place, 0, { report, weight });
      if (found.length > most) found.pop();
      if (found.length >= most) least = found.at(-1)?.weight ?? least;
    }
  };
  let above = Infinity;
  for (const depth of depths) {
    if (above < least - slack) break;
    const from = top - depth;
    for (let b = 0; b < bounds.length; b++) {
      const bound = bounds[b] ?? 0;
      if (bound >= from && bound < above && bound >= least - slack) look(b);
    }
    above = from;
  }
  return found.map(({ report }) => report);
}

/** Tables that many individuals share are looked through once. */
const highestKnown = new WeakMap<Float32Array, number>();

function highest(table: Float32Array | null): number {
  if (table === null) return 0;
  const known = highestKnown.get(table);
  if (known !== undefined) return known;
  let high = 0;
  for (const value of table) if (value > high) high = value;
  highestKnown.set(table, high);
  return high;
}

/** Highest weight of each week; week 0 = not reported, neutral. */
function weekBounds(seen: Float32Array | null): Float32Array {
  if (seen === null) return new Float32Array();
  const bounds = new Float32Array(Math.ceil((seen.length - 1) / days) + 1).fill(-Infinity);
  bounds[0] = 0;
  for (let code = 1; code < seen.length; code++) {
    const week = Math.ceil(code / days);
    bounds[week] = Math.max(bounds[week] ?? -Infinity, seen[code] ?? 0);
  }
  return bounds;
}
