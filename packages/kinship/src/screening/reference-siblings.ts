import type { MachineMarker } from './machine-marker.ts';

/** What a step over full siblings works on: places in the bank, as in assembly/siblings.ts. */
export interface SiblingWork {
  readonly marker: MachineMarker;
  readonly bank: Float64Array;
  readonly genotypes: Int32Array;
  /** Person and number of alleles seen, by sibling. */
  readonly siblings: Int32Array;
  /** A = (1 - theta) / theta. */
  readonly unseen: number;
  readonly tables: number;
  readonly vectors: number;
}

/** The twin of assembly/siblings.ts: the same operations in the same order. Returns P(siblings) up to a factor that both tables have. */
export function siblingTables(work: SiblingWork): number {
  const { bank, siblings, unseen, tables, vectors } = work;
  const { alleles, width } = work.marker;
  const at = (i: number): number => bank[i] ?? NaN;
  const count = siblings.length / 2;
  const size = alleles * width;
  const matrices = 4 * width;
  const [fathers, mothers, apart, paternal, maternal] = [tables + 2 * size, tables + 3 * size, tables + 4 * size, tables + 5 * size, tables + 6 * size];
  const [urn, ownF, ownM, withF, withM, counts, others] = [vectors, vectors + width, vectors + 2 * width, vectors + 3 * width, vectors + 4 * width, vectors + 5 * width, vectors + 6 * width];
  bank.fill(0, ownF, others);
  for (let c = 0; c < width; c++) bank[urn + c] = unseen * at(c);
  for (let s = 0; s < count; s++) {
    if (siblings[2 * s + 1] === 2) continue;
    const column = matrices + size + (work.genotypes[2 * (siblings[2 * s] ?? 0)] ?? 0) * width;
    for (let c = 0; c < width; c++) bank[others + s * width + c] = at(width + c) - at(column + c);
  }
  bank.fill(0, apart, apart + 3 * size);
  for (let phase = 0; phase < 2 ** count; phase++) {
    pairUp(work, fathers, chooseColumns(work, { phase, parent: 0, others }));
    pairUp(work, mothers, chooseColumns(work, { phase, parent: 1, others }));
    const allF = passOn(work, { own: ownF, withUrn: withF, pairs: fathers, urn });
    const allM = passOn(work, { own: ownM, withUrn: withM, pairs: mothers, urn });
    for (let u = 0; u < alleles; u++) for (let c = 0; c < width; c++) bank[tables + u * width + c] = at(urn + c) * at(fathers + u * width + c);
    multiply(work, tables + size, { left: tables, right: mothers });
    for (let u = 0; u < alleles; u++)
      for (let c = 0; c < width; c++) {
        const to = u * width + c;
        const [f, m] = [at(fathers + to), at(mothers + to)];
        const one = (at(withF + u) + f) * (at(withM + c) + m);
        const joined = at(tables + size + to) + (at(ownF + u) * m + f * at(ownM + c));
        bank[apart + to] = at(apart + to) + (one + joined);
        bank[paternal + to] = at(paternal + to) + f * (allM + 2 * (at(withM + u) + at(withM + c) + m));
        bank[maternal + to] = at(maternal + to) + m * (allF + 2 * (at(withF + u) + at(withF + c) + f));
      }
  }
  let references = 0;
  for (let u = 0; u < alleles; u++) {
    let [even, odd] = [0, 0];
    for (let c = 0; c < width; c++) {
      const to = u * width + c;
      const drawn = at(urn + u) * at(urn + c) + (u === c ? at(urn + u) : 0);
      const joint = drawn * at(apart + to);
      bank[apart + to] = joint;
      bank[paternal + to] = drawn * at(paternal + to);
      bank[maternal + to] = drawn * at(maternal + to);
      if (c % 2 === 0) even += joint;
      else odd += joint;
      bank[counts + c] = at(counts + c) + joint;
    }
    bank[ownF + u] = even + odd;
    references += even + odd;
  }
  for (let u = 0; u < alleles; u++) bank[counts + u] = 2 * (at(ownF + u) + at(counts + u));
  const next = 1 / ((unseen + 4) * (unseen + 5));
  const stranger = tables + size;
  for (let x = 0; x < alleles; x++) {
    const [p, n] = [at(urn + x), at(counts + x)];
    for (let y = 0; y < alleles; y++) {
      const to = x * width + y;
      const drawn = (p * references + n) * at(urn + y) + p * at(counts + y);
      const within = 2 * (at(paternal + to) + at(maternal + to));
      const across = 4 * (at(apart + to) + at(apart + y * width + x));
      bank[stranger + to] = next * (drawn + (within + across));
    }
    const same = stranger + x * width + x;
    bank[same] = at(same) + next * (p * references + 2 * n);
  }
  multiply(work, fathers, { left: apart, right: matrices + 2 * size });
  multiply(work, tables, { left: matrices + size, right: fathers });
  return references;
}

function chooseColumns({ marker, genotypes, siblings }: SiblingWork, about: { phase: number; parent: 0 | 1; others: number }): number[] {
  const { alleles, width } = marker;
  const matrix = 4 * width + (2 * about.parent + 1) * alleles * width;
  return Array.from({ length: siblings.length / 2 }, (_, s) => {
    const person = siblings[2 * s] ?? 0;
    const option = (about.phase >> s) & 1;
    if (siblings[2 * s + 1] === 2) return matrix + (genotypes[2 * person + (option ^ about.parent)] ?? 0) * width;
    if (option === about.parent) return matrix + (genotypes[2 * person] ?? 0) * width;
    return option === 0 ? width : about.others + s * width;
  });
}

function pairUp({ marker, bank }: SiblingWork, pairs: number, columns: readonly number[]): void {
  const { alleles, width } = marker;
  columns.forEach((column, s) => {
    for (let u = 0; u < alleles; u++)
      for (let c = 0; c < width; c++) {
        const to = pairs + u * width + c;
        const mean = 0.5 * ((bank[column + u] ?? NaN) + (bank[column + c] ?? NaN));
        bank[to] = s === 0 ? mean : (bank[to] ?? NaN) * mean;
      }
  });
}

function passOn({ marker, bank }: SiblingWork, { own, withUrn, pairs, urn }: { own: number; withUrn: number; pairs: number; urn: number }): number {
  const { alleles, width } = marker;
  let all = 0;
  for (let u = 0; u < alleles; u++) {
    let [even, odd] = [0, 0];
    for (let c = 0; c < width; c += 2) {
      even += (bank[urn + c] ?? NaN) * (bank[pairs + u * width + c] ?? NaN);
      odd += (bank[urn + c + 1] ?? NaN) * (bank[pairs + u * width + c + 1] ?? NaN);
    }
    const same = bank[pairs + u * width + u] ?? NaN;
    const both = even + odd + same;
    bank[own + u] = same;
    bank[withUrn + u] = both;
    all += (bank[urn + u] ?? NaN) * both;
  }
  return all;
}

/** The product of two tables, summed upwards. */
function multiply({ marker, bank }: SiblingWork, to: number, { left, right }: { left: number; right: number }): void {
  const { alleles, width } = marker;
  for (let a = 0; a < alleles; a++) {
    bank.fill(0, to + a * width, to + (a + 1) * width);
    for (let u = 0; u < alleles; u++) {
      const w = bank[left + a * width + u] ?? NaN;
      for (let c = 0; c < width; c++) bank[to + a * width + c] = (bank[to + a * width + c] ?? NaN) + w * (bank[right + u * width + c] ?? NaN);
    }
  }
}
