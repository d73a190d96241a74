import { KinshipError } from '../kinship-error.ts';
import type { Locus } from '../engine/locus.ts';
import { ops, type DescentCode } from './descent-code.ts';

/** An observation of remains at a marker as allele numbers; `b` = -1 where only one allele is known. */
export interface Seen {
  readonly a: number;
  readonly b: number;
}

/**
 * Runs compiled family shapes on the numbers of one marker. One flat array holds everything: frequencies, ones, both
 * mutation matrices and their transposes, both first moments, then the values of the steps.
 */
export class MarkerMachine {
  readonly k: number;
  readonly #bank: () => Float64Array;
  readonly #grow: (length: number) => void;
  readonly #workAt: number;
  readonly #ladderA: Int32Array;
  readonly #ladderB: Int32Array;
  readonly #perUnrelated: Float64Array;
  readonly #single: Int32Array;
  readonly #there: Float64Array;
  readonly #back: Float64Array;
  readonly #productThere: Float64Array;
  readonly #productBack: Float64Array;
  readonly #prior: Float64Array;
  #address = new Int32Array(64);
  #scalars = new Float64Array(64);
  #terms = new Int32Array(64);

  /** @param seen the observations that occur among the remains; the tables are made for these, in this order */
  constructor(locus: Locus, seen: readonly Seen[]) {
    const { k } = locus;
    this.k = k;
    this.#prior = locus.freqs;
    this.#workAt = 4 * k + 4 * k * k;
    let bank = new Float64Array(this.#workAt + 256 * k);
    bank.set(locus.freqs, 0);
    bank.fill(1, k, 2 * k);
    [locus.male, locus.female].forEach((matrix, channel) => {
      for (let u = 0; u < k; u++)
        for (let c = 0; c < k; c++) {
          const p = matrix === null ? (u === c ? 1 : 0) : (matrix[u * k + c] ?? NaN);
          bank[matrixAt(k, channel) + u * k + c] = p;
          bank[transposeAt(k, channel) + c * k + u] = p;
          bank[(2 + channel) * k + c] = (bank[(2 + channel) * k + c] ?? NaN) + (locus.freqs[u] ?? NaN) * p;
        }
    });
    this.#bank = () => bank;
    this.#grow = (length) => {
      if (bank.length >= length) return;
      const larger = new Float64Array(2 * length);
      larger.set(bank);
      bank = larger;
    };
    this.#ladderA = Int32Array.from(seen, (s) => s.a);
    this.#ladderB = Int32Array.from(seen, (s) => s.b);
    this.#perUnrelated = Float64Array.from(seen, (s) => 1 / this.unrelated(s));
    this.#single = Int32Array.from(seen.flatMap((s, i) => (s.b < 0 ? [i] : [])));
    this.#there = new Float64Array(seen.length);
    this.#back = new Float64Array(seen.length);
    this.#productThere = new Float64Array(seen.length);
    this.#productBack = new Float64Array(seen.length);
  }

