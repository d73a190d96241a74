import { posterior } from '@imena/kinship';
import { describe, expect, it } from 'vitest';
import { europe, ids, parameters, subjects } from '../testing/invented-case.ts';
import { assembleRunInput } from './assemble.ts';
import type { PairKey } from './explain.ts';
import { answerOfGroup, solveGroupOf, type JointAnswer } from './joint.ts';
import { occupantOdds } from './occupants.ts';
import { runView, type JointView } from './number-pairs.ts';
import { runDna } from './run.ts';
import { jointPriorVersion, type RunInput, type RunJointGroup, type RunOccupant, type RunPair } from './types.ts';

const input = assembleRunInput(subjects(), europe(), parameters);
const { pairs, joint } = await runDna(input, { inputsHash: 'a'.repeat(64) });
const [first] = pairs;
if (first === undefined) throw new Error('no pair');
const answerOf = (group: RunJointGroup | null | undefined, key: PairKey): JointAnswer | null => (group?.kind === 'solved' ? answerOfGroup(group, key) : null);
const answer = (of: readonly RunPair[], key: PairKey, view: JointView = runView, from: RunInput = input): JointAnswer | null => answerOf(solveGroupOf(from, of, { key, view }), key);

describe('a pair together with everybody who competes with it', () => {
  it('has the posterior of the pair alone where nobody competes', () => {
    const alone = answer([first], first);
    expect(alone?.method.kind).toBe('exact');
    expect(alone?.posterior).toBeCloseTo(posterior(first.lnLr, 1 / parameters.expectedMissing).probability, 9);
    expect((alone?.posterior ?? 0) + (alone?.nobody ?? 0)).toBeCloseTo(1, 9);
  });

  it('shares two brothers of whom only the parents are typed half and half, and says that together they are certain', () => {
    const found = answer(pairs.filter((pair) => pair.remains === ids.bag), { remains: ids.bag, person: ids.one });
    expect(found?.posterior).toBeCloseTo(0.5, 3);
    expect(found?.symmetric).toBeGreaterThan(0.999);
    expect(found?.others.map((one) => one.person)).toEqual([ids.two]);
  });

  it('lets two bags of one genotype be one person, so that the second bag takes nothing from the first', () => {
    const found = answer(pairs, { remains: ids.bag, person: ids.one });
    expect([found?.remains, found?.persons]).toEqual([2, 2]);
    expect(found?.symmetric).toBeGreaterThan(0.99);
    expect(found?.others.find((one) => one.remains === ids.secondBag && one.person === ids.one)?.posterior).toBeCloseTo(found?.posterior ?? 0, 3);
  });

  it('is the same in the result of the run, which holds every pair in exactly one group', () => {
    const groups = joint?.groups ?? [];
    expect(groups.length).toBeGreaterThan(0);
    for (const pair of pairs) {
      const holding = groups.map((group) => answerOf(group, pair)).filter((found) => found !== null);
      expect(holding).toEqual([answer(pairs, pair)]);
    }
    expect(groups.flatMap((group) => (group.kind === 'solved' ? group.pairs : [])).length).toBe(pairs.length);
  });

  it('answers nothing for a pair that the run does not list', () => {
    expect(solveGroupOf(input, pairs, { key: { remains: ids.strangerBag, person: ids.one }, view: runView })).toBeNull();
  });

  it('without the prior has the posterior of even odds where nobody competes', () => {
    expect(answer([first], first, { prior: 'even', occupants: 'counted' })?.posterior).toBeCloseTo(posterior(first.lnLr, 0.5).probability, 12);
  });

  it('takes other evidence of a pair into the same posterior', () => {
    const ln = -first.lnLr;
    const found = answer([first], first, { ...runView, lnOthers: () => ln });
    expect(found?.posterior).toBeCloseTo(1 / parameters.expectedMissing, 9);
  });

  it('of more than a hundred remains is solved too, and what it had to leave out is named', () => {
    const many = Array.from({ length: 300 }, (_, place) => ({ ...(input.remains[0] ?? { profile: '', of: '', genotypes: {} }), of: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}` }));
    const crowd = many.flatMap(({ of }) => [ids.one, ids.two].map((person) => ({ ...first, remains: of, person })));
    const group = solveGroupOf({ ...input, remains: many }, crowd, { key: crowd[0] ?? first, view: runView });
    if (group?.kind !== 'solved') throw new Error(JSON.stringify(group));
    expect([group.remains.length, group.isApart, (group.leftOut?.length ?? 0) > 0]).toEqual([300, true, true]);
    expect(group.pairs.length + (group.leftOut?.length ?? 0)).toBe(crowd.length);
  });
});

describe('earlier identifications and burials', () => {
  const claim = (over: Partial<RunOccupant>): RunOccupant => ({ kind: 'presumed', burial: null, remains: null, among: 1, person: ids.one, grounds: ['recognition'], surest: 'recognition', error: 0.15, source: 'test', verified: false, nameShare: 1, ...over });
  const withClaims = (...occupants: readonly RunOccupant[]): RunInput => ({ ...input, occupancy: { prior: jointPriorVersion, occupants } });
  const odds = (lnLr: number): number => Math.exp(lnLr) / (parameters.expectedMissing - 1);

  it('of a body elsewhere make every pairing with the person less probable, by the declared error exactly', () => {
    const weak = { ...first, lnLr: 0 };
    const others = (): number => 3 - first.lnLr;
    const found = answer([weak], first, { ...runView, lnOthers: others }, withClaims(claim({ kind: 'burial', error: 0.05 })));
    const [pair, body] = [odds(3), 0.95 / 0.05];
    expect(found?.posterior).toBeCloseTo(pair / (1 + pair + body), 12);
    expect(found?.occupants).toEqual([{ occupant: 0, remains: null, person: ids.one, posterior: expect.closeTo(body / (1 + pair + body), 12) as number }]);
    const without = answer([weak], first, { ...runView, occupants: 'ignored', lnOthers: others }, withClaims(claim({})));
    expect([without?.posterior, without?.occupants]).toEqual([expect.closeTo(pair / (1 + pair), 12), []]);
  });

  it('of these very remains replace the prior of the list by their own', () => {
    const found = answer([first], first, { ...runView, lnOthers: () => 3 - first.lnLr }, withClaims(claim({ remains: first.remains, person: first.person })));
    const pair = Math.exp(3) * (0.85 / 0.15);
    expect(found?.posterior).toBeCloseTo(pair / (1 + pair), 12);
  });

  it('that take the remains for somebody whom the run does not compare make them less probably anybody of the run', () => {
    const found = answer([first], first, { ...runView, lnOthers: () => 3 - first.lnLr }, withClaims(claim({ remains: first.remains, person: ids.family })));
    const [pair, body] = [odds(3), 0.85 / 0.15];
    expect(found?.posterior).toBeCloseTo(pair / (1 + pair + body), 12);
    expect(found?.occupants[0]?.posterior).toBeCloseTo(body / (1 + pair + body), 12);
  });

  it('are weighed against the DNA: a wrong one yields, and the pair that it claimed below the threshold is in the group', async () => {
    const claimed = withClaims(claim({ remains: ids.strangerBag, person: ids.one, error: 0.03 }));
    const { joint: solved } = await runDna(claimed, { inputsHash: 'a'.repeat(64) });
    const group = solved?.groups.find((one) => one.remains.includes(ids.strangerBag));
    expect(group?.kind === 'solved' ? group.occupants?.[0]?.posterior : null).toBeLessThan(1e-6);
    const found = answerOf(group, { remains: ids.bag, person: ids.one });
    expect((found?.posterior ?? 0) + (found?.others.find((one) => one.remains === ids.bag)?.posterior ?? 0)).toBeGreaterThan(0.999);
  });

  it('that speak of one of several bodies of a grave share their probability among them', () => {
    expect(occupantOdds({ error: 0.05, nameShare: 1, among: 2 })).toBeCloseTo(0.475 / 0.05, 12);
    expect(occupantOdds({ error: 0.05, nameShare: 0.8, among: 1 })).toBeCloseTo(0.76 / 0.24, 12);
  });
});
