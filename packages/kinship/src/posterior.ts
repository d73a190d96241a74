import { KinshipError } from './kinship-error.ts';

export interface Posterior {
  readonly lnPosteriorOdds: number;
  readonly probability: number;
  /** 1 - probability, with its own digits where the probability is near 1. */
  readonly complement: number;
}

/**
 * Posterior of the hypothesis in the numerator, in log space: ln odds = ln LR + ln(prior / (1 - prior)).
 * @param lnLr natural logarithm of the likelihood ratio; may be infinite
 * @param prior probability before the data, 0 < prior < 1
 * @throws KinshipError kinship.prior
 */
export function posterior(lnLr: number, prior: number): Posterior {
  if (!(prior > 0 && prior < 1)) throw new KinshipError('kinship.prior', { prior });
  if (Number.isNaN(lnLr)) throw new KinshipError('kinship.not_a_number');
  const lnPosteriorOdds = lnLr + Math.log(prior) - Math.log1p(-prior);
  return { lnPosteriorOdds, probability: 1 / (1 + Math.exp(-lnPosteriorOdds)), complement: 1 / (1 + Math.exp(lnPosteriorOdds)) };
}

/**
 * The flat prior 1 / (n + 1) for one of n missing persons who could equally be these remains, or somebody else.
 * @param n number of missing persons, a whole number of at least 1
 */
export function priorFromCount(n: number): number {
  if (!(Number.isInteger(n) && n >= 1)) throw new KinshipError('kinship.prior', { prior: n });
  return 1 / (n + 1);
}
