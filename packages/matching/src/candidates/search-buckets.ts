import { weightBesidesName } from '../weigh/add-up.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';

/** Reports gathered by place and week of last seen, so that whole groups can be passed over by a bound. */
export interface Buckets {
  readonly order: Int32Array;
  /** Reports of bucket b: `order[starts[b] .. starts[b + 1])`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly weeks: Int32Array;
}

const days = 7;

/** Gathers the reports of a list. Cost: one sort. */
export function gatherBuckets(columns: ReportColumns): Buckets {
  const weekOf = (i: number): number => Math.ceil((columns.seen[i] ?? 0) / days);
  const order = Int32Array.from({ length: columns.count }, (_, i) => i).sort((a, b) => (columns.place[a] ?? 0) - (columns.place[b] ?? 0) || weekOf(a) - weekOf(b) || a - b);
  const starts: number[] = [];
  const places: number[] = [];
  const weeks: number[] = [];
  order.forEach((report, at) => {
    const place = columns.place[report] ?? 0;
    const week = weekOf(report);
    if (at > 0 && places.at(-1) === place && weeks.at(-1) === week) return;
    starts.push(at);
    places.push(place);
    weeks.push(week);
  });
  starts.push(columns.count);
  return { order, starts: Int32Array.from(starts), places: Int32Array.from(places), weeks: Int32Array.from(weeks) };
}

/**
 * The reports with the highest weights besides the name, best first, exactly: buckets are looked at from the highest
 * bound down, and none whose bound lies below the last of the best so far.
 */
export function searchBuckets(tables: RemainsTables, columns: ReportColumns, { buckets, most }: { readonly buckets: Buckets; readonly most: number }): number[] {
  const { order, starts, places, weeks } = buckets;
  const rest = [tables.birth, tables.sexGivenName, tables.sex, tables.military, tables.marks, tables.clothing].reduce((sum, table) => sum + highest(table), 0)
    + (tables.height === null ? 0 : Math.max(...tables.height.map(highest)));
  const byWeek = weekBounds(tables.seen);
  const bounds = Float32Array.from(places, (place, b) => rest + (tables.place?.[place] ?? 0) + (byWeek[weeks[b] ?? 0] ?? 0));
  const sorted = Array.from(bounds, (_, b) => b).sort((a, b) => (bounds[b] ?? 0) - (bounds[a] ?? 0) || a - b);
  const found: { report: number; weight: number }[] = [];
  let least = -Infinity;
  for (const b of sorted) {
    // A thousandth for the rounding of tables in single precision.
    if (found.length >= most && (bounds[b] ?? 0) < least - 1e-3) break;
    for (let at = starts[b] ?? 0; at < (starts[b + 1] ?? 0); at++) {
      const report = order[at] ?? 0;
      const weight = weightBesidesName(tables, columns, report, false);
      if (found.length >= most && weight <= least) continue;
      let place = found.length;
      while (place > 0 && (found[place - 1]?.weight ?? 0) < weight) place--;
      found.splice(place, 0, { report, weight });
      if (found.length > most) found.pop();
      least = found.at(-1)?.weight ?? -Infinity;
    }
  }
  return found.map(({ report }) => report);
}

function highest(table: Float32Array | null): number {
  if (table === null) return 0;
  let high = 0;
  for (const value of table) if (value > high) high = value;
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
