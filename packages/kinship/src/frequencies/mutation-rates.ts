import type { MutationBySex } from '../types.ts';
import rates from './mutation-rates.json' with { type: 'json' };

/** One marker's mutation rates by the parent's sex and what they rest on. */
export interface LocusMutationRates {
  readonly marker: string;
  readonly female: number;
  readonly male: number;
  readonly observed: { readonly female: { readonly mutations: number; readonly meioses: number }; readonly male: { readonly mutations: number; readonly meioses: number } } | null;
  readonly source: string;
  /** Whether the figures were checked against their source; none of the shipped ones was. */
  readonly verified: boolean;
}

const perLocus = new Map(rates.loci.map((l) => [l.marker, l]));

/**
 * Mutation rates per transmission by locus and sex (AABB compilation by NIST STRBase, unverified: check before casework);
 * a locus without its own figures, or with none observed, gets the general rates (female 0.0005, male 0.002).
 */
export function mutationRates(marker: string): LocusMutationRates {
  const locus = perLocus.get(marker);
  const { maternal, paternal } = rates.defaults;
  if (locus === undefined) return { marker, female: maternal, male: paternal, observed: null, source: 'default', verified: false };
  return {
    marker,
    female: locus.maternal.rate > 0 ? locus.maternal.rate : maternal,
    male: locus.paternal.rate > 0 ? locus.paternal.rate : paternal,
    observed: { female: locus.maternal, male: locus.paternal },
    source: rates.source,
    verified: rates.verified,
  };
}

/** The extended stepwise model with the locus' rates: step range 0.1, change of microvariant group 1e-6. */
export function stepwiseMutation(marker: string): MutationBySex {
  const { female, male } = mutationRates(marker);
  const rate2 = rates.defaults.fractional_change_rate;
  return { female: { model: 'stepwise', rate: female, rate2, range: 0.1 }, male: { model: 'stepwise', rate: male, rate2, range: 0.1 } };
}
