import type { Locus, Transmission } from './locus.ts';

/** A locus with all unobserved alleles as one, and the map from old to new allele numbers. */
export interface Lumped {
  readonly locus: Locus;
  readonly renumber: Int32Array;
}

/**
 * Joins the alleles that nobody shows into one where this changes no digit of the model: every unobserved allele must go
 * to each observed allele with equal probability in both sexes (strong lumpability, Kemeny and Snell 1976). Otherwise as it was.
 */
export function lumpUnobserved(locus: Locus, observed: ReadonlySet<number>): Lumped {
  const { k } = locus;
  const rest: number[] = [];
  for (let a = 0; a < k; a++) if (!observed.has(a)) rest.push(a);
  const identity = Int32Array.from({ length: k }, (_, a) => a);
  if (rest.length < 2) return { locus, renumber: identity };
  const kept = [...observed].sort((a, b) => a - b);
  if (!isLumpable(locus.female, k, { rest, kept }) || !isLumpable(locus.male, k, { rest, kept })) return { locus, renumber: identity };
  const renumber = new Int32Array(k).fill(kept.length);
  kept.forEach((a, i) => (renumber[a] = i));
  const size = kept.length + 1;
  const freqs = new Float64Array(size);
  for (let a = 0; a < k; a++) {
    const to = renumber[a] ?? -1;
    freqs[to] = (freqs[to] ?? NaN) + (locus.freqs[a] ?? NaN);
  }
  const join = (matrix: Transmission): Transmission => (matrix === null ? null : joinMatrix(matrix, k, { rest, kept }));
  return { locus: { k: size, freqs, female: join(locus.female), male: join(locus.male) }, renumber };
}

interface Split {
  readonly rest: readonly number[];
  readonly kept: readonly number[];
}

function isLumpable(matrix: Transmission, k: number, split: Split): boolean {
  if (matrix === null) return true;
  const first = split.rest[0] ?? 0;
  return split.kept.every((j) => split.rest.every((u) => matrix[u * k + j] === matrix[first * k + j]));
}

function joinMatrix(matrix: Float64Array, k: number, split: Split): Float64Array {
  const size = split.kept.length + 1;
  const out = new Float64Array(size * size);
  split.kept.forEach((a, i) => {
    split.kept.forEach((b, j) => (out[i * size + j] = matrix[a * k + b] ?? NaN));
    let sum = 0;
    for (const u of split.rest) sum += matrix[a * k + u] ?? NaN;
    out[i * size + size - 1] = sum;
  });
  const first = split.rest[0] ?? 0;
  split.kept.forEach((b, j) => (out[(size - 1) * size + j] = matrix[first * k + b] ?? NaN));
  let stay = 0;
  for (const u of split.rest) stay += matrix[first * k + u] ?? NaN;
  out[size * size - 1] = stay;
  return out;
}
