import { foldSubject, parseBody, type PedigreeMember, type Subject } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { compareLines } from './compare-lines.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ids = { remains: uuid(1), father: uuid(2), uncle: uuid(3), mother: uuid(4) } as const;
const relatives: Readonly<Record<string, string | undefined>> = { father: ids.father, uncle: ids.uncle, motherBrother: ids.mother };
const member = (id: string, parents: readonly [string, string] | null, sex: 'male' | 'female' = 'male') => ({ id, father: parents?.[0] ?? null, mother: parents?.[1] ?? null, sex, person: null, profile: null });
const members = [member('grandfather', null), member('grandmother', null, 'female'), member('father', ['grandfather', 'grandmother']), member('uncle', ['grandfather', 'grandmother']), member('mother', null, 'female'), member('motherBrother', null), member('missing', ['father', 'mother'])];
const drawn = members.map(({ id, father, mother, sex }): PedigreeMember => { const relative = relatives[id]; return { id, father, mother, sex, state: 'alive', ...(relative === undefined ? {} : { relative }) }; });

function typed(n: number, owner: Readonly<Record<string, string>>, yHaplotype?: Readonly<Record<string, readonly string[]>>): Subject {
  const body = parseBody({ type: 'profile.typed', basis: 'measured', sampleCode: `S-${n}`, genotypes: { TH01: ['6', '7'] }, ...owner, ...(yHaplotype === undefined ? {} : { yHaplotype }) });
  const folded = foldSubject([{ id: uuid(100 + n), index: n, scope: uuid(50), subject: uuid(200 + n), kind: 'profile', by: uuid(51), device: 'd', at: '2022-10-01T10:00:00+03:00', supersedes: [], files: [], body }]);
  if (folded === null) throw new Error('no subject');
  return folded;
}

const own = typed(1, { remains: ids.remains }, { DYS391: ['10'], DYS385: ['11', '14'], DYS19: ['15'] });
const sources = (profiles: readonly Subject[]) => ({ members, drawn, member: 'missing', profiles, remains: ids.remains });

describe('Y-STR haplotypes of a pair', () => {
  it('stand side by side for relatives of the paternal line, nearest first, with loci that differ and their steps', () => {
    const lines = compareLines(sources([own, typed(2, { relative: ids.uncle }, { DYS391: ['10'], DYS385: ['14', '11'], DYS19: ['16'] }), typed(3, { relative: ids.father }, { DYS391: ['10'] }), typed(4, { relative: ids.mother }, { DYS391: ['9'] })]));
    expect(lines?.compared.map((one) => [one.member, one.transmissions, one.differing])).toEqual([['father', 1, []], ['uncle', 3, ['DYS19']]]);
    expect(lines?.compared[1]?.loci.find((one) => one.locus === 'DYS19')).toEqual({ locus: 'DYS19', relative: ['16'], remains: ['15'], steps: 1 });
    expect(lines?.notCompared).toEqual([{ member: 'motherBrother', reason: 'otherLine' }]);
  });

  it('are nothing where nobody has one, and say so where only the remains or only a relative has', () => {
    expect(compareLines(sources([typed(1, { remains: ids.remains }), typed(2, { relative: ids.father })]))).toBeNull();
    expect(compareLines(sources([own]))).toEqual({ remainsLoci: 3, compared: [], notCompared: [] });
    expect(compareLines(sources([typed(2, { relative: ids.father }, { DYS391: ['10'] })]))?.notCompared).toEqual([{ member: 'father', reason: 'remainsNotTyped' }]);
  });
});
