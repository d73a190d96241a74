import { KinshipError } from '../kinship-error.ts';
import { readTheta } from '../markers/prepare-marker.ts';
import type { HaplotypeCount, HaplotypeFrequency } from './types.ts';

/**
 * A haplotype's share of the population by counting. Nothing is estimated from its loci: they are not independent.
 * @param confidence of the one-sided upper bound, above 0.5 and below 1
 * @param givenTheta subpopulation correction, at least 0 and below 1
 * @throws KinshipError kinship.lineage.count {matches, size}, kinship.lineage.confidence {value}, kinship.theta
 * Source: Clopper and Pearson 1934 (doi:10.1093/biomet/26.4.404); counting in practice as in Roewer et al. 2020 (doi:10.1016/j.fsigen.2020.102308, unverified for this point).
 */
export function haplotypeFrequency(count: HaplotypeCount, confidence = 0.95, givenTheta = 0): HaplotypeFrequency {
  const { matches, size } = count;
  const whole = Number.isSafeInteger(matches) && Number.isSafeInteger(size);
  if (!(whole && size >= 1 && matches >= 0 && matches <= size)) throw new KinshipError('kinship.lineage.count', { matches: String(matches), size: String(size) });
  if (!(confidence > 0.5 && confidence < 1)) throw new KinshipError('kinship.lineage.confidence', { value: String(confidence) });
  const theta = readTheta(givenTheta);
  const augmented = (matches + 1) / (size + 1);
  const upperBound = upperBoundOf(matches, size, 1 - confidence);
  const share = Math.max(augmented, upperBound);
  return { ...count, observed: matches / size, augmented, upperBound, confidence, theta, used: theta + (1 - theta) * share };
}

/** The share p at which seeing at most `matches` of `size` has probability `risk`. */
function upperBoundOf(matches: number, size: number, risk: number): number {
  if (matches === size) return 1;
  if (matches === 0) return -Math.expm1(Math.log(risk) / size);
  let lnChoose = 0;
  for (let i = 1; i <= matches; i++) lnChoose += Math.log((size - matches + i) / i);
  let [low, high] = [matches / size, 1];
  for (let turn = 0; turn < 200; turn++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (atMost(matches, { size, share: middle, lnChoose }) > risk) low = middle;
    else high = middle;
  }
  return high;
}

/** P(X <= matches) of a binomial, from its largest term down: above the observed share the terms fall. */
function atMost(matches: number, { size, share, lnChoose }: { readonly size: number; readonly share: number; readonly lnChoose: number }): number {
  const odds = share / (1 - share);
  let term = 1;
  let sum = 1;
  for (let k = matches; k > 0 && term > sum * 1e-18; k--) {
    term *= k / ((size - k + 1) * odds);
    sum += term;
  }
  return sum * Math.exp(lnChoose + matches * Math.log(share) + (size - matches) * Math.log1p(-share));
}
