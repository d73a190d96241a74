import { KinshipError } from '../kinship-error.ts';
import { ops, type DescentCode } from './descent-code.ts';
import { logarithm } from './logarithm.ts';
import type { MachineMarker } from './machine-marker.ts';
import { siblingTables } from './reference-siblings.ts';

/** Makes tables of missing persons where they are kept: the vector kernel, or the reference in TypeScript with the same digits. */
export interface TableMachine {
  /** Whether it has room for a shape of so many people with this code. */
  canRun(code: DescentCode, people: number): boolean;
  /** Allele numbers of typed people, entries 2 i and 2 i + 1 of person i; written by the caller before `fill`. */
  readonly genotypes: Int32Array;
  /**
   * Writes ln P(observation | references) / P(observation) at `at`: entry 0 (not typed), then every observation of the
   * remains; before them the largest that occurs. Zeros where the references are impossible together: the marker says nothing.
   * @throws KinshipError kinship.not_a_number
   */
  fill(marker: number, code: DescentCode, at: number): void;
}

/** Most people of a family whose tables are made by a machine. */
export const machinePeople = 4096;

/** The table machine in TypeScript: the twin of assembly/machine.ts, every sum in the same order. */
export function makeReferenceMachine(markers: readonly MachineMarker[], values: Float64Array): TableMachine {
  const genotypes = new Int32Array(2 * machinePeople);
  const runs = markers.map((marker) => new MarkerRun(marker, genotypes));
  return {
    genotypes,
    canRun: (_, people) => people <= machinePeople,
    fill: (marker, code, at) => runs[marker]?.fill(code, values, at),
  };
}

class MarkerRun {
  readonly #marker: MachineMarker;
  readonly #genotypes: Int32Array;
  /** The constants of the marker, then the slots of vectors and tables, then the joint table and one factor. */
  #bank: Float64Array;
  #scalars = new Float64Array(0);
  #vectors = new Int32Array(0);
  #tables = new Int32Array(0);

  constructor(marker: MachineMarker, genotypes: Int32Array) {
    this.#marker = marker;
    this.#genotypes = genotypes;
    this.#bank = marker.constants.slice();
  }

  fill(code: DescentCode, values: Float64Array, at: number): void {
    const { there, scales, hasGaps } = this.#marker;
    this.#makeRoom(code);
    this.#run(code);
    const references = this.#scalars[code.references] ?? NaN;
    if (Number.isNaN(references)) throw new KinshipError('kinship.not_a_number');
    if (!(references > 0)) {
      values.fill(0, at - 1, at + 1 + there.length);
      return;
    }
    const joint = this.#join(code);
    const per = 1 / references;
    const stranger = code.unrelated < 0 ? -1 : (this.#tables[code.unrelated] ?? 0);
    let top = hasGaps ? 0 : -Infinity;
    for (let i = 0; i < there.length; i++) {
      const related = this.#observed(joint, i);
      const ln = logarithm(stranger < 0 ? related * (scales[i] ?? NaN) * per : related / this.#observed(stranger, i));
      top = Math.max(top, ln);
      values[at + 1 + i] = ln;
    }
    if (Number.isNaN(top)) throw new KinshipError('kinship.not_a_number');
    values[at] = 0;
    values[at - 1] = top;
  }

  /** The sum of a joint table over both places of an observation, or over the genotypes that hold its one known allele. */
  #observed(joint: number, i: number): number {
    const { alleles, width, there, back, pairs } = this.#marker;
    const bank = this.#bank;
    const first = there[i] ?? 0;
    if (i < pairs) return (bank[joint + first] ?? NaN) + (bank[joint + (back[i] ?? 0)] ?? NaN);
    let sum = 0;
    for (let x = 0; x < alleles; x++) {
      sum += bank[joint + first * width + x] ?? NaN;
      if (x !== first) sum += bank[joint + x * width + first] ?? NaN;
    }
    return sum;
  }

  #makeRoom(code: DescentCode): void {
    const { alleles, width, constants } = this.#marker;
    const needed = constants.length + code.vectors * width + (code.tables + 2) * alleles * width;
    if (this.#bank.length < needed) {
      this.#bank = new Float64Array(2 * needed);
      this.#bank.set(constants);
    }
    if (this.#scalars.length < code.scalars) this.#scalars = new Float64Array(2 * code.scalars);
    if (this.#vectors.length < code.vectors) this.#vectors = new Int32Array(2 * code.vectors);
    if (this.#tables.length < code.tables) this.#tables = new Int32Array(2 * code.tables);
  }

  /** Place of the matrix of fathers (0) or mothers (1); `transposed` 1 for its transpose. */
  #matrix(channel: number, transposed: 0 | 1): number {
    const { alleles, width } = this.#marker;
    return 4 * width + (2 * channel + transposed) * alleles * width;
  }

  /** bank[to + c] = sum over u of weight(u) * matrix[u][c], u upwards. */
  #through(to: number, weight: (u: number) => number, matrix: number): void {
    const { alleles, width } = this.#marker;
    const bank = this.#bank;
    bank.fill(0, to, to + width);
    for (let u = 0; u < alleles; u++) {
      const w = weight(u);
      for (let c = 0; c < alleles; c++) bank[to + c] = (bank[to + c] ?? NaN) + w * (bank[matrix + u * width + c] ?? NaN);
    }
  }

  #run(code: DescentCode): void {
    const { steps } = code;
    const vectorsAt = this.#marker.constants.length;
    const tablesAt = vectorsAt + code.vectors * this.#marker.width;
    for (let i = 0; i < steps.length; ) {
      const op = steps[i] ?? -1;
      if (op === ops.siblings) i = this.#runSiblings(code, i, { vectors: vectorsAt, tables: tablesAt });
      else if (op <= ops.plus) i = this.#runScalar(code, i);
      else if (op < ops.outer || op === ops.moment || op === ops.urn || op === ops.known || op === ops.other) i = this.#runVector(code, i, vectorsAt);
      else i = this.#runTable(code, i, tablesAt);
    }
  }

