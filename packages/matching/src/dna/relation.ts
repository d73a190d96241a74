import type { RunMember } from './types.ts';

/** How a member of a pedigree is related to another, as far as words exist for it. */
export const relations = [
  'father', 'mother', 'son', 'daughter', 'child', 'brother', 'sister', 'sibling', 'half_brother', 'half_sister', 'half_sibling', 'grandson', 'granddaughter', 'grandchild',
  'paternal_grandfather', 'paternal_grandmother', 'maternal_grandfather', 'maternal_grandmother', 'paternal_uncle', 'paternal_aunt', 'maternal_uncle', 'maternal_aunt',
  'nephew', 'niece', 'siblings_child', 'cousin', 'partner', 'relative',
] as const;
export type Relation = (typeof relations)[number];

type Person = Pick<RunMember, 'id' | 'father' | 'mother' | 'sex'>;

/** What one member is to another by the pedigree alone; the nearest relation where there are several; `relative` where there is no word. */
export function relationTo(members: readonly Person[], member: string, to: string): Relation {
  const byId = new Map(members.map((one) => [one.id, one]));
  const self = byId.get(member);
  const other = byId.get(to);
  if (self === undefined || other === undefined) return 'relative';
  const bySex = <M extends Relation, F extends Relation, U extends Relation>(male: M, female: F, unknown: U): M | F | U => (self.sex === 'male' ? male : self.sex === 'female' ? female : unknown);
  const parent = (id: string | null): Person | undefined => (id === null ? undefined : byId.get(id));
  const isChildOf = (child: Person, id: string): boolean => child.father === id || child.mother === id;
  const shared = (a: Person, b: Person): number => Number(a.father !== null && a.father === b.father) + Number(a.mother !== null && a.mother === b.mother);
  if (other.father === member) return 'father';
  if (other.mother === member) return 'mother';
  if (isChildOf(self, to)) return bySex('son', 'daughter', 'child');
  if (shared(self, other) === 2) return bySex('brother', 'sister', 'sibling');
  if (shared(self, other) === 1) return bySex('half_brother', 'half_sister', 'half_sibling');
  for (const [side, id] of [['paternal', other.father], ['maternal', other.mother]] as const) {
    const between = parent(id);
    if (between === undefined) continue;
    if (between.father === member) return `${side}_grandfather`;
    if (between.mother === member) return `${side}_grandmother`;
    if (shared(self, between) > 0) return bySex(`${side}_uncle`, `${side}_aunt`, 'relative');
  }
  const parents = [parent(self.father), parent(self.mother)].filter((one) => one !== undefined);
  if (parents.some((one) => isChildOf(one, to))) return bySex('grandson', 'granddaughter', 'grandchild');
  if (parents.some((one) => shared(one, other) > 0)) return bySex('nephew', 'niece', 'siblings_child');
  const others = [parent(other.father), parent(other.mother)].filter((one) => one !== undefined);
  if (parents.some((one) => others.some((two) => one.id !== two.id && shared(one, two) > 0))) return 'cousin';
  const partners = members.some((child) => isChildOf(child, member) && isChildOf(child, to));
  return partners ? 'partner' : 'relative';
}
