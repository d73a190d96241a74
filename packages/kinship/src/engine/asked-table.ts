import type { Descent, Layout, LayoutTarget } from './layout.ts';
import { pathMatrix, type Locus } from './locus.ts';
import type { AskedSums } from './urn-sum.ts';

/** A child of the person asked for, who shows an allele that one of theirs became. */
interface Child {
  readonly at: number;
  readonly side: 0 | 1;
  /** [to * K + from]. */
  readonly matrix: Float64Array;
  allele: number;
}

/**
 * Sums for one set of alleles shown by the children: pairs of source alleles (u, v), and one source allele of both. Few
 * products of two vectors are kept as such, because taking vectors through mutation is K times cheaper than a table.
 */
interface Sums {
  readonly products: [Float64Array, Float64Array][];
  /** Null until there are too many products to keep. */
  pairs: Float64Array | null;
  readonly same: Float64Array;
  readonly children: readonly number[];
  hasSame: boolean;
}

/**
 * Collects P(evidence, x, y) of the person asked for in terms of the alleles u, v at the upper end of the paths that lead
 * to x and y; the paths' mutation is applied once at the end, because it is the same for every term.
 */
export class AskedTable implements AskedSums {
  readonly #k: number;
  readonly #haploid: boolean;
  readonly #firstMatrix: Float64Array;
  readonly #secondMatrix: Float64Array;
  readonly #descents: readonly [Descent, Descent | null];
  /** Whether the first and the second allele come without mutation. */
  readonly #isPlain: readonly [boolean, boolean];
  readonly #children: Child[] = [];
  readonly #sums = new Map<string, Sums>();
  #now: Sums;
  readonly #ones: Float64Array;
  /** P(source allele) where an asked allele comes from a typed parent; unused where it is a founder's draw. */
  readonly sources: { readonly first: Float64Array; readonly second: Float64Array };

  constructor(layout: Layout, target: LayoutTarget, locus: Locus) {
    const { k } = locus;
    this.#k = k;
    this.#haploid = target.haploid;
    this.#descents = [target.first, target.second];
    const noMutation = locus.female === null && locus.male === null;
    this.#isPlain = [noMutation || target.first.path === '', noMutation || (target.second?.path ?? '') === ''];
    this.#firstMatrix = pathMatrix(locus, target.first.path);
    this.#secondMatrix = pathMatrix(locus, target.second?.path ?? '');
    layout.walked.forEach((walked, at) => {
      walked.alleles.forEach((descent, side) => {
        if (descent.origin.kind === 'target') this.#children.push({ at, side: side === 0 ? 0 : 1, matrix: pathMatrix(locus, descent.path), allele: -1 });
      });
    });
    this.sources = { first: new Float64Array(k), second: new Float64Array(k) };
    this.#ones = Float64Array.of(1);
    this.#now = this.#sumsOf();
  }

  showChild(at: number, side: 0 | 1, allele: number): void {
    for (const child of this.#children) if (child.at === at && child.side === side) child.allele = allele;
  }

  /** Chooses the sums of the children's alleles, and the sources in the genotypes walked through. */
  turnToLeaf(genotypes: { readonly first: Int32Array; readonly second: Int32Array }): void {
    if (this.#children.length > 0) this.#now = this.#sumsOf();
    this.#descents.forEach((descent, side) => {
      if (descent?.origin.kind !== 'person') return;
      const source = side === 0 ? this.sources.first : this.sources.second;
      const a = genotypes.first[descent.origin.at] ?? -1;
      const b = genotypes.second[descent.origin.at] ?? -1;
      source.fill(0);
      source[a] = b < 0 ? 1 : 0.5;
      if (b >= 0) source[b] = (source[b] ?? NaN) + 0.5;
    });
  }

