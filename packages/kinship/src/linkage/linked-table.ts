import { entryOf, evidenceKey, joinTwins, type Evidence } from '../engine/evidence.ts';
import { genotypesOf, inheritanceCost, inheritanceTable, layInheritance, type Inheritance } from '../engine/inheritance-table.ts';
import { evaluateLinkedLn } from '../engine/linked.ts';
import type { Locus } from '../engine/locus.ts';
import { trimFamily, type Frame } from '../pedigree/frame.ts';
import type { LinkageGroup } from '../types.ts';

/** A linkage group of one hypothesis of a family, with the person whose genotypes are asked for. */
export interface LinkedTableInput {
  readonly frame: Frame;
  readonly target: number;
  /** By marker of the group: what is seen of the relatives. */
  readonly loci: readonly { readonly locus: Locus; readonly evidence: readonly (Evidence | null)[] }[];
  readonly recombination: LinkageGroup['recombination'];
  readonly theta: number;
}

/** ln P(relatives, what is seen of the person asked for at each marker of the group); null at a marker where nothing is seen. */
export type LinkedTable = (seen: readonly (Evidence | null)[]) => number;

/** Multiplications that the tables of a group may take; beyond it every question is summed by itself. */
const tableCost = 3e8;
/** The same for a single question: beyond it elimination does as well. */
const directCost = 1e7;
/** Where the product of the tables' smallest entries lies above this, no product of plain numbers can underflow. */
const sureAbove = 1e-250;

/**
 * ln P(evidence) of linked markers: by inheritance vectors where these are few, by elimination beyond.
 * @throws KinshipError kinship.too_complex
 */
export function lnOfLinked(input: Omit<LinkedTableInput, 'target'>): number {
  const tables = makeTables({ ...input, target: -1 }, directCost);
  return tables === null ? evaluateLinkedLn(input) : Math.log(tables.sum(input.loci.map(() => null)));
}

/**
 * Answers any number of questions about one person at linked markers. At each marker one table P(evidence, genotype | inheritance vector)
 * is made once; a question is then a step from marker to marker in which every transmission changes sides with its recombination
 * fraction (Lander and Green 1987, doi:10.1073/pnas.84.8.2363). Where those tables would be too large each question is eliminated by itself.
 * @throws KinshipError kinship.too_complex by the questions
 */
export function makeLinkedTable(input: LinkedTableInput): LinkedTable {
  const tables = makeTables(input, tableCost);
  const known = new Map<string, number>();
  return (seen) => {
    const key = evidenceKey(seen);
    const found = known.get(key);
    if (found !== undefined) return found;
    const fast = tables === null ? null : tables.sum(seen);
    const ln = fast === null ? eliminated(input, seen) : Math.log(fast);
    known.set(key, ln);
    return ln;
  };
}

/** Tables of single markers, by what they were made of. */
export type KeptTables = Map<string, Float64Array>;

/** The genotypes of a person at linked markers, to draw from. */
export interface LinkedDraws {
  /** P(evidence, what is seen of the person at the other markers, genotype) for every genotype at marker l, in the order of `entryOf`. */
  readonly genotypes: (l: number, seen: readonly (Evidence | null)[]) => Float64Array;
  /** ln P(evidence, what is seen of the person). */
  readonly ln: LinkedTable;
}

/**
 * The same tables for drawing a person's genotypes marker after marker; null where they would take more than `most` multiplications
 * or could underflow: then nothing is drawn exactly.
 * @param kept tables by marker and what is seen there, to be used again for the same family and the same person asked for
 */
export function makeLinkedDraws(input: LinkedTableInput, most: number, kept: KeptTables = new Map()): LinkedDraws | null {
  const tables = makeTables(input, most, kept);
  return tables === null ? null : { genotypes: tables.genotypes, ln: (seen) => Math.log(tables.sum(seen)) };
}

function eliminated({ frame, target, loci, recombination, theta }: LinkedTableInput, seen: readonly (Evidence | null)[]): number {
  return evaluateLinkedLn({ frame, loci: loci.map(({ locus, evidence }, l) => ({ locus, evidence: evidence.with(target, seen[l] ?? null) })), recombination, theta });
}

interface Tables {
  readonly sum: (seen: readonly (Evidence | null)[]) => number;
  readonly genotypes: LinkedDraws['genotypes'];
}

