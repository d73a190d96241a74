import { describe, expect, it } from 'vitest';
import { identifyJointly, prepareJoint, prepareMissingPerson, scoreRemains, seededRandom, simulateFamily, type Individual, type JointFamily, type JointInput, type Marker } from '../index.ts';
import { lnOfAssignment } from '../testing/joint-oracle.ts';

const man = (id: string, father: string | null = null, mother: string | null = null, profile?: string): Individual => ({ id, father, mother, sex: 'male', ...(profile === undefined ? {} : { profile }) });
const woman = (id: string, profile?: string): Individual => ({ id, father: null, mother: null, sex: 'female', ...(profile === undefined ? {} : { profile }) });
const plain: Marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3', '4'], freqs: [0.25, 0.25, 0.25, 0.25], mutation: null };
const fatherOf = (name: string): JointFamily => ({ name, missing: [name.toLowerCase()], pedigree: { name, individuals: [man(`F${name}`, null, null, `F${name}`), man(name.toLowerCase(), `F${name}`)] } });

/** The worked example of docs/methods/joint-identification.md, with theta. */
const example: JointInput = {
  families: [fatherOf('A'), fatherOf('B')],
  remains: [{ id: 'R1', sex: 'male', profile: { M: ['1', '3'] } }, { id: 'R2', sex: 'male', profile: { M: ['1', '2'] } }],
  profiles: { FA: { M: ['1', '1'] }, FB: { M: ['2', '2'] } },
  markers: [plain],
  theta: 0.05,
};

/** Two families, one with two missing brothers, data drawn from the pedigrees; stepwise mutation at two of four markers. */
function drawnCase(seed: number, theta: number): JointInput {
  const stepwise = { model: 'stepwise' as const, rate: 0.002, rate2: 1e-6, range: 0.1 };
  const markers: Marker[] = Array.from({ length: 4 }, (_, i) => ({ name: `M${String(i)}`, chrom: 'autosomal', alleles: ['8', '9', '10', '11'], freqs: [0.15, 0.2, 0.3, 0.35], mutation: i % 2 === 0 ? { female: stepwise, male: stepwise } : null }));
  const random = seededRandom(seed);
  const first: Individual[] = [man('F'), woman('Mo'), man('S', 'F', 'Mo'), man('B1', 'F', 'Mo'), man('B2', 'F', 'Mo')];
  const second: Individual[] = [man('G'), woman('H'), man('U', 'G', 'H'), man('X', 'G', 'H')];
  const one = simulateFamily({ pedigree: { name: 'one', individuals: first }, markers, random });
  const two = simulateFamily({ pedigree: { name: 'two', individuals: second }, markers, random });
  const typed = (people: readonly Individual[], ids: readonly string[]): Individual[] => people.map((i) => (ids.includes(i.id) ? { ...i, profile: i.id } : i));
  return {
    families: [
      { name: 'one', missing: ['B1', 'B2'], pedigree: { name: 'one', individuals: typed(first, ['Mo', 'S']) } },
      { name: 'two', missing: ['X'], pedigree: { name: 'two', individuals: typed(second, ['G', 'U']) } },
    ],
    remains: [{ id: 'R1', sex: 'male', profile: one.B1 ?? {} }, { id: 'R2', sex: 'male', profile: two.X ?? {} }],
    profiles: { Mo: one.Mo ?? {}, S: one.S ?? {}, G: two.G ?? {}, U: two.U ?? {} },
    markers,
    theta,
  };
}

const largestGap = (a: Float64Array, b: Float64Array): number => a.reduce((worst, p, i) => Math.max(worst, Math.abs(p - (b[i] ?? NaN))), 0);

