import type { Marker } from '@imena/kinship';
import type { TableForm } from './table-form.ts';

/** All that a worker needs to do its share: plain data and shared memory. */
export interface ScreenPlan {
  readonly remainsForm: TableForm;
  /** The form and size of the families file; in direct comparison that of the profiles compared against. */
  readonly familiesForm: TableForm;
  readonly familiesBytes: number;
  /** Size of one chunk: bytes of the families file, or profiles in direct comparison. */
  readonly chunkSize: number;
  readonly chunks: number;
  readonly markers: readonly Marker[];
  readonly singleAllele: 'one-known' | 'homozygote';
  readonly lnThreshold: number;
  readonly theta: number;
  readonly sexError: number;
  readonly maleShare: number;
  readonly directError: number;
  /** `direct`: the second file holds profiles like the first, not families. */
  readonly mode: 'families' | 'direct';
  /** Direct comparison of a file with itself: each pair once. */
  readonly isSelf: boolean;
  /** One candidate in so many is used to estimate the number of chance pairs; 0 for none. */
  readonly chanceEvery: number;
  /** Observations and sexes of the remains, shared by all workers. */
  readonly remainsCodes: Uint16Array;
  readonly remainsSexes: Uint8Array;
  /** Direct comparison: the profiles to compare with, likewise. */
  readonly directCodes: Uint16Array;
  readonly directSexes: Uint8Array;
}

/** A pair at or above the threshold. */
export interface Hit {
  /** Row of the remains, from 0. */
  readonly remains: number;
  /** Byte of the file at which the missing person's row begins (the order of the file); in direct comparison the number of the profile. */
  readonly at: number;
  readonly lnLr: number;
  /** Markers at which both sides are typed and which count. */
  readonly markers: number;
  /** Markers at which the relatives are impossible together, by name: they do not count. */
  readonly contradicted: readonly string[];
  readonly family: string;
  readonly person: string;
}

/** What is done with one chunk of the families file. */
export interface ChunkResult {
  readonly chunk: number;
  readonly hits: readonly Hit[];
  readonly missing: number;
  readonly withoutReferences: number;
  readonly pairs: number;
  readonly survivors: number;
  /** Hash and first byte of each family, to find families whose rows do not stand together. */
  readonly families: readonly number[];
  /** Estimate of chance pairs a missing person and remains: number of samples, sum, sum of squares. */
  readonly chance: readonly [number, number, number];
}

/** A refusal at a byte of a file; who knows the whole file turns it into a row. */
export interface Refused {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
  readonly file: string;
  readonly at: number;
}
