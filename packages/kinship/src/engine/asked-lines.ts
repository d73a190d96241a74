import type { Draw } from './layout.ts';
import type { Locus } from './locus.ts';
import type { AskedSums, UrnSum } from './urn-sum.ts';
import { matrixOf, type VectorNumbers } from './vector-numbers.ts';

/** A founder's draw in which a line ends, as `oneDraw` makes it. */
export interface OpenDraw extends Pick<Draw, 'asksFirst' | 'asksSecond'> {
  readonly isSeen: boolean;
}

/** The way up from an allele of the person asked for, with all that is seen beside it: P(.., the allele is x | allele u where it begins) at [u * K + x]. */
interface Line {
  readonly asks: 'x' | 'y' | 'both';
  /** K rows, or one where the line begins in a known genotype. */
  readonly rows: Float64Array;
  /** Where both alleles came down one line: the numbers of the two it parts into; its columns are then the alleles at the fork. */
  readonly parts: readonly [number, number] | null;
}

/** Where the lines end: at the founder allele with this vector seen beside (0: nothing), or, -1, in a known genotype. */
export interface LineEnd {
  readonly line: number;
  readonly beside: number;
}

/** Ends of the lines and vectors of the other founder alleles, of one kind of leaf, with the weight of all of them. */
interface Tally {
  readonly ends: readonly LineEnd[];
  readonly shown: readonly number[];
  weight: number;
}

/**
 * The two alleles of the person asked for, followed up to the founders. Leaves that end alike are added before anything is
 * summed; pairs of founder alleles, by pair of lines, are summed before they are led down.
 */
export class AskedLines {
  readonly #numbers: VectorNumbers;
  readonly #locus: Locus;
  readonly #lines: Line[];
  readonly #known = new Map<string, number>();
  readonly #tallies = new Map<string, Tally>();
  /** Sums over (row of the left line, row of the right line), by their numbers. */
  readonly #pairs = new Map<string, { readonly left: number; readonly right: number; readonly sums: Float64Array }>();

  constructor(numbers: VectorNumbers, locus: Locus) {
    this.#numbers = numbers;
    this.#locus = locus;
    const none: Line = { asks: 'both', rows: new Float64Array(0), parts: null };
    this.#lines = [none, { asks: 'x', rows: identity(locus.k), parts: null }, { asks: 'y', rows: identity(locus.k), parts: null }];
  }

  /** How many sums are to be made. */
  get count(): number {
    return this.#tallies.size;
  }

  /** Numbers of the lines where nothing has been followed yet: of the paternal and of the maternal allele. */
  static readonly first = 1;
  static readonly second = 2;

