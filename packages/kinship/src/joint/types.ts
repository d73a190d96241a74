import type { LinkageGroup, Marker, Pedigree, Profile, Profiles, ProfileTyping, Settings, Sex } from '../types.ts';

/** A family with its missing people; relatives carry profile keys, the missing carry none. */
export interface JointFamily {
  readonly name: string;
  readonly pedigree: Pedigree;
  /** Ids of the missing in this pedigree. */
  readonly missing: readonly string[];
}

/** One set of remains: what one person left. Several remains of one person see `sameIndividual` of the input. */
export interface JointRemains {
  readonly id: string;
  readonly sex: Sex;
  readonly profile: Profile;
  /** How alleles of a degraded sample are lost or added; taken as typed without error when absent. */
  readonly typing?: ProfileTyping;
}

export interface JointInput extends Settings {
  readonly families: readonly JointFamily[];
  readonly remains: readonly JointRemains[];
  /** Reference profiles by the key the individuals name. */
  readonly profiles: Profiles;
  readonly markers: readonly Marker[];
  /** Markers to be calculated together; a marker in no group is independent of all others. */
  readonly linkage?: readonly LinkageGroup[];
  /** How theta joins founders, see `JointTheta`; `together` where that is small enough, else `withinFamilies`, when absent. */
  readonly subpopulation?: JointTheta['form'];
  /** Which remains may be which missing person; row = remains, column = missing person (families in order). Fitting sexes when absent. */
  readonly allowed?: readonly (readonly boolean[])[];
  /** ln LR of other evidence (teeth, stature, belongings), row-major remains x missing; it multiplies the DNA. */
  readonly extraLnLr?: Float64Array;
  /** ln of the prior odds "this pairing" against "neither is identified", row-major remains x missing; 0 = a flat prior over assignments. */
  readonly lnPriorOdds?: Float64Array;
  /** Lets remains that one genotype explains at every marker be one person; ln prior odds of two remains being one person. */
  readonly sameIndividual?: { readonly lnPriorOdds: number };
  /** Largest relative error asked of the posterior, 0 for exact or a refusal; 1e-12 when absent. */
  readonly precision?: number;
  /** Most steps spent on the sum, of a few nanoseconds each; 4e8 when absent. Fewer mean a wider certificate, or an estimate; the same number gives the same result everywhere. */
  readonly operations?: number;
  /** How many of the best assignments are named; 60 when absent. */
  readonly top?: number;
  /** Seed of the estimate that stands in where no certificate is reached. */
  readonly seed?: number;
  /** Whether the smallest likelihoods are asked for too (GLRmin); only where the sum is exact. */
  readonly smallest?: boolean;
}

/** How a subpopulation correction above 0 entered. */
export interface JointTheta {
  readonly value: number;
  /**
   * `together`: exact; all founders of an assignment, of all families and all strangers, are one sample of the subpopulation.
   * `withinFamilies`: the LR of a family's fill is conditional on that family's own references; families are multiplied.
   */
  readonly form: 'together' | 'withinFamilies';
  /** Families in which fills of several places carry the correction of each pairing alone, because their own would cost too much. */
  readonly byPairing: readonly string[];
}

/** How the posterior came about. An estimate is never called exact. `theta` is absent where it is 0. */
export type JointMethod = JointSum & { readonly theta?: JointTheta };

type JointSum =
  | { readonly kind: 'exact'; readonly states: number }
  | { readonly kind: 'certified'; readonly states: number; readonly relativeError: number }
  | { readonly kind: 'estimate'; readonly chains: number; readonly sweeps: number; readonly seed: number; readonly standardError: number; readonly certifiedRelativeError: number };

/** One way to pair everybody: for each remains the number of the missing person, -1 for nobody on the list. */
export interface Assignment {
  readonly pairing: readonly number[];
  /** Remains taken as one person who is nobody on the list; absent without any. */
  readonly unknownPersons?: readonly (readonly number[])[];
  /** ln likelihood against "nobody is identified", without priors. */
  readonly lnLr: number;
  /** null where the sum over all assignments is only estimated. */
  readonly posterior: number | null;
}

/** Missing persons that no data tell apart: exchanging them changes no likelihood. */
export interface SymmetricGroup {
  readonly family: string;
  readonly missing: readonly number[];
  /** Probability that each remains is one of the group, whichever. */
  readonly posterior: Float64Array;
}

/** Generalised likelihood ratio: the best assignment with a pairing against the best without it; natural logarithms. */
export interface GeneralisedRatio {
  readonly lnGlr: number;
  /** Smallest likelihood with the pairing against the best without it; null where it was not asked for or is not exact. */
  readonly lnGlrMin: number | null;
  /** `atMost`: the pairing lies below what the certificate resolves, the number is an upper bound. */
  readonly bound: 'exact' | 'atMost' | 'atLeast' | 'unknown';
}

export interface JointResult {
  readonly method: JointMethod;
  /** Ids in the order of all rows and columns. */
  readonly remains: readonly string[];
  readonly missing: readonly string[];
  readonly familyOf: readonly string[];
  /** ln P(profile) of each remains as a stranger, ln P(references) of each family, and of all as unrelated: their sum, but for theta over all together. */
  readonly lnLikRemains: readonly number[];
  readonly lnLikFamilies: readonly number[];
  readonly lnLikNobody: number;
  /** Markers left out of a family because the relatives' own data are impossible there. */
  readonly droppedMarkers: readonly { readonly family: string; readonly marker: string; readonly reason: 'referencesImpossible' }[];
  readonly allowed: readonly (readonly boolean[])[];
  /** ln LR of each pairing alone, row-major remains x missing; NaN where it is not allowed. */
  readonly pairwiseLnLr: Float64Array;
  /** ln of the sum of LR x priors over all assignments. */
  readonly lnSum: number;
  /** Number of assignments by the allowed pairings, and of those with a likelihood above 0 (null where they cannot be counted exactly). */
  readonly assignments: number | null;
  readonly possible: number | null;
  readonly best: readonly Assignment[];
  /** Whether the list of the best is proven to be complete in its order. */
  readonly bestIsCertain: boolean;
  /** Posterior of each pairing, row-major remains x (missing + 1); the last column is "nobody on the list". */
  readonly posterior: Float64Array;
  /** Posterior that a missing person is none of the remains. */
  readonly notFound: Float64Array;
  /** Standard error of each posterior where it is an estimate, in the layout of `posterior`. */
  readonly standardErrors: Float64Array | null;
  /** In the layout of `posterior`. */
  readonly glr: readonly GeneralisedRatio[];
  readonly symmetric: readonly SymmetricGroup[];
  /** Posterior that two remains are one person (null where the sum is only estimated); empty unless `sameIndividual` was given. */
  readonly samePerson: readonly { readonly remains: readonly [number, number]; readonly lnLr: number; readonly posterior: number | null }[];
}
