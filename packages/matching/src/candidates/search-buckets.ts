import { weightBesidesName } from '../weigh/add-up.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import type { GroupBounds } from './group-bounds.ts';

export interface BucketSearch {
  /** Opened for the tables of the individual. */
  readonly groups: GroupBounds;
  readonly most: number;
  /** log10. */
  readonly atLeast?: number;
}

/**
 * The reports with the highest weights besides the name, best first and of equal ones in the order of the list, exactly,
 * as far as they reach `atLeast`: groups are looked at from the highest bound down, and none whose bound lies below the
 * last of the best so far; inside a group birth, marks, garments, teeth and numbers rule most reports out.
 */
export function searchBuckets(tables: RemainsTables, columns: ReportColumns, { groups, most, atLeast = -Infinity }: BucketSearch): number[] {
  const { order, birth } = groups.buckets;
  const { birth: written, age } = tables;
  const best = new Best(most, atLeast);
  groups.visit(() => best.least, (at, bound) => {
    const code = birth[at] as number;
    const reach = bound + (written === null ? 0 : (written[code] as number)) + (age === null ? 0 : (age[code] as number)) + groups.told(at);
    if (reach < best.least) return;
    const report = order[at] as number;
    best.put(report, weightBesidesName(tables, columns, report));
  });
  return best.reports;
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
