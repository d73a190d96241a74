import { describe, expect, it } from 'vitest';
import { findExcluded, findNonidentifiable, findUndisputed, identifyJointly, lnPriorOddsBySite, prepareJoint, seededRandom, simulateFamily, type Individual, type JointFamily, type JointInput, type Marker, type Profile } from '../index.ts';

const marker: Marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3', '4'], freqs: [0.25, 0.25, 0.25, 0.25], mutation: null };
const man = (id: string, father: string | null = null, mother: string | null = null, profile?: string): Individual => ({ id, father, mother, sex: 'male', ...(profile === undefined ? {} : { profile }) });
const childOf = (name: string, missing: string): JointFamily => ({ name, missing: [missing], pedigree: { name, individuals: [man(`F${name}`, null, null, `F${name}`), man(missing, `F${name}`)] } });
const remains = (id: string, profile: Profile): JointInput['remains'][number] => ({ id, sex: 'male', profile });

/** The worked example of docs/methods/joint-identification.md. */
const example: JointInput = {
  families: [childOf('A', 'a'), childOf('B', 'b')],
  remains: [remains('R1', { M: ['1', '3'] }), remains('R2', { M: ['1', '2'] })],
  profiles: { FA: { M: ['1', '1'] }, FB: { M: ['2', '2'] } },
  markers: [marker],
};

