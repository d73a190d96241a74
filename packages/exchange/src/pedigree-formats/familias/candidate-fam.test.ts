import { answerCase, exportCase, prepareMissingPerson, scoreRemains, seededRandom, simulateFamily, type Individual, type Marker, type Profile } from '@imena/kinship';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../testing/code-of.ts';
import { caseToFam } from './case-to-fam.ts';
import { famToCase } from './fam-to-case.ts';
import { readFam } from './read-fam.ts';
import { writeFam } from './write-fam.ts';

const rates = { model: 'stepwise', rate: 0.002, rate2: 0.000001, range: 0.1 } as const;
const markers: Marker[] = ['TH01', 'FGA', 'SE33'].map((name) => ({ name, chrom: 'autosomal', alleles: ['6', '7', '8', '9', '9.3'], freqs: [0.2, 0.2, 0.3, 0.2, 0.1], mutation: { female: rates, male: rates } }));
const person = (id: string, sex: Individual['sex'], isChild = false): Individual => ({ id, sex, father: isChild ? 'f' : null, mother: isChild ? 'm' : null });
const household = [person('f', 'male'), person('m', 'female'), person('s1', 'male', true), person('s2', 'male', true)];
const drawn = simulateFamily({ pedigree: { name: 'synthetic', individuals: household }, markers, random: seededRandom(4) });

/** A missing son with mother and brother typed, and his remains. */
function candidate(theta: number, remains: Profile = drawn['s1'] ?? {}) {
  const individuals = household.map((one) => (one.id === 'm' || one.id === 's2' ? { ...one, profile: one.id } : one));
  const prepared = prepareMissingPerson({ pedigree: { name: 'synthetic', individuals }, missing: 's1', profiles: { m: drawn['m'] ?? {}, s2: drawn['s2'] ?? {} }, markers, theta });
  return { exported: exportCase({ id: 'synthetic', prepared, profile: remains }), lnLr: scoreRemains(prepared, remains).lnLr };
}

describe('the case of a candidate as a .fam file with a DVI part', () => {
  it.each([0, 0.01])('is read back to the same likelihood ratio, with theta %s', (theta) => {
    const { exported, lnLr } = candidate(theta);
    const text = writeFam(caseToFam(exported));
    expect(text).toContain('[DVI]');
    const { case: made, issues } = famToCase(readFam(new TextEncoder().encode(text), { fileName: 'synthetic.fam' }).file, { id: 'back', fileName: 'synthetic.fam' });
    expect(issues).toEqual([]);
    const answer = answerCase(made);
    if (!('expected' in answer)) throw new Error(answer.refused.code);
    const { pairwiseLR } = answer.expected as { readonly pairwiseLR: Readonly<Record<string, Readonly<Record<string, number>>>> };
    const [row] = Object.values(pairwiseLR);
    const [ratio] = Object.values(row ?? {});
    expect(Math.log(ratio ?? Number.NaN)).toBeCloseTo(lnLr, 9);
  });

  it('is refused in words where an allele of a genotype is not known: the format has no word for that', () => {
    expect(codeOf(() => caseToFam(candidate(0, { ...drawn['s1'], TH01: ['6', null] }).exported))).toBe('exchange.write_genotype');
  });
});
