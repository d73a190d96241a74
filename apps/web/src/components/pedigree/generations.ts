import type { PedigreePerson } from './pedigree-person.ts';

export interface Couple {
  readonly father: string;
  readonly mother: string;
  readonly children: readonly string[];
}

/** Couples with their children, in the order in which the members are given; parents who are nobody's record are passed over. */
export function couplesOf(people: readonly PedigreePerson[]): Couple[] {
  const known = new Set(people.map((person) => person.id));
  const couples = new Map<string, { father: string; mother: string; children: string[] }>();
  for (const { id, father, mother } of people) {
    if (father === null || mother === null || !known.has(father) || !known.has(mother)) continue;
    const key = JSON.stringify([father, mother]);
    const couple = couples.get(key) ?? { father, mother, children: [] };
    couple.children.push(id);
    couples.set(key, couple);
  }
  return [...couples.values()];
}

/**
 * The row of each member: children stand below both parents, partners beside each other wherever that is possible.
 * Where it is not (a couple of two generations in a loop), partners keep rows of their own.
 */
export function generationsOf(people: readonly PedigreePerson[], couples: readonly Couple[]): ReadonlyMap<string, number> {
  return settle(people, couples, 'partners_level') ?? settle(people, couples, 'partners_free') ?? new Map(people.map((person) => [person.id, 0]));
}

function settle(people: readonly PedigreePerson[], couples: readonly Couple[], partners: 'partners_level' | 'partners_free'): Map<string, number> | null {
  const rows = new Map(people.map((person) => [person.id, 0]));
  const row = (id: string): number => rows.get(id) ?? 0;
  /** The members that stand too high, each with the row they must reach. */
  const tooHigh = (): (readonly [string, number])[] =>
    couples.flatMap(({ father, mother, children }) => {
      const deepest = Math.max(row(father), row(mother));
      const level = partners === 'partners_level' ? [father, mother].map((parent) => [parent, deepest] as const) : [];
      return [...level, ...children.map((child) => [child, deepest + 1] as const)].filter(([id, least]) => row(id) < least);
    });
  // Each round settles at least one more generation; more rounds than members mean a loop that has no answer.
  for (let round = 0; round <= 2 * people.length; round += 1) {
    const moves = tooHigh();
    if (moves.length === 0) return sinkFounders(rows, couples);
    for (const [id, least] of moves) rows.set(id, Math.max(row(id), least));
  }
  return null;
}

/** Founders without a level partner are drawn just above their first child, not at the top of the page. */
function sinkFounders(rows: Map<string, number>, couples: readonly Couple[]): Map<string, number> {
  const isChild = new Set(couples.flatMap((couple) => couple.children));
  const row = (id: string): number => rows.get(id) ?? 0;
  for (const couple of couples) {
    const { father, mother, children } = couple;
    if (isChild.has(father) || isChild.has(mother)) continue;
    // A person of unknown sex can stand as father of one child and as mother of another.
    const elsewhere = couples.some((other) => other !== couple && [other.father, other.mother].some((id) => id === father || id === mother));
    if (elsewhere) continue;
    const highest = Math.min(...children.map(row)) - 1;
    rows.set(father, highest);
    rows.set(mother, highest);
  }
  return rows;
}
