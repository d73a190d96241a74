import { KinshipError } from '../kinship-error.ts';

export interface SitePriors {
  /** Number of the site of each remains. */
  readonly siteOfRemains: readonly number[];
  /** Number of people recovered or expected at each site, at least the number of its remains. */
  readonly people: readonly number[];
  /** Probability, before any comparison, that a missing person lies at a site; row-major missing x sites, each row summing to less than 1. */
  readonly probability: Float64Array;
}

/**
 * ln prior odds of every pairing, row-major remains x missing: a missing person lies at a site with the probability given, and is there any of its people with equal
 * chance; the odds are against "is none of the remains".
 * @throws KinshipError kinship.joint.matrix, kinship.prior
 */
export function lnPriorOddsBySite(input: SitePriors): Float64Array {
  const { siteOfRemains, people, probability } = input;
  const sites = people.length;
  const missing = sites === 0 ? 0 : probability.length / sites;
  if (!Number.isInteger(missing)) throw new KinshipError('kinship.joint.matrix', { matrix: 'probability', cells: probability.length, expected: sites });
  const out = new Float64Array(siteOfRemains.length * missing);
  for (let m = 0; m < missing; m++) {
    let sum = 0;
    for (let s = 0; s < sites; s++) {
      const p = probability[m * sites + s] ?? NaN;
      if (!(p >= 0)) throw new KinshipError('kinship.prior', { prior: String(p) });
      sum += p;
    }
    if (!(sum < 1)) throw new KinshipError('kinship.prior', { prior: sum });
    siteOfRemains.forEach((site, r) => {
      const n = people[site] ?? NaN;
      if (!(n >= 1)) throw new KinshipError('kinship.prior', { prior: String(n) });
      out[r * missing + m] = Math.log((probability[m * sites + site] ?? NaN) / n / (1 - sum));
    });
  }
  return out;
}
