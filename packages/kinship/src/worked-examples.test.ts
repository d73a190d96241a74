import { describe, expect, it } from 'vitest';
import { betaRule } from './engine/quadrature.ts';
import { lnLikelihood, type LikelihoodInput } from './likelihood.ts';
import { linkedPairs } from './linkage/linked-pairs.ts';
import { prepareMissingPerson } from './missing-person/prepare.ts';
import { scoreRemains } from './missing-person/score.ts';
import type { Individual, Marker, Pedigree } from './types.ts';

const marker: Marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3', '4'], freqs: [0.1, 0.2, 0.3, 0.4], mutation: null };
const onX: Marker = { ...marker, chrom: 'X' };
const person = (id: string, sex: 'male' | 'female', father: string | null = null, mother: string | null = null): Individual => ({ id, sex, father, mother, profile: id });
const bare = (p: Individual): Individual => ({ id: p.id, sex: p.sex, father: p.father, mother: p.mother });
const of = (...individuals: Individual[]): Pedigree => ({ name: 'family', individuals });
const lik = (input: Omit<LikelihoodInput, 'markers'> & { readonly markers?: readonly Marker[] }): number => Math.exp(lnLikelihood({ markers: [marker], ...input }).total);

describe('the examples of docs/methods', () => {
  it('X chromosome: father 1, daughter 1,3, mother untyped, against unrelated: LR = 1 / (2 p1) = 5', () => {
    const profiles = { F: { M: ['1'] }, D: { M: ['1', '3'] } };
    const related = lik({ pedigree: of(person('F', 'male'), bare(person('M', 'female')), person('D', 'female', 'F', 'M')), profiles, markers: [onX] });
    expect(related / lik({ pedigree: of(person('F', 'male'), person('D', 'female')), profiles, markers: [onX] })).toBeCloseTo(5, 12);
  });

  it('X chromosome: a father says nothing about his son', () => {
    const profiles = { F: { M: ['1'] }, S: { M: ['3'] } };
    expect(lik({ pedigree: of(person('F', 'male'), bare(person('M', 'female')), person('S', 'male', 'F', 'M')), profiles, markers: [onX] })).toBeCloseTo(0.1 * 0.3, 15);
  });

  it('X chromosome with theta 0.05: two men who both show 1: p1 (theta + (1 - theta) p1) = 0.0145', () => {
    expect(lik({ pedigree: of(person('a', 'male'), person('b', 'male')), profiles: { a: { M: ['1'] }, b: { M: ['1'] } }, markers: [onX], theta: 0.05 })).toBeCloseTo(0.0145, 15);
  });

  it('silent allele: father 1,1 and child 2,2 are explained by 2 p1 p0 / 2 p2 = 0.001875', () => {
    const silent: Marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3', 'silent'], freqs: [0.15, 0.25, 0.55, 0.05], mutation: null, silent: 'silent' };
    const pedigree = of(person('F', 'male'), bare(person('M', 'female')), person('C', 'male', 'F', 'M'));
    expect(lik({ pedigree, profiles: { F: { M: ['1', '1'] }, C: { M: ['2', '2'] } }, markers: [silent] })).toBeCloseTo(0.001875, 15);
  });

  it('drop-out 0.1: one person of whom only 1 is seen: p1^2 (1 - 0.01) + 2 p1 (1 - p1) 0.9 0.1 = 0.0261', () => {
    const typing = { a: { dropOut: 0.1 } };
    for (const seen of [['1'], ['1', '1'], ['1', null]]) expect(lik({ pedigree: of(person('a', 'male')), profiles: { a: { M: seen } }, typing })).toBeCloseTo(0.0261, 15);
  });

  it('drop-out and drop-in: the probabilities of all sets of alleles that can be seen sum to 1', () => {
    const typing = { a: { dropOut: 0.2, homozygoteDropOut: 0.05, dropIn: 0.1 } };
    let total = 0;
    for (let set = 0; set < 16; set++) total += lik({ pedigree: of(person('a', 'male')), profiles: { a: { M: marker.alleles.filter((_, i) => (set >> i) & 1) } }, typing });
    expect(total).toBeCloseTo(1, 13);
  });

  it('linkage: grandfather 4,4 / 7,7, grandchild 3,4 / 7,8, recombination 0.1: 0.0064 times 0.0981', () => {
    const second: Marker = { name: 'N', chrom: 'autosomal', alleles: ['7', '8', '9'], freqs: [0.2, 0.5, 0.3], mutation: null };
    const pedigree = of(person('G', 'male'), bare(person('H', 'female')), bare(person('F', 'male', 'G', 'H')), bare(person('M', 'female')), person('C', 'male', 'F', 'M'));
    const profiles = { G: { M: ['4', '4'], N: ['7', '7'] }, C: { M: ['3', '4'], N: ['7', '8'] } };
    const linkage = [{ markers: ['M', 'N'], recombination: [{ female: 0.1, male: 0.1 }] }];
    expect(lik({ pedigree, profiles, markers: [marker, second], linkage })).toBeCloseTo(0.0064 * 0.0981, 15);
    expect(linkedPairs(['VWA', 'D12S391', 'TH01'])[0]).toMatchObject({ a: 'vWA', b: 'D12S391', haldane: 0.1062, measured: { recombination: 0.089 }, verified: false });
  });

  it('founder inbreeding 0.25: 2,2 has f p + (1 - f) p^2 = 0.08, 1,2 has 2 (1 - f) p q = 0.03; with theta 0.05 the first draw is the same', () => {
    const pedigree: Pedigree = { ...of(person('a', 'male')), founderInbreeding: { a: { autosomal: 0.25 } } };
    expect(lik({ pedigree, profiles: { a: { M: ['2', '2'] } } })).toBeCloseTo(0.08, 15);
    expect(lik({ pedigree, profiles: { a: { M: ['1', '2'] } } })).toBeCloseTo(0.03, 15);
    expect(lik({ pedigree, profiles: { a: { M: ['2', '2'] } }, theta: 0.05 })).toBeCloseTo(0.25 * 0.2 + 0.75 * 0.2 * (0.05 + 0.95 * 0.2), 15);
  });

  it('a monozygotic twin typed 1,2 and remains 1,2: LR = 1 / (2 p1 p2) = 25', () => {
    const pedigree: Pedigree = { ...of(bare(person('F', 'male')), bare(person('M', 'female')), bare(person('MP', 'male', 'F', 'M')), person('T', 'male', 'F', 'M')), monozygotic: [['MP', 'T']] };
    const prepared = prepareMissingPerson({ pedigree, missing: 'MP', profiles: { T: { M: ['1', '2'] } }, markers: [marker] });
    expect(Math.exp(scoreRemains(prepared, { M: ['2', '1'] }).lnLr)).toBeCloseTo(25, 10);
    expect(scoreRemains(prepared, { M: ['2', '3'] }).lnLr).toBe(-Infinity);
  });

  it('bone with drop-out: mother 1,2, of the remains only 1 is seen: the LR weighs the genotypes by what may have been lost', () => {
    const pedigree = of(bare(person('F', 'male')), person('M', 'female'), bare(person('MP', 'male', 'F', 'M')));
    const prepared = prepareMissingPerson({ pedigree, missing: 'MP', profiles: { M: { M: ['1', '2'] } }, markers: [marker] });
    // Of the mother 1 or 2, each 1/2: child 1,1: p1/2; 1,x: (1 - p1)/2 + p1/2 (as 2,1).
    const related = (0.1 / 2) * 0.99 + ((1 - 0.1) / 2 + 0.1 / 2) * 0.09;
    expect(Math.exp(scoreRemains(prepared, { M: ['1'] }, { dropOut: 0.1 }).lnLr)).toBeCloseTo(related / 0.0261, 10);
  });

  it('the least frequency of a policy is given to rare alleles, the others share the rest, and the result says so', () => {
    const rare: Marker = { ...marker, freqs: [0.001, 0.199, 0.4, 0.4] };
    const policies = { outsideAllele: { kind: 'refuse' }, normalisation: 'asGiven', minimumFrequency: 0.01 } as const;
    const { total, perMarker } = lnLikelihood({ pedigree: of(person('a', 'male')), profiles: { a: { M: ['1', '3'] } }, markers: [rare], policies });
    expect(Math.exp(total)).toBeCloseTo((2 * 0.01 * 0.4 * 0.99) / 0.999, 14);
    expect(perMarker[0]?.notes).toEqual([{ code: 'raised', details: { allele: '1', from: 0.001, to: 0.01 } }]);
  });

  it('theta by Gauss rules: the third moment of Beta(2, 3) from two points is 24 / 210', () => {
    const { points, weights } = betaRule({ a: 2, b: 3 }, 2);
    expect(points.reduce((sum, x, i) => sum + (weights[i] ?? NaN) * x ** 3, 0)).toBeCloseTo(24 / 210, 14);
  });

  it('theta with twenty free founder alleles (five couples of two children) is calculated; one more untyped family changes nothing, and kinship explains likeness better', () => {
    const couple = (i: string): Individual[] => [bare(person(`f${i}`, 'male')), bare(person(`m${i}`, 'female')), person(`a${i}`, 'male', `f${i}`, `m${i}`), person(`b${i}`, 'female', `f${i}`, `m${i}`)];
    const families = ['1', '2', '3', '4', '5'].flatMap(couple);
    const profiles = Object.fromEntries(families.filter((p) => p.profile !== undefined).map((p, i) => [p.id, { M: i % 3 === 0 ? ['1', '1'] : ['1', '2'] }]));
    const five = lnLikelihood({ pedigree: of(...families), profiles, markers: [marker], theta: 0.02 }).total;
    const more = lnLikelihood({ pedigree: of(...families, ...couple('6').map(bare)), profiles, markers: [marker], theta: 0.02 }).total;
    expect(five).toBe(more);
    expect(five).toBeLessThan(0);
    // Without children's ties the same five pairs are ten strangers: the families must explain their likeness better.
    expect(five).toBeGreaterThan(lnLikelihood({ pedigree: of(...families.filter((p) => p.profile !== undefined).map((p) => ({ ...p, father: null, mother: null }))), profiles, markers: [marker], theta: 0.02 }).total);
  });
});
