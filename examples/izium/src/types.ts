import type { Body } from '@imena/record';

/** A file that an entry of the demonstration carries: made in code, never a photograph of a real place or person. */
export interface DemonstrationFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** One statement of the demonstration, in the order in which it must be appended. */
export interface DemonstrationEntry {
  /** A version 7 UUID, unique in the list: may serve as the id of the entry, and is what `supersedes` names. */
  readonly ref: string;
  /** The subject whose scope it belongs to: a site or an office. */
  readonly scope: string;
  readonly subject: string;
  /** Valid under `parseBody`; creating statements come before every statement that names their subject. */
  readonly body: Body;
  /** The body's `file` is an index into this list. */
  readonly files?: readonly DemonstrationFile[];
  readonly supersedes?: readonly string[];
}

/** Remains and a person that a reader of the tour can find by their codes. */
export interface TourCase {
  readonly remains: readonly { readonly id: string; readonly code: string }[];
  readonly persons: readonly { readonly id: string; readonly code: string }[];
  readonly family: { readonly id: string; readonly code: string } | null;
  readonly grave: { readonly id: string; readonly number: string } | null;
}

/** The stations of the tour in the README. */
export interface Tour {
  /** Mother and father typed, full profile, nothing against it: the case to sign. */
  readonly clear: TourCase;
  /** DNA agrees, but the examination ticked the wrong sex: a contradiction to explain. */
  readonly contradiction: TourCase;
  /** Two brothers missing together: their mother's sample cannot tell them apart. */
  readonly brothers: TourCase;
  /** `persons[0]` is the name on the marker, `persons[1]` the one whose family fits. */
  readonly wrongMarker: TourCase;
  /** One person in two bags. */
  readonly twoBags: TourCase;
  /** Remains of somebody whom nobody has reported. */
  readonly nobodyReported: TourCase;
  /** One person under two codes, in two spellings. */
  readonly reportedTwice: TourCase;
  /** The only sample of the family is a second cousin's. */
  readonly cousinOnly: TourCase;
  /** Two people read the marker differently. */
  readonly disputedMarker: TourCase;
  readonly photographedGraves: readonly { readonly id: string; readonly number: string }[];
  readonly refusedRelative: { readonly id: string; readonly code: string };
  readonly withdrawnRelative: { readonly id: string; readonly code: string };
}

/** Which remains are whose; for tests only. It never enters the register. `person` is null for remains nobody reported. */
export interface TruthLine {
  readonly remains: string;
  readonly person: string | null;
}

export interface Demonstration {
  readonly seed: number;
  readonly sites: { readonly izium: string; readonly further: string };
  readonly offices: { readonly familyLiaison: string; readonly laboratory: string; readonly mortuary: string };
  readonly entries: readonly DemonstrationEntry[];
  readonly tour: Tour;
  readonly truth: readonly TruthLine[];
}

export interface DemonstrationProgress {
  readonly stage: 'sources' | 'graves' | 'families' | 'remains' | 'profiles';
  readonly done: number;
  readonly total: number;
}

export interface DemonstrationOptions {
  /** A whole number, 0 .. 2^32-1; the same seed gives the same bytes. */
  readonly seed?: number;
  readonly onProgress?: (progress: DemonstrationProgress) => void;
}
