import { describe, expect, it } from 'vitest';
import { answerCase } from './answer-case.ts';
import { explainCase } from './explain-case.ts';

const step = { model: 'stepwise', rate: 0.002, rate2: 1e-6, range: 0.1 };
const marker = (name: string): object => ({ name, chrom: 'autosomal', alleles: ['8', '9', '9.3', '10'], freqs: [0.1, 0.2, 0.3, 0.4], mutation: { female: step, male: step } });
const person = (id: string, sex: string, father: string | null, mother: string | null, profile?: string): object => ({ id, sex, father, mother, ...(profile === undefined ? {} : { profile }) });

/** Synthetic: a child, its mother and two men. */
const base = {
  schema: 'kinship-case/1', id: 'synthetic', category: 'a.paternity', theta: 0.01, markers: ['M1', 'M2', 'M3'].map(marker), reference: 'H2',
  profiles: { child: { M1: ['8', '9'], M2: ['10', '10'], M4: ['1', '2'] }, mother: { M1: ['9', '9'], M2: ['9.3', '10'] }, man: { M1: ['8', '10'], M2: ['8', '9'] } },
  pedigrees: [
    { name: 'H1', individuals: [person('F', 'male', null, null, 'man'), person('M', 'female', null, null, 'mother'), person('C', 'male', 'F', 'M', 'child')] },
    { name: 'H2', individuals: [person('F', 'male', null, null, 'man'), person('M', 'female', null, null, 'mother'), person('C', 'male', 'X', 'M', 'child'), person('X', 'male', null, null)] },
  ],
};

describe('what a number rests on', () => {
  it('each marker tells genotypes, frequencies of the alleles seen, mutation model, algorithm and its part under each hypothesis', () => {
    const detail = explainCase(base);
    const [first, , third] = detail?.perMarker ?? [];
    expect(first).toMatchObject({ marker: 'M1', observations: { child: ['8', '9'], mother: ['9', '9'], man: ['8', '10'] }, frequencies: { '8': 0.1, '9': 0.2, '10': 0.4 }, alleles: 4, mutation: { male: step } });
    expect(first?.hypotheses.H1?.algorithm).toBe('walk');
    expect(third?.hypotheses.H1).toEqual({ lnLik: 0, algorithm: 'nothingSeen', notes: [{ code: 'notTyped', details: {} }] });
  });

  it('the parts are those of the answer, digit by digit, and a marker without frequencies is named there', () => {
    const answer = answerCase(base);
    if (!('expected' in answer)) throw new Error('the case was refused');
    for (const name of ['H1', 'H2']) {
      const parts = Object.fromEntries((explainCase(base)?.perMarker ?? []).map((m) => [m.marker, m.hypotheses[name]?.lnLik]));
      expect(answer.expected[name]).toMatchObject({ lnLik: parts });
    }
    expect(answer.dropped).toEqual([{ marker: 'M4', reason: 'noFrequencies', profiles: ['child'] }]);
  });

  it('of a missing person, drop-out is told at each number as in any other case', () => {
    const stranger = { name: 'H2', individuals: [person('M', 'female', null, null, 'mother'), person('C', 'male', null, 'M'), person('X', 'male', null, null, 'child')] };
    const given = { ...base, category: 'c.missing', missing: 'C', pedigrees: [{ name: 'H1', individuals: [person('M', 'female', null, null, 'mother'), person('C', 'male', null, 'M', 'child')] }, stranger], typing: { child: { dropOut: 0.1 } } };
    const [first] = explainCase(given)?.perMarker ?? [];
    const notes = [{ code: 'typingModel', details: { profile: 'child', dropOut: 0.1, homozygoteDropOut: expect.closeTo(0.01, 12) as number, dropIn: 0 } }];
    expect(first?.hypotheses).toMatchObject({ H1: { algorithm: 'missingPersonTable', notes }, H2: { notes } });
  });

  it('linked markers are told together', () => {
    const detail = explainCase({ ...base, linkage: { markers: ['M1', 'M2'], rho: { female: 0.1, male: 0.05 } } });
    expect(detail?.linked.map(({ markers, hypotheses }) => [markers, Object.keys(hypotheses), hypotheses.H1?.algorithm])).toEqual([['M1+M2', ['H1', 'H2'], 'linked']]);
    expect(detail?.perMarker.map(({ hypotheses }) => Object.keys(hypotheses).length)).toEqual([0, 0, 2]);
  });

  it('the same file gives the same bytes, and a mutation matrix has no hypotheses to explain', () => {
    expect(JSON.stringify(explainCase(JSON.parse(JSON.stringify(base))))).toBe(JSON.stringify(explainCase(base)));
    expect(explainCase({ ...base, category: 'm.mutation_matrix' })).toBeNull();
  });
});
