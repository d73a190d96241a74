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
  const spread = openParts(pairs, own, persons);
  let start = 0;
  while (start < own.length) {
    let end = start + 1;
    while (end < own.length && pairs.remains[end] === pairs.remains[start]) end++;
    const parts = spread(start, end);
    for (let p = start; p < end; p++) {
      const report = pairs.report[p] ?? 0;
      let sum = parts[report] ?? 0;
      for (const other of repeats.get(report) ?? none) sum += other.probability * (parts[other.report] ?? 0);
      shared[p] = Math.min(1, sum);
    }
    for (let p = start; p < end; p++) parts[pairs.report[p] ?? 0] = 0;
    start = end;
  }
  return shared;
}

const none: readonly { readonly report: number; readonly probability: number }[] = [];

/** The part of each report of one individual, whose pairs are those from `start` up to `end`, in the probability of its person: as its likelihood ratio among theirs; 0 for all other reports. */
function openParts({ report, weight }: PairColumns, own: Float64Array, persons: readonly number[]): (start: number, end: number) => Float64Array {
  const parts = new Float64Array(persons.length);
  const [highest, sums] = [new Float64Array(persons.length), new Float64Array(persons.length)];
  const personAt = (p: number): number => persons[report[p] ?? 0] ?? 0;
  const ratioAt = (p: number): number => 10 ** ((weight[p] ?? 0) - (highest[personAt(p)] ?? 0));
  return (start, end) => {
    for (let p = start; p < end; p++) [highest[personAt(p)], sums[personAt(p)]] = [-Infinity, 0];
    for (let p = start; p < end; p++) highest[personAt(p)] = Math.max(highest[personAt(p)] ?? -Infinity, weight[p] ?? 0);
    for (let p = start; p < end; p++) sums[personAt(p)] = (sums[personAt(p)] ?? 0) + ratioAt(p);
    for (let p = start; p < end; p++) parts[report[p] ?? 0] = ((own[p] ?? 0) * ratioAt(p)) / (sums[personAt(p)] ?? 1);
    return parts;
  };
}
