import type { DuplicatePair } from '../duplicates/find-duplicates.ts';
import { passing } from '../evidence/room.ts';
import type { WeighedPairs } from './person-pairs.ts';

/**
 * Probability that each report is about the individual: what its person has, as far as the report is of that person, and
 * what reports of other persons have, as far as they are probably repeats of it although they were not put together.
 * @param own - probability of the person of each pair
 * @param part - probability of each report to be about the individual, given that one of the persons of its file is
 */
export function shareAmongReports({ remains, report: reports }: WeighedPairs, { own, part }: { readonly own: Float64Array; readonly part: Float64Array }, { persons, duplicates }: { readonly persons: readonly number[]; readonly duplicates: readonly DuplicatePair[] }): Float64Array {
  const repeats = repeatsElsewhere(persons, duplicates);
  const personAt = (p: number): number => persons[reports[p] ?? 0] ?? 0;
  const shared = passing.doubles(own.length);
  // What a report hands on: all reports of one person together hand on no more than their person has.
  const handed = new Float64Array(persons.length);
  const sums = new Float64Array(persons.length);
  for (let start = 0, end = 0; start < own.length; start = end) {
    while (end < own.length && remains[end] === remains[start]) end++;
    for (let p = start; p < end; p++) sums[personAt(p)] = (sums[personAt(p)] ?? 0) + (part[p] ?? 0);
    for (let p = start; p < end; p++) handed[reports[p] ?? 0] = ((own[p] ?? 0) * (part[p] ?? 0)) / Math.max(1, sums[personAt(p)] ?? 1);
    for (let p = start; p < end; p++) {
      let sum = (own[p] ?? 0) * (part[p] ?? 0);
      for (const other of repeats[reports[p] ?? 0] ?? none) sum += other.probability * (handed[other.report] ?? 0);
      shared[p] = Math.min(1, sum);
    }
    for (let p = start; p < end; p++) handed[reports[p] ?? 0] = sums[personAt(p)] = 0;
  }
  return shared;
}

interface Repeat {
  readonly report: number;
  readonly probability: number;
}

const none: readonly Repeat[] = [];

/** Of each report those that are probably repeats of it and belong to another person. */
function repeatsElsewhere(persons: readonly number[], duplicates: readonly DuplicatePair[]): readonly (readonly Repeat[] | undefined)[] {
  const repeats = new Array<Repeat[] | undefined>(persons.length);
  const add = (of: number, report: number, probability: number): void => {
    const list = repeats[of];
    if (list === undefined) repeats[of] = [{ report, probability }];
    else list.push({ report, probability });
  };
  for (const { a, b, probability } of duplicates) {
    if (persons[a] === persons[b]) continue;
    add(a, b, probability);
    add(b, a, probability);
  }
  return repeats;
}
