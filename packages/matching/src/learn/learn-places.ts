import { placeWeight } from '../evidence/place.ts';
import { weighTaught, type PlacesTaught } from '../evidence/places-taught.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import { leastProbability } from '../match/learn-from-lists.ts';
import type { Matching } from '../match/open-matching.ts';
import type { PairColumns } from '../match/weigh-pairs.ts';
import { foundKeys } from '../weigh/found-keys.ts';
import { shareOfPlace } from '../weigh/remains-tables.ts';
import { leastLearningMatches } from './learn-settings.ts';

export interface JudgedPairs {
  readonly pairs: PairColumns;
  readonly probabilities: Float64Array;
  /** The person of each report: several reports on one person are one person who went one way. */
  readonly persons: readonly number[];
}

/**
 * Where the people of each settlement were found, from the pairs that probably are one person, each by its probability.
 * Null where the lists hold too few of them or what is documented explains them as well. Starts anew each time.
 */
export function learnPlaces({ remains, columns, population }: Pick<Matching, 'remains' | 'columns' | 'population'>, { pairs, probabilities, persons }: JudgedPairs, { placeSame }: EvidenceSettings): PlacesTaught | null {
  const ways = new Map<string, Map<string, number>>();
  let expected = 0;
  for (let start = 0, end = 0; start < probabilities.length; start = end) {
    const i = pairs.remains[start] ?? 0;
    while (end < probabilities.length && pairs.remains[end] === i) end++;
    const found = remains.at(i);
    const place = found === undefined ? undefined : foundKeys(found).place?.keys.settlement;
    if (place === undefined) continue;
    const told = new Map<number, string[]>();
    for (let p = start; p < end; p++) {
      if ((probabilities[p] ?? 0) < leastProbability) continue;
      const report = pairs.report[p] ?? 0;
      const reported = columns.places[(columns.place[report] ?? 0) - 1]?.settlement;
      const person = persons[report] ?? report;
      if (reported === undefined) continue;
      told.set(person, [...(told.get(person) ?? []), reported]);
    }
    for (let p = start; p < end; p++) {
      const person = persons[pairs.report[p] ?? 0] ?? 0;
      const own = told.get(person);
      if (own === undefined) continue;
      told.delete(person);
      for (const reported of own) {
        const people = (probabilities[p] ?? 0) / own.length;
        let way = ways.get(reported);
        if (way === undefined) ways.set(reported, (way = new Map<string, number>()));
        way.set(place, (way.get(place) ?? 0) + people);
        expected += people;
      }
    }
  }
  if (expected < leastLearningMatches) return null;
  const inOrder = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return weighTaught(inOrder(ways).map(([reported, found]) => ({ reported, found: inOrder(found) })), (reported, found) => {
    const share = shareOfPlace(population, found);
    return share * 10 ** placeWeight(reported === found, share, placeSame);
  });
}
