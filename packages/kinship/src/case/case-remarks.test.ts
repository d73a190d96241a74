import { describe, expect, it } from 'vitest';
import { answerCase, confirmCase, explainCase, readCase } from '../index.ts';

/** Synthetic: a man, a child, and an allele that the table lacks. */
const given = (change: object = {}): object => ({
  schema: 'kinship-case/1', id: 'synthetic', category: 'b.kinship_lr', theta: 0, reference: 'H2',
  markers: [{ name: 'vWA', chrom: 'autosomal', alleles: ['14', '15', '16'], freqs: [0.5, 0.499, 0.001], mutation: null }],
  profiles: { man: { vWA: ['14', '22'] }, child: { vWA: ['15', '22'] } },
  pedigrees: [
    { name: 'H1', individuals: [{ id: 'F', sex: 'male', father: null, mother: null, profile: 'man' }, { id: 'C', sex: 'male', father: 'F', mother: null, profile: 'child' }] },
    { name: 'H2', individuals: [{ id: 'F', sex: 'male', father: null, mother: null, profile: 'man' }, { id: 'C', sex: 'male', father: null, mother: null, profile: 'child' }] },
  ],
  ...change,
});
const lrOf = (json: object): number => {
  const answer = answerCase(json);
  if (!('expected' in answer)) throw new Error(answer.refused.code);
  return (answer.expected.LR as { H1: { total: number } }).H1.total;
};
const outside = { outsideAllele: { kind: 'minFrequency', value: 0.002 } };

describe('policies of a case', () => {
  it('without any, an allele outside the table is refused; with one its LR is 1 / (4 f) and the answer names policy and allele', () => {
    expect(answerCase(given())).toMatchObject({ refused: { code: 'kinship.outside_allele' } });
    expect(lrOf(given({ policies: outside }))).toBeCloseTo(1 / (4 * 0.002), 9);
    expect(answerCase(given({ policies: outside }))).toMatchObject({
      policies: { ...outside, normalisation: 'asGiven' },
      applied: [{ marker: 'vWA', code: 'outsideAllele', details: { allele: '22', frequency: 0.002 } }],
    });
  });

  it('a least frequency raises rare alleles, and frequencies that sum to 0.9 are divided by it only when the case says so', () => {
    const policies = { ...outside, minimumFrequency: 0.005, normalisation: 'rescale' };
    const scaled = given({ policies, markers: [{ name: 'vWA', chrom: 'autosomal', alleles: ['14', '15', '16'], freqs: [0.45, 0.449, 0.001], mutation: null }] });
    expect(lrOf(scaled)).toBeCloseTo(1 / (4 * 0.005), 9);
    const answer = answerCase(scaled);
    expect('applied' in answer ? answer.applied.map(({ code }) => code) : null).toEqual(['rescaled', 'outsideAllele', 'raised', 'raised']);
    expect(answerCase({ ...scaled, policies: outside })).toMatchObject({ refused: { code: 'kinship.marker.frequency_sum' } });
    expect(explainCase(scaled)?.perMarker[0]?.frequencies['22']).toBe(0.005);
  });

  it('the second solver calculates by the same policies, and a misspelt policy is refused', () => {
    const json = given({ policies: outside });
    expect(confirmCase(readCase(json), Math.log(lrOf(json)))).toMatchObject({ kind: 'agrees' });
    for (const policies of [{ outsideAlleles: {} }, { normalisation: 'scale' }, { outsideAllele: { kind: 'add' } }, { outsideAllele: { kind: 'refuse', value: 0.1 } }])
      expect(answerCase(given({ policies }))).toMatchObject({ refused: { code: 'kinship.case.shape' } });
  });
});

describe('close markers', () => {
  const marker = (name: string): object => ({ name, chrom: 'autosomal', alleles: ['14', '15', '22'], freqs: [0.5, 0.3, 0.2], mutation: null });
  const profiles = { man: { vWA: ['14', '22'], D12S391: ['14', '15'], TH01: ['14', '15'] }, child: { vWA: ['15', '22'], D12S391: ['14', '22'] } };
  const markers = ['vWA', 'D12S391', 'TH01'].map(marker);

  it('that are multiplied as if independent are named with their distance, and not where the case links them or nobody shows one', () => {
    expect(answerCase(given({ markers, profiles }))).toMatchObject({ takenAsIndependent: [{ a: 'vWA', b: 'D12S391', distanceCm: 11.94 }] });
    expect(answerCase(given({ markers, profiles, linkage: { markers: ['vWA', 'D12S391'], rho: 0.1062 } }))).not.toHaveProperty('takenAsIndependent');
    expect(answerCase(given({ markers, profiles: { man: { vWA: ['14', '22'] }, child: { vWA: ['15', '22'] } } }))).not.toHaveProperty('takenAsIndependent');
  });
});
