import { pathMatrix, type Locus } from './locus.ts';

/** Vectors over alleles with a number each, made once: what is seen below an allele, by allele. Number 0 stands for "nothing is seen". */
export class VectorNumbers {
  readonly #locus: Locus;
  readonly #vectors: Float64Array[] = [new Float64Array(0)];
  readonly #numbers = new Map<number, number>();

  constructor(locus: Locus) {
    this.#locus = locus;
  }

  at(number: number): Float64Array {
    return this.#vectors[number] ?? new Float64Array(0);
  }

  add(vector: Float64Array): number {
    return this.#vectors.push(vector) - 1;
  }

  /** P(this allele | allele u of the parent who passed it on); `side` 0 a father, 1 a mother. */
  ofAllele(allele: number, side: number): number {
    const { k } = this.#locus;
    return this.#known(side * 2 ** 40 + allele, () => matrixOf(this.#locus, side).slice(allele * k, (allele + 1) * k));
  }

  /** P(what is seen below a child's allele | allele u of the parent who passed it on). */
  ofBelow(below: number, side: number): number {
    return this.#known((2 + side) * 2 ** 40 + below, () => {
      const { k } = this.#locus;
      const seen = this.at(below);
      const matrix = matrixOf(this.#locus, side);
      const out = new Float64Array(k);
      for (let c = 0; c < k; c++) for (let u = 0; u < k; u++) out[u] = (out[u] ?? NaN) + (seen[c] ?? NaN) * (matrix[c * k + u] ?? NaN);
      return out;
    });
  }

  product(one: number, other: number): number {
    if (one === 0) return other;
    const [a, b] = one < other ? [one, other] : [other, one];
    return this.#known(2 ** 43 + a * 2 ** 20 + b, () => this.at(a).map((x, u) => x * (this.at(b)[u] ?? NaN)));
  }

  #known(key: number, make: () => Float64Array): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const made = this.add(make());
    this.#numbers.set(key, made);
    return made;
  }
}

/** P(u is transmitted as c) at [c * K + u] by a father (0) or a mother (1). */
export function matrixOf(locus: Locus, side: number): Float64Array {
  return pathMatrix(locus, side === 0 ? 'm' : 'f');
}
