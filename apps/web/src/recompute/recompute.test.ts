import { caseToFam, writeFam } from '@imena/exchange';
import { exportCase, prepareMissingPerson, scoreRemains, type KinshipCase } from '@imena/kinship';
import { ProblemError } from '@imena/problem';
import { describe, expect, it } from 'vitest';
import { compareNumbers, worstOf } from './compare-numbers.ts';
import { readCaseFile } from './read-case-file.ts';
import { recomputeCase, type RecomputedPedigrees } from './recompute-case.ts';

const step = { model: 'stepwise', rate: 0.002, rate2: 0.000001, range: 0.1 } as const;
const marker = (name: string, freqs: readonly number[]) => ({ name, chrom: 'autosomal' as const, alleles: freqs.map((_, i) => String(10 + i)), freqs, mutation: { female: step, male: step } });
const markers = [marker('D1', [0.1, 0.2, 0.3, 0.4]), marker('D2', [0.25, 0.25, 0.5]), marker('D3', [0.05, 0.15, 0.35, 0.45])];
const pedigree = {
  name: 'synthetic family',
  individuals: [{ id: 'father', father: null, mother: null, sex: 'male' }, { id: 'mother', father: null, mother: null, sex: 'female', profile: 'mother' }, { id: 'missing', father: 'father', mother: 'mother', sex: 'male' }, { id: 'brother', father: 'father', mother: 'mother', sex: 'male', profile: 'brother' }],
} as const;
const profiles = { mother: { D1: ['10', '11'], D2: ['11', '12'], D3: ['10', '13'] }, brother: { D1: ['11', '13'], D2: ['10', '12'], D3: ['12', '13'] } } as const;
const remains = { D1: ['10', '13'], D2: ['12', '12'], D3: ['10', '12'] } as const;
const prepared = prepareMissingPerson({ pedigree, missing: 'missing', profiles, markers, theta: 0.01 });
const exported = exportCase({ id: 'synthetic', prepared, profile: remains });
const pedigreesOf = (json: unknown): RecomputedPedigrees => {
  const result = recomputeCase(json);
  if (result.kind !== 'pedigrees') throw new Error('not a case of pedigrees');
  return result;
};

