import type { PreparedName } from '@imena/names';
import { similarTokens, tokensOf, type TokenIndex } from './token-index.ts';

/** Space that is used again for each search over one list. */
export interface CandidateSpace {
  readonly sums: Float32Array;
  readonly names: Float32Array;
  readonly touchedBy: Int32Array;
  readonly countedAt: Int32Array;
  serial: number;
}

/** Room for one search at a time over a list of `count`. */
export function candidateSpace(count: number): CandidateSpace {
  return { sums: new Float32Array(count), names: new Float32Array(count), touchedBy: new Int32Array(count), countedAt: new Int32Array(count), serial: 0 };
}

export interface CandidateLimits {
  /** Candidates that are weighed in full for each. */
  readonly most: number;
  /** Lists up to this length are looked through whole; longer ones by the words of names. */
  readonly wholeListUpTo: number;
}

/** The rest of the evidence of a search: for one place of the list, and for all at once into `sums`. */
export interface OtherEvidence {
  readonly one: (place: number) => number;
  readonly all: (sums: Float32Array) => void;
}

/** log10 by which a name without a word in common counts against a candidate while candidates are looked for. */
const noWordInCommon = -1.5;
/** What a word's similarity below 1 costs, log10 for the whole word. */
const unlikeness = 4;

/**
 * Places of a list worth weighing in full, best first by a rough sum: other evidence exactly, names by the words they
 * share. Without a readable name the whole list is summed.
 * LIMIT: in lists longer than `wholeListUpTo` a place that shares no word, however misread, with a name that was read is
 * not looked at; the benchmark measures what that loses.
 */
export function findCandidates(
  name: PreparedName | null,
  other: OtherEvidence,
  { index, space, limits }: { readonly index: TokenIndex; readonly space: CandidateSpace; readonly limits: CandidateLimits },
): number[] {
  const touched = name === null ? [] : addNames(name, index, space);
  const count = space.sums.length;
  if (touched.length > 0 && count > limits.wholeListUpTo) {
    for (const place of touched) space.sums[place] = (space.names[place] ?? 0) + other.one(place);
    return best(touched, space.sums, limits.most);
  }
  other.all(space.sums);
  if (touched.length > 0) {
    for (let i = 0; i < count; i++) space.sums[i] = (space.sums[i] ?? 0) + (space.touchedBy[i] === space.serial ? (space.names[i] ?? 0) : noWordInCommon);
  }
  return best(null, space.sums, limits.most);
}

/** Sums the weights of words in common into `space.names`; returns the places that share any. */
function addNames(name: PreparedName, index: TokenIndex, space: CandidateSpace): number[] {
  space.serial++;
  const { names, touchedBy, countedAt, serial } = space;
  const touched: number[] = [];
  let word = serial * 64;
  for (const tokens of tokensOf(name)) {
    word++;
    for (const { token, similarity } of similarTokens(index, tokens)) {
      const weight = (index.weights[token] ?? 0) - unlikeness * (1 - similarity);
      if (weight <= 0) continue;
      const end = index.starts[token + 1] ?? 0;
      for (let p = index.starts[token] ?? 0; p < end; p++) {
        const place = index.places[p] ?? 0;
        if (touchedBy[place] !== serial) {
          touchedBy[place] = serial;
          names[place] = noWordInCommon + 1;
          touched.push(place);
        } else if (countedAt[place] === word) continue;
        countedAt[place] = word;
        names[place] = (names[place] ?? 0) + weight;
      }
    }
  }
  return touched;
}

/** The places with the highest sums, best first; ties by place in the list. */
function best(among: readonly number[] | null, sums: Float32Array, most: number): number[] {
  let highest = -Infinity;
  const count = among === null ? sums.length : among.length;
  for (let i = 0; i < count; i++) highest = Math.max(highest, sums[among === null ? i : (among[i] ?? 0)] ?? -Infinity);
  for (const depth of [1, 2, 4, 8, Infinity]) {
    const kept: number[] = [];
    for (let i = 0; i < count; i++) {
      const place = among === null ? i : (among[i] ?? 0);
      if ((sums[place] ?? -Infinity) >= highest - depth) kept.push(place);
    }
    if (kept.length >= most || kept.length === count) return kept.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, most);
  }
  return [];
}
