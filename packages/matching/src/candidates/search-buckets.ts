import { weightBesidesName } from '../weigh/add-up.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import { capsOf, mostOf, slack, type GroupBounds, type Telling } from './group-bounds.ts';
import { RowReach } from './row-reach.ts';
import { holderWidth } from './search-kernel.ts';

export interface BucketSearch {
  /** Opened for the tables of the individual. */
  readonly groups: GroupBounds;
  readonly most: number;
}

/** What is asked of those that are wanted besides the best of all. */
export interface Wanted {
  /** log10. */
  readonly atLeast: number;
  /** By code of who (`WhoCodes`) what a name adds where no word of it is met, log10. */
  readonly byName?: Float64Array;
  /** Reports that are left out. */
  readonly isKnown?: (report: number) => boolean;
}

/**
 * The reports with the highest weights besides the name, and what a name adds that is not met, best first and of equal
 * ones in the order of the list, exactly, as far as they reach `atLeast`: first those of which some thing says much, which
 * are looked up; then by buckets from the highest bound down, and none whose bound lies below the last of the best so far.
 * Inside a bucket who is asked for, looks, marks, garments, teeth and numbers rule most reports out.
 */
export function searchBuckets(tables: RemainsTables, columns: ReportColumns, { groups, most }: BucketSearch, { atLeast, byName, isKnown }: Wanted = { atLeast: -Infinity }): number[] {
  const best = new Best(most, atLeast);
  const rows = new RowReach(tables, groups, { asked: best, byName });
  const { codes } = groups.buckets.who;
  const weigh = (report: number): void => {
    if (isKnown?.(report) === true) return;
    best.put(report, weightBesidesName(tables, columns, report) + (byName === undefined ? 0 : (byName[codes[report] as number] as number)));
  };
  visitTold(groups, rows, { best, weigh });
  visitBuckets(groups, rows, { best, weigh });
  return best.reports;
}

interface Visitor {
  readonly best: Best;
  readonly weigh: (report: number) => void;
}

/** Comes to the reports of which a kind that is looked up says much, once each. */
function visitTold({ telling, others, bodyMost, kernel }: GroupBounds, rows: RowReach, { best, weigh }: Visitor): void {
  const otherThings = mostOf(others);
  const { found, saidOfFound } = kernel.columns;
  // The most that all say but the kind that is looked up; of kinds before it what says much has been come to.
  let besides = bodyMost + rows.most + mostOf(telling);
  for (let kind = 0; kind < telling.length; kind++) {
    const { table, told, most, cap, isLeading, holders, starts } = telling[kind] as Telling;
    besides -= most;
    for (const code of told) {
      if (besides + (table[code] as number) < best.least) break;
      const things = isLeading ? otherThings : otherThings - most + (table[code] as number);
      const count = kernel.scanHolders(holders.byteOffset, starts[code] as number, starts[code + 1] as number, slack, best.least - things);
      for (let f = 0; f < count; f++) {
        const [holder, said] = [holderWidth * (found[f] as number), saidOfFound[f] as number];
        const at = holders[holder] as number;
        // What is asked may have risen since.
        if (said >= best.least - things && rows.reaches(at, holders[holder + 1] as number, said) && !rows.tellsMuch(at, kind)) weigh(holders[holder + 2] as number);
      }
    }
    besides += cap;
  }
}

/** How far below the highest bound buckets are looked at, step by step. */
const depths = [0.5, 1, 2, 3, 5, Infinity];
/** Where it is known what must be reached, few are left and their order spares next to nothing. */
const allAtOnce = [Infinity];

/** Comes to all others that can be among the best. */
function visitBuckets({ bodyMost, telling, others, kernel, buckets: { count, order, bucketOf } }: GroupBounds, rows: RowReach, { best, weigh }: Visitor): void {
  const [little, things] = [capsOf(telling), capsOf(others)];
  const { found, saidOfFound, nextBucket } = kernel.columns;
  let above = Infinity;
  for (const depth of best.least === -Infinity ? depths : allAtOnce) {
    if (above + little + rows.most < best.least) break;
    const from = bodyMost - depth;
    for (let bucket = 0; bucket < count; bucket = nextBucket[0] as number) {
      const near = kernel.scan(bucket, count, from, above, rows.whoMost, little + rows.most - rows.whoMost, slack, things, best.least);
      for (let f = 0; f < near; f++) {
        const [at, said] = [found[f] as number, saidOfFound[f] as number];
        // What is asked may have risen since.
        if (said < best.least - things) continue;
        const report = order[at] as number;
        if (rows.reaches(at, bucketOf[report] as number, said) && !rows.tellsMuch(at, telling.length)) weigh(report);
      }
    }
    above = from;
  }
}

/** The best reports found so far. */
class Best {
  readonly #most: number;
  readonly #found: { readonly report: number; readonly weight: number }[] = [];
  /** What a report must weigh to be kept. */
  least: number;

  constructor(most: number, least: number) {
    this.#most = most;
    this.least = least;
  }

  put(report: number, weight: number): void {
    if (weight < this.least) return;
    const found = this.#found;
    let at = found.length;
    for (let before = found[at - 1]; before !== undefined && (weight > before.weight || (weight === before.weight && report < before.report)); before = found[at - 1]) at--;
    if (at >= this.#most) return;
    found.splice(at, 0, { report, weight });
    if (found.length > this.#most) found.pop();
    if (found.length >= this.#most) this.least = found.at(-1)?.weight ?? this.least;
  }

  get reports(): number[] {
    return this.#found.map(({ report }) => report);
  }
}
