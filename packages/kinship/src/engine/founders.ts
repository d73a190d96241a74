import { addProduct, cellCount, type Factor } from './factor.ts';
import { momentFactor, type Locus, type Moments } from './locus.ts';
import type { FixedFounder, FreeFounder } from './network.ts';

/** Probability of a founder's genotype: Hardy-Weinberg, with inbreeding f p + (1 - f) p^2 and 2 (1 - f) p q; `b` = -1 for one allele only. */
export function genotypeProbability(freqs: Float64Array, genotype: { readonly a: number; readonly b: number; readonly inbreeding?: number }): number {
  const p = freqs[genotype.a] ?? NaN;
  if (genotype.b < 0) return p;
  const f = genotype.inbreeding ?? 0;
  if (genotype.a === genotype.b) return f * p + (1 - f) * p * p;
  return (1 - f) * 2 * p * (freqs[genotype.b] ?? NaN);
}

/** Probability of a typed founder and of what was seen. */
export function fixedFounderProbability(freqs: Float64Array, seen: FixedFounder): number {
  return seen.weight * genotypeProbability(freqs, seen);
}

/** The factors of one founder whose alleles are not fixed, summed over the divisions of its slots. */
export function founderFactors(locus: Locus, moments: Moments, input: { founder: FreeFounder; dims: readonly number[] }): Factor[] {
  const { slots, divisions } = input.founder;
  const [only] = divisions;
  const sides = new Map<string, Factor>();
  const side = (group: readonly number[]): Factor => {
    const key = group.join();
    const known = sides.get(key);
    if (known !== undefined) return known;
    const made = momentFactor(locus, moments, slots.filter((_, s) => group.includes(s)));
    sides.set(key, made);
    return made;
  };
  if (only !== undefined && divisions.length === 1) return only.groups.map(side);
  const scope = [...new Set(slots.map((s) => s.variable))].sort((a, b) => a - b);
  const out = new Float64Array(cellCount(scope, input.dims));
  const one: Factor = { vars: [], data: Float64Array.of(1) };
  for (const { weight, groups } of divisions) {
    const [first, second] = groups;
    addProduct(out, scope, input.dims, { a: first === undefined ? one : side(first), b: second === undefined ? one : side(second), weight });
  }
  return [{ vars: scope, data: out }];
}
