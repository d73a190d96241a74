import { couplesOf, generationsOf, type Couple } from './generations.ts';
import { orderRows } from './order-rows.ts';
import type { PedigreePerson } from './pedigree-person.ts';
import { spread } from './spread.ts';

export interface PlacedPerson {
  readonly person: PedigreePerson;
  /** Centre, in units of one place: members of a row stand at least 1 apart, rows exactly 1. */
  readonly x: number;
  readonly row: number;
}

/** A couple's line with the place from which its children hang. */
export interface PlacedCouple {
  readonly father: PlacedPerson;
  readonly mother: PlacedPerson;
  readonly children: readonly PlacedPerson[];
  readonly x: number;
  /** Beside each other the line runs straight; otherwise below the symbols, each such line at a depth of its own (0, 1, ...). */
  readonly line: { readonly kind: 'straight' } | { readonly kind: 'below'; readonly depth: number };
}

export interface PedigreeLayout {
  readonly people: readonly PlacedPerson[];
  readonly couples: readonly PlacedCouple[];
  readonly width: number;
  readonly rows: number;
}

const rounds = 24;

/** Places a family for drawing. The same members in the same order give the same picture; every member is placed once. */
export function layoutPedigree(people: readonly PedigreePerson[]): PedigreeLayout {
  const couples = couplesOf(people);
  const generations = generationsOf(people, couples);
  const rows = orderRows(people, couples, generations);
  const x = new Map<string, number>();
  for (const row of rows) row.forEach((id, place) => x.set(id, place));
  for (let round = 0; round < rounds; round += 1) {
    const down = round % 2 === 0;
    for (const row of down ? rows : [...rows].reverse()) {
      const placed = spread(row.map((id) => wishOf(id, { couples, x, from: down ? 'parents' : 'children' })), 1);
      row.forEach((id, place) => x.set(id, placed[place] ?? place));
    }
  }
  const leftmost = Math.min(...x.values());
  const placedPeople = people.map((person): PlacedPerson => ({ person, x: (x.get(person.id) ?? 0) - leftmost, row: generations.get(person.id) ?? 0 }));
  const byId = new Map(placedPeople.map((placed) => [placed.person.id, placed]));
  return {
    people: placedPeople,
    couples: placeCouples(couples, byId, rows),
    width: placedPeople.length === 0 ? 0 : Math.max(...placedPeople.map((placed) => placed.x)) + 1,
    rows: placedPeople.length === 0 ? 0 : rows.length,
  };
}

interface Wishing {
  readonly couples: readonly Couple[];
  readonly x: ReadonlyMap<string, number>;
  readonly from: 'parents' | 'children';
}

/** Where a member would like to stand: under their parents among siblings, or with a partner above their children. */
function wishOf(id: string, { couples, x, from }: Wishing): number {
  const at = (other: string): number => x.get(other) ?? 0;
  const here = at(id);
  if (from === 'parents') {
    const couple = couples.find((one) => one.children.includes(id));
    if (couple === undefined) return here;
    const centre = mean(couple.children.map(at));
    return here + (at(couple.father) + at(couple.mother)) / 2 - centre;
  }
  const own = couples.filter((one) => one.father === id || one.mother === id);
  return own.length === 0 ? here : here + mean(own.map((one) => mean(one.children.map(at)) - (at(one.father) + at(one.mother)) / 2));
}

function placeCouples(couples: readonly Couple[], byId: ReadonlyMap<string, PlacedPerson>, rows: readonly (readonly string[])[]): PlacedCouple[] {
  let depth = 0;
  return couples.flatMap((couple): PlacedCouple[] => {
    const father = byId.get(couple.father);
    const mother = byId.get(couple.mother);
    if (father === undefined || mother === undefined) return [];
    const row = rows[father.row] ?? [];
    const beside = father.row === mother.row && Math.abs(row.indexOf(couple.father) - row.indexOf(couple.mother)) === 1;
    const children = couple.children.flatMap((id) => byId.get(id) ?? []);
    return [{ father, mother, children, x: (father.x + mother.x) / 2, line: beside ? { kind: 'straight' } : { kind: 'below', depth: depth++ } }];
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
