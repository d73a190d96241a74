import { advise, shippedFrequencyTables, type FrequencyTable } from '@imena/kinship';
import { describe, expect, it } from 'vitest';
import { adviceInput, adviceMarkers, listAdvice, type AdvisedCase } from './advice.ts';
import { relationTo } from './relation.ts';
import type { RunMember, RunParameters } from './types.ts';

const tables = shippedFrequencyTables();
const table: FrequencyTable = tables.find((one) => one.id === 'norstr-2023-europe') ?? (() => { throw new Error('no table'); })();
const parameters: RunParameters = { frequencyTable: table.id, theta: 0.01, minLog10Lr: 3, expectedMissing: 120, minimumFrequency: 0.001, mutation: { model: 'per_locus' }, minMarkers: 6 };
const person = (id: string, sex: RunMember['sex'], parents: readonly [string, string] | null, profile: string | null = null): RunMember => ({ id, sex, father: parents?.[0] ?? null, mother: parents?.[1] ?? null, person: null, profile });
/** Invented: a missing man, his brother who is missing too, parents, a grandfather, uncle, cousin, half sister, partner and son. */
const members = [
  person('grandfather', 'male', null), person('grandmother', 'female', null), person('father', 'male', ['grandfather', 'grandmother']), person('uncle', 'male', ['grandfather', 'grandmother'], 'P-uncle'), person('aunt', 'female', null), person('cousin', 'female', ['uncle', 'aunt']),
  person('mother', 'female', null), person('missing', 'male', ['father', 'mother']), person('brother', 'male', ['father', 'mother']), person('other', 'female', null), person('half', 'female', ['father', 'other']), person('wife', 'female', null), person('son', 'male', ['missing', 'wife']),
];
const family = { family: 'F', members, missing: [{ person: 'p1', member: 'missing' }, { person: 'p2', member: 'brother' }] };
const uncle = { profile: 'P-uncle', of: 'uncle', genotypes: { D3S1358: ['15', '16'], vWA: ['17', '18'], FGA: ['21', '22'], TH01: ['6', '9.3'], D8S1179: ['13', '13'], D18S51: ['14', '15'] } } as const;
const remains = { profile: 'P-remains', of: 'remains', genotypes: { D3S1358: ['15', '17'], vWA: ['17', '17'], FGA: ['21', '24'], TH01: ['6', '7'] } } as const;
const stuck: AdvisedCase = { input: { parameters, references: [uncle] }, family, member: 'missing', remains, table };

describe('advice for a case below the threshold', () => {
  it('names each relative by what they are to the missing person', () => {
    const names = ['father', 'mother', 'brother', 'half', 'grandfather', 'grandmother', 'uncle', 'cousin', 'wife', 'son'].map((id) => relationTo(members, id, 'missing'));
    expect(names).toEqual(['father', 'mother', 'brother', 'half_sister', 'paternal_grandfather', 'paternal_grandmother', 'paternal_uncle', 'cousin', 'partner', 'son']);
    expect(relationTo(members, 'missing', 'uncle')).toBe('nephew');
    expect(relationTo(members, 'son', 'father')).toBe('grandson');
    expect(relationTo(members, 'aunt', 'missing')).toBe('relative');
  });

  it('asks no one who is typed or missing, offers a second bone for the markers that the remains lack, and kits by what they add', () => {
    const choices = listAdvice(stuck);
    const relatives = choices.flatMap((one) => (one.kind === 'relative' ? [one.member] : []));
    expect(relatives).not.toContain('uncle');
    expect(relatives).not.toContain('brother');
    expect(relatives).not.toContain('missing');
    expect(relatives).toHaveLength(members.length - 3);
    const bone = choices.find((one) => one.kind === 'second_bone');
    expect([...(bone?.kind === 'second_bone' ? bone.markers : [])].sort()).toEqual(['D18S51', 'D8S1179']);
    const kits = choices.flatMap((one) => (one.kind === 'kit' ? [one.markers] : []));
    expect(kits).toHaveLength(2);
    expect(kits.flat()).not.toContain('FGA');
  });

  it('is computed against the LR that the posterior needs with the prior of the run: a son would decide, a wife would not', () => {
    const results = (member: string) => {
      const choice = listAdvice(stuck).find((one) => one.kind === 'relative' && one.member === member);
      if (choice === undefined) throw new Error(member);
      const input = adviceInput(stuck, choice, 0.9995);
      expect(input.lnThreshold).toBeCloseTo(Math.log((0.9995 / 0.0005) * 119), 9);
      expect(input.theta).toBe(stuck.input.parameters.theta);
      return advise({ ...input, simulations: 200 });
    };
    const [now, son] = results('son');
    expect(now?.passes.mean).toBe(0);
    expect(son?.log10Lr.mean).toBeGreaterThan((now?.log10Lr.mean ?? Number.NaN) + 0.5);
    // She tells only which alleles are common in the subpopulation.
    expect(results('wife')[1]?.log10Lr.mean).toBeCloseTo(now?.log10Lr.mean ?? Number.NaN, 2);
  });

  it('where nobody is typed yet takes the richest kit, and says which', () => {
    const untyped: AdvisedCase = { ...stuck, remains: null, family: { ...family, members: members.map((one) => ({ ...one, profile: null })) } };
    const { kit, markers } = adviceMarkers(untyped);
    expect(kit).not.toBeNull();
    expect(markers.length).toBeGreaterThan(15);
    expect(listAdvice(untyped).every((one) => one.kind === 'relative')).toBe(true);
  });
});
