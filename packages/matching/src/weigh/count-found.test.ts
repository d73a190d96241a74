import { makeMatchingSet } from '@imena/synth';
import { expect, test } from 'vitest';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { countFound, joinFound } from './count-found.ts';
import { countPopulation, populationOf, type Population } from './population.ts';

const lists = makeMatchingSet({ seed: 'parts', reports: 150, remains: 120, evidence: 'all' });
const missing = lists.missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing', line: i + 1 }));
const remains = lists.remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains', line: i + 1 }));

/** Shares of things are added up in their order, so that the order is part of the digits. */
function thingsInOrder({ traits }: Population): unknown {
  return Object.values(traits).map(({ reported, found }) => [[...reported], [...found]]);
}

test('parts of a list counted apart, in any order, give the shares of the whole to the last digit', () => {
  const whole = countPopulation(missing, remains);
  const parts = [[0, 120], [0, 1, 120], [0, 60, 120], [0, 30, 31, 31, 90, 120]].map((cuts) => cuts.slice(1).map((to, at) => countFound(remains.slice(cuts[at], to))));
  const joined = parts.flatMap((counted) => [counted, counted.toReversed()]).map((counted) => populationOf(missing, countFound(missing), joinFound(counted)));
  for (const population of [...joined, countPopulation(missing, remains.toReversed())]) {
    expect(population).toEqual(whole);
    expect(thingsInOrder(population)).toEqual(thingsInOrder(whole));
  }
});

test('what is in no part is missing in the shares', () => {
  expect(populationOf(missing, countFound(missing), joinFound([countFound(remains.slice(0, 60))]))).not.toEqual(countPopulation(missing, remains));
});
