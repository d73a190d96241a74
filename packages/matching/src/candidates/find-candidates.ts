import type { PreparedName } from '@imena/names';
import { pairsOf, type WordIndex } from './word-index.ts';

/** Space that is used again for each search over one list. */
export interface CandidateSpace {
  readonly sums: Float32Array;
  readonly names: Float32Array;
  readonly touchedBy: Int32Array;
  /** One bit for each word of the name that the place has met. */
  readonly met: Uint16Array;
  serial: number;
}

/** Room for one search at a time over a list of `count`. */
export function candidateSpace(count: number): CandidateSpace {
  return { sums: new Float32Array(count), names: new Float32Array(count), touchedBy: new Int32Array(count), met: new Uint16Array(count), serial: 0 };
}

export interface CandidateLimits {
  /** Candidates that are given back. */
  readonly most: number;
  /** Lists up to this length are looked through whole; longer ones by the words of names. */
  readonly wholeListUpTo: number;
}

/** The evidence of a search: for one place of the list, and of all but names for all at once into `sums`. Weights are log10 LRs. */
export interface SearchEvidence {
  /** Name and day of birth, in full. */
  readonly name: (place: number) => number;
  /** The weight of all evidence, where name and day of birth weigh so much. */
  readonly total: (place: number, name: number) => number;
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

/** log10 by which a name without a word in common counts against a candidate while candidates are looked for. */
const noWordInCommon = -1.5;
/** Places looked at for one name in a long list, the rarest words first; of words that more share, pairs are looked for. */
const mostPlaces = 1500;
/** In a long list, places whose words say less than the best by this much (log10) are not looked at further. */
const namesBehind = 4.5;
/** Beside the best, one that weighs less by this much (log10) has a probability of a thousandth of a tenth at most. */
const totalBehind = 4;
/** For one candidate given back so many are weighed in full. */
const weighedForOne = 1.3;
/** In a long list a place without a word in common must reach as high as this one of the others, and so many may. */
const mostShown = 20;
const mostOthers = 15;

/**
 * The places of a list with the highest weights by all evidence, best first. Which are weighed in full is decided by a
 * rough sum: other evidence exactly, names by the words that agree. Without a readable name, and in short lists, every
 * place takes part; in long lists those that share words, joined by those that all other evidence brings as high. `except`
 * is the place of the searcher itself. What this can lose stands in `docs/methods/evidence.md`.
 */
export function findCandidates(
  name: PreparedName | null,
  evidence: SearchEvidence,
  { index, space, limits, except = -1 }: { readonly index: WordIndex; readonly space: CandidateSpace; readonly limits: CandidateLimits; readonly except?: number },
): FoundPlace[] {
  const count = index.names.length;
  const isLong = count > limits.wholeListUpTo;
  const { sums, names, touchedBy } = space;
  const touched = name === null ? [] : addNames(name, { index, space, most: isLong ? mostPlaces : Infinity });
  const weighed = (places: readonly number[]): FoundPlace[] => weighAll(places, evidence).slice(0, limits.most);
  if (!isLong) {
    evidence.all(sums);
    if (touched.length > 0) for (let i = 0; i < count; i++) sums[i] = (sums[i] ?? 0) + (touchedBy[i] === space.serial ? Math.max(noWordInCommon, names[i] ?? 0) : noWordInCommon);
    if (except >= 0) sums[except] = -Infinity;
    return weighed(best(null, sums, { count, most: limits.most }).filter((place) => place !== except));
  }
  if (touched.length === 0) return except >= 0 ? [] : weighed(evidence.highest(limits.most));
  // A report always finds itself, word for word: measured against that nothing else would be near.
  let highest = -Infinity;
  for (const place of touched) if (place !== except) highest = Math.max(highest, names[place] ?? 0);
  const near = touched.filter((place) => place !== except && (names[place] ?? 0) >= highest - namesBehind);
  for (const place of near) sums[place] = evidence.total(place, names[place] ?? 0);
  const known = weighAll(best(near, sums, { count: near.length, most: Math.round(weighedForOne * limits.most) }), evidence);
  // Two reports without a word in common are not told from chance.
  if (except >= 0) return known.slice(0, limits.most);
  // A name that was misread, or is another's, must not hide what all else fits: those take part as if no word agreed.
  const least = Math.max(known[mostShown - 1]?.total ?? -Infinity, leastWorth(count), (known[0]?.total ?? -Infinity) - totalBehind) - noWordInCommon;
  const taken = new Set(known.map(({ place }) => place));
  const others = evidence.highest(mostOthers, least).filter((place) => !taken.has(place));
  return [...known, ...weighAll(others, evidence)].sort(byTotal).slice(0, limits.most);
}

/** Below this weight a pair among so many reports has a probability of a thousandth at most: nobody is looked for further. */
export function leastWorth(count: number): number {
  return Math.log10(count) - 3;
}

function weighAll(places: readonly number[], { name, total }: SearchEvidence): FoundPlace[] {
  return places.map((place) => {
    const weight = name(place);
    return { place, name: weight, total: total(place, weight) };
  }).sort(byTotal);
}

function byTotal(a: FoundPlace, b: FoundPlace): number {
  return b.total - a.total || a.place - b.place;
}

interface Wanted {
  /** One bit for the word. */
  readonly bit: number;
  readonly words: Int32Array;
  readonly weights: Float32Array;
  readonly places: number;
}

/** Sums what the words say that a place shares into `space.names`; returns the places that share any. */
function addNames(name: PreparedName, { index, space, most }: { readonly index: WordIndex; readonly space: CandidateSpace; readonly most: number }): number[] {
  space.serial++;
  const touched: number[] = [];
  const wanted = name.words.map((word, at): Wanted => ({ bit: 1 << at, ...index.similar(word) })).filter(({ places }) => places > 0).sort((a, b) => a.places - b.places || a.bit - b.bit);
  let looked = 0;
  let passedOver = false;
  for (const { bit, words, weights, places } of wanted) {
    if (looked > 0 && looked + places > most) {
      passedOver = true;
      continue;
    }
    looked += places;
    // The most telling words come first: what a place met by an earlier one stays.
    for (let i = 0; i < words.length; i++) for (const place of index.placesOf(words[i] ?? 0)) touch(space, touched, { place, bit, weight: weights[i] ?? 0 });
  }
  if (passedOver) {
    for (const { key, bits } of pairsOf(name)) {
      for (const place of index.placesOfPair(key)) for (const { bit, weights } of wanted) if ((bits & bit) !== 0) touch(space, touched, { place, bit, weight: weights[0] ?? 0 });
    }
  }
  return touched;
}

function touch({ names, touchedBy, met, serial }: CandidateSpace, touched: number[], { place, bit, weight }: { readonly place: number; readonly bit: number; readonly weight: number }): void {
  if (touchedBy[place] !== serial) {
    touchedBy[place] = serial;
    names[place] = 0;
    met[place] = 0;
    touched.push(place);
  }
  if (((met[place] ?? 0) & bit) !== 0) return;
  met[place] = (met[place] ?? 0) | bit;
  names[place] = (names[place] ?? 0) + weight;
}

/** The places with the highest sums, best first; ties by place in the list. */
function best(among: readonly number[] | null, sums: Float32Array, { count, most }: { readonly count: number; readonly most: number }): number[] {
  let highest = -Infinity;
  for (let i = 0; i < count; i++) highest = Math.max(highest, sums[among === null ? i : (among[i] ?? 0)] ?? -Infinity);
  for (const depth of [1, 2, 4, 8, Infinity]) {
    const kept: number[] = [];
    for (let i = 0; i < count; i++) {
      const place = among === null ? i : (among[i] ?? 0);
      if ((sums[place] ?? -Infinity) >= highest - depth) kept.push(place);
    }
    if (kept.length >= most || kept.length === count || depth === Infinity) return kept.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, most);
  }
  return [];
}
