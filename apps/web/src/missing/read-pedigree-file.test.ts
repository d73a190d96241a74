import { writeFam, writeGedcom } from '@imena/exchange';
import { parseBody } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { linkByName } from './pedigree-edit.ts';
import { readPedigreeFile, type FilePedigree } from './read-pedigree-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const drawn = ({ members }: FilePedigree): string[] => {
  const label = (id: string | null): string => members.find((one) => one.id === id)?.label ?? (id === null ? '-' : 'unnamed');
  return members.map((one) => `${one.label ?? 'unnamed'} ${one.sex}: ${label(one.father)} + ${label(one.mother)}`);
};
const isTaken = ({ members }: FilePedigree): void => { expect(() => parseBody({ type: 'family.pedigree_drawn', basis: 'document', pedigree: [...members] })).not.toThrow(); };

describe('a pedigree from a file', () => {
  it('of PED has each family as one drawing, with issues by row, and nobody is called missing or alive', () => {
    const { pedigrees, issues } = readPedigreeFile(bytes('F1 dad 0 0 1 0\nF1 mum 0 0 2 0\nF1 son dad mum 1 0\nF2 x 0 0 2 0\nF2 x 0 0 2 0\n'), 'families.ped');
    expect(pedigrees.map((one) => one.name)).toEqual(['F1', 'F2']);
    expect(drawn(pedigrees[0] as FilePedigree)).toEqual(['dad male: - + -', 'mum female: - + -', 'son male: dad + mum']);
    expect(new Set(pedigrees.flatMap((one) => one.members.map((member) => member.state)))).toEqual(new Set(['unknown']));
    expect(issues.map((issue) => issue.place.row)).toEqual([5]);
    for (const one of pedigrees) isTaken(one);
  });

  it('of GEDCOM keeps the names, and draws an unnamed father where only a mother is known', () => {
    const pedigree = { name: 'synthetic', individuals: [{ id: 'M', father: null, mother: null, sex: 'female' as const }, { id: 'C', father: null, mother: 'M', sex: 'male' as const }] };
    const { pedigrees: [family] } = readPedigreeFile(bytes(writeGedcom(pedigree, { version: '7.0', names: { M: 'Марія Синтетик', C: 'Петро Синтетик' } })), 'family.ged');
    if (family === undefined) throw new Error('no family');
    expect(drawn(family)).toEqual(['Марія Синтетик female: - + -', 'Петро Синтетик male: unnamed + Марія Синтетик', 'unnamed male: - + -']);
    isTaken(family);
  });

  it('of Familias offers each of its pedigrees', () => {
    const persons = [{ name: 'Mother', sex: 'female' as const, birthYear: -1, isChild: false, flag: false, genotypes: {} }, { name: 'Child', sex: 'male' as const, birthYear: -1, isChild: true, flag: false, genotypes: {} }];
    const none = { extraFemales: 0, extraMales: 0, relations: [] };
    const text = writeFam({ version: '3.2.9', persons, known: none, pedigrees: [{ name: 'Related', ...none, relations: [{ parent: 'Mother', child: 'Child' }] }, { name: 'Unrelated', ...none }], databaseName: null, markers: [], theta: 0, dvi: null, settings: [] });
    const { pedigrees } = readPedigreeFile(bytes(text), 'case.fam');
    expect(pedigrees.map((one) => [one.name, drawn(one).length])).toEqual([['Related', 3], ['Unrelated', 2]]);
    for (const one of pedigrees) isTaken(one);
  });

  it('is linked to the persons and relatives of the register that have a member’s name or code, each once', () => {
    const { pedigrees: [family] } = readPedigreeFile(bytes('F REL-1 0 0 1 0\nF mum 0 0 2 0\nF Петро REL-1 mum 1 0\nF петро REL-1 mum 1 0\n'), 'families.ped');
    const item = (id: string, code: string, title: string) => ({ id, code, title });
    const linked = linkByName(family?.members ?? [], { missing: [item('person', 'AM-1', 'ПЕТРО')], relatives: [item('relative', 'REL-1', 'Іван')] });
    expect(linked.map((one) => [one.relative, one.person, one.state])).toEqual([['relative', undefined, 'unknown'], [undefined, undefined, 'unknown'], [undefined, 'person', 'missing'], [undefined, undefined, 'unknown']]);
  });
});
