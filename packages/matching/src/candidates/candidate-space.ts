/** Space that is used again for each search over one list. */
export interface CandidateSpace {
  /** Weights of the places of a short list. */
  readonly sums: Float32Array;
  /** The most that words and birthday can say for the places touched by this search (`touchedBy` is `serial`), log10. */
  readonly names: Float32Array;
  readonly touchedBy: Int32Array;
  /** One bit for each word of the name that the place has met. */
  readonly met: Uint16Array;
  /** Places touched, in the order in which they were met: the first `count`. */
  readonly touched: Int32Array;
  /** Of each place touched a bound of its weight. */
  readonly reach: Float32Array;
  count: number;
  serial: number;
}

/** Room for one search at a time over a list of `count`. */
export function candidateSpace(count: number): CandidateSpace {
  return {
    sums: new Float32Array(count), names: new Float32Array(count), touchedBy: new Int32Array(count), met: new Uint16Array(count), touched: new Int32Array(count),
    reach: new Float32Array(count), count: 0, serial: 0,
  };
}
