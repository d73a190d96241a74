import { cellCount, type Factor } from './factor.ts';
import { channelMatrix, makeMoments, momentFactor, transmitted, type Locus, type Moments, type Slot } from './locus.ts';
import type { FixedFounder, FreeFounder } from './network.ts';

/** Largest number of ways to coincide that are summed one by one; Bell(10) = 115,975 set partitions of ten draws. */
export const maxSharings = 300_000;

/** The typed founders under Balding-Nichols: the probability of each, and what the next founder allele is drawn from. */
export interface Urn {
  readonly probabilities: readonly number[];
  readonly moments: Moments;
  /** Sum of the parameters of the Dirichlet after the typed founders. */
  readonly total: number;
}

/** Sequential sampling of the typed founders' alleles: P(next = a) = (n_a theta + (1 - theta) p_a) / (1 + (n - 1) theta). */
export function fillUrn(freqs: Float64Array, typed: readonly FixedFounder[], theta: number): Urn {
  const counts = new Float64Array(freqs.length);
  let drawn = 0;
  const probabilities = typed.map((seen) => {
    // Two different alleles are two draws: an inbred founder's were not one by descent.
    let probability = seen.weight * (seen.b < 0 || seen.a === seen.b ? 1 : 2 * (1 - seen.inbreeding));
    for (const a of seen.b < 0 ? [seen.a] : [seen.a, seen.b]) {
      probability *= ((counts[a] ?? NaN) * theta + (1 - theta) * (freqs[a] ?? NaN)) / (1 + (drawn - 1) * theta);
      counts[a] = (counts[a] ?? NaN) + 1;
      drawn += 1;
    }
    return probability;
  });
  const scale = (1 - theta) / theta;
  const weights = freqs.map((p, a) => p * scale + (counts[a] ?? NaN));
  return { probabilities, moments: makeMoments(weights), total: scale + drawn };
}

/** A way in which transmissions of free founders descend from the same allele: block number of each slot, and its weight. */
export interface Sharing {
  readonly blocks: readonly (readonly Slot[])[];
  readonly weight: number;
}

/** How many terms `sharings` would walk through. */
export function countSharings(founders: readonly FreeFounder[]): number {
  // Bell numbers by the triangle; terms by number of draws, because divisions differ in it.
  let byDraws = new Map([[0, 1]]);
  for (const { divisions } of founders) {
    const next = new Map<number, number>();
    for (const [draws, ways] of byDraws) for (const d of divisions) next.set(draws + d.groups.length, (next.get(draws + d.groups.length) ?? 0) + ways);
    byDraws = next;
  }
  let total = 0;
  for (const [draws, ways] of byDraws) total += ways * bell(draws);
  return total;
}

function bell(n: number): number {
  let row = [1];
  for (let i = 0; i < n; i++) {
    const next = [row.at(-1) ?? 1];
    for (const x of row) next.push((next.at(-1) ?? 0) + x);
    row = next;
  }
  return row[0] ?? 1;
}

/**
 * All ways in which the free founders' alleles coincide by descent in the subpopulation (Chinese restaurant process of the
 * urn), each with its weight. The weights go with block factors over unnormalised Dirichlet parameters.
 */
export function sharings(founders: readonly FreeFounder[], urn: Urn): Sharing[] {
  const slots = founders.flatMap((f) => [...f.slots]);
  const weights = new Map<string, number>();
  const divide = (at: number, draws: number[][], weight: number): void => {
    const founder = founders[at];
    if (founder === undefined) {
      addPartitions(draws, weight, { urn, weights, count: slots.length });
      return;
    }
    const start = founders.slice(0, at).reduce((n, f) => n + f.slots.length, 0);
    for (const division of founder.divisions) divide(at + 1, [...draws, ...division.groups.map((g) => g.map((s) => start + s))], weight * division.weight);
  };
  divide(0, [], 1);
  return [...weights].map(([key, weight]) => {
    const numbers = key === '' ? [] : key.split(',').map(Number);
    const blocks: Slot[][] = [];
    numbers.forEach((b, i) => {
      const slot = slots[i];
      if (slot !== undefined) (blocks[b] ??= []).push(slot);
    });
    return { blocks, weight };
  });
}

function addPartitions(draws: readonly (readonly number[])[], weight: number, into: { urn: Urn; weights: Map<string, number>; count: number }): void {
  let divisor = 1;
  for (let i = 0; i < draws.length; i++) divisor *= into.urn.total + i;
  const assignment = new Int32Array(draws.length);
  const place = (at: number, sizes: number[], product: number): void => {
    if (at === draws.length) {
      const key = canonicalKey(draws, assignment, into.count);
      into.weights.set(key, (into.weights.get(key) ?? 0) + (weight * product) / divisor);
      return;
    }
    for (let b = 0; b <= sizes.length; b++) {
      assignment[at] = b;
      const size = sizes[b] ?? 0;
      const next = sizes.slice();
      next[b] = size + 1;
      place(at + 1, next, size === 0 ? product : product * size);
    }
  };
  place(0, [], 1);
}

/** Block numbers of the slots in order of first appearance, so that equal sharings meet. */
function canonicalKey(draws: readonly (readonly number[])[], assignment: Int32Array, count: number): string {
  const raw = new Int32Array(count);
  draws.forEach((draw, d) => {
    for (const slot of draw) raw[slot] = assignment[d] ?? -1;
  });
  const renamed = new Map<number, number>();
  return Array.from(raw, (b) => {
    const known = renamed.get(b) ?? renamed.size;
    renamed.set(b, known);
    return known;
  }).join(',');
}

/** The factors of one founder allele shared by these slots: a moment table, or, where that is large, the allele as a variable. */
export function blockFactors(locus: Locus, moments: Moments, input: { slots: readonly Slot[]; dims: number[] }): Factor[] {
  const { slots, dims } = input;
  const { k } = locus;
  if (isOneTable(k, input)) return [momentFactor(locus, moments, slots)];
  const allele = dims.push(k) - 1;
  const out: Factor[] = [{ vars: [allele], data: moments.weights }];
  for (const slot of slots) out.push(passDraw(locus, allele, slot));
  return out;
}

/** The variables of each factor of `blockFactors`, without its numbers; a variable of its own is added to `dims`. */
export function blockScopes(k: number, block: { readonly slots: readonly Slot[]; readonly dims: number[] }): (readonly number[])[] {
  const scope = [...new Set(block.slots.map((s) => s.variable))];
  if (isOneTable(k, block)) return [scope];
  const allele = block.dims.push(k) - 1;
  return [[allele], ...block.slots.map(({ variable }) => [variable, allele])];
}

function isOneTable(k: number, { slots, dims }: { readonly slots: readonly Slot[]; readonly dims: readonly number[] }): boolean {
  return slots.length <= 2 || cellCount([...new Set(slots.map((s) => s.variable))], dims) <= 16 * k;
}

/** P(slot's allele | allele of a draw, a variable of its own). */
export function passDraw(locus: Locus, variable: number, slot: Slot): Factor {
  const { k } = locus;
  const matrix = channelMatrix(locus, slot.channel);
  const data = new Float64Array(slot.allele.length * k);
  slot.allele.forEach((c, state) => {
    for (let u = 0; u < k; u++) data[state * k + u] = transmitted(matrix, k, { from: u, to: c });
  });
  // The draw's variable is newer than the carrier's, so it stands second in the table.
  return { vars: [slot.variable, variable], data };
}
