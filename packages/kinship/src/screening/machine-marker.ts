import type { Locus } from '../engine/locus.ts';

/** An observation of remains at a marker as allele numbers; `b` = -1 where only one allele is known. */
export interface Seen {
  readonly a: number;
  readonly b: number;
}

/** The numbers of one marker as table machines read them. */
export interface MachineMarker {
  readonly alleles: number;
  /** The number of alleles made even, as the vectors of the machine have two lanes; entries beyond are zero. */
  readonly width: number;
  /** Vectors of `width`: frequencies, ones, first moments through fathers and mothers; then the matrices of fathers and mothers, each followed by its transpose, row by row. */
  readonly constants: Float64Array;
  /** Places of {a, b} and {b, a} in a joint table, by observation; where one allele is known: it, and -1. */
  readonly there: Int32Array;
  readonly back: Int32Array;
  /** 1 / P(observation of a stranger), halved for homozygotes, whose two places are one. */
  readonly scales: Float64Array;
  /** Observations of two alleles; those of one stand behind them. */
  readonly pairs: number;
  /** Whether some remains are not typed at the marker. */
  readonly hasGaps: boolean;
}

/** Lays out a marker for table machines; `seen` has single alleles last. */
export function layOutMarker(locus: Locus, seen: readonly Seen[], hasGaps: boolean): MachineMarker {
  const { k, freqs } = locus;
  const width = k + (k % 2);
  const constants = new Float64Array(4 * width + 4 * k * width);
  constants.set(freqs, 0);
  constants.fill(1, width, width + k);
  [locus.male, locus.female].forEach((matrix, channel) => {
    const rows = 4 * width + 2 * channel * k * width;
    const columns = rows + k * width;
    const moment = (2 + channel) * width;
    for (let u = 0; u < k; u++)
      for (let c = 0; c < k; c++) {
        const p = matrix === null ? (u === c ? 1 : 0) : (matrix[u * k + c] ?? NaN);
        constants[rows + u * width + c] = p;
        constants[columns + c * width + u] = p;
        constants[moment + c] = (constants[moment + c] ?? NaN) + (freqs[u] ?? NaN) * p;
      }
  });
  const firstSingle = seen.findIndex((s) => s.b < 0);
  return {
    alleles: k, width, constants, hasGaps,
    there: Int32Array.from(seen, ({ a, b }) => (b < 0 ? a : a * width + b)),
    back: Int32Array.from(seen, ({ a, b }) => (b < 0 ? -1 : b * width + a)),
    scales: Float64Array.from(seen, (s) => (s.a === s.b ? 0.5 : 1) / unrelatedProbability(freqs, s)),
    pairs: firstSingle < 0 ? seen.length : firstSingle,
  };
}

/** P(observation) of a stranger: Hardy-Weinberg; one known allele sums over the genotypes that hold it. */
export function unrelatedProbability(freqs: Float64Array, { a, b }: Seen): number {
  const p = freqs[a] ?? NaN;
  if (b >= 0) return a === b ? p * p : 2 * p * (freqs[b] ?? NaN);
  let others = 0;
  freqs.forEach((q, x) => (others += x === a ? 0 : q));
  return p * (p + 2 * others);
}
