import type { Evidence } from './evidence.ts';
import type { Locus, Transmission } from './locus.ts';

/** A locus with all unobserved alleles as one, and the evidence in its numbers. */
export interface Lumped {
  readonly locus: Locus;
  readonly evidence: readonly (Evidence | null)[];
}

/**
 * Joins the alleles that nobody shows into one where this changes no digit of the model: every unobserved allele must go
 * to each observed allele with equal probability in both sexes (strong lumpability, Kemeny and Snell 1976), and no
 * observation may tell unobserved alleles apart, nor their homozygotes from their heterozygotes. Otherwise as it was.
 */
export function lumpUnobserved(locus: Locus, evidence: readonly (Evidence | null)[]): Lumped {
  const { k } = locus;
  const as = { locus, evidence };
  const shown = new Uint8Array(k);
  if (locus.silent >= 0) shown[locus.silent] = 1;
  for (const seen of evidence) if (seen !== null) markShown(seen, shown);
  const rest: number[] = [];
  const kept: number[] = [];
  for (let a = 0; a < k; a++) (shown[a] === 1 ? kept : rest).push(a);
  if (rest.length < 2 || !isLumpable(locus.female, k, { rest, kept }) || !isLumpable(locus.male, k, { rest, kept })) return as;
  const renumber = new Int32Array(k).fill(kept.length);
  kept.forEach((a, i) => (renumber[a] = i));
  const lumped: (Evidence | null)[] = [];
  for (const seen of evidence) {
    const joined = seen === null ? null : joinEvidence(seen, renumber, rest.length);
    if (joined === 'told apart') return as;
    lumped.push(joined);
  }
  const size = kept.length + 1;
  const freqs = new Float64Array(size);
  for (let a = 0; a < k; a++) {
    const to = renumber[a] ?? -1;
    freqs[to] = (freqs[to] ?? NaN) + (locus.freqs[a] ?? NaN);
  }
  const join = (matrix: Transmission): Transmission => (matrix === null ? null : joinMatrix(matrix, k, { rest, kept }));
  const silent = locus.silent < 0 ? -1 : (renumber[locus.silent] ?? -1);
  return { locus: { k: size, freqs, female: join(locus.female), male: join(locus.male), silent }, evidence: lumped };
}

/** An allele is shown where the evidence prefers it: it stands in every state, or in states of its own weight. Cheap test: in fewer states than most. */
function markShown(seen: Evidence, shown: Uint8Array): void {
  if (seen.first.length <= 2) {
    for (const a of seen.first) shown[a] = 1;
    for (const b of seen.second) if (b >= 0) shown[b] = 1;
    return;
  }
  // An allele with the same weights as the most common pattern is not shown; joinEvidence proves it cell by cell.
  const weightOf = new Map<number, number>();
  seen.first.forEach((a, i) => {
    const b = seen.second[i] ?? -1;
    const w = seen.weight[i] ?? NaN;
    weightOf.set(a, (weightOf.get(a) ?? 0) + w);
    if (b >= 0 && b !== a) weightOf.set(b, (weightOf.get(b) ?? 0) + w);
  });
  const least = Math.min(...weightOf.values());
  for (const [a, w] of weightOf) if (w > least * (1 + 1e-9)) shown[a] = 1;
}

function joinEvidence(seen: Evidence, renumber: Int32Array, rest: number): Evidence | 'told apart' {
  const last = Math.max(...renumber);
  const cells = new Map<number, { weight: number; states: number }>();
  for (let i = 0; i < seen.first.length; i++) {
    const a = renumber[seen.first[i] ?? -1] ?? -1;
    const second = seen.second[i] ?? -1;
    const b = second < 0 ? -1 : (renumber[second] ?? -1);
    const key = b < 0 ? a : Math.max(a, b) * (last + 1) + Math.min(a, b);
    const weight = seen.weight[i] ?? NaN;
    const known = cells.get(key);
    if (known === undefined) cells.set(key, { weight, states: 1 });
    else if (known.weight === weight) known.states += 1;
    else return 'told apart';
  }
  const haploid = seen.second[0] === -1;
  const first: number[] = [];
  const second: number[] = [];
  const weight: number[] = [];
  for (const [key, cell] of cells) {
    const b = haploid ? -1 : Math.floor(key / (last + 1));
    const a = haploid ? key : key % (last + 1);
    const unknown = (a === last ? 1 : 0) + (b === last ? 1 : 0);
    const full = unknown === 0 ? 1 : unknown === 1 ? rest : (rest * (rest + 1)) / 2;
    if (cell.states !== full) return 'told apart';
    first.push(a);
    second.push(b);
    weight.push(cell.weight);
  }
  return { first: Int32Array.from(first), second: Int32Array.from(second), weight: Float64Array.from(weight) };
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
