import { KinshipError } from '../kinship-error.ts';
import type { Inbreeding, Pedigree, Sex } from '../types.ts';

/** A checked pedigree by number: -1 for no parent; a parent known alone got an untyped, unnamed partner. */
export interface Family {
  readonly ids: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly father: Int32Array;
  readonly mother: Int32Array;
  readonly sex: readonly Sex[];
  /** Profile key of each person, null without one. */
  readonly profile: readonly (string | null)[];
  /** Inbreeding coefficients of each person, null without any. */
  readonly inbreeding: readonly (Inbreeding | null)[];
  /** The first of the monozygotic group each person belongs to; themselves without one. */
  readonly twinOf: Int32Array;
}

/** Larger families are refused: what walks the pedigree goes one call deeper each generation. */
const peopleLimit = 2000;

/**
 * Checks a pedigree and numbers its people: unique ids, parents present and of fitting sex, nobody their own ancestor.
 * @throws KinshipError kinship.pedigree.*
 */
export function readFamily(pedigree: Pedigree): Family {
  const known = families.get(pedigree);
  if (known !== undefined) return known;
  const made = makeFamily(pedigree);
  families.set(pedigree, made);
  return made;
}

// A memo, not state: a pedigree is never changed in place, and frames and what hangs on them are kept with its family.
const families = new WeakMap<Pedigree, Family>();

function makeFamily(pedigree: Pedigree): Family {
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
  const base = { ids, index, father: Int32Array.from(father), mother: Int32Array.from(mother), sex, profile };
  const family = { ...base, inbreeding: readInbreeding(pedigree, base), twinOf: readTwins(pedigree, base) };
  refuseCycle(family, pedigree.name);
  return family;
}

type Base = Omit<Family, 'inbreeding' | 'twinOf'>;

function readInbreeding(pedigree: Pedigree, family: Base): (Inbreeding | null)[] {
  const out: (Inbreeding | null)[] = family.ids.map(() => null);
  for (const [id, given] of Object.entries(pedigree.founderInbreeding ?? {})) {
    const at = family.index.get(id);
    if (at === undefined || (family.father[at] ?? -1) >= 0) throw new KinshipError('kinship.pedigree.inbreeding_not_founder', { pedigree: pedigree.name, id });
    for (const f of [given.autosomal ?? 0, given.x ?? 0]) if (!(f >= 0 && f <= 1)) throw new KinshipError('kinship.pedigree.inbreeding', { pedigree: pedigree.name, id, value: String(f) });
    out[at] = given;
  }
  return out;
}

function readTwins(pedigree: Pedigree, family: Base): Int32Array {
  const out = Int32Array.from(family.ids, (_, i) => i);
  const grouped = new Set<number>();
  for (const group of pedigree.monozygotic ?? []) {
    const members = group.map((id) => {
      const at = family.index.get(id);
      if (at === undefined || grouped.has(at)) throw new KinshipError('kinship.pedigree.twins', { pedigree: pedigree.name, id });
      grouped.add(at);
      return at;
    });
    const first = Math.min(...members);
    for (const i of members) {
      // Two children entered with the same parent known alone have each got an unnamed partner: they are one person here.
      const same = (parents: Int32Array): boolean => parents[i] === parents[first] || (family.ids[parents[i] ?? -1] === '' && family.ids[parents[first] ?? -1] === '');
      if (!same(family.father) || !same(family.mother) || family.sex[i] !== family.sex[first]) throw new KinshipError('kinship.pedigree.twins', { pedigree: pedigree.name, id: family.ids[i] ?? '' });
      out[i] = first;
    }
  }
  return out;
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