  #runSiblings({ steps, weights }: DescentCode, start: number, at: { readonly vectors: number; readonly tables: number }): number {
    const { alleles, width } = this.#marker;
    const end = start + 4 + 2 * (steps[start + 3] ?? 0);
    this.#scalars[steps[start + 1] ?? 0] = siblingTables({
      marker: this.#marker, bank: this.#bank, genotypes: this.#genotypes, siblings: steps.subarray(start + 4, end), unseen: weights[steps[start + 2] ?? 0] ?? NaN, ...at,
    });
    this.#tables[0] = at.tables;
    this.#tables[1] = at.tables + alleles * width;
    return end;
  }

  #runScalar({ steps, weights }: DescentCode, start: number): number {
    const { width } = this.#marker;
    const bank = this.#bank;
    const scalars = this.#scalars;
    const arg = (i: number): number => steps[start + i] ?? -1;
    const value = (slot: number): number => scalars[slot] ?? NaN;
    const place = (slot: number): number => this.#vectors[slot] ?? 0;
    const allele = (i: number): number => this.#genotypes[i] ?? 0;
    const slot = arg(1);
    switch (arg(0)) {
      case ops.number:
        scalars[slot] = weights[arg(2)] ?? NaN;
        return start + 3;
      case ops.at:
        scalars[slot] = bank[place(arg(2)) + allele(arg(3))] ?? NaN;
        return start + 4;
      case ops.mixAt: {
        const column = this.#matrix(arg(3), 0) + allele(arg(4));
        scalars[slot] = 0.5 * ((bank[column + allele(2 * arg(2)) * width] ?? NaN) + (bank[column + allele(2 * arg(2) + 1) * width] ?? NaN));
        return start + 5;
      }
      case ops.dot: {
        const [a, b] = [place(arg(2)), place(arg(3))];
        // Two sums, as the two lanes of the vector kernel have.
        let even = 0;
        let odd = 0;
        for (let c = 0; c < width; c += 2) {
          even += (bank[a + c] ?? NaN) * (bank[b + c] ?? NaN);
          odd += (bank[a + c + 1] ?? NaN) * (bank[b + c + 1] ?? NaN);
        }
        scalars[slot] = even + odd;
        return start + 4;
      }
      case ops.times:
        scalars[slot] = value(arg(2)) * value(arg(3));
        return start + 4;
      case ops.plus: {
        let sum = 0;
        const end = 3 + 2 * arg(2);
        for (let t = 3; t < end; t += 2) sum += (weights[arg(t)] ?? NaN) * value(arg(t + 1));
        scalars[slot] = sum;
        return start + end;
      }
      default:
        throw new KinshipError('kinship.not_a_number');
    }
  }

  #runVector({ steps, weights }: DescentCode, start: number, vectorsAt: number): number {
    const { width } = this.#marker;
    const bank = this.#bank;
    const vectors = this.#vectors;
    const arg = (i: number): number => steps[start + i] ?? -1;
    const place = (slot: number): number => vectors[slot] ?? 0;
    const allele = (i: number): number => this.#genotypes[i] ?? 0;
    const slot = arg(1);
    const to = vectorsAt + slot * width;
    vectors[slot] = to;
    switch (arg(0)) {
      case ops.prior:
        vectors[slot] = 0;
        return start + 2;
      case ops.ones:
        vectors[slot] = width;
        return start + 2;
      case ops.moment:
        vectors[slot] = (2 + arg(2)) * width;
        return start + 3;
      case ops.urn: {
        for (let c = 0; c < width; c++) bank[to + c] = (weights[arg(2)] ?? NaN) * (bank[c] ?? NaN);
        const end = 5 + arg(4);
        for (let f = 5; f < end; f++) for (const a of [allele(2 * arg(f)), allele(2 * arg(f) + 1)]) bank[to + a] = (bank[to + a] ?? NaN) + (weights[arg(3)] ?? NaN);
        return start + end;
      }
      case ops.column:
        vectors[slot] = this.#matrix(arg(2), 1) + allele(arg(3)) * width;
        return start + 4;
      case ops.mix: {
        const matrix = this.#matrix(arg(3), 0);
        const [a, b] = [matrix + allele(2 * arg(2)) * width, matrix + allele(2 * arg(2) + 1) * width];
        for (let c = 0; c < width; c++) bank[to + c] = 0.5 * ((bank[a + c] ?? NaN) + (bank[b + c] ?? NaN));
        return start + 4;
      }
      case ops.known:
      case ops.other: {
        const isOther = arg(0) === ops.other;
        for (let c = 0; c < width; c++) bank[to + c] = isOther ? (bank[width + c] ?? NaN) : 0;
        bank[to + allele(2 * arg(2))] = isOther ? 0 : 1;
        return start + 3;
      }
      case ops.multiply: {
        const [a, b] = [place(arg(2)), place(arg(3))];
        for (let c = 0; c < width; c++) bank[to + c] = (bank[a + c] ?? NaN) * (bank[b + c] ?? NaN);
        return start + 4;
      }
      case ops.up:
      case ops.down: {
        const from = place(arg(3));
        this.#through(to, (u) => bank[from + u] ?? NaN, this.#matrix(arg(2), arg(0) === ops.up ? 1 : 0));
        return start + 4;
      }
      case ops.combine: {
        const end = 3 + 3 * arg(2);
        bank.fill(0, to, to + width);
        for (let t = 3; t < end; t += 3) {
          const w = (weights[arg(t)] ?? NaN) * (this.#scalars[arg(t + 1)] ?? NaN);
          const v = place(arg(t + 2));
          for (let c = 0; c < width; c++) bank[to + c] = (bank[to + c] ?? NaN) + w * (bank[v + c] ?? NaN);
        }
        return start + end;
      }
      default:
        throw new KinshipError('kinship.not_a_number');
    }
  }

  /** Steps over tables: only shapes with loops, or with children of the missing person, have them. */
  #runTable({ steps, weights }: DescentCode, start: number, tablesAt: number): number {
    const { alleles, width } = this.#marker;
    const bank = this.#bank;
    const size = alleles * width;
    const arg = (i: number): number => steps[start + i] ?? -1;
    const vector = (slot: number): number => this.#vectors[slot] ?? 0;
    const table = (slot: number): number => this.#tables[slot] ?? 0;
    const slot = arg(1);
    const to = tablesAt + slot * size;
    this.#tables[slot] = to;
    switch (arg(0)) {
      case ops.outer: {
        const [x, y] = [vector(arg(2)), vector(arg(3))];
        for (let a = 0; a < alleles; a++) for (let c = 0; c < width; c++) bank[to + a * width + c] = (bank[x + a] ?? NaN) * (bank[y + c] ?? NaN);
        return start + 4;
      }
      case ops.identity:
        bank.fill(0, to, to + size);
        for (let a = 0; a < alleles; a++) bank[to + a * width + a] = 1;
        return start + 2;
      case ops.line:
        this.#tables[slot] = this.#matrix(arg(2), 0);
        return start + 3;
      case ops.extend: {
        const [line, v, matrix] = [table(arg(2)), vector(arg(3)), this.#matrix(arg(4), 0)];
        for (let a = 0; a < alleles; a++) this.#through(to + a * width, (u) => (bank[line + a * width + u] ?? NaN) * (bank[v + u] ?? NaN), matrix);
        return start + 5;
      }
      case ops.fork: {
        const [v, x, y] = [vector(arg(2)), table(arg(3)), table(arg(4))];
        for (let a = 0; a < alleles; a++) this.#through(to + a * width, (u) => (bank[v + u] ?? NaN) * (bank[x + u * width + a] ?? NaN), y);
        return start + 5;
      }
      case ops.rows: {
        const end = 3 + 2 * arg(2);
        bank.fill(0, to, to + size);
        for (let t = 3; t < end; t += 2) {
          const [v, m] = [vector(arg(t)), table(arg(t + 1))];
          for (let a = 0; a < alleles; a++) for (let c = 0; c < width; c++) bank[to + a * width + c] = (bank[to + a * width + c] ?? NaN) + (bank[v + a] ?? NaN) * (bank[m + a * width + c] ?? NaN);
        }
        return start + end;
      }
      case ops.mixTables: {
        const end = 3 + 2 * arg(2);
        bank.fill(0, to, to + size);
        for (let t = 3; t < end; t += 2) {
          const w = weights[arg(t)] ?? NaN;
          const m = table(arg(t + 1));
          for (let c = 0; c < size; c++) bank[to + c] = (bank[to + c] ?? NaN) + w * (bank[m + c] ?? NaN);
        }
        return start + end;
      }
      case ops.multiplyTables: {
        const [a, b] = [table(arg(2)), table(arg(3))];
        for (let c = 0; c < size; c++) bank[to + c] = (bank[a + c] ?? NaN) * (bank[b + c] ?? NaN);
        return start + 4;
      }
      default:
        throw new KinshipError('kinship.not_a_number');
    }
  }

  /** The joint table over (paternal, maternal) allele: the product of the factors, each a sum of weighted products of vectors. */
  #join(code: DescentCode): number {
    if (code.matrix >= 0) return this.#tables[code.matrix] ?? 0;
    const { alleles, width } = this.#marker;
    const bank = this.#bank;
    const size = alleles * width;
    const joint = this.#marker.constants.length + code.vectors * width + code.tables * size;
    for (let f = 1; f < code.factors.length; f++) {
      const to = f === 1 ? joint : joint + size;
      bank.fill(0, to, to + size);
      for (let r = code.factors[f - 1] ?? 0; r < (code.factors[f] ?? 0); r++) {
        const w = code.outerWeights[r] ?? NaN;
        const x = this.#vectors[code.outerX[r] ?? 0] ?? 0;
        const y = this.#vectors[code.outerY[r] ?? 0] ?? 0;
        for (let a = 0; a < alleles; a++) {
          const scaled = w * (bank[x + a] ?? NaN);
          for (let c = 0; c < alleles; c++) bank[to + a * width + c] = (bank[to + a * width + c] ?? NaN) + scaled * (bank[y + c] ?? NaN);
        }
      }
      if (f > 1) for (let c = 0; c < size; c++) bank[joint + c] = (bank[joint + c] ?? NaN) * (bank[to + c] ?? NaN);
    }
    return joint;
  }
}
