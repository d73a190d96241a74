import fc from 'fast-check';
import { expect, test } from 'vitest';
import { learnFellegiSunter, matchProbability, patternWeight, type PatternCount } from './fellegi-sunter.ts';

const truth = { m: [[0.9, 0.1], [0.8, 0.2], [0.7, 0.3], [0.95, 0.05]], u: [[0.05, 0.95], [0.1, 0.9], [0.02, 0.98], [0.5, 0.5]], share: 0.02 };

/** Exact expected counts of every pattern of four fields. */
function expectedCounts(pairs: number, share = truth.share): PatternCount[] {
  const chance = (shares: readonly (readonly number[])[], pattern: readonly number[]): number => pattern.reduce((product, level, f) => product * (shares[f]?.[level - 1] ?? 0), 1);
  return Array.from({ length: 16 }, (_, i) => [1, 2, 4, 8].map((bit) => ((i & bit) === 0 ? 1 : 2))).map((pattern) => ({
    pattern,
    count: pairs * (share * chance(truth.m, pattern) + (1 - share) * chance(truth.u, pattern)),
  }));
}

const start = truth.m.map(() => ({ m: [0.8, 0.2], weight: 2 }));

test('the shares of agreement are found again without labels, to within the weight of the prior', () => {
  const learned = learnFellegiSunter({ compared: expectedCounts(100_000), random: expectedCounts(100_000, 0), start, matches: 0.05 });
  expect(learned.isSettled).toBe(true);
  expect(learned.matches).toBeCloseTo(truth.share, 3);
  learned.fields.forEach(({ m, u }, f) => {
    expect(m[0]).toBeCloseTo(truth.m[f]?.[0] ?? 0, 2);
    expect(u[0]).toBeCloseTo(truth.u[f]?.[0] ?? 0, 3);
  });
});

test('too few matches are refused in words, not learned from', () => {
  expect(() => learnFellegiSunter({ compared: expectedCounts(500), random: expectedCounts(500, 0), start, matches: 0.05 })).toThrow('matching.too_little_to_learn');
});

test('a field that is not given says nothing, and a probability always lies between 0 and 1', () => {
  const learned = learnFellegiSunter({ compared: expectedCounts(100_000), random: expectedCounts(100_000, 0), start, matches: 0.05 });
  expect(patternWeight(learned.fields, [0, 0, 0, 0])).toBe(0);
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }), (pattern) => {
    const p = matchProbability(learned, pattern);
    return p > 0 && p < 1;
  }));
});
