import { addProduct, cellCount, type Factor } from './factor.ts';
import { momentFactor, type Locus, type Moments, type Slot } from './locus.ts';
import type { Evidence, FreeFounder } from './network.ts';

/** Hardy-Weinberg probability of a typed founder. */
export function fixedFounderProbability(freqs: Float64Array, seen: Evidence): number {
  const p = (freqs[seen.a] ?? NaN) * (freqs[seen.b] ?? NaN);
  return seen.a === seen.b ? p : 2 * p;
}

/**
 * The factor of one founder without typing, summed over its two alleles: over all ways to divide its n transmissions
 * between the two alleles, 2^-(n-1) A(one side) A(other side).
 */
export function founderFactors(locus: Locus, moments: Moments, input: { founder: FreeFounder; dims: readonly number[] }): Factor[] {
  const { founder, dims } = input;
  if (founder.kind === 'open') return founder.slots.map((slot) => momentFactor(locus, moments, [slot]));
  const { slots } = founder;
  const scope = [...new Set(slots.map((s) => s.variable))].sort((a, b) => a - b);
  const out = new Float64Array(cellCount(scope, dims));
  const weight = 2 ** -(slots.length - 1);
  const sides = new Map<number, Factor>();
  const side = (mask: number): Factor => {
    const known = sides.get(mask);
    if (known !== undefined) return known;
    const made = momentFactor(locus, moments, slots.filter((_: Slot, i) => (mask >> i) & 1));
    sides.set(mask, made);
    return made;
  };
  const all = 2 ** slots.length - 1;
  for (let mask = 1; mask <= all; mask += 2) addProduct(out, scope, dims, { a: side(mask), b: side(all ^ mask), weight });
  return [{ vars: scope, data: out }];
}
