import type { Individual, Pedigree } from '@imena/kinship';
import { refuse } from '@imena/problem';

/** Refuses a family in which somebody is their own ancestor (`exchange.pedigree_cycle`). Takes linear time, no recursion. */
export function refuseCycle(individuals: readonly Individual[]): void {
  const waiting = new Map(individuals.map(({ id, father, mother }) => [id, Number(father !== null) + Number(mother !== null)]));
  const children = new Map<string, string[]>();
  for (const { id, father, mother } of individuals) {
    for (const parent of [father, mother]) {
      if (parent === null) continue;
      const list = children.get(parent);
      if (list === undefined) children.set(parent, [id]);
      else list.push(id);
    }
  }
  const ready = individuals.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    waiting.delete(id);
    for (const child of children.get(id) ?? []) {
      const left = (waiting.get(child) ?? 0) - 1;
      waiting.set(child, left);
      if (left === 0) ready.push(child);
    }
  }
  const [person] = waiting.keys();
  if (person !== undefined) refuse('exchange.pedigree_cycle', { person });
}

/** Refuses what a format of bare pedigrees has no place for (`exchange.write_pedigree_extra`, `exchange.pedigree_person_unknown`). */
export function checkBare({ individuals, monozygotic = [], founderInbreeding = {} }: Pedigree): void {
  if (monozygotic.length > 0 || Object.keys(founderInbreeding).length > 0) refuse('exchange.write_pedigree_extra');
  const sexes = new Map(individuals.map(({ id, sex }) => [id, sex]));
  if (sexes.size !== individuals.length) refuse('exchange.pedigree_person_twice', { person: individuals.find(({ id }, at) => individuals.findIndex((one) => one.id === id) !== at)?.id ?? '' });
  for (const { id, father, mother } of individuals) {
    for (const parent of [father, mother]) if (parent !== null && !sexes.has(parent)) refuse('exchange.pedigree_person_unknown', { person: parent });
    if (sexes.get(father ?? '') === 'female' || sexes.get(mother ?? '') === 'male' || (father !== null && father === mother)) refuse('exchange.pedigree_parents', { person: id });
  }
  refuseCycle(individuals);
}
