import { addOuter, passOnPairs } from './asked-table.ts';
import type { Locus } from './locus.ts';
import type { AskedSource, ParentsPlan } from './parents-plan.ts';
import type { AskedSums } from './urn-sum.ts';

/** Sums over the alleles u, v that the two asked alleles come from; mutation is applied once at the end. */
export class ParentsAsked implements AskedSums {
  readonly #k: number;
  readonly #asked: NonNullable<ParentsPlan['asked']>;
  readonly #pairs: Float64Array;
  /** Of a stranger while no other draw waits: P, and its sums with counts of alleles seen, and with pairs of them. */
  #total = 0;
  readonly #counts: Float64Array;
  readonly #both: Float64Array;
  readonly sources: { readonly first: Float64Array; readonly second: Float64Array };

  constructor(asked: NonNullable<ParentsPlan['asked']>, k: number) {
    this.#k = k;
    this.#asked = asked;
    this.#pairs = new Float64Array(k * k);
    this.#counts = new Float64Array(k);
    this.#both = new Float64Array(k * k);
    this.sources = { first: new Float64Array(k), second: new Float64Array(k) };
  }

  /** The parents' genotypes at hand. */
  turnTo(first: Int32Array, second: Int32Array): void {
    const fill = (out: Float64Array, { walked }: AskedSource): void => {
      if (walked < 0) return;
      const [a, b] = [first[walked] ?? -1, second[walked] ?? -1];
      out.fill(0);
      out[a] = b < 0 ? 1 : 0.5;
      if (b >= 0) out[b] = (out[b] ?? NaN) + 0.5;
    };
    fill(this.sources.first, this.#asked.first);
    fill(this.sources.second, this.#asked.second);
  }

  addPair(first: Float64Array, second: Float64Array, scale: number): void {
    addOuter(this.#pairs, first, second, scale);
  }

  addSame(both: Float64Array, scale: number): void {
    const k = this.#k;
    for (let u = 0; u < k; u++) this.#pairs[u * (k + 1)] = (this.#pairs[u * (k + 1)] ?? NaN) + scale * (both[u] ?? NaN);
  }

  /** A stranger's alleles are the next two draws after these: their probability is bilinear in how often each allele was seen. */
  addStranger(p: number, seen: readonly number[]): void {
    const k = this.#k;
    this.#total += p;
    for (const a of seen) {
      this.#counts[a] = (this.#counts[a] ?? NaN) + p;
      for (const b of seen) this.#both[a * k + b] = (this.#both[a * k + b] ?? NaN) + p;
    }
  }

  /** @param urn.alpha parameters of the urn before any draw, and their sum after all draws seen */
  closeStrangers(urn: { readonly alpha: Float64Array; readonly total: number; readonly theta: number }): void {
    const k = this.#k;
    const { alpha, theta } = urn;
    if (theta === 0) {
      this.addPair(alpha, alpha, this.#total);
      return;
    }
    const scale = 1 / (urn.total * (urn.total + 1));
    for (let x = 0; x < k; x++) {
      const [p, n] = [alpha[x] ?? NaN, this.#counts[x] ?? NaN];
      for (let y = 0; y < k; y++) {
        const q = alpha[y] ?? NaN;
        const drawn = (p * this.#total + n) * q + p * (this.#counts[y] ?? NaN) + (this.#both[x * k + y] ?? NaN) + (x === y ? p * this.#total + n : 0);
        this.#pairs[x * k + y] = (this.#pairs[x * k + y] ?? NaN) + scale * drawn;
      }
    }
  }

  /** P(evidence, first allele x, second allele y) at [x * K + y]. */
  table(locus: Locus): Float64Array {
    return passOnPairs(this.#pairs, locus, { first: this.#asked.first.path, second: this.#asked.second.path });
  }
}
