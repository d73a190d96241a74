import type { Evidence } from '../engine/evidence.ts';
import type { Locus } from '../engine/locus.ts';
import { KinshipError } from '../kinship-error.ts';
import type { Family } from '../pedigree/family.ts';
import type { LinkageGroup, Marker } from '../types.ts';
import { sumFounder, sumSubpopulation, type AlleleVector } from './founder-sum.ts';
import { observedBlocks, type Block } from './observed-blocks.ts';

export interface InheritanceInput {
  readonly family: Family;
  readonly chrom: Marker['chrom'];
  /** One marker, or several of one chromosome in their order along it. */
  readonly loci: readonly { readonly locus: Locus; readonly evidence: readonly (Evidence | null)[] }[];
  /** Between each marker and the next. */
  readonly recombination: LinkageGroup['recombination'];
  readonly theta: number;
}

/** Operations after which the enumeration is refused: a few seconds. */
const operationLimit = 1e9;
/** What a step costs beside its vectors, in the same unit: calls and short-lived arrays. */
const stepCost = 200;

/** A person's two alleles at one marker, as the evidence below each; null where nothing depends on it. Index 0 paternal, 1 maternal. */
type Copies = [AlleleVector | null, AlleleVector | null];
const noCopies: Copies = [null, null];

/**
 * ln P(evidence) by inheritance vectors: goes through the family from the youngest to the founders, and at every
 * transmission follows both alleles of the parent in turn, carrying the evidence upwards as a vector over alleles.
 * Shares no step with variable elimination: no order of elimination, no moments, no lumping, no loop to break.
 * Source: docs/methods/second-solver.md.
 * @throws KinshipError kinship.second.too_complex
 */
export function sumInheritance(input: InheritanceInput): number {
  const { family, theta } = input;
  const people = family.ids.length;
  const loci = input.loci.map(({ locus, evidence }) => ({ locus, blocks: evidence.map((seen) => (seen === null ? null : observedBlocks(seen, locus.k))) }));
  const haploid = (i: number): boolean => input.chrom === 'X' && isMale(family, i);
  const father = Int32Array.from({ length: people }, (_, i) => (haploid(i) || !standsAlone(family, i) ? -1 : standing(family, family.father[i] ?? -1)));
  const mother = Int32Array.from({ length: people }, (_, i) => (standsAlone(family, i) ? standing(family, family.mother[i] ?? -1) : -1));
  const order = youngestFirst(father, mother);
  const copies: Copies[][] = loci.map(() => Array.from({ length: people }, (): Copies => [null, null]));
  const founderVectors: AlleleVector[][] = loci.map(() => []);
  let operations = 0;
  const spend = (count: number): void => {
    operations += stepCost + count;
    if (operations > operationLimit) throw new KinshipError('kinship.second.too_complex', { limit: operationLimit });
  };

  /** Sum over everything from place `at` of the order on. */
  const walk = (at: number): number => {
    const person = order[at];
    if (person === undefined) return theta === 0 ? 1 : loci.reduce((product, { locus }, l) => product * sumSubpopulation(locus.freqs, founderVectors[l] ?? [], { theta, spend }), 1);
    return observe(person, 0, at);
  };

  const observe = (person: number, l: number, at: number): number => {
    const here = loci[l];
    if (here === undefined) return (father[person] ?? -1) < 0 && (mother[person] ?? -1) < 0 ? drawFounder(person, 0, at) : receive(person, 0, at);
    const blocks = here.blocks[person] ?? null;
    if (blocks === null) return observe(person, l + 1, at);
    const own = copies[l]?.[person];
    if (own === undefined) return NaN;
    const [before0, before1] = own;
    let sum = 0;
    for (const block of blocks) {
      spend(0);
      if (!allow(own, block, [before0, before1])) continue;
      sum += block.weight * observe(person, l + 1, at);
    }
    own[0] = before0;
    own[1] = before1;
    return sum;
  };

  /** The allele from the father (side 0), then the one from the mother: which of the parent's two it was, at every marker. */
  const receive = (person: number, side: 0 | 1 | 2, at: number): number => {
    if (side === 2) return walk(at + 1);
    const parent = (side === 0 ? father : mother)[person] ?? -1;
    const next = side === 0 ? 1 : 2;
    if (parent < 0) return receive(person, next, at);
    for (const { locus } of loci) spend(locus.k * locus.k);
    const sent = loci.map(({ locus }, l) => send(copies[l]?.[person]?.[side] ?? null, side === 0 ? locus.male : locus.female, locus.k));
    const depends = sent.flatMap((vector, l) => (vector === null ? [] : [l]));
    if (depends.length === 0) return receive(person, next, at);
    if (haploid(parent)) return deliver(depends, { parent, bit: () => 1, sent }, () => receive(person, next, at));
    // A founder's two alleles are alike until something descends from one of them: naming the first of them costs nothing.
    const alike = (father[parent] ?? -1) < 0 && (mother[parent] ?? -1) < 0 && copies.every((locus) => isFree(locus[parent] ?? noCopies));
    let sum = 0;
    const patterns = 1 << depends.length;
    for (let pattern = 0; pattern < patterns; pattern += 1) {
      if (alike && (pattern & 1) === 1) continue;
      let weight = alike ? 1 : 0.5;
      for (let i = 1; i < depends.length; i++) {
        const crossed = recombined(input.recombination, { from: depends[i - 1] ?? 0, to: depends[i] ?? 0, sex: side === 0 ? 'male' : 'female' });
        weight *= ((pattern >> i) & 1) === ((pattern >> (i - 1)) & 1) ? 1 - crossed : crossed;
      }
      if (weight === 0) continue;
      sum += weight * deliver(depends, { parent, bit: (i) => (pattern >> i) & 1, sent }, () => receive(person, next, at));
    }
    return sum;
  };

  const deliver = (depends: readonly number[], what: { parent: number; bit: (i: number) => number; sent: readonly (AlleleVector | null)[] }, then: () => number): number => {
    const undo: (() => void)[] = [];
    depends.forEach((l, i) => {
      spend(0);
      const target = copies[l]?.[what.parent];
      const side = what.bit(i) === 0 ? 0 : 1;
      const arriving = what.sent[l] ?? null;
      if (target === undefined || arriving === null) return;
      const before = target[side];
      target[side] = before === null ? arriving : multiply(before, arriving);
      undo.push(() => (target[side] = before));
    });
    const sum = then();
    for (const step of undo) step();
    return sum;
  };

  /** A founder's alleles come from the population; of an inbred founder the two may be one. Inbreeding is of the person, so of all markers apart. */
  const drawFounder = (person: number, l: number, at: number): number => {
    const here = loci[l];
    const own = copies[l]?.[person];
    if (here === undefined || own === undefined) return walk(at + 1);
    const [one, other] = own;
    const f = one === null || other === null || haploid(person) ? 0 : (inbreedingOf(family, person, input.chrom));
    const take = (vectors: readonly (AlleleVector | null)[]): number => {
      spend(0);
      const drawn = vectors.flatMap((v) => v ?? []);
      if (theta === 0) {
        const product = drawn.reduce((p, v) => p * sumFounder(here.locus.freqs, v), 1);
        return product === 0 ? 0 : product * drawFounder(person, l + 1, at);
      }
      const list = founderVectors[l] ?? [];
      const before = list.length;
      list.push(...drawn);
      const sum = drawFounder(person, l + 1, at);
      list.length = before;
      return sum;
    };
    return (f < 1 ? (1 - f) * take([one, other]) : 0) + (f > 0 && one !== null && other !== null ? f * take([multiply(one, other)]) : 0);
  };

  return Math.log(walk(0));
}