function makeTables({ frame, target, loci, recombination, theta }: LinkedTableInput, most: number, kept: KeptTables = new Map()): Tables | null {
  const joined = loci.map(({ locus, evidence }) => ({ locus, evidence: joinTwins(frame, evidence), theta }));
  const asked = target < 0 ? -1 : (frame.twinOf[target] ?? target);
  // A twin of the person asked for is the same person: such families are eliminated question by question.
  if (joined.some(({ evidence }) => (evidence[asked] ?? null) !== null)) return null;
  const typed = frame.ids.map((_, i) => joined.some(({ evidence }) => (evidence[i] ?? null) !== null));
  const lineage = trimFamily(frame, { typed, target: asked, mutates: joined.some(({ locus }) => locus.female !== null || locus.male !== null) });
  const inheritance = layInheritance(lineage, typed, asked);
  if (inheritance === null || joined.some(({ evidence }) => evidence.some((seen) => seen?.first.length === 0))) return null;
  if (joined.reduce((sum, marker) => sum + inheritanceCost(inheritance, marker), 0) > most) return null;
  const layout = typed.map(Number).join('');
  const tables = joined.map((marker, l) => {
    const key = `${layout} ${String(l)} ${evidenceKey(marker.evidence)}`;
    const table = kept.get(key) ?? inheritanceTable(inheritance, marker);
    kept.set(key, table);
    return { genotypes: genotypesOf(inheritance, marker.locus.k), table };
  });
  if (!(tables.reduce((least, { table }) => least * table.reduce((x, p) => (p > 0 && p < x ? p : x), 1), 1) > sureAbove)) return null;
  const steps = recombination.map((fractions) => inheritance.meioses.map(({ channel }) => fractions[channel]));
  const size = 2 ** inheritance.free.length;
  const memo = new Map<string, Float64Array>();
  /** P(what is seen at marker l and beyond it, by inheritance vector at l): what follows is kept, because questions differ at few markers. */
  const from = (l: number, seen: readonly (Evidence | null)[], side: 'before' | 'after'): Float64Array => {
    const key = `${side} ${String(l)} ${evidenceKey(side === 'after' ? seen.slice(l) : seen.slice(0, l + 1))}`;
    const before = memo.get(key);
    if (before !== undefined) return before;
    const here = tables[l];
    const own = here === undefined ? new Float64Array(0) : weighed(here, seen[l] ?? null, size);
    multiply(own, beyond(l, seen, side));
    memo.set(key, own);
    return own;
  };
  /** P(what is seen on one side of marker l, by inheritance vector at l); null where nothing is there. A step back has the same fractions. */
  const beyond = (l: number, seen: readonly (Evidence | null)[], side: 'before' | 'after'): Float64Array | null => {
    const step = steps[side === 'after' ? l : l - 1];
    return step === undefined ? null : recombine(inheritance, from(side === 'after' ? l + 1 : l - 1, seen, side), step);
  };
  return {
    sum: (seen) => from(0, seen, 'after').reduce((sum, p) => sum + p, 0) / size,
    genotypes: (l, seen) => {
      const weights = new Float64Array(size).fill(1 / size);
      for (const side of ['before', 'after'] as const) multiply(weights, beyond(l, seen, side));
      const { genotypes, table } = tables[l] ?? { genotypes: 0, table: new Float64Array(0) };
      const out = new Float64Array(genotypes);
      for (let n = 0; n < size; n++) for (let g = 0; g < genotypes; g++) out[g] = (out[g] ?? NaN) + (weights[n] ?? NaN) * (table[n * genotypes + g] ?? NaN);
      return out;
    },
  };
}

function multiply(own: Float64Array, by: Float64Array | null): void {
  if (by !== null) for (let n = 0; n < own.length; n++) own[n] = (own[n] ?? NaN) * (by[n] ?? NaN);
}

/** P(evidence, what is seen | inheritance vector): the sum over the genotypes that fit. */
function weighed({ genotypes, table }: { readonly genotypes: number; readonly table: Float64Array }, seen: Evidence | null, vectors: number): Float64Array {
  return Float64Array.from({ length: vectors }, (_, n) => {
    let sum = 0;
    if (seen === null) for (let g = 0; g < genotypes; g++) sum += table[n * genotypes + g] ?? NaN;
    else
      seen.first.forEach((a, i) => {
        sum += (seen.weight[i] ?? NaN) * (table[n * genotypes + entryOf(a, seen.second[i] ?? -1)] ?? NaN);
      });
    return sum;
  });
}

/** Sum over the inheritance vectors at the next marker, by vector at this one: each transmission stays with 1 - r, changes with r. */
function recombine({ representative, free, meioses }: Inheritance, next: Float64Array, fractions: readonly number[]): Float64Array {
  const all = Float64Array.from(representative, (n) => next[n] ?? NaN);
  meioses.forEach((_, bit) => {
    const r = fractions[bit] ?? NaN;
    const step = 1 << bit;
    for (let v = 0; v < all.length; v++) {
      if ((v & step) !== 0) continue;
      const [zero, one] = [all[v] ?? NaN, all[v | step] ?? NaN];
      all[v] = (1 - r) * zero + r * one;
      all[v | step] = r * zero + (1 - r) * one;
    }
  });
  const out = new Float64Array(2 ** free.length);
  representative.forEach((n, v) => (out[n] = all[v] ?? NaN));
  return out;
}