describe('a subpopulation correction in joint identification', () => {
  it('worked example: by hand within families, and with all founders together', () => {
    const within = identifyJointly({ ...example, subpopulation: 'withinFamilies' });
    expect(within.method.theta).toEqual({ value: 0.05, form: 'withinFamilies', byPairing: [] });
    // (1 + 2 theta) / (2 (2 theta + (1 - theta) p)) for one shared allele of a homozygous father, in all three pairings.
    const lr = 1.1 / (2 * 0.3375);
    expect([...within.pairwiseLnLr].map((x) => Math.exp(x))).toEqual([expect.closeTo(lr, 12), 0, expect.closeTo(lr, 12), expect.closeTo(lr, 12)]);
    expect(Math.exp(within.lnSum)).toBeCloseTo(1 + 3 * lr + lr * lr, 12);
    const together = identifyJointly(example);
    expect(together.method.theta).toEqual({ value: 0.05, form: 'together', byPairing: [] });
    const nobody = lnOfAssignment(example, [-1, -1]);
    const weights = [[0, -1], [-1, 0], [-1, 1], [0, 1]].map((pairing) => Math.exp(lnOfAssignment(example, pairing) - nobody));
    expect(together.lnLikNobody).toBeCloseTo(nobody, 12);
    expect(Math.exp(together.lnSum)).toBeCloseTo(1 + weights.reduce((x, y) => x + y, 0), 12);
    expect([...within.posterior].map((p) => p.toFixed(4))).toEqual(['0.5015', '0.0000', '0.4985', '0.1907', '0.5015', '0.3078']);
    expect([...together.posterior].map((p) => p.toFixed(4))).toEqual(['0.5096', '0.0000', '0.4904', '0.1787', '0.5361', '0.2852']);
  });

  it('together is the likelihood of one pedigree of all families and strangers, for every assignment, mutation included', () => {
    const input = drawnCase(4, 0.03);
    const result = identifyJointly({ ...input, top: 100 });
    expect(result.method).toMatchObject({ kind: 'exact', theta: { form: 'together' } });
    const nobody = lnOfAssignment(input, [-1, -1]);
    const all = [-1, 0, 1, 2].flatMap((a) => [-1, 0, 1, 2].flatMap((b) => (a >= 0 && a === b ? [] : [[a, b]])));
    expect(all).toHaveLength(13);
    for (const pairing of all) {
      const own = result.best.find((b) => b.pairing.join() === pairing.join());
      const expected = lnOfAssignment(input, pairing) - nobody;
      if (own === undefined) expect(expected, pairing.join()).toBe(-Infinity);
      else expect(own.lnLr, pairing.join()).toBeCloseTo(expected, 10);
    }
  });

  it('within families a pairing alone has the LR of the missing person table', () => {
    const input: JointInput = { ...drawnCase(5, 0.02), subpopulation: 'withinFamilies' };
    const { pairwiseLnLr, missing } = prepareJoint(input);
    let column = 0;
    for (const family of input.families)
      for (const id of family.missing) {
        const person = prepareMissingPerson({ pedigree: family.pedigree, missing: id, profiles: input.profiles, markers: input.markers, theta: 0.02 });
        input.remains.forEach((r, i) => {
          expect(pairwiseLnLr[i * missing.length + column]).toBeCloseTo(scoreRemains(person, r.profile).lnLr, 10);
        });
        column += 1;
      }
  });

  it('both forms agree as theta goes to 0, and the distance at 0.01 and 0.03 is printed', () => {
    const far = (theta: number): number[] => Array.from({ length: 8 }, (_, i) => {
      const input = drawnCase(20 + i, theta);
      return largestGap(identifyJointly({ ...input, subpopulation: 'together' }).posterior, identifyJointly({ ...input, subpopulation: 'withinFamilies' }).posterior);
    });
    const worst = (of: readonly number[]): number => of.reduce((x, y) => Math.max(x, y), 0);
    const mean = (of: readonly number[]): number => of.reduce((x, y) => x + y, 0) / of.length;
    expect(worst(far(1e-7))).toBeLessThan(1e-5);
    for (const theta of [0.01, 0.03]) console.log(`theta ${String(theta)}: posteriors within families differ from all together by at most ${worst(far(theta)).toFixed(4)}, mean of the largest ${mean(far(theta)).toFixed(4)} (8 drawn cases of 4 markers)`);
    expect(worst(far(0.03))).toBeLessThan(0.1);
  });

  it('theta nearly 0 is theta 0, and what cannot be taken together is refused when asked for', () => {
    const input = drawnCase(6, 0);
    const close = identifyJointly({ ...input, theta: 1e-9, subpopulation: 'withinFamilies' });
    expect(largestGap(close.posterior, identifyJointly(input).posterior)).toBeLessThan(1e-6);
    const many = { ...drawnCase(6, 0.02), subpopulation: 'together' as const, sameIndividual: { lnPriorOdds: 0 } };
    expect(() => identifyJointly({ ...many, remains: many.remains.flatMap((r) => [r, { ...r, id: `${r.id} again` }]) })).toThrow('kinship.joint.theta');
  });
});
