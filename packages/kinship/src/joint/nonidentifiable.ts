import type { JointFamily } from './types.ts';

/** Missing persons whom no remains could ever be shown to be: related to no typed relative and to no other missing person. */
export function findNonidentifiable(families: readonly JointFamily[]): string[] {
  return families.flatMap((family) => {
    const people = new Map(family.pedigree.individuals.map((i) => [i.id, i]));
    const ancestors = (id: string): Set<string> => {
      const out = new Set<string>();
      const visit = (at: string | null): void => {
        if (at === null || out.has(at)) return;
        out.add(at);
        visit(people.get(at)?.father ?? null);
        visit(people.get(at)?.mother ?? null);
      };
      visit(id);
      return out;
    };
    const own = new Set(family.missing);
    const others = family.pedigree.individuals.filter((i) => i.profile !== undefined || own.has(i.id)).map((i) => ({ id: i.id, line: ancestors(i.id) }));
    return family.missing.filter((id) => {
      const line = ancestors(id);
      return others.every((o) => o.id === id || [...o.line].every((a) => !line.has(a)));
    });
  });
}
