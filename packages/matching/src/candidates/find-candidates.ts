import type { PreparedName } from '@imena/names';
import { similarSounds, tokensOf, type TokenIndex } from './token-index.ts';

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
  /** The same as `one` where no name agrees. */
  readonly withoutName: (place: number) => number;
  /** The places of the whole list with the highest weights without a name that agrees, best first, exactly. */
  readonly highest: (most: number, atLeast?: number) => number[];
}

/** log10 by which a name without a word in common counts against a candidate while candidates are looked for. */
const noWordInCommon = -1.5;
/** What a word's similarity below 1 costs, log10 for the whole word. */
const unlikeness = 4;
/** Places looked at for one name in a long list, the rarest words first; words that more share are left to these. */
const mostPlaces = 6000;
/** In a long list, places whose words say less than the best by this much (log10) are not looked at further. */
const namesBehind = 4.5;
/** In a long list a place without a word in common must reach as high as this one of the others, and so many may. */
const mostShown = 20;
const mostOthers = 15;

/**
 * Places of a list worth weighing in full, best first by a rough sum: other evidence exactly, names by the words they
 * share, rarest first. Without a readable name the whole list is summed. `except` is the place of the searcher itself.
 * In long lists the places that share words are joined by those that all other evidence brings as high.
 * LIMIT: in lists longer than `wholeListUpTo` only so many places of very common words are looked at; the benchmark
 * measures what that loses.
 */
export function findCandidates(
  name: PreparedName | null,
  other: OtherEvidence,
  { index, space, limits, except = -1 }: { readonly index: TokenIndex; readonly space: CandidateSpace; readonly limits: CandidateLimits; readonly except?: number },
): number[] {
  const count = space.sums.length;
  const isLong = count > limits.wholeListUpTo;
  const touched = name === null ? [] : addNames(name, { index, space, most: isLong ? mostPlaces : Infinity });
  const { sums, names, touchedBy, serial } = space;
  if (touched.length > 0 && isLong) {
    // A report always finds itself, word for word: measured against that nothing else would be near.
    const highest = touched.reduce((high, place) => (place === except ? high : Math.max(high, names[place] ?? 0)), -Infinity);
    const near = touched.filter((place) => place !== except && (names[place] ?? 0) >= highest - namesBehind);
    for (const place of near) sums[place] = (names[place] ?? 0) + other.one(place);
    const known = best(near, sums, limits.most);
    // Two reports without a word in common are not told from chance.
    if (except >= 0) return known;
    // A name that was misread, or is another's, must not hide what all else fits: those take part as if no word agreed.
    const place = known[mostShown - 1];
    const least = place === undefined ? -Infinity : (sums[place] ?? 0) - noWordInCommon;
    const others = other.highest(mostOthers, least).filter((place) => touchedBy[place] !== serial || (names[place] ?? 0) < highest - namesBehind);
    for (const place of others) sums[place] = Math.max(touchedBy[place] === serial ? (names[place] ?? 0) : noWordInCommon, noWordInCommon) + other.withoutName(place);
    return best([...known, ...others], sums, limits.most);
  }
  if (isLong) return other.highest(limits.most);
  other.all(sums);
  if (touched.length > 0) {
    for (let i = 0; i < count; i++) sums[i] = (sums[i] ?? 0) + (touchedBy[i] === serial ? (names[i] ?? 0) : noWordInCommon);
  }
  return best(null, sums, limits.most);
}

/** Sums the weights of words in common into `space.names`; returns the places that share any. */
function addNames(name: PreparedName, { index, space, most }: { readonly index: TokenIndex; readonly space: CandidateSpace; readonly most: number }): number[] {
  space.serial++;
  const { names, touchedBy, countedAt, serial } = space;
  const touched: number[] = [];
  let looked = 0;
  for (const { token, word, weight } of wanted(name, index)) {
    const end = index.starts[token + 1] ?? 0;
    const start = index.starts[token] ?? 0;
    if (looked > 0 && looked + end - start > most) continue;
    looked += end - start;
    const counted = serial * 64 + word;
    for (let p = start; p < end; p++) {
      const place = index.places[p] ?? 0;
      if (touchedBy[place] !== serial) {
        touchedBy[place] = serial;
        names[place] = noWordInCommon + 1;
        touched.push(place);
      } else if (countedAt[place] === counted) continue;
      countedAt[place] = counted;
      names[place] = (names[place] ?? 0) + weight;
    }
  }
  return touched;
}

/** What to look for, the most telling first; a pair of words counts for what it says beyond its words later. */
function wanted(name: PreparedName, index: TokenIndex): { token: number; word: number; weight: number }[] {
  const { words, pairs } = tokensOf(name);
  const list: { token: number; word: number; weight: number }[] = [];
  const add = (text: string, word: number): void => {
    const token = index.numbers.get(text);
    if (token !== undefined) list.push({ token, word, weight: Math.min(4.5, index.weights[token] ?? 0) });
  };
  words.forEach(({ sounds, names }, word) => {
    for (const known of names) add(known, word);
    for (const { token, similarity } of similarSounds(index, sounds)) {
      const weight = Math.min(4.5, index.weights[token] ?? 0) - unlikeness * (1 - similarity);
      if (weight > 0) list.push({ token, word, weight });
    }
  });
  // Both words of a pair count themselves where they are looked at; in long lists common words may not be.
  pairs.forEach((pair, i) => { add(pair, words.length + i); });
  return list.sort((a, b) => b.weight - a.weight || a.token - b.token);
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
