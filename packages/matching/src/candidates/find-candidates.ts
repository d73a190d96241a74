import type { PreparedName } from '@imena/names';
import type { RowBounds } from '../weigh/report-rows.ts';
import type { CandidateSpace } from './candidate-space.ts';
import { searchByBounds } from './search-by-bounds.ts';
import { touchPlaces } from './touch-places.ts';
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
  /** Places with the day of birth of the searcher, and what that says; and the most that another day can. */
  readonly onDay: Int32Array;
  readonly dayWeight: number;
  readonly daysMost: number;
  /** The weight of all evidence, where name and these days weigh so much. */
  readonly total: (place: number, name: number) => number;
  /** Bounds of the same. */
  readonly bounds: RowBounds;
  readonly all: (sums: Float32Array) => void;
  /** The places of the whole list with the highest weights without a name that agrees, best first, exactly. */
  readonly highest: (most: number, atLeast?: number) => number[];
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

/** log10 by which a name without a word in common counts against a candidate while candidates of a short list are looked for. */
const noWordInCommon = -1.5;

/**
 * The places of a list with the highest weights by all evidence, best first. Without a readable name, and in short lists,
 * every place takes part and a rough sum decides which are weighed in full: other evidence exactly, names by the words that
 * agree. In long lists bounds decide, and nobody is lost who weighs `floorOf(list)` or more and stands among the best
 * `most`, as far as the index of words finds the words that agree (docs/methods/evidence.md).
 */
export function findCandidates(name: PreparedName | null, evidence: SearchEvidence, search: CandidateSearch): FoundPlace[] {
  const { index, space, limits: { most, wholeListUpTo }, except = -1 } = search;
  const count = index.names.length;
  if (count > wholeListUpTo) return searchByBounds(name, evidence, search);
  if (name === null) space.count = 0;
  else touchPlaces(name, index, { space });
  const { sums, names, touchedBy, serial } = space;
  evidence.all(sums);
  if (space.count > 0) for (let i = 0; i < count; i++) sums[i] = (sums[i] ?? 0) + (touchedBy[i] === serial ? Math.max(noWordInCommon, names[i] ?? 0) : noWordInCommon);
  if (except >= 0) sums[except] = -Infinity;
  return best(sums, count, most).filter((place) => place !== except).map((place) => weighPlace(place, evidence)).sort(byTotal).slice(0, most);
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

/** The places with the highest sums, best first; ties by place in the list. */
function best(sums: Float32Array, count: number, most: number): number[] {
  let highest = -Infinity;
  for (let i = 0; i < count; i++) highest = Math.max(highest, sums[i] ?? -Infinity);
  for (const depth of [1, 2, 4, 8, Infinity]) {
    const kept: number[] = [];
    for (let i = 0; i < count; i++) if ((sums[i] ?? -Infinity) >= highest - depth) kept.push(i);
    if (kept.length >= most || kept.length === count || depth === Infinity) return kept.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, most);
  }
  return [];
}
