import { ProblemError } from '@imena/problem';
import { beforeAll, describe, expect, test } from 'vitest';
import { placeKey } from '@imena/names';
import { defaultSettings, evidenceParameters } from '../evidence/parameters.ts';
import { openTasks } from '../match/match-tasks.ts';
import { openMatching } from '../match/open-matching.ts';
import { inOrderOfIds } from '../records/in-order.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { inventedLists } from '../testing/invented-lists.ts';
import { placesMoved } from './describe-places.ts';
import { learnSteps, type LearnedWeights } from './learn-weights.ts';
import { movesOf } from './moved-pairs.ts';

function learn(missing: readonly MissingReport[], remains: readonly FoundRemains[]): LearnedWeights {
  const matching = openMatching(inOrderOfIds(missing), inOrderOfIds(remains));
  const perform = openTasks(matching);
  const steps = learnSteps(matching);
  let step = steps.next();
  while (step.done !== true) step = steps.next(step.value.map(perform));
  return step.value;
}

/** Lists in which whoever is on the list was found in the place where last seen, and whose marks nobody wrote down. */
function lists() {
  const { missing, remains, truth } = inventedLists(17, 300, 260);
  return {
    missing: missing.map((one) => ({ ...one, marks: [] })),
    remains: remains.map((one, i) => ({ ...one, marks: [], place: missing[truth[i] ?? -1]?.place ?? one.place, name: missing[truth[i] ?? -1]?.name ?? one.name })),
  };
}

describe('weights learned from an installation’s own lists', () => {
  let learned: LearnedWeights;
  beforeAll(() => {
    const { missing, remains } = lists();
    learned = learn(missing, remains);
  });
  const parameter = (name: string) => learned.parameters.find((one) => one.parameter === name);

  test('a place that always agrees comes to weigh more than documented, with the pairs that say so', () => {
    const place = parameter('placeSame');
    expect(place?.documented).toBe(0.6);
    expect(place?.learned).toBeGreaterThan(0.8);
    expect(place?.pairs).toBeGreaterThan(100);
    const [agrees, , differs] = learned.levels.remains.filter(({ kind }) => kind === 'place');
    expect(agrees?.learned).toBeGreaterThan(agrees?.documented ?? NaN);
    expect(differs?.learned).toBeLessThan(differs?.documented ?? NaN);
    expect(agrees?.ofOne).toBeGreaterThan(0.9);
    expect(agrees?.ofTwo).toBeLessThan(0.4);
  });

  test('what too few pairs tell of keeps its documented value to the last digit and says so', () => {
    for (const name of ['marksFound', 'placeSameReported', 'belongingsReportedAgain']) expect(parameter(name)).toMatchObject({ state: 'too_few', documented: parameter(name)?.learned });
    const untold = learned.levels.remains.filter(({ kind }) => kind === 'marks');
    expect(untold.map(({ pairs, documented }) => [pairs, documented])).toEqual([[0, null], [0, null], [0, null]]);
    const named = new Set(learned.parameters.map((one) => one.parameter as string));
    const others = Object.keys(evidenceParameters).filter((name) => !named.has(name));
    expect(others.map((name) => [name, learned.learned[name as keyof typeof learned.learned]])).toEqual(others.map((name) => [name, defaultSettings()[name as keyof typeof evidenceParameters]]));
  });

  test('it goes on until nothing changes and tells every round', () => {
    expect(learned.isSettled).toBe(true);
    expect(learned.rounds.at(-1)?.changed).toBe(0);
    expect(learned.rounds.length).toBeGreaterThan(1);
    expect(learned.rounds[0]?.expected).toBeGreaterThan(40);
  });

  test('pairs that would move are counted at each threshold, and named by their ids', () => {
    const { thresholds, largest } = learned.moves.remains;
    for (const { before, after, up, down } of thresholds) expect(before + up - down).toBe(after);
    expect(largest.length).toBeGreaterThan(0);
    expect(largest[0]).toMatchObject({ a: expect.stringMatching(/^P/) as string, b: expect.stringMatching(/^A/) as string });
  });

  test('rows in another order teach the same to the last digit', () => {
    const { missing, remains } = lists();
    expect(learn([...missing].reverse(), [...remains].reverse())).toEqual(learned);
  });
});

describe('where the dead of a settlement lie', () => {
  const { missing, remains } = inventedLists(41, 400, 260);
  const [home, cemetery] = ['Казкове', 'Новий Вигаданий Цвинтар'];

  test('is learned with the weights where a village was brought elsewhere, named as it is written, and moves pairs', () => {
    const learned = learn(missing, remains.map((one, i) => (one.place === home ? { ...one, place: i % 3 === 0 ? `${cemetery}, ряд 4` : cemetery } : one)));
    const { taught: { settlements } = { settlements: [] }, names = {} } = learned.places ?? {};
    const own = settlements.filter((one) => one.own > 0.5);
    expect(own.map(({ reported }) => reported)).toEqual([placeKey(home)]);
    const [[most, people] = ['', 0]] = [...(own[0]?.found ?? [])].sort(([, a], [, b]) => b - a);
    expect([names[placeKey(home)], names[most], people > 5]).toEqual([home, cemetery, true]);
    expect(Object.values(names).some((name) => name.includes('ряд'))).toBe(false);
    expect(learned.isSettled).toBe(true);
    const differs = learned.levels.remains.find(({ kind, level }) => kind === 'place' && level === 'against');
    expect(differs?.learned).toBeGreaterThan((differs?.documented ?? NaN) + 0.1);
  });

  test('is not learned where everybody lies as documented', () => {
    expect(learn(missing, remains).places?.taught.settlements.filter(({ own }) => own > 0.5) ?? []).toEqual([]);
  });

  test('counts as settled when no way changes by half a person and no settlement by a twentieth', () => {
    const taught = (own: number, people: number) => ({ imagined: 10, settlements: [{ reported: 'a', own, found: [['b', people]] as const }] });
    expect([placesMoved(null, null), placesMoved(null, taught(1, 9)), placesMoved(taught(0.9, 9), taught(0.94, 9.4)), placesMoved(taught(0.9, 9), taught(0.9, 9.6)), placesMoved(taught(0.9, 9), taught(0.97, 9)), placesMoved(taught(0.9, 9), { ...taught(0.9, 9), imagined: 20 })]).toEqual([false, true, false, true, true, true]);
    expect(placesMoved(taught(0.01, 1.2), { imagined: 10, settlements: [] })).toBe(false);
  });
});

test('lists that hold too few of one person are refused in words', () => {
  const { missing, remains } = inventedLists(3, 40, 20);
  expect(() => learn(missing, remains)).toThrow(ProblemError);
  expect(() => learn(missing, remains)).toThrow('matching.too_little_to_learn');
});

test('a pair that crosses a threshold is counted once, in its direction', () => {
  const pair = (before: number, after: number) => ({ a: 'x', b: `${before} ${after}`, before, after, log10Before: 0, log10After: 0 });
  const { thresholds, largest } = movesOf([pair(0.4, 0.6), pair(0.96, 0.94), pair(0.5, 0.5)]);
  expect(thresholds.map(({ up, down }) => [up, down])).toEqual([[0, 0], [1, 0], [0, 1]]);
  expect(largest.map(({ b }) => b)).toEqual(['0.4 0.6', '0.96 0.94']);
});
