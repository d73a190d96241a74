import { describe, expect, it } from 'vitest';
import { directComparison, likelihoodRatio, lnLikelihood, posterior, priorFromCount, type Individual, type Marker, type MutationBySex, type Pedigree, type Profiles } from './index.ts';
import { codeOf } from './testing/code-of.ts';

const freqs = [0.1, 0.2, 0.3, 0.4];
const markerWith = (mutation: MutationBySex | null, more: Partial<Marker> = {}): Marker => ({ name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3', '4'], freqs, mutation, ...more });
const plain = markerWith(null);
const person = (id: string, sex: 'male' | 'female' | 'unknown', father: string | null = null, mother: string | null = null): Individual => ({ id, sex, father, mother, profile: id });
const untyped = (p: Individual): Individual => ({ id: p.id, sex: p.sex, father: p.father, mother: p.mother });
const trio: Pedigree = { name: 'trio', individuals: [person('F', 'male'), person('M', 'female'), person('C', 'male', 'F', 'M')] };
const lik = (pedigree: Pedigree, profiles: Profiles, marker: Marker = plain, theta = 0): number => Math.exp(lnLikelihood({ pedigree, profiles, markers: [marker], theta }).total);

describe('closed forms of the likelihood', () => {
  it('one person: Hardy-Weinberg 2 p q and p^2; one known allele 1 - (1 - p)^2', () => {
    const alone: Pedigree = { name: 'alone', individuals: [person('a', 'unknown')] };
    expect(lik(alone, { a: { M: ['1', '2'] } })).toBeCloseTo(0.04, 15);
    expect(lik(alone, { a: { M: ['3', '3'] } })).toBeCloseTo(0.09, 15);
    expect(lik(alone, { a: { M: ['2', null] } })).toBeCloseTo(0.36, 15);
    expect(lik(alone, { a: { M: [null, null] } })).toBe(1);
  });

  it('trio 1,2 x 3,3 -> 1,3: 2 p1 p2 p3^2 / 2 = 0.0018', () => {
    expect(lik(trio, { F: { M: ['1', '2'] }, M: { M: ['3', '3'] }, C: { M: ['1', '3'] } })).toBeCloseTo(0.0018, 15);
  });

  it('an impossible trio has ln likelihood -Infinity, not a small number', () => {
    expect(lnLikelihood({ pedigree: trio, profiles: { F: { M: ['1', '1'] }, M: { M: ['2', '2'] }, C: { M: ['3', '3'] } }, markers: [plain] }).total).toBe(-Infinity);
  });

  it('father 1,1 and child 2,2 with equal mutation rate 0.01: the founder’s p1^2, half a mutation, and the untyped mother', () => {
    const rate = { model: 'equal', rate: 0.01 } as const;
    const step = 0.01 / 3;
    const motherly = 0.2 * 0.99 + 0.8 * step;
    const pair: Pedigree = { name: 'pair', individuals: [person('F', 'male'), untyped(person('M', 'female')), person('C', 'male', 'F', 'M')] };
    expect(lik(pair, { F: { M: ['1', '1'] }, C: { M: ['2', '2'] } }, markerWith({ female: rate, male: rate }))).toBeCloseTo(0.01 * step * motherly, 15);
  });

  it('a parent known alone gets an untyped partner', () => {
    const single: Pedigree = { name: 'single', individuals: [person('F', 'male'), person('C', 'male', 'F', null)] };
    expect(lik(single, { F: { M: ['1', '1'] }, C: { M: ['1', '2'] } })).toBeCloseTo(0.01 * 0.2, 15);
  });

  it('paternity: father 1,2, child 1,3, mother unknown: LR = 1 / (4 p1) = 2.5', () => {
    const numerator: Pedigree = { name: 'H1', individuals: [person('F', 'male'), untyped(person('M', 'female')), person('C', 'male', 'F', 'M')] };
    const denominator: Pedigree = { name: 'H2', individuals: [person('F', 'male'), person('C', 'male')] };
    const { lnLr, perMarker } = likelihoodRatio({ numerator, denominator, profiles: { F: { M: ['1', '2'] }, C: { M: ['1', '3'] } }, markers: [plain] });
    expect(Math.exp(lnLr)).toBeCloseTo(2.5, 12);
    expect(perMarker[0]?.lnLr).toBe(lnLr);
  });
});

describe('theta (Balding-Nichols)', () => {
  const alone: Pedigree = { name: 'alone', individuals: [person('a', 'unknown')] };
  it('one person: p^2 + p (1 - p) theta and 2 p q (1 - theta)', () => {
    expect(lik(alone, { a: { M: ['2', '2'] } }, plain, 0.05)).toBeCloseTo(0.04 + 0.16 * 0.05, 15);
    expect(lik(alone, { a: { M: ['1', '2'] } }, plain, 0.05)).toBeCloseTo(0.04 * 0.95, 15);
  });

  it('same person, 1,2 seen twice, theta 0.03: LR = (1+t)(1+2t) / (2 (t + (1-t) p1)(t + (1-t) p2)) = 19.189...', () => {
    const t = 0.03;
    const expected = ((1 + t) * (1 + 2 * t)) / (2 * (t + (1 - t) * 0.1) * (t + (1 - t) * 0.2));
    const { lnLr } = directComparison({ a: { M: ['1', '2'] }, b: { M: ['2', '1'] }, markers: [plain], theta: t });
    expect(Math.exp(lnLr)).toBeCloseTo(expected, 10);
    expect(expected).toBeCloseTo(19.1894, 4);
  });
});

describe('direct comparison', () => {
  it('counts mismatches and missing markers; a mismatch is an exclusion', () => {
    const second = markerWith(null, { name: 'N' });
    const result = directComparison({ a: { M: ['1', '2'], N: ['1', '1'] }, b: { M: ['1', '3'] }, markers: [plain, second] });
    expect(result.lnLr).toBe(-Infinity);
    expect(result.mismatches).toEqual(['M']);
    expect(result.notCompared).toEqual(['N']);
  });

  it('one known allele 1 beside 1,2: LR = P(1,2) / (P(1,2) P(holds 1)) = 1 / 0.19', () => {
    expect(Math.exp(directComparison({ a: { M: ['1', null] }, b: { M: ['1', '2'] }, markers: [plain] }).lnLr)).toBeCloseTo(1 / 0.19, 10);
  });
});

describe('what cannot be calculated is refused with a code', () => {
  const alone: Pedigree = { name: 'alone', individuals: [person('a', 'male')] };
  const ask = (marker: Marker, pedigree: Pedigree = alone, profiles: Profiles = { a: { M: ['1', '2'] } }) => codeOf(() => lnLikelihood({ pedigree, profiles, markers: [marker] }));
  it('X markers, silent alleles, alleles outside the table, wrong frequencies', () => {
    expect(ask(markerWith(null, { chrom: 'X' }))).toBe('kinship.profile.hemizygous');
    expect(ask(markerWith(null, { silent: '2' }))).toBe('kinship.profile.silent');
    expect(ask(markerWith(null, { silent: 'none' }))).toBe('kinship.marker.silent');
    expect(ask(plain, alone, { a: { M: ['1', '9'] } })).toBe('kinship.outside_allele');
    expect(ask(markerWith(null, { freqs: [0.1, 0.2, 0.3, 0.5] }))).toBe('kinship.marker.frequency_sum');
    expect(ask(markerWith(null, { alleles: Array.from({ length: 501 }, (_, i) => String(i)), freqs: Array.from({ length: 501 }, () => 1 / 501) }))).toBe('kinship.marker.too_many_alleles');
    expect(codeOf(() => lnLikelihood({ pedigree: { name: 'p', individuals: [{ ...person('a', 'male'), profile: 'constructor' }] }, profiles: {}, markers: [plain] }))).toBe('kinship.profile.unknown');
    expect(ask(markerWith(null, { freqs: [NaN, 0.2, 0.3, 0.4] }))).toBe('kinship.marker.frequency');
    expect(ask(plain, alone, { a: { M: ['1'] } })).toBe('kinship.profile.observation');
    expect(codeOf(() => lnLikelihood({ pedigree: alone, profiles: { a: {} }, markers: [plain], theta: 1 }))).toBe('kinship.theta');
  });

  it('pedigrees that cannot be', () => {
    const ped = (...individuals: Individual[]): Pedigree => ({ name: 'p', individuals });
    expect(ask(plain, ped(person('a', 'male'), person('a', 'male')))).toBe('kinship.pedigree.duplicate_id');
    expect(ask(plain, ped(person('a', 'male', 'x', 'y')))).toBe('kinship.pedigree.unknown_parent');
    expect(ask(plain, ped(person('f', 'female'), person('m', 'female'), person('a', 'male', 'f', 'm')))).toBe('kinship.pedigree.parent_sex');
    expect(ask(plain, ped(person('m', 'female'), person('a', 'male', 'b', 'm'), person('b', 'male', 'a', 'm')))).toBe('kinship.pedigree.own_ancestor');
  });

  it('an added allele is named in the result: frequency 0.001, the others scaled by 0.999', () => {
    const policies = { outsideAllele: { kind: 'minFrequency', value: 0.001 }, normalisation: 'asGiven' } as const;
    const { total, perMarker } = lnLikelihood({ pedigree: alone, profiles: { a: { M: ['1', '9'] } }, markers: [plain], policies });
    expect(Math.exp(total)).toBeCloseTo(2 * 0.0999 * 0.001, 15);
    expect(perMarker[0]?.notes).toEqual([{ code: 'outsideAllele', details: { allele: '9', frequency: 0.001 } }]);
  });

  it('a calculation that would not fit the machine is refused, not approximated', () => {
    // Twelve men, each with a child by each of twelve women, nobody typed but the children: a grid with no cheap order.
    const grid: Individual[] = [];
    for (let i = 0; i < 12; i++) grid.push(untyped(person(`f${String(i)}`, 'male')), untyped(person(`m${String(i)}`, 'female')));
    for (let i = 0; i < 12; i++) for (let j = 0; j < 12; j++) grid.push(person(`c${String(i)}-${String(j)}`, 'male', `f${String(i)}`, `m${String(j)}`));
    const profiles = Object.fromEntries(grid.filter((p) => p.profile !== undefined).map((p) => [p.id, { M: ['1', '2'] }]));
    const rate = { model: 'stepwise', rate: 0.01, rate2: 0, range: 0.1 } as const;
    expect(ask(markerWith({ female: rate, male: rate }), { name: 'grid', individuals: grid }, profiles)).toBe('kinship.too_complex');
  });

  it('too many ways for founder alleles to coincide under theta, where every allele counts and none can be joined', () => {
    const many: Individual[] = [];
    for (let i = 0; i < 6; i++) many.push(untyped(person(`f${String(i)}`, 'male')), untyped(person(`m${String(i)}`, 'female')), ...['a', 'b', 'c'].map((c) => person(`${c}${String(i)}`, 'male', `f${String(i)}`, `m${String(i)}`)));
    const six: Pedigree = { name: 'six', individuals: many };
    const profiles = Object.fromEntries(many.filter((p) => p.profile !== undefined).map((p) => [p.id, { M: ['8', '9'] }]));
    const rate = { model: 'stepwise', rate: 0.01, rate2: 0, range: 0.1 } as const;
    const long: Marker = { name: 'M', chrom: 'autosomal', alleles: Array.from({ length: 16 }, (_, a) => String(a + 5)), freqs: Array.from({ length: 16 }, () => 1 / 16), mutation: { female: rate, male: rate } };
    expect(codeOf(() => lnLikelihood({ pedigree: six, profiles, markers: [long], theta: 0.01 }))).toBe('kinship.unsupported.theta_founders');
    // Without mutation the alleles that nobody shows are one, and 24 free founder alleles are no wall.
    expect(lnLikelihood({ pedigree: six, profiles, markers: [{ ...long, mutation: null }], theta: 0.01 }).total).toBeLessThan(-10);
  });
});

describe('posterior', () => {
  it('LR 1000 with prior 1 / 121: odds 1000 / 120', () => {
    const { probability, complement } = posterior(Math.log(1000), priorFromCount(120));
    expect(probability).toBeCloseTo(1000 / 1120, 14);
    expect(complement).toBeCloseTo(120 / 1120, 14);
  });

  it('keeps the digits of the complement where the probability rounds to 1, and holds at infinity', () => {
    const far = posterior(100, 0.5);
    expect(far.probability).toBe(1);
    expect(far.complement / Math.exp(-100)).toBeCloseTo(1, 12);
    expect(posterior(-Infinity, 0.5).probability).toBe(0);
    expect(() => posterior(0, 1)).toThrow('kinship.prior');
  });
});

describe('a father of many', () => {
  it('twenty-five half siblings, with mutation and without: the sum over the father\'s genotypes', () => {
    const { alleles } = plain;
    const children = Array.from({ length: 25 }, (_, i) => [i % 4, (i * 7 + 1) % 3] as const);
    const individuals = [{ id: 'F', sex: 'male' as const, father: null, mother: null }, ...children.map((_, i) => ({ id: `c${String(i)}`, sex: 'male' as const, father: 'F', mother: null, profile: `c${String(i)}` }))];
    const profiles = Object.fromEntries(children.map(([a, b], i) => [`c${String(i)}`, { M: [alleles[a] ?? '', alleles[b] ?? ''] }]));
    for (const rate of [0, 0.01]) {
      const passed = (from: number, to: number): number => (from === to ? 1 - rate : rate / 3);
      // The unknown mothers' alleles mutate too, and equal rates do not keep the frequencies.
      const ofMother = freqs.map((_, y) => freqs.reduce((total, p, m) => total + p * passed(m, y), 0));
      let sum = 0;
      for (const a of [0, 1, 2, 3])
        for (const b of [0, 1, 2, 3]) {
          const child = (x: number, y: number): number => ((passed(a, x) + passed(b, x)) / 2) * (ofMother[y] ?? 0);
          sum += children.reduce((p, [x, y]) => p * (x === y ? child(x, y) : child(x, y) + child(y, x)), (freqs[a] ?? 0) * (freqs[b] ?? 0));
        }
      const model = { model: 'equal' as const, rate };
      const marker = markerWith(rate === 0 ? null : { female: model, male: model });
      expect(lnLikelihood({ pedigree: { name: 'F', individuals }, profiles, markers: [marker] }).total).toBeCloseTo(Math.log(sum), 9);
    }
  });
});
