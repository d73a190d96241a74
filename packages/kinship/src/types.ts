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
  /** Label of a silent allele: it is never seen, and a homozygote a,a may carry it. */
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

/** Probability that the two alleles of a founder are one allele by recent descent, 0..1; absent = 0. */
export interface Inbreeding {
  readonly autosomal?: number;
  /** Of a woman's two X alleles; without meaning for a man. */
  readonly x?: number;
}

/** One hypothesis: individuals, in any order, in one or several unconnected families. */
export interface Pedigree {
  readonly name: string;
  readonly individuals: readonly Individual[];
  /** By id of a founder. */
  readonly founderInbreeding?: Readonly<Record<string, Inbreeding>>;
  /** Groups of monozygotic twins (or of several samples of one person): ids of equal sex and parents, one genotype. */
  readonly monozygotic?: readonly (readonly string[])[];
}

/**
 * Alleles observed at a marker: `[a, b]`; `[a, null]` where only one allele is known; `[a]` for a man on the X chromosome.
 * With a typing model: the list of alleles seen, `[]` for none.
 */
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
  /** Frequencies below this are raised to it and the others scaled down, such as 5 / 2N; not done when absent. */
  readonly minimumFrequency?: number;
}

export const defaultPolicies: Policies = { outsideAllele: { kind: 'refuse' }, normalisation: 'asGiven' };

/** How alleles of a degraded sample are lost or added. Source: docs/methods/dropout.md. */
export interface TypingModel {
  /** Probability that one of two different alleles is not seen, 0..1. */
  readonly dropOut: number;
  /** Probability that a homozygote shows nothing; dropOut squared when absent. */
  readonly homozygoteDropOut?: number;
  /** Probability that one allele that is not the person's is seen, 0..1; 0 when absent. */
  readonly dropIn?: number;
}

/** The typing model of one profile, with markers that have their own. */
export interface ProfileTyping extends TypingModel {
  readonly markers?: Readonly<Record<string, TypingModel>>;
}

/** Markers of one chromosome in their order along it, calculated together. */
export interface LinkageGroup {
  readonly markers: readonly string[];
  /** Recombination fraction between each marker and the next, 0..0.5, by the sex of the parent. */
  readonly recombination: readonly { readonly female: number; readonly male: number }[];
}

/** A remark on how a number came about, as data: words are made by the reader's side. */
export interface Note {
  readonly code: 'outsideAllele' | 'rescaled' | 'raised' | 'hemizygousTwice' | 'typingModel' | 'linked' | 'notTyped';
  readonly details: Readonly<Record<string, string | number>>;
}

/** What a policy did to a marker. */
export interface AppliedPolicy extends Note {
  readonly marker: string;
}

/** Settings shared by all calculations. */
export interface Settings {
  /** Subpopulation correction F_ST, 0 <= theta < 1; 0 when absent. */
  readonly theta?: number;
  readonly policies?: Policies;
  /** Typing models by profile key; a profile without one is taken as typed without error. */
  readonly typing?: Readonly<Record<string, ProfileTyping>>;
}
