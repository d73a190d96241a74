import type { Couple } from './generations.ts';
import type { PedigreePerson } from './pedigree-person.ts';

/**
 * The members of each row from left to right: partners and full siblings stand together, and those who married into
 * another family stand at the side where it follows.
 */
export function orderRows(people: readonly PedigreePerson[], couples: readonly Couple[], rows: ReadonlyMap<string, number>): string[][] {
  const ordered: string[][] = Array.from({ length: Math.max(0, ...rows.values()) + 1 }, () => []);
  const seen = new Set<string>();
  const hasParents = new Set(couples.flatMap((couple) => couple.children));
  const partnersOf = (id: string): string[] => couples.flatMap(({ father, mother }) => (father === id ? [mother] : mother === id ? [father] : []));
  const put = (id: string): void => {
    seen.add(id);
    ordered[rows.get(id) ?? 0]?.push(id);
  };
  // First those whose partner's family already stands to the left, last those whose partner's family is still to come.
  const side = (id: string): number => {
    const partners = partnersOf(id);
    if (partners.some((partner) => seen.has(partner))) return 0;
    return partners.some((partner) => hasParents.has(partner)) ? 2 : 1;
  };
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    const own = couples.filter((couple) => couple.father === id || couple.mother === id);
    const [first] = own;
    // With several partners the person stands between them.
    if (own.length > 1 && first !== undefined) {
      const partner = first.father === id ? first.mother : first.father;
      if (!seen.has(partner)) put(partner);
    }
    put(id);
    for (const { father, mother } of own) {
      const partner = father === id ? mother : father;
      if (!seen.has(partner)) put(partner);
    }
    for (const couple of own) for (const child of [...couple.children].sort((a, b) => side(a) - side(b))) visit(child);
  };
  const founders = people.filter((person) => !hasParents.has(person.id));
  for (const person of [...founders].sort((a, b) => (rows.get(a.id) ?? 0) - (rows.get(b.id) ?? 0))) {
    // A founder who only married into a family is placed with that family.
    if (partnersOf(person.id).some((partner) => hasParents.has(partner))) continue;
    visit(person.id);
  }
  for (const person of people) visit(person.id);
  return ordered;
}
