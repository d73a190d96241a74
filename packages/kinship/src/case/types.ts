import type { LinkedPair } from '../linkage/linked-pairs.ts';
import type { AppliedPolicy, LinkageGroup, Marker, MutationModel, Pedigree, Policies, Profiles, ProfileTyping } from '../types.ts';

/** A number of a case file: infinities and NaN are written as strings. */
export type CaseNumber = number | 'Infinity' | '-Infinity' | 'NaN';

/** A `kinship-case/1` object as far as this package reads it; `expected` and the like are never read. */
export interface KinshipCase {
  readonly schema: 'kinship-case/1';
  readonly id: string;
  readonly category: string;
  readonly theta: number;
  readonly markers: readonly Marker[];
  readonly pedigrees: readonly CasePedigree[];
  readonly profiles: Profiles;
  readonly reference?: string;
  readonly missing?: string;
  /** Beyond the schema of the reference cases: typing models by profile key. */
  readonly typing?: Readonly<Record<string, ProfileTyping>>;
  readonly linkageGroups?: readonly LinkageGroup[];
  /** Beyond the schema too: what to do where data and frequencies do not fit; `defaultPolicies` when absent. */
  readonly policies?: Policies;
  readonly [other: string]: unknown;
}

export type CasePedigree = Pedigree;

/** A case of category m: one mutation matrix. */
export interface MutationCase {
  readonly schema: 'kinship-case/1';
  readonly id: string;
  readonly category: 'm.mutation_matrix';
  readonly alleles: readonly string[];
  readonly freqs: readonly number[];
  readonly parameters: MutationModel;
}

export interface CaseLikelihoods {
  readonly lnLik: Readonly<Record<string, CaseNumber>>;
  /** Linked markers together; they are not in `lnLik`. */
  readonly lnLikJoint?: CaseNumber;
  readonly lnLikTotal: CaseNumber;
}

export interface CaseLr {
  readonly vs: string;
  readonly total: CaseNumber;
  readonly lnTotal: CaseNumber;
  readonly perMarker: Readonly<Record<string, CaseNumber>>;
}

export interface ExclusionPower {
  readonly perMarker: Readonly<Record<string, number>>;
  readonly total: number;
  readonly expectedMismatch: number;
}

/** A marker that some profile shows and that bears on no number of the answer: the case gives no frequencies for it. */
export interface DroppedMarker {
  readonly marker: string;
  readonly reason: 'noFrequencies';
  /** Keys of the profiles that show it. */
  readonly profiles: readonly string[];
}

/** What is to be known beside an answer; each is absent where there is nothing to say. */
export interface CaseRemarks {
  readonly dropped?: readonly DroppedMarker[];
  /** The policies that the case chose, and what they changed. */
  readonly policies?: Policies;
  readonly applied?: readonly AppliedPolicy[];
  /** Known close pairs of one chromosome that were multiplied as if independent. */
  readonly takenAsIndependent?: readonly Pick<LinkedPair, 'a' | 'b' | 'distanceCm'>[];
}

/** The answer to a case: `expected` in the shape of the schema with its remarks, or a refusal with its code. */
export type CaseAnswer =
  | ({ readonly id: string; readonly expected: Readonly<Record<string, unknown>> } & CaseRemarks)
  | { readonly id: string; readonly refused: { readonly code: string; readonly details: Readonly<Record<string, string | number>> } };
