/** Evidence below one founder allele: entry a is P(all that descends from it | it is allele a). */
export type AlleleVector = Float64Array;

/** Sum over the allele of one founder without subpopulation correction. */
export function sumFounder(freqs: Float64Array, below: AlleleVector): number {
  let sum = 0;
  for (let a = 0; a < below.length; a++) sum += (freqs[a] ?? NaN) * (below[a] ?? NaN);
  return sum;
}

/**
 * Sum over the alleles of all founders drawn from one subpopulation: Balding-Nichols, which draws allele a next with
 * probability (n_a theta + (1 - theta) p_a) / (1 + (n - 1) theta) after n draws of which n_a were a.
 *
 * The draws can come in any order. Those whose allele the evidence fixes are taken first; the rest are summed allele by
 * allele: which of the remaining founders carry allele 1, which of the rest allele 2, and so on, at 3^m steps an allele for
 * m founders. It needs no enumeration of coincidences. Source: docs/methods/second-solver.md.
 */
export function sumSubpopulation(freqs: Float64Array, below: readonly AlleleVector[], how: { readonly theta: number; readonly spend: (operations: number) => void }): number {
  const { theta } = how;
  const k = freqs.length;
  const drawn = new Int32Array(k);
  let draws = 0;
  let product = 1;
  const open: AlleleVector[] = [];
  for (const vector of below) {
    const only = onlyAllele(vector);
    if (only === -2) return 0;
    if (only < 0) {
      open.push(vector);
      continue;
    }
    product *= (vector[only] ?? NaN) * (((drawn[only] ?? 0) * theta + (1 - theta) * (freqs[only] ?? NaN)) / (1 + (draws - 1) * theta));
    drawn[only] = (drawn[only] ?? 0) + 1;
    draws += 1;
  }
  if (open.length === 0 || product === 0) return product;
  how.spend(k * 3 ** open.length);
  for (let i = 0; i < open.length; i++) product /= 1 + (draws + i - 1) * theta;
  return product * sumOpen(open, { freqs, drawn, theta });
}

interface Urn {
  readonly freqs: Float64Array;
  readonly drawn: Int32Array;
  readonly theta: number;
}

/** Reached[S] = sum over all ways in which exactly the founders of S carry the alleles seen so far. */
function sumOpen(open: readonly AlleleVector[], { freqs, drawn, theta }: Urn): number {
  const all = (1 << open.length) - 1;
  let reached = new Float64Array(all + 1);
  reached[0] = 1;
  const carry = new Float64Array(all + 1);
  for (let a = 0; a < freqs.length; a++) {
    carry[0] = 1;
    const start = (drawn[a] ?? 0) * theta + (1 - theta) * (freqs[a] ?? NaN);
    for (let set = 1; set <= all; set++) {
      const low = 31 - Math.clz32(set & -set);
      const rest = set & (set - 1);
      carry[set] = (carry[rest] ?? NaN) * (open[low]?.[a] ?? NaN) * (start + bitCount(rest) * theta);
    }
    const next = new Float64Array(all + 1);
    for (let set = 0; set <= all; set++) {
      let sum = 0;
      for (let part = set; ; part = (part - 1) & set) {
        sum += (carry[part] ?? NaN) * (reached[set ^ part] ?? NaN);
        if (part === 0) break;
      }
      next[set] = sum;
    }
    reached = next;
  }
  return reached[all] ?? NaN;
}

/** The one allele with which the evidence fits; -1 where several do, -2 where none does. */
function onlyAllele(vector: AlleleVector): number {
  let found = -2;
  for (let a = 0; a < vector.length; a++) {
    if (vector[a] === 0) continue;
    if (found >= 0) return -1;
    found = a;
  }
  return found;
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
