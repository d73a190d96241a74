import type { DuplicatePair } from '../duplicates/find-duplicates.ts';
import type { PairColumns } from './weigh-pairs.ts';

/**
 * Probability that each report is about the individual: that of its own person, and that of other persons' reports as
 * far as they may be repeats of it that were not put together.
 */
export function shareAmongReports(pairs: PairColumns, own: Float64Array, { persons, duplicates }: { readonly persons: readonly number[]; readonly duplicates: readonly DuplicatePair[] }): Float64Array {
  const repeats = new Map<number, { report: number; probability: number }[]>();
  const add = (of: number, report: number, probability: number): void => {
    const list = repeats.get(of);
    if (list === undefined) repeats.set(of, [{ report, probability }]);
    else list.push({ report, probability });
  };
  for (const { a, b, probability } of duplicates) {
    if (persons[a] === persons[b]) continue;
    add(a, b, probability);
    add(b, a, probability);
  }
  const shared = Float64Array.from(own);
  let start = 0;
  while (start < own.length) {
    let end = start + 1;
    while (end < own.length && pairs.remains[end] === pairs.remains[start]) end++;
    const byReport = new Map<number, number>();
    for (let p = start; p < end; p++) byReport.set(pairs.report[p] ?? 0, own[p] ?? 0);
    for (let p = start; p < end; p++) {
      const others = repeats.get(pairs.report[p] ?? 0) ?? [];
      shared[p] = Math.min(1, others.reduce((sum, other) => sum + other.probability * (byReport.get(other.report) ?? 0), own[p] ?? 0));
    }
    start = end;
  }
  return shared;
}
