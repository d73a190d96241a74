import { describe, expect, it } from 'vitest';
import { identifyJointly, seededRandom, simulateFamily, type Individual, type JointInput, type Marker, type Sex } from '../index.ts';
import { lnOfAssignment } from '../testing/joint-oracle.ts';

const person = (id: string, sex: Sex, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex });
const people: Individual[] = [person('F', 'male'), person('Mo', 'female'), person('S', 'female', 'F', 'Mo'), person('B', 'male', 'F', 'Mo'), person('D', 'female', 'F', 'Mo')];
const typed = (ids: readonly string[]): Individual[] => people.map((i) => (ids.includes(i.id) ? { ...i, profile: i.id } : i));

/** A family that misses a son and a daughter, and another that misses a grandson; the remains are two of the three and a stranger. */
function drawn(seed: number, markers: readonly Marker[]): JointInput {
  const random = seededRandom(seed);
  const other: Individual[] = [person('G', 'male'), person('H', 'female'), person('P', 'female', 'G', 'H'), person('Q', 'male'), person('X', 'male', 'Q', 'P')];
  const one = simulateFamily({ pedigree: { name: 'one', individuals: people }, markers, random });
  const two = simulateFamily({ pedigree: { name: 'two', individuals: other }, markers, random });
  const stranger = simulateFamily({ pedigree: { name: 'stranger', individuals: [person('T', 'female')] }, markers, random });
  return {
    families: [
      { name: 'one', missing: ['B', 'D'], pedigree: { name: 'one', individuals: typed(['Mo', 'S']) } },
      { name: 'two', missing: ['X'], pedigree: { name: 'two', individuals: other.map((i) => (i.id === 'G' || i.id === 'H' ? { ...i, profile: i.id } : i)) } },
    ],
    remains: [{ id: 'R1', sex: 'male', profile: one.B ?? {} }, { id: 'R2', sex: 'male', profile: two.X ?? {} }, { id: 'R3', sex: 'female', profile: stranger.T ?? {} }],
    profiles: { Mo: one.Mo ?? {}, S: one.S ?? {}, G: two.G ?? {}, H: two.H ?? {} },
    markers,
  };
}

function expectAsByPedigree(input: JointInput): void {
  const result = identifyJointly({ ...input, top: 100 });
  expect(result.method.kind).toBe('exact');
  const missing = result.missing.length;
  const nobody = lnOfAssignment(input, input.remains.map(() => -1));
  expect(result.lnLikNobody).toBeCloseTo(nobody, 9);
  const weights = new Map<string, number>();
  const visit = (pairing: readonly number[]): void => {
    if (pairing.length === input.remains.length) {
      weights.set(pairing.join(), lnOfAssignment(input, pairing) - nobody);
      return;
    }
    for (let m = -1; m < missing; m++) if (m < 0 || (!pairing.includes(m) && result.allowed[pairing.length]?.[m] === true)) visit([...pairing, m]);
  };
  visit([]);
  const total = [...weights.values()].reduce((x, ln) => x + Math.exp(ln), 0);
  expect(result.lnSum).toBeCloseTo(Math.log(total), 9);
  for (const { pairing, lnLr, posterior } of result.best) {
    expect(lnLr, pairing.join()).toBeCloseTo(weights.get(pairing.join()) ?? NaN, 9);
    expect(posterior).toBeCloseTo(Math.exp(lnLr) / total, 9);
  }
  expect(result.best.length).toBe([...weights.values()].filter((ln) => ln > -Infinity).length);
}

const equal = { model: 'equal' as const, rate: 0.003 };
const marker = (name: string, chrom: Marker['chrom'], mutates: boolean): Marker => ({ name, chrom, alleles: ['1', '2', '3'], freqs: [0.2, 0.3, 0.5], mutation: mutates ? { female: equal, male: equal } : null });

describe('joint identification with linked and with X markers', () => {
  it('linked markers: every assignment has the likelihood of its pedigree, and linkage bears on it', () => {
    for (const theta of [0, 0.02]) {
      const input: JointInput = { ...drawn(2, [marker('L1', 'autosomal', true), marker('L2', 'autosomal', false), marker('U', 'autosomal', false)]), linkage: [{ markers: ['L1', 'L2'], recombination: [{ female: 0.1, male: 0.05 }] }], theta };
      expectAsByPedigree(input); // with theta all families are taken together by itself, linked markers or not
    }
    const linked = drawn(3, [marker('L1', 'autosomal', false), marker('L2', 'autosomal', false)]);
    const sum = (r: number): number => identifyJointly({ ...linked, linkage: [{ markers: ['L1', 'L2'], recombination: [{ female: r, male: r }] }] }).lnSum;
    expect(sum(0.5)).toBeCloseTo(identifyJointly(linked).lnSum, 10);
    expect(Math.abs(sum(0.05) - sum(0.5))).toBeGreaterThan(1e-3);
  });

  it('X markers: every assignment has the likelihood of its pedigree, men with one allele, theta and linkage included', () => {
    const markers = [marker('X1', 'X', true), marker('X2', 'X', false), marker('A', 'autosomal', true)];
    expectAsByPedigree(drawn(5, markers));
    expectAsByPedigree({ ...drawn(6, markers), theta: 0.03 });
    expectAsByPedigree({ ...drawn(7, markers), linkage: [{ markers: ['X1', 'X2'], recombination: [{ female: 0.08, male: 0 }] }] });
  });

  it('on the X a woman’s remains are not a man’s, even where circumstances allow the pairing', () => {
    const input = drawn(8, [marker('X1', 'X', false)]);
    const result = identifyJointly({ ...input, allowed: [[true, true, true], [true, true, true], [true, true, true]] });
    expect(result.pairwiseLnLr[2 * 3]).toBe(-Infinity);
    expect(result.pairwiseLnLr[1]).toBe(-Infinity);
    const within = identifyJointly({ ...input, theta: 0.02, subpopulation: 'withinFamilies', allowed: [[true, true, true], [true, true, true], [true, true, true]] });
    expect(within.pairwiseLnLr[1]).toBe(-Infinity);
  });

  it('a group at which the relatives contradict their pedigree is left out whole', () => {
    const input = drawn(9, [marker('L1', 'autosomal', false), marker('L2', 'autosomal', false), marker('U', 'autosomal', false)]);
    const broken = { ...input, profiles: { ...input.profiles, Mo: { ...input.profiles.Mo, L1: ['1', '1'] }, S: { ...input.profiles.S, L1: ['2', '2'] } } };
    const result = identifyJointly({ ...broken, linkage: [{ markers: ['L1', 'L2'], recombination: [{ female: 0.1, male: 0.1 }] }] });
    expect(result.droppedMarkers.map((d) => `${d.family} ${d.marker}`)).toEqual(['one L1', 'one L2']);
  });
});
