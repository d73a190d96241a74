import { posterior } from '@imena/kinship';
import { describe, expect, it } from 'vitest';
import { europe, ids, parameters, subjects } from '../testing/invented-case.ts';
import { assembleRunInput } from './assemble.ts';
import { explainJointly } from './joint.ts';
import { runDna } from './run.ts';

const input = assembleRunInput(subjects(), europe(), parameters);
const { pairs } = await runDna(input, { inputsHash: 'a'.repeat(64) });
const [first] = pairs;
if (first === undefined) throw new Error('no pair');

describe('a pair together with everybody who competes with it', () => {
  it('has the posterior of the pair alone where nobody competes', () => {
    const answer = explainJointly(input, [first], first);
    expect(answer?.method.kind).toBe('exact');
    expect(answer?.posterior).toBeCloseTo(posterior(first.lnLr, 1 / parameters.expectedMissing).probability, 9);
    expect((answer?.posterior ?? 0) + (answer?.nobody ?? 0)).toBeCloseTo(1, 9);
  });

  it('shares two brothers of whom only the parents are typed half and half, and says that together they are certain', () => {
    const answer = explainJointly(input, pairs.filter((pair) => pair.remains === ids.bag), { remains: ids.bag, person: ids.one });
    expect(answer?.posterior).toBeCloseTo(0.5, 3);
    expect(answer?.symmetric).toBeGreaterThan(0.999);
    expect(answer?.others.map((one) => one.person)).toEqual([ids.two]);
  });

  it('lets two bags of one genotype be one person, so that the second bag takes nothing from the first', () => {
    const answer = explainJointly(input, pairs, { remains: ids.bag, person: ids.one });
    expect([answer?.remains, answer?.persons]).toEqual([2, 2]);
    expect(answer?.symmetric).toBeGreaterThan(0.99);
    expect(answer?.others.find((one) => one.remains === ids.secondBag && one.person === ids.one)?.posterior).toBeCloseTo(answer?.posterior ?? 0, 3);
  });

  it('answers nothing for a pair that the run does not list', () => {
    expect(explainJointly(input, pairs, { remains: ids.strangerBag, person: ids.one })).toBeNull();
  });
});
