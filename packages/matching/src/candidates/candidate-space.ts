/** Space that is used again for each search over one list. */
export interface CandidateSpace {
  /** Weights of the places of a short list. */
  readonly sums: Float32Array;
  /**
   * Of each place, side by side because a search comes to its places in no order: what this search has met there (0 where
   * nothing), then what bounds ask of it first: bucket, birth, and its place in the order of buckets. Met are one bit for each word of the name,
   * and above them the most that words and birthday can say for the place (`namesAt`).
   */
  readonly cells: Int32Array;
  /** One bit for each place that is touched: all of them stay near at hand, where the cells of long lists do not. */
  readonly isMet: Int32Array;
  /** Places touched, in the order in which they were met: the first `count`. */
  readonly touched: Int32Array;
  count: number;
  /** Of those that are looked at closer the place and a bound of its weight. */
  readonly looked: Int32Array;
  readonly reach: Float32Array;
}

/** Numbers of a cell. */
export const cellWidth = 4;
export const [metAt, bucketAt, birthAt, rowAt] = [0, 1, 2, 3] as const;
const wordBits = 10;
/** What is met weighs whole numbers of this part of a log10, rounded up. */
const weightSteps = 1024;
/** A weight as it stands in a cell, beside the bits of words. */
const inCell = 1 << wordBits;

/** What is asked of each place first, column by column. */
export type FirstAsked = Readonly<Record<'bucket' | 'birth' | 'row', ArrayLike<number>>>;

/** Room for one search at a time over a list of `count`. */
export function candidateSpace(count: number, asked?: FirstAsked): CandidateSpace {
  const cells = new Int32Array(cellWidth * count);
  if (asked !== undefined) {
    for (let place = 0; place < count; place++) {
      cells[cellWidth * place + bucketAt] = asked.bucket[place] ?? 0;
      cells[cellWidth * place + birthAt] = asked.birth[place] ?? 0;
      cells[cellWidth * place + rowAt] = asked.row[place] ?? 0;
    }
  }
  return { sums: new Float32Array(count), cells, isMet: new Int32Array((count >> 5) + 1), touched: new Int32Array(count), count: 0, looked: new Int32Array(count), reach: new Float32Array(count) };
}

/** Begins a search: no place is touched. */
export function openSearch(space: CandidateSpace): void {
  const { cells, isMet, touched, count } = space;
  for (let t = 0; t < count; t++) {
    const place = touched[t] as number;
    cells[cellWidth * place] = 0;
    isMet[place >> 5] = 0;
  }
  space.count = 0;
}

/** Whether this search came to a place. */
export function isTouched({ cells }: CandidateSpace, place: number): boolean {
  return cells[cellWidth * place] !== 0;
}

/** The most that words and birthday can say for a place, log10; 0 where it is not touched. */
export function namesAt({ cells }: CandidateSpace, place: number): number {
  return saidIn(cells[cellWidth * place] ?? 0);
}

/** The same from what a cell has met. */
export function saidIn(met: number): number {
  return (met >> wordBits) / weightSteps;
}

/** A weight (log10, above 0) as it is added to a cell; never less than it is. */
export function asMet(weight: number): number {
  return Math.ceil(weight * weightSteps) * inCell;
}

/** Parts of a log10 in which it is told what groups need. */
export const needSteps = 16;

/** What has been met in these parts, rounded up. */
export function neededFor(met: number): number {
  return Math.ceil((met * needSteps) / (inCell * weightSteps));
}

/** The bit of a word of the name; words beyond those that have one are not told apart, so that they count wherever they are met. */
export function bitOf(word: number): number {
  return word < wordBits ? 1 << word : 0;
}
