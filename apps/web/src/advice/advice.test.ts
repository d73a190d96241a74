import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { AdviceChoice, AdviceResult } from './advice-api.ts';
import { bestFirst, choiceWords, shareWords } from './advice-words.ts';

const t = ((key: string, values?: Record<string, unknown>) => `${key}${values === undefined ? '' : ` ${Object.values(values).join(' ')}`}`) as unknown as TFunction<'advice'>;
const choice = (id: string): AdviceChoice => ({ id, kind: 'relative', relation: 'brother', label: null, relative: null, asking: null });
const result = (passes: number, log10Lr: number): { readonly after: AdviceResult } => {
  const simulated = { mean: passes, standardError: 0.01 };
  return { after: { log10Lr: { mean: log10Lr, standardError: 0.1 }, quantiles: [0, 1, 2], passes: simulated, passesFalsely: simulated, exclusionPower: simulated, simulations: 1000, seed: 1, linkedOut: [] } };
};

describe('advice in words', () => {
  it('never says more than simulation knows: tenths, hundredths near the ends, and neither never nor always', () => {
    expect([0, 0.004, 0.02, 0.06, 0.31, 0.94, 0.97, 0.996, 1].map((share) => shareWords(share, t))).toEqual(['share.never', 'share.never', 'share.ofHundred 2', 'share.ofTen 1', 'share.ofTen 3', 'share.ofTen 9', 'share.ofHundred 97', 'share.always', 'share.always']);
  });

  it('puts first what brings the case over most often, then what brings most; what is not computed stays last', () => {
    const computed = new Map([['a', result(0.2, 3)], ['b', result(0.9, 5)], ['c', result(0.2, 4)]]);
    expect(bestFirst(['d', 'a', 'b', 'c'].map(choice), computed).map((one) => one.id)).toEqual(['b', 'c', 'a', 'd']);
  });

  it('names a relation it has no words for as a relative', () => {
    expect(choiceWords({ ...choice('x'), relation: 'great_aunt', label: 'Synthetic' }, t)).toBe('sampleNamed from.relative Synthetic');
  });
});
