import { KinshipError } from '../kinship-error.ts';
import type { Marker } from '../types.ts';
import type { Family } from './family.ts';

/** How the alleles of one kind of chromosome run through a family: on the X a man has one allele, his mother's, and gives it to daughters. */
export interface Frame {
  readonly ids: readonly string[];
  /** -1 where no allele comes from the father: founders, and on the X all men. */
  readonly father: Int32Array;
  readonly mother: Int32Array;
  /** 1 for a person with a single allele. */
  readonly haploid: Uint8Array;
  /** Probability that a founder's two alleles are one by recent descent. */
  readonly inbreeding: Float64Array;
  /** 1 where the sex is not known but matters. */
  readonly sexUnknown: Uint8Array;
  /** Who stands for each person: the first of a group of monozygotic twins. */
  readonly twinOf: Int32Array;
}

// A memo, not state: a family is never changed in place.
const frames = new WeakMap<Family, Partial<Record<Marker['chrom'], Frame>>>();

/** The frame of a family for autosomal or X markers. */
export function frameOf(family: Family, chrom: Marker['chrom']): Frame {
  const known = frames.get(family) ?? {};
  frames.set(family, known);
  return (known[chrom] ??= makeFrame(family, chrom));
}

function makeFrame(family: Family, chrom: Marker['chrom']): Frame {
  const { ids, twinOf } = family;
  const onX = chrom === 'X';
  const isFather = new Uint8Array(ids.length);
  const isMother = new Uint8Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const f = family.father[i] ?? -1;
    const m = family.mother[i] ?? -1;
    if (f >= 0) isFather[f] = 1;
    if (m >= 0) isMother[m] = 1;
  }
  const male = (i: number): boolean => family.sex[i] === 'male' || isFather[i] === 1;
  const self = (i: number): boolean => twinOf[i] === i;
  const person = (i: number): number => (i < 0 ? -1 : (twinOf[i] ?? i));
  const from = (parents: Int32Array): Int32Array => Int32Array.from(parents, (p, i) => (self(i) ? person(p) : -1));
  const father = from(family.father);
  if (onX) for (let i = 0; i < ids.length; i++) if (male(i)) father[i] = -1;
  return {
    ids,
    father,
    mother: from(family.mother),
    haploid: Uint8Array.from(ids, (_, i) => (onX && male(i) ? 1 : 0)),
    inbreeding: Float64Array.from(family.inbreeding, (f) => (onX ? f?.x : f?.autosomal) ?? 0),
    sexUnknown: Uint8Array.from(ids, (_, i) => (onX && family.sex[i] === 'unknown' && isFather[i] === 0 && isMother[i] === 0 ? 1 : 0)),
    twinOf,
  };
}

/** Whether nobody in the family passes an allele to this person. */
export function isFounder(frame: { readonly father: Int32Array; readonly mother: Int32Array }, i: number): boolean {
  return (frame.father[i] ?? -1) < 0 && (frame.mother[i] ?? -1) < 0;
}

/** The part of a family that bears on the data of one marker. */
export interface Lineage {
  readonly frame: Frame;
  readonly father: Int32Array;
  readonly mother: Int32Array;
  readonly needed: Uint8Array;
  /** 1 or 2 where only the paternal or only the maternal allele of a person is followed, else 0. */
  readonly single: Uint8Array;
}

const bothSides = new Uint8Array(0);

export interface Marks {
  readonly typed: readonly boolean[];
  readonly target: number;
  readonly mutates: boolean;
}

/**
 * Leaves out who cannot bear on the result: people without a typed (or asked for) descendant, always;
 * and, where nothing mutates, untyped founders whose only child stands for them. With mutation the founders stay,
 * because a non-stationary model makes the answer depend on them.
 * @throws KinshipError kinship.pedigree.sex_unknown where an X marker needs it
 */
export function trimFamily(frame: Frame, marks: Marks & { single?: Uint8Array }): Lineage {
  const count = frame.ids.length;
  const father = frame.father.slice();
  const mother = frame.mother.slice();
  const needed = new Uint8Array(count);
  const single = marks.single ?? bothSides;
  const need = (i: number): void => {
    if (i < 0 || needed[i] === 1) return;
    needed[i] = 1;
    if (frame.sexUnknown[i] === 1) throw new KinshipError('kinship.pedigree.sex_unknown', { id: frame.ids[i] ?? '' });
    if (single[i] !== 2) need(father[i] ?? -1);
    if (single[i] !== 1) need(mother[i] ?? -1);
  };
  const fixed = (i: number): boolean => marks.typed[i] === true || i === marks.target;
  for (let i = 0; i < count; i++) if (fixed(i)) need(i);
  const lineage = { frame, father, mother, needed, single };
  if (marks.mutates) return lineage;
  for (let again = true; again; ) {
    again = false;
    const children = countTransmissions(lineage);
    const gone = (p: number): boolean => p < 0 || (!fixed(p) && isFounder(lineage, p) && children[p] === 1);
    for (let i = 0; i < count; i++) {
      const f = father[i] ?? -1;
      const m = mother[i] ?? -1;
      if (needed[i] !== 1 || isFounder(lineage, i) || (single[i] ?? 0) > 0 || !gone(f) || !gone(m)) continue;
      father[i] = -1;
      mother[i] = -1;
      if (f >= 0) needed[f] = 0;
      if (m >= 0) needed[m] = 0;
      again = true;
    }
  }
  return lineage;
}

/** How many alleles each person passes on to somebody who is needed. */
export function countTransmissions(lineage: Lineage): Int32Array {
  const { father, mother, needed, single } = lineage;
  const out = new Int32Array(needed.length);
  for (let i = 0; i < needed.length; i++) {
    if (needed[i] !== 1) continue;
    const f = father[i] ?? -1;
    const m = mother[i] ?? -1;
    if (f >= 0 && single[i] !== 2) out[f] = (out[f] ?? 0) + 1;
    if (m >= 0 && single[i] !== 1) out[m] = (out[m] ?? 0) + 1;
  }
  return out;
}

/** The people of a lineage, children before parents. */
export function childrenFirst({ needed, father, mother }: Lineage): number[] {
  const order: number[] = [];
  const done = new Uint8Array(needed.length);
  const visit = (i: number): void => {
    if (i < 0 || done[i] === 1 || needed[i] !== 1) return;
    done[i] = 1;
    visit(father[i] ?? -1);
    visit(mother[i] ?? -1);
    order.push(i);
  };
  needed.forEach((_, i) => {
    visit(i);
  });
  return order.reverse();
}
