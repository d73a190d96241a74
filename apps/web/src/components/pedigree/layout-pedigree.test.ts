import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutPedigree, type PedigreeLayout } from './layout-pedigree.ts';
import { neighbourOf } from './neighbour.ts';
import type { PedigreePerson } from './pedigree-person.ts';
import { spread } from './spread.ts';

const person = (id: string, father: string | null = null, mother: string | null = null, sex: PedigreePerson['sex'] = 'unknown'): PedigreePerson => ({ id, father, mother, sex });
const at = (layout: PedigreeLayout, id: string) => {
  const found = layout.people.find((placed) => placed.person.id === id);
  if (found === undefined) throw new Error(`${id} is not placed`);
  return found;
};

const family = [person('father'), person('mother'), person('son', 'father', 'mother'), person('daughter', 'father', 'mother'), person('wife'), person('grandchild', 'son', 'wife')];

describe('the picture of a family', () => {
  it('puts children below their parents and partners beside each other', () => {
    const layout = layoutPedigree(family);
    expect(at(layout, 'son').row).toBe(1);
    expect(at(layout, 'wife').row).toBe(1);
    expect(at(layout, 'grandchild').row).toBe(2);
    expect(Math.abs(at(layout, 'son').x - at(layout, 'wife').x)).toBeLessThan(1.5);
    expect(layout.couples.map((couple) => couple.line.kind)).toEqual(['straight', 'straight']);
  });

  it('hangs an only child under the middle of the parents', () => {
    const layout = layoutPedigree([person('f'), person('m'), person('c', 'f', 'm')]);
    expect(at(layout, 'c').x).toBeCloseTo((at(layout, 'f').x + at(layout, 'm').x) / 2, 6);
  });

  it('stands a person with two partners between them', () => {
    const layout = layoutPedigree([person('a'), person('x'), person('b'), person('ax', 'x', 'a'), person('bx', 'x', 'b')]);
    expect(at(layout, 'a').x).toBeLessThan(at(layout, 'x').x);
    expect(at(layout, 'x').x).toBeLessThan(at(layout, 'b').x);
  });

  it('draws parents of somebody who married in just above them, not at the top of the page', () => {
    const layout = layoutPedigree([...family, person('his'), person('hers'), person('husband', 'his', 'hers'), person('great', 'husband', 'grandchild')]);
    expect(at(layout, 'husband').row).toBe(2);
    expect(at(layout, 'his').row).toBe(1);
  });

  it('draws a couple of father and daughter without losing anybody', () => {
    const layout = layoutPedigree([person('f'), person('m'), person('d', 'f', 'm'), person('c', 'f', 'd')]);
    expect(at(layout, 'c').row).toBeGreaterThan(at(layout, 'd').row);
    expect(layout.couples.find((couple) => couple.mother.person.id === 'd')?.line.kind).toBe('below');
  });

  it('keeps parents above all their children where the same two are written down once the other way round', () => {
    const deep = [person('u'), person('v'), person('y'), person('middle', 'u', 'v'), person('deep', 'middle', 'y')];
    const layout = layoutPedigree([...deep, person('a'), person('b'), person('one', 'a', 'b'), person('other', 'b', 'a'), person('last', 'deep', 'other')]);
    for (const { father, mother, children } of layout.couples) for (const child of children) expect(child.row).toBeGreaterThan(Math.max(father.row, mother.row));
  });

  it('is empty for nobody, and passes over parents who are in no record', () => {
    expect(layoutPedigree([])).toEqual({ people: [], couples: [], width: 0, rows: 0 });
    expect(layoutPedigree([person('c', 'f', 'm')]).couples).toEqual([]);
  });

  it('places every member once, apart from all others, below both parents, in any family', () => {
    const families = fc.integer({ min: 1, max: 30 }).chain((size) =>
      fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.nat()), { minLength: size, maxLength: size }).map((choices) =>
        choices.map(([founder, a, b], index): PedigreePerson => {
          if (founder || index < 2) return person(`p${index}`);
          const father = a % index;
          const mother = b % index;
          return father === mother ? person(`p${index}`) : person(`p${index}`, `p${father}`, `p${mother}`);
        })));
    fc.assert(fc.property(families, (people) => {
      const layout = layoutPedigree(people);
      expect(layout.people).toHaveLength(people.length);
      for (const a of layout.people) {
        expect(Number.isFinite(a.x)).toBe(true);
        for (const b of layout.people) if (a !== b && a.row === b.row) expect(Math.abs(a.x - b.x)).toBeGreaterThan(0.999);
      }
      for (const couple of layout.couples) for (const child of couple.children) expect(child.row).toBeGreaterThan(Math.max(couple.father.row, couple.mother.row));
    }));
  });
});

describe('positions in a row', () => {
  it('are the wished ones where these are far enough apart', () => {
    expect(spread([0, 2, 5], 1)).toEqual([0, 2, 5]);
  });

  it('give way evenly where they are not', () => {
    expect(spread([1, 1], 1)).toEqual([0.5, 1.5]);
    expect(spread([5, 0, 5], 1)).toEqual([2, 3, 5]);
  });
});

describe('arrow keys in the picture', () => {
  it('lead to the next in the row and the nearest above and below, and nowhere at the edge', () => {
    const layout = layoutPedigree(family);
    expect(neighbourOf(layout, 'grandchild', 'up')).toMatch(/son|wife/);
    expect(neighbourOf(layout, 'grandchild', 'down')).toBeNull();
    expect(neighbourOf(layout, 'father', 'right')).toBe('mother');
    expect(neighbourOf(layout, 'nobody', 'up')).toBeNull();
  });
});
