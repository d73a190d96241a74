import { posterior } from '@imena/kinship';
import { describe, expect, it } from 'vitest';
import { europe, ids, parameters, subjects } from '../testing/invented-case.ts';
import { assembleRunInput } from './assemble.ts';
import type { PairKey } from './explain.ts';
import { answerOfGroup, solveGroupOf, type JointAnswer } from './joint.ts';
import { pairGroups } from './pair-groups.ts';
import { runDna } from './run.ts';
import type { RunJointGroup, RunPair } from './types.ts';

const input = assembleRunInput(subjects(), europe(), parameters);
const { pairs, joint } = await runDna(input, { inputsHash: 'a'.repeat(64) });
const [first] = pairs;
if (first === undefined) throw new Error('no pair');
const answerOf = (group: RunJointGroup | null | undefined, key: PairKey): JointAnswer | null => (group?.kind === 'solved' ? answerOfGroup(group, key) : null);
const answer = (of: readonly RunPair[], key: PairKey): JointAnswer | null => answerOf(solveGroupOf(input, of, key), key);

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
    expect(solveGroupOf(input, pairs, { remains: ids.strangerBag, person: ids.one })).toBeNull();
  });
});

describe('groups of pairs', () => {
  const pair = (remains: string, family: string): RunPair => ({ remains, profile: remains, person: `${family} person`, family, lnLr: 1, markersUsed: 10, symmetric: [] });

  it('hold together what is linked through remains or families however far, and keep apart what shares nothing', () => {
    const chain = [pair('r1', 'f1'), pair('r3', 'f3'), pair('r2', 'f2'), pair('r2', 'f1'), pair('r4', 'f3')];
    expect(pairGroups(chain).map((group) => group.map((one) => `${one.remains} ${one.family}`))).toEqual([['r1 f1', 'r2 f2', 'r2 f1'], ['r3 f3', 'r4 f3']]);
  });

  it('that are too large are refused in words, not solved halfway', () => {
    const crowd = Array.from({ length: 101 }, (_, place) => ({ ...first, remains: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}` }));
    const group = solveGroupOf(input, crowd, crowd[0] ?? first);
    expect(group).toMatchObject({ kind: 'refused', code: 'matching.joint_too_large', details: { remains: 101 } });
  });
});
