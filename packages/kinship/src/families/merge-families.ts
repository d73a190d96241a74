import { KinshipError } from '../kinship-error.ts';
import type { Inbreeding, Individual, Pedigree, Sex } from '../types.ts';

/** A family and the person of it who is in question. */
export interface FamilySide {
  readonly pedigree: Pedigree;
  readonly person: string;
}

export interface MergedFamilies {
  /** Both families side by side: ids `A:` and `B:` and nobody in common. */
  readonly apart: Pedigree;
  /** Both families when the two persons are one; who is one stands in `monozygotic`, which also serves several samples of one person. */
  readonly asOne: Pedigree;
  /** Who had to become one person: the two in question, and parents, grandparents and so on whom both families name. */
  readonly identified: readonly (readonly [string, string])[];
}

/**
 * Two families as they are, and as they are if a person of the first is a person of the second.
 * One person has one father and one mother: where both families name them, these become one person too, with all samples of both.
 * Brothers and sisters named by both families stay different people: that they are doubled is not known.
 * @throws KinshipError kinship.families.person {id}, kinship.families.sex {a, b}, kinship.families.inbreeding {id}, kinship.pedigree.own_ancestor
 */
export function mergeFamilies(a: FamilySide, b: FamilySide): MergedFamilies {
  const people = new Map([...rename(a.pedigree, 'A'), ...rename(b.pedigree, 'B')].map((i) => [i.id, i]));
  const inbreeding = { ...renameKeys(a.pedigree.founderInbreeding, 'A'), ...renameKeys(b.pedigree.founderInbreeding, 'B') };
  const twins = [...renameGroups(a.pedigree, 'A'), ...renameGroups(b.pedigree, 'B')];
  const apart = pedigreeOf('apart', [...people.values()], inbreeding, twins);
  const identified = identify([`A:${a.person}`, `B:${b.person}`], people);
  const groups = joinGroups([...twins, ...identified]);
  for (const group of groups) shareParents(group, people, inbreeding);
  return { apart, asOne: pedigreeOf('asOne', [...people.values()], inbreeding, groups), identified };
}

type People = Map<string, Individual>;

/** The pairs of people who are one if the first pair is, ancestors included. */
function identify(first: readonly [string, string], people: People): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [first];
  for (const [x, y] of found) {
    const [a, b] = [personOf(people, x), personOf(people, y)];
    for (const parent of ['father', 'mother'] as const) {
      const pair = [a[parent], b[parent]] as const;
      const isKnown = pair[0] !== null && pair[1] !== null && !found.some(([f, s]) => f === pair[0] && s === pair[1]);
      if (isKnown) found.push([pair[0], pair[1]]);
    }
  }
  return found;
}

function personOf(people: People, id: string): Individual {
  const person = people.get(id);
  if (person === undefined) throw new KinshipError('kinship.families.person', { id: id.slice(2) });
  return person;
}

/** Everybody of a group gets the parents, the sex and the inbreeding that any of them has. */
function shareParents(group: readonly string[], people: People, inbreeding: Record<string, Inbreeding>): void {
  const members = group.map((id) => personOf(people, id));
  const sexes = new Set(members.map(({ sex }) => sex).filter((sex) => sex !== 'unknown'));
  const [sex = 'unknown', other] = [...sexes];
  if (other !== undefined) throw new KinshipError('kinship.families.sex', { a: group[0] ?? '', b: group[1] ?? '' });
  const parents = { father: members.find((m) => m.father !== null)?.father ?? null, mother: members.find((m) => m.mother !== null)?.mother ?? null };
  const inbred = group.find((id) => inbreeding[id] !== undefined);
  if (inbred !== undefined) {
    const value = inbreeding[inbred];
    const isSame = group.every((id) => JSON.stringify(inbreeding[id] ?? value) === JSON.stringify(value));
    if (!isSame || parents.father !== null || parents.mother !== null) throw new KinshipError('kinship.families.inbreeding', { id: inbred });
    for (const id of group) if (value !== undefined) inbreeding[id] = value;
  }
  for (const member of members) people.set(member.id, { ...member, ...parents, sex: sex satisfies Sex });
}

function joinGroups(groups: readonly (readonly string[])[]): string[][] {
  const out: Set<string>[] = [];
  for (const group of groups) {
    const joined = new Set(group);
    for (let i = out.length - 1; i >= 0; i--) {
      const other = out[i];
      if (other === undefined || ![...other].some((id) => joined.has(id))) continue;
      for (const id of other) joined.add(id);
      out.splice(i, 1);
    }
    out.push(joined);
  }
  return out.map((group) => [...group].sort());
}

function rename(pedigree: Pedigree, side: string): Individual[] {
  const to = (id: string | null): string | null => (id === null ? null : `${side}:${id}`);
  return pedigree.individuals.map(({ id, father, mother, sex, profile }) => ({ id: `${side}:${id}`, father: to(father), mother: to(mother), sex, ...(profile === undefined ? {} : { profile: `${side}:${profile}` }) }));
}

function renameKeys<T>(given: Readonly<Record<string, T>> | undefined, side: string): Record<string, T> {
  return Object.fromEntries(Object.entries(given ?? {}).map(([key, value]) => [`${side}:${key}`, value]));
}

function renameGroups({ monozygotic }: Pedigree, side: string): string[][] {
  return (monozygotic ?? []).map((group) => group.map((id) => `${side}:${id}`));
}

function pedigreeOf(name: string, individuals: readonly Individual[], founderInbreeding: Readonly<Record<string, Inbreeding>>, monozygotic: readonly (readonly string[])[]): Pedigree {
  return { name, individuals, founderInbreeding: { ...founderInbreeding }, monozygotic };
}
