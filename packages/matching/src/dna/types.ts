import type { JointMethod, LinkageGroup, Marker, Policies, Profile, Profiles, ProfileTyping } from '@imena/kinship';
import type { IdentityGround } from '../audit/audit-settings.ts';

/** Why a profile takes no part in a run. */
export type DroppedProfileReason =
  | 'consent_withdrawn' | 'another_profile_has_more_markers' | 'nobody_in_pedigree' | 'people_disagree' | 'too_few_markers' | 'marker_named_twice' | 'of_nobody';

export interface DroppedProfile {
  readonly profile: string;
  readonly reason: DroppedProfileReason;
}

/** Why a family takes no part in a run. */
export type LeftOutReason = 'no_pedigree' | 'pedigree_disagrees' | 'missing_not_in_pedigree' | 'nobody_typed';

export interface LeftOutFamily {
  readonly family: string;
  readonly reason: LeftOutReason;
}

export interface RunProfile {
  /** Id of the profile subject. */
  readonly profile: string;
  /** Id of the remains, relative or person it was taken from. */
  readonly of: string;
  readonly genotypes: Profile;
  /** Alleles at markers that show more than two: they take part in nothing. Absent where none. */
  readonly manyAlleles?: Readonly<Record<string, readonly string[]>>;
  /** How alleles of a low-template profile may have dropped out or in. Absent where it is taken as typed without error. */
  readonly typing?: ProfileTyping;
}

export interface RunMember {
  readonly id: string;
  readonly father: string | null;
  readonly mother: string | null;
  readonly sex: 'male' | 'female' | 'unknown';
  readonly person: string | null;
  /** Id of the profile subject of this member; null when not typed. */
  readonly profile: string | null;
}

export interface RunFamily {
  readonly family: string;
  readonly members: readonly RunMember[];
  /** Members that are missing persons with a label in the pedigree. */
  readonly missing: readonly { readonly person: string; readonly member: string }[];
}

/**
 * The mutation model of a run. `per_locus` is the stepwise model with each locus' own rates as kinship ships them; the
 * others use one pair of rates for every locus. Rates are shares of transmissions, 0..1.
 */
export type RunMutation =
  | { readonly model: 'none' }
  | { readonly model: 'per_locus' }
  | { readonly model: 'equal' | 'proportional'; readonly rateFemale: number; readonly rateMale: number }
  | { readonly model: 'stepwise'; readonly rateFemale: number; readonly rateMale: number; readonly range: number; readonly rate2: number };

export interface RunParameters {
  readonly frequencyTable: string;
  readonly theta: number;
  /** Pairs with a lower LR are not listed; log10. */
  readonly minLog10Lr: number;
  /** N of the prior 1/N: how many missing persons are thought to lie at this event; at least 2. */
  readonly expectedMissing: number;
  /** Frequency of an allele that the table does not hold. */
  readonly minimumFrequency: number;
  readonly mutation: RunMutation;
  /** Profiles with fewer markers in the frequency table are left out, and listed. */
  readonly minMarkers: number;
}

/** Two markers of one chromosome that are not independent where linkage bears. */
export interface CloseMarkers {
  readonly a: string;
  readonly b: string;
  readonly distanceCm: number;
}

/** Who says that a body is a person: a presumption, an established identification, a line of a burial journal kept by others. */
export const occupantKinds = ['presumed', 'established', 'burial'] as const;

/** A body that was called a person before, rightly or not: it takes part in the joint solution as one that can be wrong. */
export interface RunOccupant {
  readonly kind: (typeof occupantKinds)[number];
  /** Id of the line of the journal; null for what is said of the remains themselves. */
  readonly burial: string | null;
  /** Id of the remains; null where the body is none that was recovered. */
  readonly remains: string | null;
  /** The body is one of so many of a grave, each alike; 1 where it is known which. */
  readonly among: number;
  readonly person: string;
  readonly grounds: readonly IdentityGround[];
  /** The ground whose error counts: of several the one that errs least, because they are seldom independent. */
  readonly surest: IdentityGround;
  /** Declared probability that it errs, 0..1, and where that comes from. */
  readonly error: number;
  readonly source: string;
  readonly verified: boolean;
  /** Probability that the name written is this person's and not another's of the name; 1 where an id says who is meant. */
  readonly nameShare: number;
}

/** Names what the prior of the joint solution is: see docs/methods/prior-and-posterior.md. */
export const jointPriorVersion = 'imena-run-prior/1';

/** Earlier identifications and burials by others, with the version of the prior that they are part of. */
export interface RunOccupancy {
  readonly prior: typeof jointPriorVersion;
  readonly occupants: readonly RunOccupant[];
}

