import type { DuplicatePair } from '../duplicates/find-duplicates.ts';
import type { PairColumns } from './weigh-pairs.ts';

/**
 * Probability that each report is about the individual. What its person has falls to the reports of that person by their
 * own weights, and each hands on its part to the others as far as they are probably repeats of it, whether they were put
 * together to one person or not: two reports that surely tell of one person both have all of it.
 * @param own - probability of the person of each pair
 */
export function shareAmongReports(pairs: PairColumns, own: Float64Array, { persons, duplicates }: { readonly persons: readonly number[]; readonly duplicates: readonly DuplicatePair[] }): Float64Array {
  const repeats = new Map<number, { report: number; probability: number }[]>();
  const add = (of: number, report: number, probability: number): void => {
    const list = repeats.get(of);
    if (list === undefined) repeats.set(of, [{ report, probability }]);
    else list.push({ report, probability });
  };
  for (const { a, b, probability } of duplicates) {
    add(a, b, probability);
    add(b, a, probability);
  }
  const shared = new Float64Array(own.length);
  let start = 0;
  while (start < own.length) {
    let end = start + 1;
    while (end < own.length && pairs.remains[end] === pairs.remains[start]) end++;
    const parts = partsOf(pairs, own, { start, end, persons });
    for (let p = start; p < end; p++) {
      const report = pairs.report[p] ?? 0;
      const others = repeats.get(report) ?? [];
      shared[p] = Math.min(1, others.reduce((sum, other) => sum + other.probability * (parts.get(other.report) ?? 0), parts.get(report) ?? 0));
    }
    start = end;
  }
  return shared;
}

/** The part of each report of one individual in the probability of its person: as its likelihood ratio among theirs. */
function partsOf({ report, weight }: PairColumns, own: Float64Array, { start, end, persons }: { readonly start: number; readonly end: number; readonly persons: readonly number[] }): Map<number, number> {
  const highest = new Map<number, number>();
  const personAt = (p: number): number => persons[report[p] ?? 0] ?? -1;
  for (let p = start; p < end; p++) highest.set(personAt(p), Math.max(highest.get(personAt(p)) ?? -Infinity, weight[p] ?? 0));
  const ratioAt = (p: number): number => 10 ** ((weight[p] ?? 0) - (highest.get(personAt(p)) ?? 0));
  const sums = new Map<number, number>();
  for (let p = start; p < end; p++) sums.set(personAt(p), (sums.get(personAt(p)) ?? 0) + ratioAt(p));
  const parts = new Map<number, number>();
  for (let p = start; p < end; p++) parts.set(report[p] ?? 0, ((own[p] ?? 0) * ratioAt(p)) / (sums.get(personAt(p)) ?? 1));
  return parts;
}
