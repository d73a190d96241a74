import type { Marker, Policies, Profile } from '@imena/kinship';

/** Why a profile takes no part in a run. */
export type DroppedProfileReason = 'consent_withdrawn' | 'another_profile_has_more_markers' | 'nobody_in_pedigree' | 'people_disagree' | 'too_few_markers';

export interface DroppedProfile {
  readonly profile: string;
  readonly reason: DroppedProfileReason;
}

export interface RunProfile {
  /** Id of the profile subject. */
  readonly profile: string;
  /** Id of the remains or person it was taken from. */
  readonly of: string;
  readonly genotypes: Profile;
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

export interface RunParameters {
  readonly frequencyTable: string;
  readonly theta: number;
  readonly minLog10Lr: number;
  /** N of the prior 1/N: how many missing persons are thought to lie at this event. */
  readonly expectedMissing: number;
  readonly minimumFrequency: number;
  readonly mutation: { readonly model: 'equal' | 'proportional' | 'stepwise' | 'none'; readonly rateMale: number; readonly rateFemale: number; readonly range: number; readonly rate2: number };
  /** Profiles with fewer markers are left out, and listed. */
  readonly minMarkers: number;
}

/** Everything a run computes from; its canonical bytes are hashed into the ledger. */
export interface RunInput {
  readonly schema: 'imena-run-input/1';
  readonly parameters: RunParameters;
  readonly markers: readonly Marker[];
  readonly remains: readonly RunProfile[];
  /** Profiles of missing persons themselves, from their belongings or medical samples. */
  readonly persons: readonly RunProfile[];
  readonly references: readonly RunProfile[];
  readonly families: readonly RunFamily[];
  readonly dropped: readonly DroppedProfile[];
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

export interface RunResult {
  readonly schema: 'imena-run-result/1';
  readonly inputsHash: string;
  readonly pairs: readonly RunPair[];
  readonly direct: readonly DirectPair[];
  readonly compared: number;
  /** Upper bound on pairs of unrelated people at or above the threshold: pairs compared / LR threshold (Markov). */
  readonly expectedByChance: number;
  readonly failed: readonly { readonly family: string; readonly person: string; readonly code: string }[];
}

export function policiesOf(parameters: RunParameters): Policies {
  return { outsideAllele: { kind: 'minFrequency', value: parameters.minimumFrequency }, normalisation: 'rescale' };
}
