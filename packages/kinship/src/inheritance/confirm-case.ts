import type { KinshipCase } from '../case/types.ts';
import { KinshipError } from '../kinship-error.ts';
import { prepareForAll } from '../likelihood.ts';
import { secondLnLikelihood } from './second-likelihood.ts';

/** What the second solver says of a number of the first. */
export type Confirmation =
  | { readonly kind: 'agrees' | 'differs'; readonly lnLr: number; readonly difference: number }
  /** The family is beyond the second solver: the number stands on one algorithm. */
  | { readonly kind: 'beyond' };

/** Largest difference of ln LR at which two solvers agree, relative beyond 1. */
export const agreementTolerance = 1e-9;

/**
 * Computes the ln LR of a case's one hypothesis against its reference again, by the second solver, and compares.
 * @param lnLr what the first solver gave
 * @throws KinshipError kinship.case.shape where the case does not have a reference and one other hypothesis
 */
export function confirmCase(given: KinshipCase, lnLr: number): Confirmation {
  const below = given.pedigrees.find((pedigree) => pedigree.name === given.reference);
  const [above, ...more] = given.pedigrees.filter((pedigree) => pedigree.name !== given.reference);
  if (below === undefined || above === undefined || more.length > 0) throw new KinshipError('kinship.case.shape', { path: 'reference' });
  const markers = given.markers.map((marker) => prepareForAll(marker, given.profiles, given.policies === undefined ? {} : { policies: given.policies }).marker);
  const settings = { profiles: given.profiles, markers, theta: given.theta, ...(given.typing && { typing: given.typing }), ...(given.linkageGroups && { linkage: given.linkageGroups }) };
  try {
    const again = secondLnLikelihood({ ...settings, pedigree: above }).total - secondLnLikelihood({ ...settings, pedigree: below }).total;
    const difference = again === lnLr ? 0 : Math.abs(again - lnLr);
    return { kind: difference <= agreementTolerance * Math.max(1, Math.abs(lnLr)) ? 'agrees' : 'differs', lnLr: again, difference };
  } catch (error) {
    if (error instanceof KinshipError && error.code === 'kinship.second.too_complex') return { kind: 'beyond' };
    throw error;
  }
}
