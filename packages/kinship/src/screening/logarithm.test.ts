import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logarithm } from './logarithm.ts';

describe('the logarithm of the kernels', () => {
  it('is the natural logarithm to two units in the last place, for every positive number', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }), fc.double({ min: 0.5, max: 2, noNaN: true }), fc.double({ min: -700, max: 700, noNaN: true }).map(Math.exp)), (x) => {
        const expected = Math.log(x);
        expect(Math.abs(logarithm(x) - expected)).toBeLessThanOrEqual(2 ** -51 * Math.abs(expected));
      }),
      { numRuns: 20_000 },
    );
  });

  it('says minus infinity for zero, and is no number where there is none', () => {
    expect(logarithm(0)).toBe(-Infinity);
    expect([logarithm(1), logarithm(-1), logarithm(NaN), logarithm(Infinity)]).toEqual([0, NaN, NaN, NaN]);
  });
});
