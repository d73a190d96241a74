import type { RowBounds } from './row-bounds.ts';
import type { Wanted } from './search-buckets.ts';
import type { CandidateSpace } from './candidate-space.ts';
import type { WordIndex } from './word-index.ts';

export interface CandidateLimits {
  /** Candidates that are given back. */
  readonly most: number;
  /** Lists up to this length are looked through whole; longer ones by bounds. */
  readonly wholeListUpTo: number;
}

/** The evidence of a search: for one place of the list, and of all but names for all at once into `sums`. Weights are log10 LRs. */
export interface SearchEvidence {
  /** Name and the days that are weighed with it, in full. */
  readonly name: (place: number) => number;
  /** The day of birth of the searcher (`birthdayCode`), 0 where nobody has it, and what it says; and the most that another day can. */
  readonly day: number;
  readonly dayWeight: number;
  readonly daysMost: number;
  /** The weight of all evidence, where name and these days weigh so much. */
  readonly total: (place: number, name: number) => number;
  /** Bounds of the same, opened for the searcher: of long lists. */
  readonly bounds: () => RowBounds;
  readonly all: (sums: Float32Array) => void;
  /** The places of the whole list with the highest weights without a name that agrees, best first, exactly. */
  readonly highest: (most: number, wanted?: Wanted) => number[];
}

/** A place with the weight of its name and day of birth, and of all evidence. */
export interface FoundPlace {
  readonly place: number;
  readonly name: number;
  readonly total: number;
}

export interface CandidateSearch {
  readonly index: WordIndex;
  readonly space: CandidateSpace;
  readonly limits: CandidateLimits;
  /** The place of the searcher itself. In long lists only those after it are looked at: a pair is met once. */
  readonly except?: number;
}

/** A place weighed in full. */
export function weighPlace(place: number, { name, total }: Pick<SearchEvidence, 'name' | 'total'>): FoundPlace {
  const weight = name(place);
  return { place, name: weight, total: total(place, weight) };
}

/** The greatest weight first; ties by place in the list. */
export function byTotal(a: FoundPlace, b: FoundPlace): number {
  return b.total - a.total || a.place - b.place;
}
