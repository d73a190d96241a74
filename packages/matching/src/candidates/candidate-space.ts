import type { SearchKernel } from './search-kernel.ts';

/** Places that a search came to. */
export interface TouchedPlaces {
  /**
   * What this search has met at each place, 0 where nothing: one bit for each word of the name, and above them the most that
   * words and birthday can say for the place (`namesAt`). Nothing else stands beside it: a search comes to its places in no
   * order, and these few bytes stay near at hand.
   */
  readonly met: Int32Array;
  /** Places touched, in the order in which they were met: the first `count`. */
  readonly touched: Int32Array;
  count: number;
}

/** Space that is used again for each search that looks through a whole list. */
export interface CandidateSpace extends TouchedPlaces {
  /** Weights of all places. */
  readonly sums: Float32Array;
}

/** Space that is used again for each search of a long list: columns of its kernel. */
export interface SearchSpace extends TouchedPlaces {
  readonly kernel: SearchKernel;
  /** Of those that are looked at closer the place and a bound of its weight. */
  readonly looked: Int32Array;
  readonly reach: Float32Array;
}

const wordBits = 10;
/** What is met weighs whole numbers of this part of a log10, rounded up. */
const weightSteps = 1024;
/** A weight as it is met, above the bits of words. */
const aboveBits = 1 << wordBits;

/** Room for one search at a time over a list of `count`. */
export function candidateSpace(count: number): CandidateSpace {
  return { sums: new Float32Array(count), met: new Int32Array(count), touched: new Int32Array(count), count: 0 };
}

/** The same over a long list. */
export function searchSpace(kernel: SearchKernel): SearchSpace {
  const { met, touched, reach } = kernel.columns;
  return { kernel, met, touched, reach, looked: new Int32Array(touched.length), count: 0 };
}

/** Begins a search: no place is touched. */
export function openSearch(space: TouchedPlaces): void {
  const { met, touched, count } = space;
  for (let t = 0; t < count; t++) met[touched[t] as number] = 0;
  space.count = 0;
}

/** Whether this search came to a place. */
export function isTouched({ met }: Pick<TouchedPlaces, 'met'>, place: number): boolean {
  return met[place] !== 0;
}

/** The most that words and birthday can say for a place, log10; 0 where it is not touched. */
export function namesAt({ met }: Pick<TouchedPlaces, 'met'>, place: number): number {
  return saidIn(met[place] ?? 0);
}

/** The same from what was met. */
export function saidIn(met: number): number {
  return (met >> wordBits) / weightSteps;
}

/** A weight (log10, above 0) as it is added to what was met; never less than it is. */
export function asMet(weight: number): number {
  return Math.ceil(weight * weightSteps) * aboveBits;
}

/** The bit of a word of the name; words beyond those that have one are not told apart, so that they count wherever they are met. */
export function bitOf(word: number): number {
  return word < wordBits ? 1 << word : 0;
}
