import { countTransmissions, isFounder, type Lineage } from '../pedigree/frame.ts';
import { byGenotype, ordered, type Evidence } from './evidence.ts';
import { GeneTree } from './gene-tree.ts';
import type { Locus } from './locus.ts';

/** A transmission in which a parent of two alleles passes on one or the other. */
interface Meiosis {
  readonly parent: number;
  readonly child: number;
  readonly channel: 'female' | 'male';
}

/** The transmissions of a family; an inheritance vector says with one bit each which allele was passed on. */
export interface Inheritance {
  readonly lineage: Lineage;
  readonly target: number;
  readonly meioses: readonly Meiosis[];
  /**
   * Bits that are walked through. The first transmission of a founder is left at 0: exchanging a founder's two alleles at one marker
   * changes no probability, because the alleles of a founder are exchangeable and the phase between markers is unknown.
   */
  readonly free: readonly number[];
  /** Number of each inheritance vector among those with the bits of `free` alone. */
  readonly representative: Int32Array;
}

/** More transmissions than this (4096 inheritance vectors) are left to the elimination of single questions. */
const mostMeioses = 12;

/** The transmissions that bear on the typed and on the person asked for; null where they are too many. */
export function layInheritance(lineage: Lineage, typed: readonly boolean[], target: number): Inheritance | null {
  const { frame, father, mother, needed } = lineage;
  const passed = countTransmissions(lineage);
  const meioses: Meiosis[] = [];
  const first = new Map<number, number>();
  const bound: number[] = [];
  const add = (parent: number, child: number, channel: Meiosis['channel']): void => {
    const founder = isFounder(lineage, parent);
    // A founder of whom nothing else is known passes on one draw, whichever of the two it is.
    if (parent < 0 || frame.haploid[parent] === 1 || (founder && passed[parent] === 1 && typed[parent] !== true && parent !== target)) return;
    const at = meioses.push({ parent, child, channel }) - 1;
    if (!founder || first.has(parent)) return;
    first.set(parent, at);
    bound.push(at);
  };
  for (let i = 0; i < needed.length; i++) {
    if (needed[i] !== 1) continue;
    add(father[i] ?? -1, i, 'male');
    add(mother[i] ?? -1, i, 'female');
  }
  if (meioses.length > mostMeioses) return null;
  const free = meioses.map((_, at) => at).filter((at) => !bound.includes(at));
  // Exchanging a founder's alleles turns all the bits of that founder over.
  const flips = [...first].map(([parent, at]) => ({ at, mask: meioses.reduce((mask, m, i) => (m.parent === parent ? mask | (1 << i) : mask), 0) }));
  const representative = Int32Array.from({ length: 2 ** meioses.length }, (_, vector) => {
    const turned = flips.reduce((v, { at, mask }) => ((v >> at) & 1 ? v ^ mask : v), vector);
    return free.reduce((n, at, bit) => n | (((turned >> at) & 1) << bit), 0);
  });
  return { lineage, target, meioses, free, representative };
}

/** What is seen at one marker, for the tables of one family. */
export interface InheritedMarker {
  readonly locus: Locus;
  /** Twins joined; null at the person asked for. */
  readonly evidence: readonly (Evidence | null)[];
  readonly theta: number;
}

/** Number of genotypes of the person asked for: 1 without one. */
export function genotypesOf({ lineage, target }: Inheritance, k: number): number {
  return target < 0 ? 1 : lineage.frame.haploid[target] === 1 ? k : (k * (k + 1)) / 2;
}

/** About how many multiplications `inheritanceTable` takes. */
export function inheritanceCost(inheritance: Inheritance, { locus, evidence, theta }: InheritedMarker): number {
  const { lineage, free, target } = inheritance;
  const { k } = locus;
  let ways = 2 ** free.length;
  let draws = 0;
  let people = 0;
  evidence.forEach((seen, i) => {
    if (lineage.needed[i] !== 1) return;
    people += 1;
    if (seen !== null) ways *= ordered(seen).first.length;
    else if (isFounder(lineage, i)) draws += 2;
  });
  const open = target < 0 ? 0 : 4 * k * k + (isFounder(lineage, target) ? 0 : k * k * 2);
  const urn = theta > 0 ? 3 ** draws + 2 ** draws * (k + open / 4) + (target < 0 ? 0 : 2 * k ** 3) : draws * k;
  return ways * (100 + 4 * people * k + open + urn);
}

/**
 * P(evidence, genotype of the person asked for | inheritance vector) at one marker, at [representative * genotypes + genotype]; the entry of
 * alleles i <= j is j (j + 1) / 2 + i. Given an inheritance vector every allele has one origin, so the evidence is a product
 * over the founders' alleles, with mutation too (Lander and Green 1987, doi:10.1073/pnas.84.8.2363).
 */
export function inheritanceTable(inheritance: Inheritance, marker: InheritedMarker): Float64Array {
  const { lineage, target, free } = inheritance;
  const { k } = marker.locus;
  const genotypes = genotypesOf(inheritance, k);
  const haploid = target >= 0 && lineage.frame.haploid[target] === 1;
  const out = new Float64Array(2 ** free.length * genotypes);
  const tree = new GeneTree(lineage, marker, target);
  const table = new Float64Array(target < 0 ? 1 : haploid ? k : k * k);
  for (let n = 0; n < 2 ** free.length; n++) {
    const vector = free.reduce((v, at, bit) => v | (((n >> bit) & 1) << at), 0);
    table.fill(0);
    tree.follow(inheritance.meioses.map(({ parent, child, channel }, at) => ({ parent, child, channel, side: ((vector >> at) & 1) as 0 | 1 })));
    tree.addTo(table);
    out.set(target < 0 || haploid ? table : byGenotype(table, k), n * genotypes);
  }
  return out;
}
