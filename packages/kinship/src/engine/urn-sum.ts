import type { Draw, LayoutFounder } from './layout.ts';
import type { Locus } from './locus.ts';

/** Takes sums over founder alleles u, v that the two asked alleles come from: `sources` where an asked allele comes from no draw. */
export interface AskedSums {
  readonly sources: { readonly first: Float64Array; readonly second: Float64Array };
  /** Adds scale * first(u) * second(v). */
  addPair(first: Float64Array, second: Float64Array, scale: number): void;
  /** Adds scale * both(u) where both asked alleles come from the one allele u. */
  addSame(both: Float64Array, scale: number): void;
}

/** A draw from the population with the product over its slots of P(slot's allele | founder allele u), by u. */
interface AskedDraw extends Draw {
  readonly vector: Float64Array;
}

/** The draws of all founders in one division of their slots; those that are asked for apart. */
interface Divided {
  readonly weight: number;
  readonly draws: readonly AskedDraw[];
  readonly x: AskedDraw | null;
  readonly y: AskedDraw | null;
}

/**
 * The sum over the alleles of all untyped founders in closed form. The founders' alleles are draws; draws that coincide by
 * descent in the subpopulation form blocks (theta above 0), and a block S of draws weighs (|S| - 1)! sum over u of
 * alpha(u) prod over S v(u); the sum over all set partitions is the recursion Z(T) = sum over S in T that hold T's
 * lowest draw of block(S) Z(T without S), 3^n steps instead of a Bell number. Without theta every draw is its own block.
 */
export class UrnSum {
  readonly #founders: readonly LayoutFounder[];
  readonly #k: number;
  readonly #theta: number;
  /** Dirichlet weights after the typed founders; without theta the frequencies. */
  readonly #alpha: Float64Array;
  #total: number;
  /** By founder, the vectors of each slot and their products by mask of slots. */
  readonly #slots: readonly Float64Array[][];
  #products: readonly Float64Array[][] = [];
  #divided: readonly Divided[] = [];
  readonly #vectors: Float64Array[] = [];
  /** Room for vectors that are used up at once. */
  readonly #room: readonly [Float64Array, Float64Array, Float64Array];
  #blocks = new Float64Array(0);
  #partitions = new Float64Array(0);

  constructor(layout: { readonly founders: readonly LayoutFounder[]; readonly target: object | null }, locus: Locus, theta: number) {
    this.#founders = layout.founders;
    this.#k = locus.k;
    this.#theta = theta;
    const scale = theta > 0 ? (1 - theta) / theta : 1;
    // Without theta nothing is ever taken out, so the locus' own frequencies serve.
    this.#alpha = theta > 0 ? locus.freqs.map((p) => p * scale) : locus.freqs;
    this.#total = scale;
    this.#slots = layout.founders.map((f) => f.paths.map(() => this.#alpha));
    const isAlone = theta === 0 && layout.target === null;
    this.#room = isAlone ? [new Float64Array(locus.k), this.#alpha, this.#alpha] : [new Float64Array(locus.k), new Float64Array(locus.k), new Float64Array(locus.k)];
    if (!isAlone) this.#prepareDivisions();
  }

  /** P(the next typed founder allele is a); it is then out of the urn, and the urn holds one more like it. */
  take(a: number): number {
    const p = this.#theta > 0 ? (this.#alpha[a] ?? NaN) / this.#total : (this.#alpha[a] ?? NaN);
    if (this.#theta > 0) {
      this.#alpha[a] = (this.#alpha[a] ?? NaN) + 1;
      this.#total += 1;
    }
    return p;
  }

