import type { PedigreeMember } from '@imena/record';

type Members = readonly PedigreeMember[];

/** A label that no member has: `p1`, `p2` and so on. */
export function freeLabel(members: Members, taken: readonly string[] = []): string {
  const used = new Set([...members.map((member) => member.id), ...taken]);
  let number = 1;
  while (used.has(`p${number}`)) number += 1;
  return `p${number}`;
}

/** A family begins with one person. */
export function firstMember(values: Partial<PedigreeMember> = {}): PedigreeMember {
  return { id: 'p1', father: null, mother: null, sex: 'unknown', state: 'unknown', ...values };
}

function fresh(members: Members, sex: PedigreeMember['sex'], taken: readonly string[] = []): PedigreeMember {
  return { id: freeLabel(members, taken), father: null, mother: null, sex, state: 'unknown' };
}

/** Gives a member both parents; one who has them is left as is, because a person has two. */
export function addParents(members: Members, of: string): Members {
  const child = members.find((member) => member.id === of);
  if (child === undefined || child.father !== null) return members;
  const father = fresh(members, 'male');
  const mother = fresh(members, 'female', [father.id]);
  return [...members.map((member) => (member.id === of ? { ...member, father: father.id, mother: mother.id } : member)), father, mother];
}

/** People with whom a member has children, in the order in which the children stand. */
export function partnersOf(members: Members, of: string): readonly string[] {
  const partners = members.flatMap((member) => (member.father === of && member.mother !== null ? [member.mother] : member.mother === of && member.father !== null ? [member.father] : []));
  return [...new Set(partners)];
}

/**
 * A child of a member and a partner. A partner of the other sex is made where none is given: a child has two parents,
 * and a genetic pedigree names both. Whose sex is not known has no place as father or mother: it must be said first.
 */
export function addChild(members: Members, of: string, partner?: string): Members {
  const parent = members.find((member) => member.id === of);
  if (parent === undefined || parent.sex === 'unknown') return members;
  const known = partner === undefined ? undefined : members.find((member) => member.id === partner);
  const other = known ?? fresh(members, parent.sex === 'male' ? 'female' : 'male');
  const child = { ...fresh(members, 'unknown', [other.id]), father: parent.sex === 'male' ? of : other.id, mother: parent.sex === 'male' ? other.id : of };
  return [...members, ...(known === undefined ? [other] : []), child];
}

/** A further child of the same two parents; parents are made where none are drawn. */
export function addSibling(members: Members, of: string): Members {
  const withParents = addParents(members, of);
  const member = withParents.find((one) => one.id === of);
  if (member === undefined) return members;
  return [...withParents, { ...fresh(withParents, 'unknown'), father: member.father, mother: member.mother }];
}

export function changeMember(members: Members, id: string, change: Partial<PedigreeMember>): Members {
  return members.map((member) => (member.id === id ? withoutEmpty({ ...member, ...change }) : member));
}

function withoutEmpty(member: PedigreeMember): PedigreeMember {
  const { label, stateSource, person, relative, ...rest } = member;
  return {
    ...rest, ...(label === undefined || label === '' ? {} : { label }), ...(stateSource === undefined || stateSource === '' ? {} : { stateSource }),
    ...(person === undefined ? {} : { person }), ...(relative === undefined ? {} : { relative }),
  };
}

/** Why a member cannot be taken out: somebody's parent, or the last one; null when it can. */
export function removalObstacle(members: Members, id: string): 'parent' | 'last' | null {
  if (members.length === 1) return 'last';
  return members.some((member) => member.father === id || member.mother === id) ? 'parent' : null;
}

export function removeMember(members: Members, id: string): Members {
  return removalObstacle(members, id) === null ? members.filter((member) => member.id !== id) : members;
}

export type PedigreeTrouble = { readonly kind: 'sex' | 'state_source' | 'own_ancestor'; readonly id: string };

/** What is wrong or missing in a drawing: a father who is no man, a state nobody is named for, a circle of descent. */
export function troublesOf(members: Members): readonly PedigreeTrouble[] {
  const byId = new Map(members.map((member) => [member.id, member]));
  const sexes = members.flatMap((member): PedigreeTrouble[] => [
    ...(member.father !== null && byId.get(member.father)?.sex !== 'male' ? [{ kind: 'sex' as const, id: member.father }] : []),
    ...(member.mother !== null && byId.get(member.mother)?.sex !== 'female' ? [{ kind: 'sex' as const, id: member.mother }] : []),
  ]);
  const sources = members.filter((member) => member.state !== 'unknown' && member.person === undefined && member.stateSource === undefined).map((member) => ({ kind: 'state_source' as const, id: member.id }));
  const circles = members.filter((member) => isOwnAncestor(byId, member.id)).map((member) => ({ kind: 'own_ancestor' as const, id: member.id }));
  return [...new Map([...sexes, ...sources, ...circles].map((trouble) => [`${trouble.kind} ${trouble.id}`, trouble])).values()];
}

function isOwnAncestor(byId: ReadonlyMap<string, PedigreeMember>, id: string): boolean {
  const seen = new Set<string>();
  const above = [byId.get(id)?.father, byId.get(id)?.mother];
  while (above.length > 0) {
    const next = above.pop();
    if (next === undefined || next === null || seen.has(next)) continue;
    if (next === id) return true;
    seen.add(next);
    above.push(byId.get(next)?.father, byId.get(next)?.mother);
  }
  return false;
}

interface Named {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** Links members whose label is the name or code of a missing person or a relative of the family; each is linked once, and a person looks at it. */
export function linkByName(members: Members, { missing, relatives }: { readonly missing: readonly Named[]; readonly relatives: readonly Named[] }): Members {
  const used = new Set<string>();
  const find = (items: readonly Named[], label: string | undefined): Named | undefined => {
    const wanted = label?.trim().toLocaleLowerCase() ?? '';
    const found = wanted === '' ? undefined : items.find((item) => !used.has(item.id) && [item.code, item.title].some((text) => text.trim().toLocaleLowerCase() === wanted));
    if (found !== undefined) used.add(found.id);
    return found;
  };
  return members.map((member) => {
    const person = find(missing, member.label);
    const relative = person === undefined ? find(relatives, member.label) : undefined;
    return { ...member, ...(person === undefined ? {} : { person: person.id, label: person.title.slice(0, 120), state: 'missing' as const }), ...(relative === undefined ? {} : { relative: relative.id, label: relative.title.slice(0, 120) }) };
  });
}