describe('a calculation computed again outside the server', () => {
  it('has every digit of the run, in sum and at every marker, and the second algorithm agrees', () => {
    const score = scoreRemains(prepared, remains);
    const opened = readCaseFile(new TextEncoder().encode(`\uFEFF${JSON.stringify(exported)}`), 'case.json');
    const { ratios: [ratio], secondRefused, markers: facts } = pedigreesOf(opened.json);
    expect(ratio?.total.first).toBe(score.lnLr);
    expect(ratio?.parts.map((part) => [part.name, part.first])).toEqual(score.perMarker.map((one) => [one.marker, one.lnLr]));
    expect(secondRefused).toBeNull();
    for (const { first, second } of [...(ratio?.parts ?? []), ratio?.total ?? { first: 0, second: null }]) expect(compareNumbers(first, second ?? Number.NaN).kind).not.toBe('differs');
    expect(facts[0]).toMatchObject({ name: 'D1', mutation: { female: 'stepwise 0.002' }, alleles: expect.arrayContaining([{ allele: '13', frequency: 0.4 }]) as unknown });
  });

  it('is calculated with the drop-out and drop-in that the file states, by both algorithms, and says so at every marker', () => {
    const typing = { dropOut: 0.2, dropIn: 0.01, markers: { D2: { dropOut: 0.4 } } };
    const bone = { ...remains, D1: ['13', '13'] } as const;
    const { ratios: [ratio], secondRefused, markers: facts } = pedigreesOf(JSON.parse(JSON.stringify(exportCase({ id: 'bone', prepared, profile: bone, typing }))) as unknown);
    expect(ratio?.total.first).toBe(scoreRemains(prepared, bone, typing).lnLr);
    expect(ratio?.total.first).not.toBe(scoreRemains(prepared, bone).lnLr);
    expect(secondRefused).toBeNull();
    expect(compareNumbers(ratio?.total.first ?? Number.NaN, ratio?.total.second ?? Number.NaN).kind).not.toBe('differs');
    const modelOf = (marker: string, profile: string) => facts.find((one) => one.name === marker)?.genotypes.find((one) => one.profile === profile)?.typing;
    expect([modelOf('D1', 'remains'), modelOf('D2', 'remains'), modelOf('D1', 'mother')]).toMatchObject([{ dropOut: 0.2, dropIn: 0.01 }, { dropOut: 0.4 }, null]);
  });

  it('says so when a number was changed on the way, however little, and never calls that rounding', () => {
    const changed: KinshipCase = { ...exported, markers: exported.markers.map((one, place) => (place === 0 ? { ...one, freqs: [0.100001, 0.2, 0.3, 0.399999] } : one)) };
    const before = pedigreesOf(exported).ratios[0]?.total.first ?? Number.NaN;
    expect(compareNumbers(pedigreesOf(changed).ratios[0]?.total.first ?? Number.NaN, before).kind).toBe('differs');
    expect(worstOf([{ kind: 'rounding', difference: 1e-10 }, { kind: 'differs', difference: 1e-8 }, { kind: 'same' }])).toEqual({ kind: 'differs', difference: 1e-8 });
  });

  it('is the same from a Familias file', () => {
    const child = { id: 'remains', father: 'father', mother: 'mother', sex: 'male', profile: 'remains' } as const;
    const others = pedigree.individuals.filter((one) => one.id !== 'missing');
    const hypotheses = [{ name: 'H1', individuals: [...others, child] }, { name: 'H2', individuals: [...others, { ...child, father: null, mother: null }] }];
    const withoutTheta: KinshipCase = { schema: 'kinship-case/1', id: 'two', category: 'b.kinship_lr', theta: 0, markers, profiles: { ...profiles, remains }, pedigrees: hypotheses, reference: 'H2' };
    const { json, issues } = readCaseFile(new TextEncoder().encode(writeFam(caseToFam(withoutTheta))), 'synthetic.FAM');
    expect(issues).toEqual([]);
    const [there, here] = [pedigreesOf(withoutTheta).ratios[0], pedigreesOf(json).ratios[0]];
    expect(compareNumbers(there?.total.first ?? 0, here?.total.first ?? 1).kind).not.toBe('differs');
    expect(here?.parts.length).toBe(3);
  });

  it('refuses by code what is no case, and a case without pedigrees', () => {
    const code = (compute: () => unknown): string => { try { compute(); return 'none'; } catch (error) { return error instanceof ProblemError ? error.problem.code : String(error); } };
    expect(code(() => readCaseFile(new TextEncoder().encode('{"a":1,"a":2}'), 'x.json'))).toBe('json.duplicate_key');
    expect(code(() => readCaseFile(new TextEncoder().encode('nothing'), 'x.fam'))).toMatch(/^exchange\./);
    expect(code(() => recomputeCase({ schema: 'kinship-case/1' }))).toMatch(/^kinship\.case/);
    expect(code(() => recomputeCase({ schema: 'kinship-case/1', id: 'm', category: 'm.mutation_matrix', alleles: ['1', '2'], freqs: [0.5, 0.5], parameters: { model: 'equal', rate: 0.1 } }))).toBe('web.case_kind');
  });

  it('of several remains and families shows every posterior, and each row sums to one', () => {
    const dvi = { pm: [{ id: 'V1', sex: 'male', profile: 'remains' }], am: [{ name: 'F1', individuals: pedigree.individuals }], missing: ['missing'] };
    const result = recomputeCase({ schema: 'kinship-case/1', id: 'joint', category: 'd.dvi', theta: 0, markers, profiles: { ...profiles, remains }, pedigrees: [], dvi });
    if (result.kind !== 'joint') throw new Error('not a joint case');
    expect(result.method.kind).toBe('exact');
    expect(result.posterior[0]?.reduce((x, y) => x + y, 0)).toBeCloseTo(1, 12);
    expect(result.missing).toEqual(['missing']);
  });
});
