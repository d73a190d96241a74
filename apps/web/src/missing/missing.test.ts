import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBody, type PedigreeMember } from '@imena/record';
import { compareColumns } from './compare-reports.ts';
import { changeName, filledNames, searchWords } from './name-parts.ts';
import { addChild, addParents, addSibling, changeMember, firstMember, partnersOf, removalObstacle, removeMember, troublesOf } from './pedigree-edit.ts';
import { nextPersonNumber, personCode } from '@imena/record';

const start: readonly PedigreeMember[] = [firstMember({ sex: 'male', label: 'Synthetic' })];

describe('drawing a pedigree', () => {
  it('gives both parents or none, and parents only once', () => {
    const family = addParents(start, 'p1');
    expect(family).toHaveLength(3);
    expect(family[0]).toMatchObject({ father: 'p2', mother: 'p3' });
    expect(addParents(family, 'p1')).toBe(family);
  });
  it('makes a sibling a child of the same two parents', () => {
    const family = addSibling(start, 'p1');
    expect(family).toHaveLength(4);
    expect([family[3]?.father, family[3]?.mother]).toEqual([family[0]?.father, family[0]?.mother]);
  });
  it('gives a child two parents, and a further child of the same couple no third one', () => {
    const one = addChild(start, 'p1');
    const partner = partnersOf(one, 'p1');
    expect(partner).toHaveLength(1);
    expect(addChild(one, 'p1', partner[0])).toHaveLength(4);
    expect(addChild(one, 'p1')).toHaveLength(5);
  });
  it('asks for the sex before somebody becomes a father or mother', () => {
    const unknown = [firstMember()];
    expect(addChild(unknown, 'p1')).toBe(unknown);
  });
  it('takes nobody out who is a parent, and not the last one', () => {
    const family = addParents(start, 'p1');
    expect(removalObstacle(family, 'p2')).toBe('parent');
    expect(removeMember(family, 'p2')).toBe(family);
    expect(removeMember(family, 'p1')).toHaveLength(2);
    expect(removalObstacle(start, 'p1')).toBe('last');
  });
  it('names a state that nobody is named for, and a mother who is a man', () => {
    const family = changeMember(changeMember(addParents(start, 'p1'), 'p2', { state: 'dead' }), 'p3', { sex: 'male' });
    expect(troublesOf(family)).toEqual([{ kind: 'sex', id: 'p3' }, { kind: 'state_source', id: 'p2' }]);
    expect(troublesOf([{ ...firstMember({ sex: 'male' }), father: 'p1', mother: 'p1' }]).map((one) => one.kind)).toContain('own_ancestor');
  });
  it('always gives a pedigree that the ledger takes and where nobody descends from themselves, whatever is pressed', () => {
    const actions = { parents: addParents, child: (members: readonly PedigreeMember[], id: string) => addChild(members, id, partnersOf(members, id)[0]), sibling: addSibling, remove: removeMember } as const;
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('parents', 'child', 'sibling', 'remove'), fc.nat()), { maxLength: 20 }), (pressed) => {
      let family = start;
      for (const [action, at] of pressed) family = actions[action](family, family[at % family.length]?.id ?? 'p1');
      expect(new Set(family.map((member) => member.id)).size).toBe(family.length);
      expect(() => parseBody({ type: 'family.pedigree_drawn', basis: 'told', pedigree: family })).not.toThrow();
      expect(family.every((member) => (member.father === null) === (member.mother === null))).toBe(true);
      expect(troublesOf(family).filter((one) => one.kind === 'own_ancestor')).toEqual([]);
    }));
  });
});

describe('reports beside each other', () => {
  it('differ only where both say something and say different things', () => {
    const rows = compareColumns([(field) => ({ hair: 'fair', eyes: 'grey' })[field], (field) => ({ hair: 'dark', marks: 'scar' })[field]]);
    expect(rows.map((row) => [row.field, row.agreement])).toEqual([['hair', 'differ'], ['eyes', 'same'], ['marks', 'same']]);
  });
});

describe('names of missing persons', () => {
  it('take their script from their letters, until the letters do not tell', () => {
    expect(changeName({ kind: 'as_said', script: 'Cyrl' }, 'surname', 'Syntetyk')).toMatchObject({ script: 'Latn' });
    expect(changeName({ kind: 'as_said', script: 'Cyrl', surname: 'Синтетик' }, 'given', 'X')).toMatchObject({ script: 'Cyrl' });
  });
  it('leave empty forms out of the statement', () => {
    expect(filledNames([{ kind: 'as_said', script: 'Cyrl' }, { kind: 'legal', script: 'Cyrl', surname: 'Синтетик', given: 'Олена' }])).toHaveLength(1);
    expect(searchWords([{ surname: 'Синтетик', given: 'Олена' }])).toBe('Синтетик Олена');
  });
  it('get codes above all that are in use', () => {
    expect(personCode(nextPersonNumber(['AM-0007', 'AM-0120', 'police 9999']))).toBe('AM-0121');
  });
});
