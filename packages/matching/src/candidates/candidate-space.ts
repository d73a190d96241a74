/** Space that is used again for each search over one list. */
export interface CandidateSpace {
  /** Weights of the places of a short list. */
  readonly sums: Float32Array;
  /**
   * Of each place, side by side because a search comes to its places in no order: the search that touched it last and one
   * bit for each word of the name that it has met there (`openSearch`), and the most that words and birthday can say for it
   * (`namesAt`). Both are of this search only where the place is touched (`isTouched`).
   */
  readonly cells: Int32Array;
  readonly weights: Float32Array;
  /** Places touched, in the order in which they were met: the first `count`. */
  readonly touched: Int32Array;
  /** Of each place touched a bound of its weight. */
  readonly reach: Float32Array;
  count: number;
  /** The bits of `cells` above those of the words. */
  serial: number;
}

/** Numbers of a cell: `cells[cellWidth * place]`, `weights[cellWidth * place + 1]`. */
export const cellWidth = 2;
const wordBits = 12;
const nextSerial = 1 << wordBits;
const lastSerial = 0x7ffff000;

/** Room for one search at a time over a list of `count`. */
export function candidateSpace(count: number): CandidateSpace {
  const cells = new Int32Array(cellWidth * count);
  return { sums: new Float32Array(count), cells, weights: new Float32Array(cells.buffer), touched: new Int32Array(count), reach: new Float32Array(count), count: 0, serial: 0 };
}

/** Begins a search: no place is touched. */
export function openSearch(space: CandidateSpace): void {
  if (space.serial >= lastSerial) {
    space.cells.fill(0);
    space.serial = 0;
  }
  space.serial += nextSerial;
  space.count = 0;
}

/** Whether this search came to a place. */
export function isTouched({ cells, serial }: CandidateSpace, place: number): boolean {
  return ((cells[cellWidth * place] ?? 0) & -nextSerial) === serial;
}

/** The most that words and birthday can say for a place that is touched, log10. */
export function namesAt({ weights }: CandidateSpace, place: number): number {
  return weights[cellWidth * place + 1] ?? 0;
}

/** The bit of a word of the name; words beyond those that have one are not told apart, so that they count wherever they are met. */
export function bitOf(word: number): number {
  return word < wordBits ? 1 << word : 0;
}