/** Everything a run computes from; its canonical bytes are hashed into the ledger. */
export interface RunInput {
  readonly schema: 'imena-run-input/1';
  readonly parameters: RunParameters;
  /** Where the frequencies come from, for people. */
  readonly population: { readonly table: string; readonly name: string; readonly source: string };
  readonly markers: readonly Marker[];
  /** Close pairs among the markers. Absent in inputs made before they were looked for: there all markers count as independent. */
  readonly linked?: readonly CloseMarkers[];
  /** The close markers as groups to calculate together. Absent in inputs made before that was done: there one of each pair is left out where linkage bears. */
  readonly linkage?: readonly LinkageGroup[];
  readonly remains: readonly RunProfile[];
  /** Profiles of missing persons themselves, from their belongings or medical samples. */
  readonly persons: readonly RunProfile[];
  readonly references: readonly RunProfile[];
  readonly families: readonly RunFamily[];
  /** Absent in inputs made before earlier identifications and burials took part. */
  readonly occupancy?: RunOccupancy;
  readonly dropped: readonly DroppedProfile[];
  readonly leftOut: readonly LeftOutFamily[];
}

export interface RunPair {
  readonly remains: string;
  readonly profile: string;
  readonly person: string;
  readonly family: string;
  readonly lnLr: number;
  readonly markersUsed: number;
  /** Full siblings of the person who are missing too: they fit about equally well. */
  readonly symmetric: readonly string[];
}

/** Two profiles compared directly: one individual in two bags, or a missing person's own reference. */
export interface DirectPair {
  readonly a: string;
  readonly b: string;
  readonly kind: 'remains' | 'person';
  readonly lnLr: number;
  readonly markersUsed: number;
}

/** What could not be computed, with the code of the refusal; `remains` is null when it concerns the whole family. */
export interface FailedComparison {
  readonly family: string;
  readonly person: string;
  readonly remains: string | null;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Pairs that share remains or families, with everybody who competes in them. */
interface JointGroup {
  /** Ids of the remains. */
  readonly remains: readonly string[];
  /** Missing persons, by family. */
  readonly places: readonly { readonly family: string; readonly person: string }[];
}

/** What a joint solution says of an earlier identification or burial. */
export interface JudgedRunOccupant {
  /** Place in the run's list. */
  readonly occupant: number;
  readonly remains: string | null;
  readonly person: string;
  /** Posterior that it is right. */
  readonly posterior: number;
}

/** A group solved together; numbers in `pairs` and `alike` are places in the lists of remains and persons. */
export interface SolvedGroup extends JointGroup {
  readonly kind: 'solved';
  readonly method: JointMethod;
  /** Subpopulation correction that it was solved with: the run's own, or 0 where the solver does not know it. */
  readonly theta: number;
  /** Posterior of every pair of the run in this group. */
  readonly pairs: readonly { readonly remains: number; readonly place: number; readonly posterior: number }[];
  /** Posterior of each remains to be nobody on the list. */
  readonly nobody: readonly number[];
  /** Persons whom no data tell apart: posterior of each remains to be one of them. */
  readonly alike: readonly { readonly places: readonly number[]; readonly posterior: readonly number[] }[];
  /** Pairs of the run that took no part: their family could be filled in too many ways, and better pairs were kept. Absent where none. */
  readonly leftOut?: readonly { readonly remains: number; readonly place: number }[];
  /** Markers left out because the group is too large to calculate linked ones together. Absent where none. */
  readonly linkedOut?: readonly string[];
  /** Too many remains could be one person, so each was taken as a person of their own. Absent where not so. */
  readonly isApart?: true;
  /** Occupants whose body or person is in the group. Absent where there is none. */
  readonly occupants?: readonly JudgedRunOccupant[];
}

/** A group that could not be solved: its pairs stand with their own posterior alone, and it is said. */
export interface RefusedGroup extends JointGroup {
  readonly kind: 'refused';
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export type RunJointGroup = SolvedGroup | RefusedGroup;

/** All pairs of a run solved together, group by group. */
export interface RunJoint {
  readonly groups: readonly RunJointGroup[];
}

export interface RunResult {
  readonly schema: 'imena-run-result/2';
  readonly inputsHash: string;
  readonly pairs: readonly RunPair[];
  readonly direct: readonly DirectPair[];
  readonly compared: number;
  /** Upper bound on pairs of unrelated people at or above the threshold: pairs compared / LR threshold (Markov). */
  readonly expectedByChance: number;
  readonly failed: readonly FailedComparison[];
  /** null in results of version 1, which were not solved together. */
  readonly joint: RunJoint | null;
}

/** Profiles of relatives as kinship takes them: genotypes by profile, and the models of those that have one. */
export function referencesOf(references: readonly RunProfile[]): { readonly profiles: Profiles; readonly typing?: Readonly<Record<string, ProfileTyping>> } {
  const typing = references.flatMap(({ profile, typing: model }): [string, ProfileTyping][] => (model === undefined ? [] : [[profile, model]]));
  return {
    profiles: Object.fromEntries(references.map(({ profile, genotypes }) => [profile, genotypes])),
    ...(typing.length === 0 ? {} : { typing: Object.fromEntries(typing) }),
  };
}

/** The model of a profile as an optional property. */
export function typingOf({ typing }: Pick<RunProfile, 'typing'>): { readonly typing?: ProfileTyping } {
  return typing === undefined ? {} : { typing };
}

export function policiesOf(parameters: RunParameters): Policies {
  return { outsideAllele: { kind: 'minFrequency', value: parameters.minimumFrequency }, normalisation: 'rescale' };
}