  putBack(a: number): void {
    if (this.#theta === 0) return;
    this.#alpha[a] = (this.#alpha[a] ?? NaN) - 1;
    this.#total -= 1;
  }

  /** What a slot of a founder shows: P(its allele | founder allele u), by u. */
  show(founder: number, slot: number, vector: Float64Array): void {
    const slots = this.#slots[founder];
    if (slots !== undefined) slots[slot] = vector;
  }

  sum(): number {
    if (this.#theta === 0) return this.#sumApart();
    this.#multiply();
    let total = 0;
    for (const { weight, draws } of this.#divided) {
      const n = draws.length;
      this.#fill(draws);
      total += (weight * (this.#partitions[2 ** n - 1] ?? NaN)) / this.#rising(n);
    }
    return total;
  }

  /** Without theta no draw of one founder bears on another's: a product over founders, each summed over its own divisions. */
  #sumApart(): number {
    let total = 1;
    for (const [f, founder] of this.#founders.entries()) {
      const slots = this.#slots[f] ?? [];
      let sum = 0;
      for (const { weight, draws } of founder.divisions) {
        let p = weight;
        for (const { mask } of draws) p *= this.#meanOf(mask, slots);
        sum += p;
      }
      total *= sum;
    }
    return total;
  }

  /** sum over u of p(u) times the slots' vectors at u. */
  #meanOf(mask: number, slots: readonly Float64Array[]): number {
    const k = this.#k;
    const [product] = this.#room;
    let before: Float64Array = this.#alpha;
    for (let rest = mask; ; ) {
      const slot = slots[31 - Math.clz32(rest & -rest)] ?? this.#alpha;
      rest &= rest - 1;
      if (rest === 0) {
        let sum = 0;
        for (let u = 0; u < k; u++) sum += (before[u] ?? NaN) * (slot[u] ?? NaN);
        return sum;
      }
      for (let u = 0; u < k; u++) product[u] = (before[u] ?? NaN) * (slot[u] ?? NaN);
      before = product;
    }
  }

  #prepareDivisions(): void {
    const one = new Float64Array(this.#k).fill(1);
    this.#products = this.#founders.map((f) => Array.from({ length: 2 ** f.paths.length }, (_, mask) => (mask === 0 ? one : new Float64Array(this.#k))));
    this.#divided = this.#divide(0, 1, []);
  }

  /** Adds weight * P(draws, asked alleles) to the table, in terms of the founder alleles u, v that the asked ones come from. */
  sumAsked(weight: number, into: AskedSums): void {
    this.#multiply();
    for (const division of this.#divided) {
      const { draws, x, y } = division;
      this.#fill(draws);
      this.#addAsked(weight * division.weight, { n: draws.length, x, y }, into);
    }
  }

  #addAsked(w: number, asked: { n: number; x: AskedDraw | null; y: AskedDraw | null }, into: AskedSums): void {
    const { n, x, y } = asked;
    const full = 2 ** n - 1;
    const partitions = this.#partitions;
    const outside = into.sources;
    if (x === null && y === null) {
      into.addPair(outside.first, outside.second, (w * (partitions[full] ?? NaN)) / this.#rising(n));
      return;
    }
    if (x !== null && x === y) {
      into.addSame(this.#joined(full, { w: x.vector, extra: 0, out: this.#room[0] }), w / this.#rising(n + 1));
      return;
    }
    if (x === null || y === null) {
      const one = this.#joined(full, { w: (x ?? y)?.vector ?? outside.first, extra: 0, out: this.#room[0] });
      const scale = w / this.#rising(n + 1);
      if (x !== null) into.addPair(one, outside.second, scale);
      else into.addPair(outside.first, one, scale);
      return;
    }
    const scale = w / this.#rising(n + 2);
    for (let set = 0; set <= full; set++) {
      // Every subset of draws may coincide with the first asked allele; without theta none does.
      if (this.#theta === 0 && set > 0) break;
      const g = this.#block(set, x.vector, this.#room[0]);
      into.addPair(g, this.#joined(full & ~set, { w: y.vector, extra: 0, out: this.#room[1] }), scale);
    }
    if (this.#theta === 0) return;
    const product = this.#room[2];
    for (let u = 0; u < this.#k; u++) product[u] = (x.vector[u] ?? NaN) * (y.vector[u] ?? NaN);
    into.addSame(this.#joined(full, { w: product, extra: 1, out: this.#room[0] }), scale);
  }

  /** sum over S in T of (|S| + extra)! alpha(u) v_S(u) w(u) Z(T without S), by u: an asked draw with any draws that coincide with it. */
  #joined(full: number, how: { w: Float64Array; extra: 0 | 1; out: Float64Array }): Float64Array {
    const k = this.#k;
    const { w, extra, out } = how;
    const alpha = this.#alpha;
    out.fill(0);
    for (let set = full; ; set = (set - 1) & full) {
      if (set === 0) {
        const scale = factorial(extra) * (this.#partitions[full] ?? NaN);
        for (let u = 0; u < k; u++) out[u] = (out[u] ?? NaN) + scale * (alpha[u] ?? NaN) * (w[u] ?? NaN);
        return out;
      }
      const vector = this.#vectors[set];
      if (this.#theta === 0 || vector === undefined) continue;
      const scale = factorial(bits(set) + extra) * (this.#partitions[full & ~set] ?? NaN);
      for (let u = 0; u < k; u++) out[u] = (out[u] ?? NaN) + scale * (alpha[u] ?? NaN) * (vector[u] ?? NaN) * (w[u] ?? NaN);
    }
  }

  #block(set: number, w: Float64Array, out: Float64Array): Float64Array {
    const vector = this.#vectors[set];
    const scale = factorial(bits(set));
    for (let u = 0; u < this.#k; u++) out[u] = scale * (this.#alpha[u] ?? NaN) * (set === 0 || vector === undefined ? 1 : (vector[u] ?? NaN)) * (w[u] ?? NaN);
    return out;
  }

  /** A (A + 1) ... (A + n - 1); 1 without theta. */
  #rising(n: number): number {
    if (this.#theta === 0) return 1;
    let out = 1;
    for (let i = 0; i < n; i++) out *= this.#total + i;
    return out;
  }

  /** Products of the slots' vectors by mask. */
  #multiply(): void {
    const k = this.#k;
    this.#founders.forEach((founder, f) => {
      const slots = this.#slots[f] ?? [];
      const products = this.#products[f] ?? [];
      for (let mask = 1; mask < 2 ** founder.paths.length; mask++) {
        const low = 31 - Math.clz32(mask & -mask);
        const rest = products[mask & (mask - 1)];
        const slot = slots[low];
        const out = products[mask];
        if (rest === undefined || slot === undefined || out === undefined) continue;
        for (let u = 0; u < k; u++) out[u] = (rest[u] ?? NaN) * (slot[u] ?? NaN);
      }
    });
  }

  /** All ways to divide all founders' slots into draws; the vectors are the buffers that `#multiply` fills. */
  #divide(at: number, weight: number, draws: readonly AskedDraw[]): Divided[] {
    const founder = this.#founders[at];
    if (founder === undefined) {
      const x = draws.find((d) => d.asksFirst) ?? null;
      const y = draws.find((d) => d.asksSecond) ?? null;
      return [{ weight, draws: draws.filter((d) => d !== x && d !== y), x, y }];
    }
    const products = this.#products[at] ?? [];
    return founder.divisions.flatMap((division) => this.#divide(at + 1, weight * division.weight, [...draws, ...division.draws.map((d) => ({ ...d, vector: products[d.mask] ?? this.#alpha }))]));
  }

  /** Vectors, blocks and partition sums of all subsets of these draws. */
  #fill(draws: readonly AskedDraw[]): void {
    const n = draws.length;
    const sets = 2 ** n;
    const k = this.#k;
    if (this.#partitions.length < sets) {
      this.#partitions = new Float64Array(sets);
      this.#blocks = new Float64Array(sets);
    }
    while (this.#vectors.length < sets) this.#vectors.push(new Float64Array(k).fill(1));
    const merges = this.#theta > 0;
    for (let set = 1; set < sets; set++) {
      const low = 31 - Math.clz32(set & -set);
      const rest = set & (set - 1);
      if (!merges && rest !== 0) continue;
      const one = draws[low]?.vector;
      const before = this.#vectors[rest];
      const out = this.#vectors[set];
      if (one === undefined || before === undefined || out === undefined) continue;
      let sum = 0;
      for (let u = 0; u < k; u++) {
        const v = (one[u] ?? NaN) * (rest === 0 ? 1 : (before[u] ?? NaN));
        out[u] = v;
        sum += (this.#alpha[u] ?? NaN) * v;
      }
      this.#blocks[set] = factorial(bits(set) - 1) * sum;
    }
    const z = this.#partitions;
    z[0] = 1;
    for (let set = 1; set < sets; set++) {
      const low = set & -set;
      const rest = set & ~low;
      if (!merges) {
        z[set] = (this.#blocks[low] ?? NaN) * (z[rest] ?? NaN);
        continue;
      }
      let sum = 0;
      for (let other = rest; ; other = (other - 1) & rest) {
        sum += (this.#blocks[low | other] ?? NaN) * (z[rest & ~other] ?? NaN);
        if (other === 0) break;
      }
      z[set] = sum;
    }
  }
}

function bits(set: number): number {
  let n = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) n += 1;
  return n;
}

const factorials = [1];
function factorial(n: number): number {
  for (let i = factorials.length; i <= n; i++) factorials.push((factorials[i - 1] ?? 1) * i);
  return factorials[n] ?? NaN;
}
