import { posterior } from '@imena/kinship';
import { defaultDnaThreshold } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { europe, parameters, subjects, ids } from '../testing/invented-case.ts';
import { assembleRunInput } from './assemble.ts';
import { explainPair } from './explain.ts';

describe('prior and posterior, as docs/methods/prior-and-posterior.md works it out', () => {
  const at = (log10Lr: number, prior: number) => posterior(log10Lr * Math.LN10, prior);

  it('N = 120 and log10 LR = 6 give odds of 8403.36 and a posterior of 0.999881', () => {
    const { probability, complement, lnPosteriorOdds } = at(6, 1 / 120);
    expect(Math.exp(lnPosteriorOdds)).toBeCloseTo(8403.36, 2);
    expect(probability).toBeCloseTo(0.999881, 6);
    expect(complement).toBeCloseTo(0.000118986, 9);
    expect(probability).toBeGreaterThan(defaultDnaThreshold);
    expect(at(6, 0.5).complement).toBeCloseTo(0.000000999999, 15);
  });

  it('the threshold 0.9995 needs an LR of 1999 · 119 = 237,881', () => {
    expect(at(Math.log10(237_881), 1 / 120).probability).toBeCloseTo(defaultDnaThreshold, 12);
    expect(Math.log10(237_881)).toBeCloseTo(5.376, 3);
    expect(at(5.3, 1 / 120).probability).toBeCloseTo(0.999404, 6);
  });

  it('an explanation uses 1/N of its run, and even odds beside it', () => {
    const explained = explainPair(assembleRunInput(subjects(), europe(), parameters), { remains: ids.bag, person: ids.one });
    if (explained === null) throw new Error('not compared');
    expect(explained.prior).toBe(1 / 120);
    expect(explained.posterior).toBe(posterior(explained.score.lnLr, 1 / 120).probability);
    expect(explained.posteriorEvenOdds).toBe(posterior(explained.score.lnLr, 0.5).probability);
  });
});