  /** P(observation) of a stranger: Hardy-Weinberg; one known allele sums over the genotypes that hold it. */
  unrelated({ a, b }: Seen): number {
    const p = this.#prior[a] ?? NaN;
    if (b >= 0) return a === b ? p * p : 2 * p * (this.#prior[b] ?? NaN);
    let others = 0;
    for (let x = 0; x < this.k; x++) if (x !== a) others += this.#prior[x] ?? NaN;
    return p * (p + 2 * others);
  }

  /**
   * Writes ln P(observation | references) / P(observation) for every observation of the remains.
   * @param genotypes allele numbers of the relatives: entries 2 i and 2 i + 1 of relative i
   * @returns false where the references are impossible together: then the marker says nothing, and zeros are written
   */
  fill(code: DescentCode, genotypes: Int32Array, out: { readonly table: Float64Array; readonly at: number }): boolean {
    const { table, at } = out;
    const count = this.#ladderA.length;
    this.run(code, genotypes);
    const references = this.#scalars[code.references] ?? NaN;
    if (Number.isNaN(references)) throw new KinshipError('kinship.not_a_number');
    if (!(references > 0)) {
      table.fill(0, at, at + count);
      return false;
    }
    if (code.matrix >= 0) for (let i = 0; i < count; i++) table[at + i] = this.#joint(code, this.#ladderA[i] ?? 0, Math.max(0, this.#ladderB[i] ?? 0));
    else this.#joinVectors(code, table.subarray(at, at + count));
    for (const i of this.#single) table[at + i] = this.#joint(code, this.#ladderA[i] ?? 0, -1);
    const per = 1 / references;
    const perUnrelated = this.#perUnrelated;
    // An own logarithm in JavaScript was measured at five times the time of this one.
    for (let i = 0; i < count; i++) table[at + i] = Math.log((table[at + i] ?? NaN) * per * (perUnrelated[i] ?? NaN));
    return true;
  }

  /** P(genotype, references) for all observations at once, where the table is a product of sums of products of vectors. */
  #joinVectors(code: DescentCode, out: Float64Array): void {
    const { factors, outerWeights } = code;
    const bank = this.#bank();
    const terms = this.#terms;
    const ladderA = this.#ladderA;
    const ladderB = this.#ladderB;
    const there = this.#there;
    const back = this.#back;
    const count = out.length;
    for (let f = 1; f < factors.length; f++) {
      there.fill(0);
      back.fill(0);
      const end = factors[f] ?? 0;
      for (let r = factors[f - 1] ?? 0; r < end; r++) {
        const w = outerWeights[r] ?? NaN;
        const x = terms[2 * r] ?? 0;
        const y = terms[2 * r + 1] ?? 0;
        for (let i = 0; i < count; i++) {
          const a = ladderA[i] ?? 0;
          const b = ladderB[i] ?? 0;
          if (b < 0) continue;
          there[i] = (there[i] ?? NaN) + w * (bank[x + a] ?? NaN) * (bank[y + b] ?? NaN);
          back[i] = (back[i] ?? NaN) + w * (bank[x + b] ?? NaN) * (bank[y + a] ?? NaN);
        }
      }
      if (factors.length === 2) break;
      this.#multiplyFactor(f === 1);
    }
    const [forth, reverse] = factors.length === 2 ? [there, back] : [this.#productThere, this.#productBack];
    for (let i = 0; i < count; i++) out[i] = ladderA[i] === ladderB[i] ? (forth[i] ?? NaN) : (forth[i] ?? NaN) + (reverse[i] ?? NaN);
  }

  #multiplyFactor(isFirst: boolean): void {
    const { length } = this.#there;
    for (let i = 0; i < length; i++) {
      this.#productThere[i] = (isFirst ? 1 : (this.#productThere[i] ?? NaN)) * (this.#there[i] ?? NaN);
      this.#productBack[i] = (isFirst ? 1 : (this.#productBack[i] ?? NaN)) * (this.#back[i] ?? NaN);
    }
  }

  /** P(observation, references) up to the common factor, after `run`. */
  #joint(code: DescentCode, a: number, b: number): number {
    if (b < 0) {
      let sum = 0;
      for (let x = 0; x < this.k; x++) sum += this.#joint(code, a, x);
      return sum;
    }
    const bank = this.#bank();
    const { factors, outerWeights } = code;
    if (code.matrix >= 0) {
      const m = this.#address[code.matrix] ?? 0;
      const there = bank[m + a * this.k + b] ?? NaN;
      return a === b ? there : there + (bank[m + b * this.k + a] ?? NaN);
    }
    const terms = this.#terms;
    let there = 1;
    let back = 1;
    for (let f = 1; f < factors.length; f++) {
      let forth = 0;
      let reverse = 0;
      const end = factors[f] ?? 0;
      for (let r = factors[f - 1] ?? 0; r < end; r++) {
        const w = outerWeights[r] ?? NaN;
        const x = terms[2 * r] ?? 0;
        const y = terms[2 * r + 1] ?? 0;
        forth += w * (bank[x + a] ?? NaN) * (bank[y + b] ?? NaN);
        reverse += w * (bank[x + b] ?? NaN) * (bank[y + a] ?? NaN);
      }
      there *= forth;
      back *= reverse;
    }
    return a === b ? there : there + back;
  }

