import { foldSubject, parseBody, type PedigreeMember, type Subject } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { compareLines } from './compare-lines.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const ids = { remains: uuid(1), father: uuid(2), uncle: uuid(3), mother: uuid(4) } as const;
const relatives: Readonly<Record<string, string | undefined>> = { father: ids.father, uncle: ids.uncle, motherBrother: ids.mother };
const member = (id: string, parents: readonly [string, string] | null, sex: 'male' | 'female' = 'male') => ({ id, father: parents?.[0] ?? null, mother: parents?.[1] ?? null, sex, person: null, profile: null });
const members = [member('grandfather', null), member('grandmother', null, 'female'), member('father', ['grandfather', 'grandmother']), member('uncle', ['grandfather', 'grandmother']), member('mother', null, 'female'), member('motherBrother', null), member('missing', ['father', 'mother'])];
const drawn = members.map(({ id, father, mother, sex }): PedigreeMember => { const relative = relatives[id]; return { id, father, mother, sex, state: 'alive', ...(relative === undefined ? {} : { relative }) }; });

function typed(n: number, owner: Readonly<Record<string, string>>, yHaplotype?: Readonly<Record<string, readonly string[]>>, more: { readonly mtHaplotype?: object; readonly counts?: readonly object[] } = {}): Subject {
  const body = parseBody({ type: 'profile.typed', basis: 'measured', sampleCode: `S-${n}`, genotypes: { TH01: ['6', '7'] }, ...owner, ...(yHaplotype === undefined ? {} : { yHaplotype }), ...(more.mtHaplotype === undefined ? {} : { mtHaplotype: more.mtHaplotype }) });
  const bodies = [body, ...(more.counts ?? []).map((count) => parseBody({ type: 'profile.haplotype_counted', basis: 'document', ...count }))];
  const folded = foldSubject(bodies.map((one, at) => ({ id: uuid(100 + 20 * n + at), index: n + at, scope: uuid(50), subject: uuid(200 + n), kind: 'profile', by: uuid(51), device: 'd', at: '2022-10-01T10:00:00+03:00', supersedes: [], files: [], body: one })));
  if (folded === null) throw new Error('no subject');
  return folded;
}

const own = typed(1, { remains: ids.remains }, { DYS391: ['10'], DYS385: ['11', '14'], DYS19: ['15'] });
const sources = (profiles: readonly Subject[]) => ({ members, drawn, member: 'missing', profiles, remains: ids.remains });

describe('Y-STR haplotypes of a pair', () => {
  it('stand side by side for relatives of the paternal line, nearest first, with loci that differ and their steps', () => {
    const lines = compareLines(sources([own, typed(2, { relative: ids.uncle }, { DYS391: ['10'], DYS385: ['14', '11'], DYS19: ['16'] }), typed(3, { relative: ids.father }, { DYS391: ['10'] }), typed(4, { relative: ids.mother }, { DYS391: ['9'] })]));
    expect(lines?.compared.map((one) => [one.member, one.transmissions, one.differing])).toEqual([['father', 1, []], ['uncle', 3, ['DYS19']]]);
    const [, uncle] = lines?.compared ?? [];
    expect(uncle?.line === 'paternal' ? uncle.loci.find((one) => one.locus === 'DYS19') : null).toEqual({ locus: 'DYS19', relative: ['16'], remains: ['15'], steps: 1 });
    expect(lines?.notCompared).toEqual([{ line: 'paternal', member: 'motherBrother', reason: 'otherLine' }]);
    expect(lines?.compared.map((one) => [one.log10Lr, one.noRatio])).toEqual([[null, 'noCount'], [null, 'noCount']]);
  });

  it('are nothing where nobody has one, and say so where only the remains or only a relative has', () => {
    expect(compareLines(sources([typed(1, { remains: ids.remains }), typed(2, { relative: ids.father })]))).toBeNull();
    expect(compareLines(sources([own]))).toMatchObject({ remainsLoci: 3, remainsSequence: null, compared: [], notCompared: [] });
    expect(compareLines(sources([typed(2, { relative: ids.father }, { DYS391: ['10'] })]))?.notCompared).toEqual([{ line: 'paternal', member: 'father', reason: 'remainsNotTyped' }]);
  });

  it('have a ratio by the upper bound of a count that the laboratory stated, of several counts by the most careful', () => {
    const count = (database: string, timesSeen: number, databaseSize: number) => ({ lineage: 'paternal', database, timesSeen, databaseSize });
    const counted = typed(1, { remains: ids.remains }, { DYS391: ['10'] }, { counts: [count('large', 0, 100_000), count('small', 0, 1000)] });
    const lines = compareLines(sources([counted, typed(8, { relative: ids.father }, { DYS391: ['10'] })]));
    expect(lines?.counts.paternal).toMatchObject({ database: 'small', upperBound: expect.closeTo(-Math.expm1(Math.log(0.05) / 1000), 12) as number });
    expect(lines?.compared[0]?.log10Lr).toBeGreaterThan(2);
    expect(lines?.compared[0]?.log10Lr).toBeLessThan(Math.log10(1000 / 2.99));
  });
});

describe('mtDNA of a pair', () => {
  const sequence = (...differences: readonly string[]) => ({ mtHaplotype: { ranges: [[16024, 16365]], differences } });

  it('stands beside that of relatives of the maternal line, judged in words, without a ratio where it differs or was not counted', () => {
    const remains = typed(1, { remains: ids.remains }, undefined, sequence('16126C'));
    const mother = drawn.map((one) => (one.id === 'mother' ? { ...one, relative: ids.uncle } : one.id === 'uncle' ? { id: one.id, father: one.father, mother: one.mother, sex: one.sex, state: one.state } : one));
    const compare = (...differences: readonly string[]) => compareLines({ ...sources([remains, typed(2, { relative: ids.uncle }, undefined, sequence(...differences))]), drawn: mother })?.compared[0];
    expect(compare('16126C')).toMatchObject({ line: 'maternal', member: 'mother', positions: 342, differing: [], interpretation: 'notExcluded', log10Lr: null, noRatio: 'noCount' });
    expect(compare('16126C', '16294T', '16311C')).toMatchObject({ differing: ['16294', '16311'], interpretation: 'excluded', noRatio: 'difference' });
  });
});
