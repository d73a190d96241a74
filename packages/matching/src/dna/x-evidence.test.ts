import type { FrequencyTable } from '@imena/kinship';
import { describe, expect, it } from 'vitest';
import { parameters } from '../testing/invented-case.ts';
import { compareX, type XInput } from './x-evidence.ts';

const even = { alleles: ['11', '12', '13'], freqs: [0.1, 0.6, 0.3] };
const table: FrequencyTable = { id: 'synthetic-x', name: 'Synthetic', source: 'synthetic', licence: 'none', markers: ['DXS8378', 'DXS10135', 'HPRTB', 'DXS9999'].map((name) => ({ name, ...even })) };
const person = (id: string, sex: 'male' | 'female', isChild = false) => ({ id, sex, father: isChild ? 'father' : null, mother: isChild ? 'mother' : null });
const members = [person('father', 'male'), person('mother', 'female'), person('daughter', 'female', true), person('son', 'male', true)];
const input = (over: Partial<XInput>): XInput => ({ members, member: 'daughter', remains: { HPRTB: ['11', '13'] }, relatives: [{ member: 'father', alleles: { HPRTB: ['11'] } }], table, parameters: { ...parameters, mutation: { model: 'none' } }, ...over });

describe('X-STR of a pair', () => {
  it('of a father and his daughter have the closed form 1 / (2 p): he gives his only allele', () => {
    const found = compareX(input({}));
    expect(found?.lnLr).toBeCloseTo(Math.log(1 / (2 * 0.1)), 12);
    expect(found?.confirmation).toBe('agrees');
    expect(compareX(input({ relatives: [{ member: 'father', alleles: { HPRTB: ['11', '11'] } }] }))?.lnLr).toBe(found?.lnLr);
  });

  it('say nothing of a father and his son: the ratio is 1', () => {
    expect(compareX(input({ member: 'son', remains: { HPRTB: ['12'] } }))?.lnLr).toBeCloseTo(0, 12);
  });

  it('count one marker of a linkage group, the one that most relatives are typed at, and none whose place or frequency is not known', () => {
    const found = compareX(input({
      remains: { DXS8378: ['11', '12'], DXS10135: ['12', '12'], DXS9999: ['11', '11'], DXS7423: ['14', '15'], HPRTB: ['11', '13'] },
      relatives: [{ member: 'father', alleles: { DXS8378: ['11'], DXS10135: ['12'], DXS9999: ['11'], DXS7423: ['14'] } }, { member: 'mother', alleles: { DXS10135: ['12', '13'] } }],
    }));
    expect(found?.markers.map(({ marker, notCounted }) => [marker, notCounted])).toEqual([['DXS10135', null], ['DXS7423', 'no_frequencies'], ['DXS8378', 'neighbour_counted'], ['DXS9999', 'place_unknown'], ['HPRTB', 'relatives_not_typed']]);
  });

  it('are shown without a ratio where only one side is typed, are nothing where nobody is, and refuse two alleles of a man in words', () => {
    expect(compareX(input({ remains: null }))).toMatchObject({ lnLr: null, refused: null });
    expect(compareX(input({ remains: null, relatives: [] }))).toBeNull();
    expect(compareX(input({ relatives: [{ member: 'father', alleles: { HPRTB: ['11', '12'] } }] }))?.refused?.code).toBe('kinship.profile.hemizygous');
  });
});
