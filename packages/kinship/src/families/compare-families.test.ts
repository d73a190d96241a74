import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directComparison } from '../direct-comparison.ts';
import { likelihoodRatio } from '../likelihood.ts';
import { seededRandom } from '../random.ts';
import { simulateFamily } from '../simulate.ts';
import { compareFamilies } from './compare-families.ts';
import type { Individual, Marker, Pedigree, Profiles } from '../types.ts';
import { codeOf } from '../testing/code-of.ts';

const step = { model: 'stepwise', rate: 0.003, rate2: 1e-6, range: 0.1 } as const;
const marker = (name: string): Marker => ({ name, chrom: 'autosomal', alleles: ['7', '8', '9', '9.3', '10'], freqs: [0.15, 0.2, 0.25, 0.3, 0.1], mutation: { female: step, male: step } });
const markers = ['M1', 'M2', 'M3'].map(marker);
const person = (id: string, sex: Individual['sex'], father: string | null = null, mother: string | null = null, profile?: string): Individual => ({ id, sex, father, mother, ...(profile === undefined ? {} : { profile }) });
const family = (...individuals: Individual[]): Pedigree => ({ name: 'family', individuals });

/** Synthetic: grandparents of whom the grandmother gave a sample, their lost daughter, and a child found without a name with her father. */
const searching = family(person('GF', 'male'), person('GM', 'female', null, null, 'GM'), person('Lost', 'female', 'GF', 'GM'));
const found = family(person('Woman', 'female'), person('Man', 'male', null, null, 'Man'), person('Child', 'male', 'Man', 'Woman', 'Child'));
const whole = family(person('GF', 'male'), person('GM', 'female', null, null, 'GM'), person('Lost', 'female', 'GF', 'GM'), person('Man', 'male', null, null, 'Man'), person('Child', 'male', 'Man', 'Lost', 'Child'));
const parted = family(...whole.individuals.map((i) => (i.id === 'Child' ? { ...i, mother: 'Other' } : i)), person('Other', 'female'));
const drawn = (seed: number): Profiles => simulateFamily({ pedigree: whole, markers, random: seededRandom(seed) });
const only = (profiles: Profiles, ...keys: string[]): Profiles => Object.fromEntries(keys.map((key) => [key, profiles[key] ?? {}]));

describe('a family against a family, where the person in question has no sample', () => {
  it('a found child and its father against a grandmother: the ratio of the family drawn as one, with and without theta', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(0, 0.02), (seed, theta) => {
        const profiles = drawn(seed);
        const a = { pedigree: searching, person: 'Lost', profiles: only(profiles, 'GM') };
        const b = { pedigree: found, person: 'Woman', profiles: only(profiles, 'Man', 'Child') };
        const expected = likelihoodRatio({ numerator: whole, denominator: parted, profiles, markers, theta });
        const { lnLr, perMarker } = compareFamilies({ a, b, markers, theta });
        expect(lnLr).toBeCloseTo(expected.lnLr, 9);
        expect(perMarker.map((m) => m.lnLr)).toEqual(expected.perMarker.map((m): unknown => expect.closeTo(m.lnLr, 9)));
        expect(compareFamilies({ a: b, b: a, markers, theta }).lnLr).toBeCloseTo(lnLr, 9);
      }),
      { numRuns: 30 },
    );
  });

  it('parents whom both families name become one person: two samples of one father weigh as a direct comparison', () => {
    const side = (key: string): Pedigree => family(person('F', 'male', null, null, key), person('X', 'male', 'F', null));
    const sample = drawn(7).Man ?? {};
    const profiles: Profiles = { one: sample, two: sample };
    const result = compareFamilies({ a: { pedigree: side('one'), person: 'X', profiles: only(profiles, 'one') }, b: { pedigree: side('two'), person: 'X', profiles: only(profiles, 'two') }, markers });
    expect(result.identified).toEqual([['A:X', 'B:X'], ['A:F', 'B:F']]);
    expect(result.lnLr).toBeCloseTo(directComparison({ a: sample, b: sample, markers }).lnLr, 9);
  });

  it('a father told by one side and a mother by the other say nothing about each other', () => {
    const profiles = drawn(3);
    const a = { pedigree: family(person('F', 'male', null, null, 'Man'), person('X', 'male', 'F', null)), person: 'X', profiles: only(profiles, 'Man') };
    const b = { pedigree: family(person('M', 'female', null, null, 'GM'), person('X', 'unknown', null, 'M')), person: 'X', profiles: only(profiles, 'GM') };
    expect(compareFamilies({ a, b, markers }).lnLr).toBeCloseTo(0, 12);
  });

  it('the inbreeding of a founder is kept for one person, refused where it cannot hold', () => {
    const inbred = (f: number): Pedigree => ({ ...searching, founderInbreeding: { GM: { autosomal: f } } });
    const profiles = drawn(5);
    const side = (pedigree: Pedigree): { pedigree: Pedigree; person: string; profiles: Profiles } => ({ pedigree, person: 'Lost', profiles: only(profiles, 'GM') });
    expect(codeOf(() => compareFamilies({ a: side(inbred(0.1)), b: side(searching), markers }))).toBe('nothing');
    expect(codeOf(() => compareFamilies({ a: side(inbred(0.1)), b: side(inbred(0.2)), markers }))).toBe('kinship.families.inbreeding');
    const b = { pedigree: { ...found, founderInbreeding: { Woman: { autosomal: 0.1 } } }, person: 'Woman', profiles: only(profiles, 'Child') };
    expect(codeOf(() => compareFamilies({ a: side(searching), b, markers }))).toBe('kinship.families.inbreeding');
  });

  it('an allele that a degraded sample may have lost weighs as in any other case: without the model the two are excluded', () => {
    const plain: Marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3'], freqs: [0.2, 0.3, 0.5], mutation: null };
    const side = (profile: Profiles[string], more: object = {}): Parameters<typeof compareFamilies>[0]['a'] => ({ pedigree: family(person('X', 'male', null, null, 'sample')), person: 'X', profiles: { sample: profile }, ...more });
    const whole = side({ M: ['1', '2'] });
    expect(compareFamilies({ a: whole, b: side({ M: ['1', '1'] }), markers: [plain] }).lnLr).toBe(-Infinity);
    // P(only 1 is seen | 1,2) = (1 - d) d; of a stranger p1² (1 - d²) + 2 p1 (1 - p1) (1 - d) d, d = 0.1.
    const lost = compareFamilies({ a: whole, b: side({ M: ['1'] }, { typing: { sample: { dropOut: 0.1 } } }), markers: [plain] });
    expect(Math.exp(lost.lnLr)).toBeCloseTo(0.09 / (0.04 * 0.99 + 2 * 0.2 * 0.8 * 0.09), 10);
  });

  it('a man and a woman cannot be one, and a person must be in the family', () => {
    const side = (name: string): { pedigree: Pedigree; person: string; profiles: Profiles } => ({ pedigree: found, person: name, profiles: {} });
    expect(codeOf(() => compareFamilies({ a: side('Man'), b: side('Woman'), markers }))).toBe('kinship.families.sex');
    expect(codeOf(() => compareFamilies({ a: side('Man'), b: side('Nobody'), markers }))).toBe('kinship.families.person');
    const loop = family(person('X', 'male', null, null), person('Y', 'male', 'X', null));
    expect(codeOf(() => compareFamilies({ a: { pedigree: loop, person: 'X', profiles: {} }, b: { pedigree: loop, person: 'Y', profiles: {} }, markers }))).toBe('nothing');
  });
});