  /** Carries out all steps; the values stay until the next run. */
  run(code: DescentCode, genotypes: Int32Array): void {
    const { k } = this;
    const { steps, weights } = code;
    if (this.#address.length < code.nodes) {
      this.#address = new Int32Array(2 * code.nodes);
      this.#scalars = new Float64Array(2 * code.nodes);
    }
    const address = this.#address;
    const scalars = this.#scalars;
    let work = this.#workAt;
    let bank = this.#bank();
    const take = (length: number): number => {
      const at = work;
      work += length;
      if (work > bank.length) {
        this.#grow(work);
        bank = this.#bank();
      }
      return at;
    };
    const arg = (i: number): number => steps[i] ?? -1;
    for (let i = 0; i < steps.length; ) {
      const op = arg(i);
      const node = arg(i + 1);
      switch (op) {
        case ops.number:
          scalars[node] = weights[arg(i + 2)] ?? NaN;
          i += 3;
          break;
        case ops.at:
          scalars[node] = bank[(address[arg(i + 2)] ?? 0) + (genotypes[arg(i + 3)] ?? 0)] ?? NaN;
          i += 4;
          break;
        case ops.mixAt: {
          const m = matrixAt(k, arg(i + 3));
          const c = genotypes[arg(i + 4)] ?? 0;
          const r = arg(i + 2);
          scalars[node] = 0.5 * ((bank[m + (genotypes[2 * r] ?? 0) * k + c] ?? NaN) + (bank[m + (genotypes[2 * r + 1] ?? 0) * k + c] ?? NaN));
          i += 5;
          break;
        }
        case ops.dot: {
          const a = address[arg(i + 2)] ?? 0;
          const b = address[arg(i + 3)] ?? 0;
          let sum = 0;
          for (let u = 0; u < k; u++) sum += (bank[a + u] ?? NaN) * (bank[b + u] ?? NaN);
          scalars[node] = sum;
          i += 4;
          break;
        }
        case ops.times:
          scalars[node] = (scalars[arg(i + 2)] ?? NaN) * (scalars[arg(i + 3)] ?? NaN);
          i += 4;
          break;
        case ops.plus: {
          let sum = 0;
          const n = arg(i + 2);
          i += 3;
          for (let t = 0; t < n; t++, i += 2) sum += (weights[arg(i)] ?? NaN) * (scalars[arg(i + 1)] ?? NaN);
          scalars[node] = sum;
          break;
        }
        case ops.prior:
          address[node] = 0;
          i += 2;
          break;
        case ops.ones:
          address[node] = k;
          i += 2;
          break;
        case ops.moment:
          address[node] = (2 + arg(i + 2)) * k;
          i += 3;
          break;
        case ops.column:
          address[node] = transposeAt(k, arg(i + 2)) + (genotypes[arg(i + 3)] ?? 0) * k;
          i += 4;
          break;
        case ops.mix: {
          const to = take(k);
          const r = arg(i + 2);
          const m = matrixAt(k, arg(i + 3));
          const a = m + (genotypes[2 * r] ?? 0) * k;
          const b = m + (genotypes[2 * r + 1] ?? 0) * k;
          for (let c = 0; c < k; c++) bank[to + c] = 0.5 * ((bank[a + c] ?? NaN) + (bank[b + c] ?? NaN));
          address[node] = to;
          i += 4;
          break;
        }
        case ops.multiply: {
          const to = take(k);
          const a = address[arg(i + 2)] ?? 0;
          const b = address[arg(i + 3)] ?? 0;
          for (let c = 0; c < k; c++) bank[to + c] = (bank[a + c] ?? NaN) * (bank[b + c] ?? NaN);
          address[node] = to;
          i += 4;
          break;
        }
        case ops.up:
        case ops.down: {
          const to = take(k);
          const m = op === ops.up ? transposeAt(k, arg(i + 2)) : matrixAt(k, arg(i + 2));
          const v = address[arg(i + 3)] ?? 0;
          bank.fill(0, to, to + k);
          for (let u = 0; u < k; u++) {
            const w = bank[v + u] ?? NaN;
            if (w === 0) continue;
            const row = m + u * k;
            for (let c = 0; c < k; c++) bank[to + c] = (bank[to + c] ?? NaN) + w * (bank[row + c] ?? NaN);
          }
          address[node] = to;
          i += 4;
          break;
        }
        case ops.combine: {
          const to = take(k);
          const n = arg(i + 2);
          i += 3;
          bank.fill(0, to, to + k);
          for (let t = 0; t < n; t++, i += 3) {
            const w = (weights[arg(i)] ?? NaN) * (scalars[arg(i + 1)] ?? NaN);
            const v = address[arg(i + 2)] ?? 0;
            for (let c = 0; c < k; c++) bank[to + c] = (bank[to + c] ?? NaN) + w * (bank[v + c] ?? NaN);
          }
          address[node] = to;
          break;
        }
        default:
          i = this.#runTable(code, i, take);
          bank = this.#bank();
      }
    }
    if (this.#terms.length < 2 * code.outerX.length) this.#terms = new Int32Array(4 * code.outerX.length);
    for (let r = 0; r < code.outerX.length; r++) {
      this.#terms[2 * r] = address[code.outerX[r] ?? 0] ?? 0;
      this.#terms[2 * r + 1] = address[code.outerY[r] ?? 0] ?? 0;
    }
  }

  /** Steps over K x K tables: only shapes with loops, or with children of the missing person, have them. */
  #runTable(code: DescentCode, start: number, take: (length: number) => number): number {
    const { k } = this;
    const { steps, weights } = code;
    const address = this.#address;
    const arg = (i: number): number => steps[i] ?? -1;
    const node = arg(start + 1);
    const op = arg(start);
    let i = start + 2;
    if (op === ops.line) {
      address[node] = matrixAt(k, arg(i));
      return i + 1;
    }
    const to = take(k * k);
    const bank = this.#bank();
    address[node] = to;
    bank.fill(0, to, to + k * k);
    switch (op) {
      case ops.outer: {
        const x = address[arg(i)] ?? 0;
        const y = address[arg(i + 1)] ?? 0;
        for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) bank[to + a * k + b] = (bank[x + a] ?? NaN) * (bank[y + b] ?? NaN);
        return i + 2;
      }
      case ops.extend: {
        const line = address[arg(i)] ?? 0;
        const v = address[arg(i + 1)] ?? 0;
        const m = matrixAt(k, arg(i + 2));
        for (let a = 0; a < k; a++)
          for (let u = 0; u < k; u++) {
            const w = (bank[line + a * k + u] ?? NaN) * (bank[v + u] ?? NaN);
            if (w !== 0) for (let c = 0; c < k; c++) bank[to + a * k + c] = (bank[to + a * k + c] ?? NaN) + w * (bank[m + u * k + c] ?? NaN);
          }
        return i + 3;
      }
      case ops.fork: {
        const v = address[arg(i)] ?? 0;
        const x = address[arg(i + 1)] ?? 0;
        const y = address[arg(i + 2)] ?? 0;
        for (let u = 0; u < k; u++)
          for (let a = 0; a < k; a++) {
            const w = (bank[v + u] ?? NaN) * (bank[x + u * k + a] ?? NaN);
            if (w !== 0) for (let b = 0; b < k; b++) bank[to + a * k + b] = (bank[to + a * k + b] ?? NaN) + w * (bank[y + u * k + b] ?? NaN);
          }
        return i + 3;
      }
      case ops.mixTables: {
        const n = arg(i);
        i += 1;
        for (let t = 0; t < n; t++, i += 2) {
          const w = weights[arg(i)] ?? NaN;
          const m = address[arg(i + 1)] ?? 0;
          for (let c = 0; c < k * k; c++) bank[to + c] = (bank[to + c] ?? NaN) + w * (bank[m + c] ?? NaN);
        }
        return i;
      }
      case ops.multiplyTables: {
        const a = address[arg(i)] ?? 0;
        const b = address[arg(i + 1)] ?? 0;
        for (let c = 0; c < k * k; c++) bank[to + c] = (bank[a + c] ?? NaN) * (bank[b + c] ?? NaN);
        return i + 2;
      }
      default:
        throw new KinshipError('kinship.not_a_number');
    }
  }
}

function matrixAt(k: number, channel: number): number {
  return 4 * k + channel * 2 * k * k;
}

function transposeAt(k: number, channel: number): number {
  return matrixAt(k, channel) + k * k;
}