/** Narrows a person's copies to a block, in place; false where nothing is left. */
function allow(own: Copies, block: Block, before: Copies): boolean {
  own[0] = block.first === null ? before[0] : before[0] === null ? block.first : multiply(before[0], block.first);
  own[1] = before[1] === null ? block.second : multiply(before[1], block.second);
  return isPossible(own[0]) && isPossible(own[1]);
}

function isFree([one, other]: Copies): boolean {
  return one === null && other === null;
}

function isPossible(vector: AlleleVector | null): boolean {
  return vector === null || vector.some((x) => x !== 0);
}

/** The evidence below a transmitted allele, as a function of the parent's allele. */
function send(below: AlleleVector | null, transmission: Float64Array | null, k: number): AlleleVector | null {
  if (below === null || transmission === null) return below;
  const out = new Float64Array(k);
  for (let u = 0; u < k; u++) {
    let sum = 0;
    for (let c = 0; c < k; c++) sum += (transmission[u * k + c] ?? NaN) * (below[c] ?? NaN);
    out[u] = sum;
  }
  return out;
}

function multiply(a: AlleleVector, b: AlleleVector): AlleleVector {
  return a.map((x, i) => x * (b[i] ?? NaN));
}

/** Recombination fraction of two markers that need not be neighbours: crossings at both ends of a stretch undo each other. */
function recombined(between: LinkageGroup['recombination'], span: { from: number; to: number; sex: 'female' | 'male' }): number {
  let fraction = 0;
  for (let l = span.from; l < span.to; l++) {
    const next = between[l]?.[span.sex] ?? NaN;
    fraction = fraction * (1 - next) + next * (1 - fraction);
  }
  return fraction;
}

function inbreedingOf(family: Family, person: number, chrom: Marker['chrom']): number {
  const given = family.inbreeding[person] ?? null;
  return (chrom === 'X' ? given?.x : given?.autosomal) ?? 0;
}

function isMale(family: Family, i: number): boolean {
  return family.sex[i] === 'male' || family.father.includes(i);
}

/** Monozygotic twins are one person here: the first of them. */
function standing(family: Family, i: number): number {
  return i < 0 ? -1 : (family.twinOf[i] ?? i);
}

function standsAlone(family: Family, i: number): boolean {
  return family.twinOf[i] === i;
}

/** Everybody after all their children, and those of one branch near each other. */
function youngestFirst(father: Int32Array, mother: Int32Array): number[] {
  const waiting = new Int32Array(father.length);
  for (let i = 0; i < father.length; i++) for (const p of [father[i] ?? -1, mother[i] ?? -1]) if (p >= 0) waiting[p] = (waiting[p] ?? 0) + 1;
  const ready = Array.from({ length: father.length }, (_, i) => i).filter((i) => waiting[i] === 0);
  const order: number[] = [];
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    order.push(next);
    for (const p of [father[next] ?? -1, mother[next] ?? -1]) {
      if (p < 0) continue;
      waiting[p] = (waiting[p] ?? 0) - 1;
      if (waiting[p] === 0) ready.push(p);
    }
  }
  return order;
}
