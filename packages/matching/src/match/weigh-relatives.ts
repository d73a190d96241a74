import { kindWeight } from '../weigh/add-up.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { Matching } from './open-matching.ts';
import type { PairColumns } from './weigh-pairs.ts';

/** Words of a household that say less than this (log10) are not followed. */
const leastTold = 0.5;

/** What relatives are weighed by. */
export type HouseholdPairs = Pick<PairColumns, 'remains' | 'report' | 'name' | 'household'>;

/**
 * log10 LR of each pair for the individual being a relative of the person reported, nobody of the list, against an
 * unrelated one: surname and father's name as far as they agree, place and day as far as relatives keep together. Ages,
 * marks and things are a relative's own. 0 where nothing speaks for a common household. Cost: about 1 µs a pair.
 * LIMIT: only the first names of both sides; relatives by another surname are taken as strangers.
 */
export function weighRelatives(matching: Matching, pairs: HouseholdPairs): Float64Array {
  const weights = new Float64Array(pairs.remains.length);
  let start = 0;
  while (start < weights.length) {
    let end = start + 1;
    while (end < weights.length && pairs.remains[end] === pairs.remains[start]) end++;
    weighOfOne(matching, pairs, { start, end, weights });
    start = end;
  }
  return weights;
}

/** The pairs of one individual, from `start` up to `end`. */
function weighOfOne({ columns, tablesAt, settings, population }: Matching, pairs: HouseholdPairs, { start, end, weights }: { readonly start: number; readonly end: number; readonly weights: Float64Array }): void {
  const { relativesTogether, markerMisplaced, markerOfListed } = settings;
  const kept = (weight: number): number => Math.log10(1 - relativesTogether + relativesTogether * 10 ** weight);
  const i = pairs.remains[start] ?? 0;
  let tables: RemainsTables | null = null;
  let misplaced = 0;
  for (let p = start; p < end; p++) {
    const report = pairs.report[p] ?? 0;
    const household = pairs.household[p] ?? 0;
    if (household < leastTold) continue;
    if (tables === null) {
      tables = tablesAt(i);
      if (tables === null) return;
      // A marker that reads somebody of the list may lie with the wrong body: what bounds the names of pairs bounds relatives.
      let read = 0;
      for (let q = start; q < end; q++) read += 10 ** Math.min(100, pairs.name[q] ?? 0);
      misplaced = Math.log10(1 + (markerMisplaced * markerOfListed * read) / Math.max(1, population.listed));
    }
    weights[p] = household - misplaced + kept(kindWeight('place', tables, columns, report)) + kept(kindWeight('seen', tables, columns, report));
  }
}