  /** The line from the parent's allele on, with what is seen below the child's (0: nothing). */
  up(line: number, step: { readonly below: number; readonly side: number }): number {
    return this.#made(`u${String(line)},${String(step.below)},${String(step.side)}`, () => {
      const { k } = this.#locus;
      const { asks, rows, parts } = this.#line(line);
      const matrix = matrixOf(this.#locus, step.side);
      const seen = step.below === 0 ? null : this.#numbers.at(step.below);
      const out = new Float64Array(k * k);
      for (let c = 0; c < k; c++) {
        const own = seen === null ? 1 : (seen[c] ?? NaN);
        if (own === 0) continue;
        for (let u = 0; u < k; u++) {
          const p = own * (matrix[c * k + u] ?? NaN);
          if (p !== 0) for (let x = 0; x < k; x++) out[u * k + x] = (out[u * k + x] ?? NaN) + p * (rows[c * k + x] ?? NaN);
        }
      }
      return { asks, rows: out, parts };
    });
  }

  /** Both lines meet in one allele. */
  meet(one: number, other: number): number {
    const parts = this.#line(one).asks === 'x' ? ([one, other] as const) : ([other, one] as const);
    return this.#made(`m${parts.join()}`, () => ({ asks: 'both', rows: identity(this.#locus.k), parts }));
  }

  /** The line begins in a parent with these alleles, who passed on either. */
  known(line: number, a: number, b: number): number {
    return this.#made(`k${String(line)},${String(a)},${String(b)}`, () => {
      const { k } = this.#locus;
      const { asks, rows, parts } = this.#line(line);
      return { asks, rows: Float64Array.from({ length: k }, (_, x) => 0.5 * ((rows[a * k + x] ?? NaN) + (rows[b * k + x] ?? NaN))), parts };
    });
  }

  /** A leaf whose lines end so, with the other founder alleles that show something, in ascending order. */
  add(ends: readonly LineEnd[], shown: readonly number[], weight: number): void {
    const key = `${ends.map((end) => `${String(end.line)}.${String(end.beside)}`).join()}|${shown.join()}`;
    const tally = this.#tallies.get(key);
    if (tally === undefined) this.#tallies.set(key, { ends, shown, weight });
    else tally.weight += weight;
  }

  /** P(evidence, alleles x, y) at [x * K + y]. @param urnOf the urn with so many draws seen, and those in which lines end */
  sum(urnOf: (seen: number, open: readonly OpenDraw[]) => { readonly urn: UrnSum; readonly typed: number }): Float64Array {
    for (const tally of this.#tallies.values()) this.#sumTally(tally, urnOf);
    const { k } = this.#locus;
    const out = new Float64Array(k * k);
    for (const { left, right, sums } of this.#pairs.values()) lead(out, { left: this.#line(left).rows, right: this.#line(right).rows, sums, k });
    return out;
  }

  #sumTally({ ends, shown, weight }: Tally, urnOf: (seen: number, open: readonly OpenDraw[]) => { readonly urn: UrnSum; readonly typed: number }): void {
    const open = ends.flatMap(({ line, beside }): (OpenDraw & { beside: number })[] => {
      const { asks } = this.#line(line);
      return beside < 0 ? [] : [{ isSeen: beside > 0, asksFirst: asks !== 'y', asksSecond: asks !== 'x', beside }];
    });
    const { urn, typed } = urnOf(shown.length, open);
    shown.forEach((number, d) => {
      urn.show(d, 0, this.#numbers.at(number));
    });
    open.forEach(({ isSeen, beside }, o) => {
      if (isSeen) urn.show(shown.length + o, 0, this.#numbers.at(beside));
    });
    urn.sumAsked(weight * typed, this.#into(ends));
  }

  /** Where the sums of lines that end so go. */
  #into(ends: readonly LineEnd[]): AskedSums {
    const sources = { first: certain, second: certain };
    const [one, other] = ends;
    const both = ends.find(({ line }) => this.#line(line).asks === 'both');
    if (both !== undefined) {
      const { rows, parts } = this.#line(both.line);
      const [left, right] = parts ?? [0, 0];
      const fork = (source: Float64Array, scale: number): void => this.#addFork(this.#pairOf(left, right), { source, rows, scale });
      return { sources, addPair: (first, _second, scale) => fork(first, scale), addSame: (from, scale) => fork(from, scale) };
    }
    const isFirst = this.#line(one?.line ?? 0).asks === 'x';
    const [left, right] = isFirst ? [one, other] : [other, one];
    const sums = this.#pairOf(left?.line ?? 0, right?.line ?? 0);
    return {
      sources,
      addPair: (first, second, scale) => {
        const width = second.length;
        for (let u = 0; u < first.length; u++) {
          const w = scale * (first[u] ?? NaN);
          for (let v = 0; v < width; v++) sums[u * width + v] = (sums[u * width + v] ?? NaN) + w * (second[v] ?? NaN);
        }
      },
      addSame: (from, scale) => {
        for (let u = 0; u < from.length; u++) sums[u * (from.length + 1)] = (sums[u * (from.length + 1)] ?? NaN) + scale * (from[u] ?? NaN);
      },
    };
  }

  /** sums[w][w] += scale * sum over u of source(u) rows[u][w]: both alleles come from allele w at the fork. */
  #addFork(sums: Float64Array, from: { readonly source: Float64Array; readonly rows: Float64Array; readonly scale: number }): void {
    const { k } = this.#locus;
    from.source.forEach((p, u) => {
      if (p !== 0) for (let w = 0; w < k; w++) sums[w * (k + 1)] = (sums[w * (k + 1)] ?? NaN) + from.scale * p * (from.rows[u * k + w] ?? NaN);
    });
  }

  #pairOf(left: number, right: number): Float64Array {
    const key = `${String(left)},${String(right)}`;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known.sums;
    const { k } = this.#locus;
    const sums = new Float64Array((this.#line(left).rows.length / k) * (this.#line(right).rows.length / k));
    this.#pairs.set(key, { left, right, sums });
    return sums;
  }

  #line(number: number): Line {
    const line = this.#lines[number];
    if (line === undefined) throw new RangeError(`line ${String(number)}`);
    return line;
  }

  #made(key: string, make: () => Line): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const number = this.#lines.push(make()) - 1;
    this.#known.set(key, number);
    return number;
  }
}

const certain = Float64Array.of(1);

function identity(k: number): Float64Array {
  const out = new Float64Array(k * k);
  for (let a = 0; a < k; a++) out[a * (k + 1)] = 1;
  return out;
}

/** out[x][y] += sum over rows u, v of left[u][x] sums[u][v] right[v][y]. */
function lead(out: Float64Array, from: { readonly left: Float64Array; readonly right: Float64Array; readonly sums: Float64Array; readonly k: number }): void {
  const { left, right, sums, k } = from;
  const [above, beside] = [left.length / k, right.length / k];
  const row = new Float64Array(k);
  for (let u = 0; u < above; u++) {
    row.fill(0);
    for (let v = 0; v < beside; v++) {
      const w = sums[u * beside + v] ?? NaN;
      if (w !== 0) for (let y = 0; y < k; y++) row[y] = (row[y] ?? NaN) + w * (right[v * k + y] ?? NaN);
    }
    for (let x = 0; x < k; x++) {
      const w = left[u * k + x] ?? NaN;
      if (w !== 0) for (let y = 0; y < k; y++) out[x * k + y] = (out[x * k + y] ?? NaN) + w * (row[y] ?? NaN);
    }
  }
}