  addPair(first: Float64Array, second: Float64Array, scale: number): void {
    const sums = this.#now;
    const other = this.#haploid ? this.#ones : second;
    if (sums.pairs === null && sums.products.length < this.#k / 4) {
      sums.products.push([first.map((g) => scale * g), other.slice()]);
      return;
    }
    if (sums.pairs === null) {
      sums.pairs = new Float64Array(this.#k * other.length);
      for (const [g, h] of sums.products) addOuter(sums.pairs, g, h, 1);
      sums.products.length = 0;
    }
    addOuter(sums.pairs, first, other, scale);
  }

  addSame(both: Float64Array, scale: number): void {
    const { same } = this.#now;
    for (let u = 0; u < this.#k; u++) same[u] = (same[u] ?? NaN) + scale * (both[u] ?? NaN);
    this.#now.hasSame = true;
  }

  /** out[x * K + y] += weight * the sums, through the paths' mutation and to the children. */
  addTo(out: Float64Array, weight: number): void {
    const k = this.#k;
    const width = this.#haploid ? 1 : k;
    for (const sums of this.#sums.values()) {
      const table = sums.pairs === null ? this.#fromProducts(sums.products) : this.#throughMutation(sums.pairs, width);
      if (sums.hasSame) this.#addSameTo(table, sums.same);
      this.#passOn(table, sums.children);
      for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? NaN) + weight * (table[i] ?? NaN);
    }
  }

  #fromProducts(products: readonly (readonly [Float64Array, Float64Array])[]): Float64Array {
    const k = this.#k;
    const table = new Float64Array(this.#haploid ? k : k * k);
    for (const [g, h] of products) {
      const x = this.#isPlain[0] ? g : multiply(this.#firstMatrix, g, { k, width: 1 });
      const y = this.#haploid || this.#isPlain[1] ? h : multiply(this.#secondMatrix, h, { k, width: 1 });
      addOuter(table, x, y, 1);
    }
    return table;
  }

  #throughMutation(pairs: Float64Array, width: number): Float64Array {
    const k = this.#k;
    const half = this.#isPlain[0] ? pairs : multiply(this.#firstMatrix, pairs, { k, width });
    if (this.#haploid || this.#isPlain[1]) return half;
    const table = new Float64Array(k * width);
    multiplyBackwards(half, this.#secondMatrix, { k, out: table });
    return table;
  }

  #addSameTo(table: Float64Array, same: Float64Array): void {
    const k = this.#k;
    if (this.#isPlain[0] && this.#isPlain[1]) {
      for (let u = 0; u < k; u++) table[u * k + u] = (table[u * k + u] ?? NaN) + (same[u] ?? NaN);
      return;
    }
    const scaled = new Float64Array(k * k);
    for (let x = 0; x < k; x++) for (let u = 0; u < k; u++) scaled[x * k + u] = (this.#firstMatrix[x * k + u] ?? NaN) * (same[u] ?? NaN);
    multiplyBackwards(scaled, this.#secondMatrix, { k, out: table });
  }

  #passOn(table: Float64Array, alleles: readonly number[]): void {
    const k = this.#k;
    this.#children.forEach((child, c) => {
      const row = (alleles[c] ?? -1) * k;
      for (let x = 0; x < k; x++) {
        const px = child.matrix[row + x] ?? NaN;
        if (this.#haploid) table[x] = (table[x] ?? NaN) * px;
        else for (let y = 0; y < k; y++) table[x * k + y] = (table[x * k + y] ?? NaN) * 0.5 * (px + (child.matrix[row + y] ?? NaN));
      }
    });
  }

  #sumsOf(): Sums {
    const children = this.#children.map((c) => c.allele);
    const key = children.join();
    const known = this.#sums.get(key);
    if (known !== undefined) return known;
    const made: Sums = { products: [], pairs: null, same: new Float64Array(this.#k), children, hasSame: false };
    // Before the first leaf the children's alleles are not set: such sums are not kept.
    if (children.every((a) => a >= 0)) this.#sums.set(key, made);
    return made;
  }
}

/** From the source alleles u, v at [u * K + v] to the alleles x, y that they arrive as through the parents of two paths. */
export function passOnPairs(pairs: Float64Array, locus: Locus, paths: { readonly first: string; readonly second: string }): Float64Array {
  const { k } = locus;
  const half = paths.first === '' ? pairs : multiply(pathMatrix(locus, paths.first), pairs, { k, width: k });
  if (paths.second === '') return half;
  const out = new Float64Array(k * k);
  multiplyBackwards(half, pathMatrix(locus, paths.second), { k, out });
  return out;
}

/** out[u][v] += scale * first(u) * second(v). */
export function addOuter(out: Float64Array, first: Float64Array, second: Float64Array, scale: number): void {
  const width = second.length;
  for (let u = 0; u < first.length; u++) {
    const g = scale * (first[u] ?? NaN);
    if (g === 0) continue;
    const row = u * width;
    for (let v = 0; v < width; v++) out[row + v] = (out[row + v] ?? NaN) + g * (second[v] ?? NaN);
  }
}

/** [x][v] = sum over u of matrix[x * K + u] * table[u * width + v], skipping zeros. */
function multiply(matrix: Float64Array, table: Float64Array, size: { k: number; width: number }): Float64Array {
  const { k, width } = size;
  const out = new Float64Array(k * width);
  for (let x = 0; x < k; x++)
    for (let u = 0; u < k; u++) {
      const m = matrix[x * k + u] ?? NaN;
      if (m === 0) continue;
      for (let v = 0; v < width; v++) out[x * width + v] = (out[x * width + v] ?? NaN) + m * (table[u * width + v] ?? NaN);
    }
  return out;
}

/** out[x * K + y] += sum over v of table[x * K + v] * matrix[y * K + v]. */
function multiplyBackwards(table: Float64Array, matrix: Float64Array, to: { k: number; out: Float64Array }): void {
  const { k, out } = to;
  for (let x = 0; x < k; x++)
    for (let y = 0; y < k; y++) {
      let sum = 0;
      for (let v = 0; v < k; v++) sum += (table[x * k + v] ?? NaN) * (matrix[y * k + v] ?? NaN);
      out[x * k + y] = (out[x * k + y] ?? NaN) + sum;
    }
}
