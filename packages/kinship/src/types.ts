/** Parameters of a mutation model, one sex of parent. `matrix[i][j]` = P(parental allele i is transmitted as j). */
export interface MutationModel {
  readonly model: 'equal' | 'proportional' | 'stepwise' | 'onestep' | 'dawid' | 'custom';
  /** Expected share of transmissions that mutate, 0..1. */
  readonly rate?: number;
  /** Stepwise only: probability of a change into another microvariant group, 0..1. */
  readonly rate2?: number;
  /** Stepwise and dawid: ratio of probabilities of a change by one more step, 0..1. */
  readonly range?: number;
  /** Makes the model stationary (PM, PR) or reversible (MH, BA, PR) with the same overall rate. */
  readonly transform?: 'PM' | 'MH' | 'BA' | 'PR' | null;
  readonly matrix?: readonly (readonly number[])[];
}

/** The mutation model of a marker by the sex of the transmitting parent. */
export interface MutationBySex {
  readonly female: MutationModel;
  readonly male: MutationModel;
}

/** A genetic marker with allele labels and their frequencies in one population, in the same order. */
export interface Marker {
  readonly name: string;
  readonly chrom: 'autosomal' | 'X';
  readonly alleles: readonly string[];
  readonly freqs: readonly number[];
  readonly mutation: MutationBySex | null;
  /** Label of a silent allele; refused today. */
  readonly silent?: string;
}

export type Sex = 'male' | 'female' | 'unknown';

export interface Individual {
  readonly id: string;
  readonly father: string | null;
  readonly mother: string | null;
  readonly sex: Sex;
  /** Key into the profiles; absent for a person without a sample. */
  readonly profile?: string;
}

/** One hypothesis: individuals, in any order, in one or several unconnected families. */
export interface Pedigree {
  readonly name: string;
  readonly individuals: readonly Individual[];
}

/** Alleles observed at a marker: `[a, b]`, or `[a, null]` where only one allele is known. */
export type Observation = readonly (string | null)[];

/** Observations by marker name; an absent marker is not typed. */
export type Profile = Readonly<Record<string, Observation>>;

export type Profiles = Readonly<Record<string, Profile>>;

/** What to do where data and frequency table do not fit; nothing of it happens without being named in the result. */
export interface Policies {
  /** An observed allele that the table does not hold: refuse, or add it with this frequency and scale the others by 1 - value. */
  readonly outsideAllele: { readonly kind: 'refuse' } | { readonly kind: 'minFrequency'; readonly value: number };
  /** Frequencies as given (they must sum to 1 within 0.001), or divided by their sum. */
  readonly normalisation: 'asGiven' | 'rescale';
}

export const defaultPolicies: Policies = { outsideAllele: { kind: 'refuse' }, normalisation: 'asGiven' };

/** A remark on how a number came about, as data: words are made by the reader's side. */
export interface Note {
  readonly code: 'outsideAllele' | 'rescaled' | 'notTyped';
  readonly details: Readonly<Record<string, string | number>>;
}

/** Settings shared by all calculations. */
export interface Settings {
  /** Subpopulation correction F_ST, 0 <= theta < 1; 0 when absent. */
  readonly theta?: number;
  readonly policies?: Policies;
}
