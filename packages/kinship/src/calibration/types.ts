import type { LinkageGroup, Marker, Pedigree, Policies, ProfileTyping } from '../types.ts';

/** A family of which the LRs are tried: who is missing, who is typed. */
export interface CalibrationFamily {
  readonly name: string;
  readonly pedigree: Pedigree;
  readonly missing: string;
  /** Typing models of relatives, by the profile that the pedigree names: simulated, and calculated with. */
  readonly typing?: Readonly<Record<string, ProfileTyping>>;
  /** That of the remains, of the missing person and of a stranger alike. */
  readonly remainsTyping?: ProfileTyping;
}

/** What the world is like where the data come from; the calculation always assumes the markers as given and theta as given. */
export type Scenario =
  /** As the calculation assumes. */
  | { readonly kind: 'asAssumed' }
  /** All founders and the stranger come from one subpopulation with this F_ST. */
  | { readonly kind: 'subpopulation'; readonly theta: number }
  /** The people come from a population with other frequencies, given for the same marker names and alleles. */
  | { readonly kind: 'otherPopulation'; readonly name: string; readonly markers: readonly Marker[] }
  /** Each of two different alleles of the remains is lost with this probability, beyond what the family's model says, and nobody knows: they read as homozygous; so is a man's one X allele, which then reads as untyped. */
  | { readonly kind: 'dropOut'; readonly probability: number }
  /** Alleles of the remains are lost with this probability, a homozygote's with its square, beyond what the family's model says; and the calculation knows it. */
  | { readonly kind: 'statedDropOut'; readonly probability: number };

export interface CalibrationInput {
  readonly families: readonly CalibrationFamily[];
  /** Autosomal or X; silent alleles and linked markers are calculated and simulated as such. */
  readonly markers: readonly Marker[];
  readonly linkage?: readonly LinkageGroup[];
  /** Frequencies are scaled and raised as these say; an allele that the markers lack is never simulated. */
  readonly policies?: Policies;
  /** F_ST the calculation corrects for; 0 when absent. */
  readonly theta?: number;
  readonly scenarios: readonly Scenario[];
  /** True pairs of each family and scenario; as many false ones. */
  readonly simulations: number;
  readonly seed: number;
}

export interface ThresholdRow {
  readonly log10Threshold: number;
  /** Share of strangers at or above the threshold, and its standard error. */
  readonly falsePositive: number;
  readonly falsePositiveError: number;
  /** What the share can be at most if LRs mean what they say: 1 / threshold. */
  readonly bound: number;
  /** Share of true pairs below the threshold. */
  readonly falseNegative: number;
}

/** Pairs by their posterior at even odds: how many of them are true. */
export interface PosteriorBin {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  readonly meanPosterior: number;
  readonly shareTrue: number;
}

export interface CalibrationResult {
  readonly family: string;
  readonly scenario: string;
  readonly simulations: number;
  readonly seed: number;
  /** Mean log10 LR of true pairs; of strangers the median (their mean is -Infinity where one LR is 0). */
  readonly meanLog10True: number;
  readonly medianLog10False: number;
  readonly thresholds: readonly ThresholdRow[];
  readonly bins: readonly PosteriorBin[];
  /** Mean distance of posterior and truth over the bins, weighted by pairs (expected calibration error). */
  readonly calibrationError: number;
  /** Mean score -log2(probability given to the truth) at even odds: 0 perfect, 1 worth nothing. */
  readonly costBits: number;
  /** Pairs without a ratio (impossible both ways), left out. */
  readonly failed: number;
}
