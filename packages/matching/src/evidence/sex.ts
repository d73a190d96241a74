import type { FoundRemains, Sex } from '../records/types.ts';
import type { EvidenceSettings } from './parameters.ts';

/** Share of each sex in the population concerned; sums to 1. */
export type SexShares = Readonly<Record<Sex, number>>;

/**
 * Likelihood ratio of an observed sex, this person against an unrelated one of the population:
 * (1 - error) / share of the observed sex where it agrees, error / share where it does not.
 * Source: the closed form of mispitools 1.4.0 `lr_sex` (Marsico and others 2021, Forensic Sci Int Genet).
 * LIMIT: one error rate for both sexes; an examiner who leaves sex open is neutral and not asked here.
 */
export function sexRatio(missing: Sex, observed: Sex, model: { readonly errorRate: number; readonly population: SexShares }): number {
  return (missing === observed ? 1 - model.errorRate : model.errorRate) / model.population[observed];
}

/** Error of an estimate of sex: larger where the examiner is in doubt. */
export function sexErrorOf({ isSexInDoubt }: Pick<FoundRemains, 'isSexInDoubt'>, { sexEstimateError, sexDoubtError }: EvidenceSettings): number {
  return isSexInDoubt ? sexDoubtError : sexEstimateError;
}

/** How often each sex is called so with an error: nearer to even than the population where the error is large. */
export function sharesCalled({ M, F }: SexShares, error: number): SexShares {
  return { M: (1 - error) * M + error * F, F: (1 - error) * F + error * M };
}
