import type { Sex } from '../records/types.ts';

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
