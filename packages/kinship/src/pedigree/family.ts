import { KinshipError } from '../kinship-error.ts';
import type { Pedigree, Sex } from '../types.ts';

/** A checked pedigree by number: -1 for no parent; a parent known alone got an untyped, unnamed partner. */
export interface Family {
  readonly ids: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly father: Int32Array;
  readonly mother: Int32Array;
  readonly sex: readonly Sex[];
  /** Profile key of each person, null without one. */
  readonly profile: readonly (string | null)[];
}

/** Larger families are refused: what walks the pedigree goes one call deeper each generation. */
const peopleLimit = 2000;

/**
 * Checks a pedigree and numbers its people: unique ids, parents present and of fitting sex, nobody their own ancestor.
 * @throws KinshipError kinship.pedigree.*
 */
export function readFamily(pedigree: Pedigree): Family {
  const people = pedigree.individuals.length;
  if (people > peopleLimit) throw new KinshipError('kinship.pedigree.too_many_people', { pedigree: pedigree.name, people, limit: peopleLimit });
  const ids = pedigree.individuals.map((i) => i.id);
  const index = new Map<string, number>();
  for (const id of ids) {
    if (index.has(id)) throw new KinshipError('kinship.pedigree.duplicate_id', { pedigree: pedigree.name, id });
    index.set(id, index.size);
  }
  const sex: Sex[] = pedigree.individuals.map((i) => i.sex);
  const profile: (string | null)[] = pedigree.individuals.map((i) => i.profile ?? null);
  const father: number[] = [];
  const mother: number[] = [];
  const find = (child: string, parent: string | null): number => {
    if (parent === null) return -1;
    const at = index.get(parent);
    if (at === undefined) throw new KinshipError('kinship.pedigree.unknown_parent', { pedigree: pedigree.name, id: child, parent });
    return at;
  };
  for (const person of pedigree.individuals) {
    father.push(find(person.id, person.father));
    mother.push(find(person.id, person.mother));
  }
  for (let i = 0; i < pedigree.individuals.length; i++) {
    const f = father[i] ?? -1;
    const m = mother[i] ?? -1;
    if (f < 0 && m < 0) continue;
    if (f === m || sex[f] === 'female' || sex[m] === 'male') throw new KinshipError('kinship.pedigree.parent_sex', { pedigree: pedigree.name, id: ids[i] ?? '' });
    if (f >= 0 && m >= 0) continue;
    const added = ids.length;
    ids.push('');
    sex.push(f < 0 ? 'male' : 'female');
    profile.push(null);
    father.push(-1);
    mother.push(-1);
    if (f < 0) father[i] = added;
    else mother[i] = added;
  }
  const family = { ids, index, father: Int32Array.from(father), mother: Int32Array.from(mother), sex, profile };
  refuseCycle(family, pedigree.name);
  return family;
}

function refuseCycle(family: Family, pedigree: string): void {
  const depth = new Int8Array(family.ids.length);
  const visit = (i: number): void => {
    if (i < 0 || depth[i] === 2) return;
    if (depth[i] === 1) throw new KinshipError('kinship.pedigree.own_ancestor', { pedigree, id: family.ids[i] ?? '' });
    depth[i] = 1;
    visit(family.father[i] ?? -1);
    visit(family.mother[i] ?? -1);
    depth[i] = 2;
  };
  for (let i = 0; i < family.ids.length; i++) visit(i);
}

/** The part of a family that bears on the data of one marker. */
export interface Lineage {
  readonly father: Int32Array;
  readonly mother: Int32Array;
  readonly needed: Uint8Array;
  /** 1 or 2 where only the paternal or only the maternal allele of a person is followed, else 0. */
  readonly single: Uint8Array;
}

const bothSides = new Uint8Array(0);

/**
 * Leaves out who cannot bear on the result: people without a typed (or asked for) descendant, always;
 * and, where nothing mutates, two untyped founders whose only child stands for them. With mutation the founders stay,
 * because a non-stationary model makes the answer depend on them.
 */
export function trimFamily(family: Family, marks: { typed: readonly boolean[]; target: number; mutates: boolean; single?: Uint8Array }): Lineage {
  const count = family.ids.length;
  const father = family.father.slice();
  const mother = family.mother.slice();
  const needed = new Uint8Array(count);
  const single = marks.single ?? bothSides;
  const need = (i: number): void => {
    if (i < 0 || needed[i] === 1) return;
    needed[i] = 1;
    if (single[i] !== 2) need(father[i] ?? -1);
    if (single[i] !== 1) need(mother[i] ?? -1);
  };
  const fixed = (i: number): boolean => marks.typed[i] === true || i === marks.target;
  for (let i = 0; i < count; i++) if (fixed(i)) need(i);
  const lineage = { father, mother, needed, single };
  if (marks.mutates) return lineage;
  for (let again = true; again; ) {
    again = false;
    const children = countTransmissions(lineage);
    const gone = (p: number): boolean => !fixed(p) && (father[p] ?? -1) < 0 && children[p] === 1;
    for (let i = 0; i < count; i++) {
      const f = father[i] ?? -1;
      const m = mother[i] ?? -1;
      if (needed[i] !== 1 || f < 0 || (single[i] ?? 0) > 0 || !gone(f) || !gone(m)) continue;
      father[i] = -1;
      mother[i] = -1;
      needed[f] = 0;
      needed[m] = 0;
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
    const f = father[i] ?? -1;
    const m = mother[i] ?? -1;
    if (needed[i] !== 1 || f < 0) continue;
    if (single[i] !== 2) out[f] = (out[f] ?? 0) + 1;
    if (single[i] !== 1) out[m] = (out[m] ?? 0) + 1;
  }
  return out;
}
