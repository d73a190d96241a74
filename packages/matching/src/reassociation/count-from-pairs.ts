import { refuse } from '@imena/problem';

/** Counts of one element that pairs: left ones, right ones, and pairs of left and right of one person among them. */
export interface PairCounts {
  readonly left: number;
  readonly right: number;
  readonly pairs: number;
}

export interface PairCountOptions {
  /** Whether left and right of this element can really be matched; without it no estimate is given. */
  readonly pairsReliably: boolean;
  /** Fewer pairs give no estimate, because it would be unstable. Default `fewestPairs`. */
  readonly fewest?: number;
  /** Share of the posterior that the interval holds, 0..1. Default 0.95. */
  readonly mass?: number;
}

/** The most likely number of individuals that were there, with how sure it is. */
export interface MostLikelyNumber {
  readonly mlni: number;
  /** Highest-density region of the number of individuals; both ends belong to it. */
  readonly low: number;
  readonly high: number;
  /** What the region really holds: at least what was asked for. */
  readonly mass: number;
}

export interface NumberFromPairs {
  /** max(L, R): at least so many, whatever the pairs. */
  readonly mniMax: number;
  /** L + R - P, the grand minimum total: valid only where every left was compared with every right. */
  readonly mniGrandTotal: number;
  /** L * R / P; null without pairs. */
  readonly lincoln: number | null;
  /** Chance that an element of a person was recovered, 2P / (L + R), with its standard error; null without pairs. */
  readonly recovery: { readonly share: number; readonly standardError: number } | null;
  /** Null where it must not be given; `withheld` says why. */
  readonly estimate: MostLikelyNumber | null;
  readonly withheld: 'pairs_not_reliable' | 'too_few_pairs' | null;
}

/** "P is not tiny" of the reference in a number; judgement of the authors, unverified. */
export const fewestPairs = 5;

/** Refused beyond this; the sum over N takes time in proportion. */
const mostSpecimens = 5000;

/**
 * Minimum number, Lincoln index, recovery and most likely number of individuals with its interval, from the counts of
 * one paired element. The posterior is hypergeometric(P; L drawn, R marked of N) * P / (N + 1) for N >= L + R - P; it
 * sums to 1 and its mode is floor((L+1)(R+1)/(P+1) - 1). Source: Adams and Konigsberg 2004, Am J Phys Anthropol 125:138;
 * formulas as on L. Konigsberg's page on MLNI. Cost: in proportion to the width of the interval.
 * LIMIT: left and right are taken to be lost independently and each with one chance.
 * @throws Problem `matching.pair_counts` where the counts are no whole numbers of 0..5000 or pairs exceed either side
 */
export function countFromPairs({ left, right, pairs }: PairCounts, { pairsReliably, fewest = fewestPairs, mass = 0.95 }: PairCountOptions): NumberFromPairs {
  const isCount = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= mostSpecimens;
  if (![left, right, pairs].every(isCount) || pairs > Math.min(left, right)) refuse('matching.pair_counts', { left, right, pairs });
  if (!(mass > 0 && mass < 1) || !(fewest >= 1)) refuse('matching.pair_options', { mass, fewest });
  const withheld = !pairsReliably ? 'pairs_not_reliable' : pairs < fewest ? 'too_few_pairs' : null;
  const share = left + right === 0 ? 0 : (2 * pairs) / (left + right);
  return {
    mniMax: Math.max(left, right),
    mniGrandTotal: left + right - pairs,
    lincoln: pairs === 0 ? null : (left * right) / pairs,
    recovery: pairs === 0 ? null : { share, standardError: Math.sqrt((share * (2 - 2 * share)) / (left + right - pairs)) * (1 - share / 2) },
    estimate: withheld === null ? mostLikely({ left, right, pairs }, mass) : null,
    withheld,
  };
}

/**
 * P(N individuals | counts), pairs at least 1. Also for tests: its sum over all N from L + R - P is 1.
 */
export function posteriorOfNumber(n: number, { left, right, pairs }: PairCounts): number {
  if (n < left + right - pairs || pairs < 1) return 0;
  return Math.exp(lnChoose(right, pairs) + lnChoose(n - right, left - pairs) - lnChoose(n, left)) * (pairs / (n + 1));
}

/** Takes in the likelier neighbour until the region holds enough: the posterior has one mode, so the region is whole. */
function mostLikely(counts: PairCounts, wanted: number): MostLikelyNumber {
  const { left, right, pairs } = counts;
  const mlni = Math.floor(((left + 1) * (right + 1)) / (pairs + 1) - 1);
  const fewest = left + right - pairs;
  let low = mlni;
  let high = mlni;
  let mass = posteriorOfNumber(mlni, counts);
  let below = low > fewest ? posteriorOfNumber(low - 1, counts) : 0;
  let above = posteriorOfNumber(high + 1, counts);
  while (mass < wanted) {
    if (below > above) {
      low--;
      mass += below;
      below = low > fewest ? posteriorOfNumber(low - 1, counts) : 0;
    } else {
      high++;
      mass += above;
      above = posteriorOfNumber(high + 1, counts);
    }
  }
  return { mlni, low, high, mass };
}

/** ln of n over k as a sum of logarithms over the shorter side. */
function lnChoose(n: number, k: number): number {
  const steps = Math.min(k, n - k);
  let sum = 0;
  for (let i = 1; i <= steps; i++) sum += Math.log((n - steps + i) / i);
  return sum;
}