describe('all remains against all missing at once', () => {
  it('worked example: five assignments of weight 1, 2, 2, 2 and 4', () => {
    const result = identifyJointly(example);
    expect(result.method).toEqual({ kind: 'exact', states: 4 });
    expect(result.lnSum).toBeCloseTo(Math.log(11), 12);
    const expected = [6 / 11, 0, 5 / 11, 2 / 11, 6 / 11, 3 / 11];
    expect([...result.posterior].map((p, i) => Math.abs(p - (expected[i] ?? NaN)) < 1e-14)).toEqual(expected.map(() => true));
    expect(result.best[0]).toMatchObject({ pairing: [0, 1] });
    expect(result.best.map((a) => Math.round((a.posterior ?? NaN) * 11))).toEqual([4, 2, 2, 2, 1]);
    expect(result.notFound[0]).toBeCloseTo(3 / 11, 14);
    // R1 = a: best with it 4, best without it 2; R1 = nobody: 2 against 4.
    expect(result.glr.map((g) => Math.exp(g.lnGlr)).map((x) => x.toFixed(6))).toEqual(['2.000000', '0.000000', '0.500000', '0.500000', '2.000000', '0.500000']);
    expect(result.assignments).toBe(7);
    expect(result.possible).toBe(5);
  });

  it('other evidence multiplies the weight of a pairing; a prior moves the posterior and leaves the generalised ratio', () => {
    const extraLnLr = Float64Array.of(0, 0, Math.log(5), 0);
    const evidence = identifyJointly({ ...example, extraLnLr });
    // Weights 1, 2, 2 x 5, 2, 4: sum 19.
    expect(evidence.posterior[3]).toBeCloseTo(10 / 19, 13);
    const prior = identifyJointly({ ...example, lnPriorOdds: extraLnLr });
    expect(prior.posterior[3]).toBeCloseTo(10 / 19, 13);
    expect(prior.glr[3]?.lnGlr).toBeCloseTo(Math.log(0.5), 12);
    expect(evidence.glr[3]?.lnGlr).toBeCloseTo(Math.log(10 / 4), 12);
  });

  it('priors by site: half of a missing person’s probability at a site of four, a tenth elsewhere', () => {
    const ln = lnPriorOddsBySite({ siteOfRemains: [0, 1], people: [4, 2], probability: Float64Array.of(0.5, 0.1) });
    expect([...ln].map((x) => Math.exp(x))).toEqual([0.5 / 4 / 0.4, 0.1 / 2 / 0.4].map((x) => expect.closeTo(x, 12) as number));
  });

  it('two bones of one person: with even prior odds the LR of one person against two is 1 / P(genotype)', () => {
    const twin = identifyJointly({ ...example, families: [], remains: [remains('R1', { M: ['1', '3'] }), remains('R2', { M: ['1', '3'] }), remains('R3', { M: ['2', '2'] })], sameIndividual: { lnPriorOdds: 0 } });
    // Weights: apart 1, together 1 / (2 x 1/16) = 8.
    expect(twin.samePerson).toEqual([{ remains: [0, 1], lnLr: expect.closeTo(Math.log(8), 12) as number, posterior: expect.closeTo(8 / 9, 12) as number }]);
    const family = identifyJointly({ ...example, families: [childOf('A', 'a')], remains: [remains('R1', { M: ['1', '3'] }), remains('R2', { M: ['1', '3'] })], sameIndividual: { lnPriorOdds: 0 } });
    // apart: nobody 1, R1 = a 2, R2 = a 2; together: nobody 8, both = a 8 x 2.
    expect(family.posterior[0]).toBeCloseTo((2 + 16) / 29, 12);
    expect(family.samePerson[0]?.posterior).toBeCloseTo(24 / 29, 12);
  });

  it('two missing brothers with only their parents typed are shown as symmetric: each half, together certain', () => {
    const markers: Marker[] = Array.from({ length: 12 }, (_, i) => ({ ...marker, name: `M${String(i)}` }));
    const individuals: Individual[] = [man('F'), { id: 'Mo', father: null, mother: null, sex: 'female' }, man('B1', 'F', 'Mo'), man('B2', 'F', 'Mo')];
    const drawn = simulateFamily({ pedigree: { name: 'x', individuals }, markers, random: seededRandom(3) });
    const family: JointFamily = { name: 'x', missing: ['B1', 'B2'], pedigree: { name: 'x', individuals: individuals.map((i) => (i.id.startsWith('B') ? i : { ...i, profile: i.id })) } };
    const result = identifyJointly({ families: [family], remains: [remains('R1', drawn.B1 ?? {}), remains('R2', drawn.B2 ?? {})], profiles: { F: drawn.F ?? {}, Mo: drawn.Mo ?? {} }, markers });
    expect(result.symmetric).toHaveLength(1);
    expect(result.symmetric[0]?.missing).toEqual([0, 1]);
    expect(result.posterior[0]).toBeCloseTo(result.posterior[1] ?? NaN, 12);
    expect(result.symmetric[0]?.posterior[0]).toBeGreaterThan(0.999);
    expect(identifyJointly(example).symmetric).toEqual([]);
  });

  it('names why a pairing is excluded, what is undisputed, and who can never be shown', () => {
    const prepared = prepareJoint(example);
    expect(findExcluded(prepared, 0)).toEqual([{ remains: 0, missing: 1, reason: 'impossible', markers: ['M'] }]);
    expect(findUndisputed(prepared, Math.log(2)).pairings).toEqual([]);
    expect(findUndisputed(prepareJoint({ ...example, remains: example.remains.slice(0, 1) }), Math.log(2)).pairings).toEqual([{ missing: 0, remains: 0, lnLr: expect.closeTo(Math.log(2), 12) as number, step: 1 }]);
    expect(findNonidentifiable([{ name: 'C', missing: ['c', 'w'], pedigree: { name: 'C', individuals: [man('F', null, null, 'F'), man('c', 'F'), { id: 'w', father: null, mother: null, sex: 'female' }] } }])).toEqual(['w']);
  });

  it('leaves out a marker at which the relatives contradict their pedigree, and says so', () => {
    const second: Marker = { ...marker, name: 'N' };
    const family: JointFamily = { name: 'A', missing: ['a'], pedigree: { name: 'A', individuals: [man('F', null, null, 'F'), man('S', 'F', null, 'S'), man('a', 'F')] } };
    const result = identifyJointly({ families: [family], remains: [remains('R', { M: ['1', '2'], N: ['1', '1'] })], profiles: { F: { M: ['1', '1'], N: ['1', '1'] }, S: { M: ['1', '3'], N: ['2', '2'] } }, markers: [marker, second] });
    expect(result.droppedMarkers).toEqual([{ family: 'A', marker: 'N', reason: 'referencesImpossible' }]);
    expect(Math.exp(result.pairwiseLnLr[0] ?? NaN)).toBeCloseTo(2, 12);
  });

  it('refuses a matrix of the wrong size and a profile of probability 0', () => {
    expect(() => identifyJointly({ ...example, extraLnLr: new Float64Array(3) })).toThrow('kinship.joint.matrix');
    expect(() => identifyJointly({ ...example, precision: 2 })).toThrow('kinship.joint.precision');
    expect(() => identifyJointly({ ...example, markers: [{ ...marker, freqs: [0.5, 0.5, 0, 0] }] })).toThrow('kinship.joint.remains_impossible');
  });
});
