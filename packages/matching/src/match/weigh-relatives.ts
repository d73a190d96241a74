import { kindWeight } from '../weigh/add-up.ts';
import { tablesOf } from '../weigh/remains-tables.ts';
import type { Matching } from './open-matching.ts';
import type { PairColumns } from './weigh-pairs.ts';

/** Words of a household that say less than this (log10) are not followed. */
const leastTold = 0.5;

/**
 * log10 LR of each pair for the individual being a relative of the person reported, nobody of the list, against an
 * unrelated one: surname and father's name as far as they agree, place and day as far as relatives keep together. Ages,
 * marks and things are a relative's own. 0 where nothing speaks for a common household. Cost: about 1 µs a pair.
 * LIMIT: only the first names of both sides; relatives by another surname are taken as strangers.
 */
export function weighRelatives({ remains, columns, context, settings, population }: Matching, pairs: PairColumns): Float64Array {
  const { relativesTogether: together, markerMisplaced, markerOfListed } = settings;
  // A marker that reads somebody of the list may lie with the wrong body: what bounds the pair bounds the relative.
  const misplaced = (name: number): number => Math.log10(1 + (markerMisplaced * markerOfListed * 10 ** Math.min(100, name)) / Math.max(1, population.listed));
  const kept = (weight: number): number => Math.log10(1 - together + together * 10 ** weight);
  let last = -1;
  let tables: ReturnType<typeof tablesOf> | null = null;
  return pairs.name.map((name, p) => {
    const [i, report] = [pairs.remains[p] ?? 0, pairs.report[p] ?? 0];
    const told = pairs.household[p] ?? 0;
    if (told < leastTold) return 0;
    const household = told - misplaced(name);
    if (i !== last) {
      const found = remains[i];
      tables = found === undefined ? null : tablesOf(found, context, ['place', 'seen']);
      last = i;
    }
    return tables === null ? household : household + kept(kindWeight('place', tables, columns, report)) + kept(kindWeight('seen', tables, columns, report));
  });
}
