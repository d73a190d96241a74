import { describe, expect, it } from 'vitest';
import { advise, kitMarkers, linkageGroupsOf, lnLikelihood, markersFrom, prepareMissingPerson, scoreRemains, seededRandom, shippedFrequencyTables, simulateFamily, stepwiseMutation, type AdviceInput, type LinkageGroup, type Marker, type Pedigree, type Profile } from '../index.ts';

const rate = { model: 'equal' as const, rate: 0.01 };
const alleles = ['1', '2', '3'];
const marker = (name: string, mutates: boolean): Marker => ({ name, chrom: 'autosomal', alleles, freqs: [0.2, 0.3, 0.5], mutation: mutates ? { female: rate, male: rate } : null });
const linkage: readonly LinkageGroup[] = [{ markers: ['A', 'B'], recombination: [{ female: 0.1, male: 0.05 }] }];
/** A typed sister and her missing brother; another brother could be asked. */
const individuals: Pedigree['individuals'] = [
  { id: 'F', father: null, mother: null, sex: 'male' }, { id: 'M', father: null, mother: null, sex: 'female' },
  { id: 'S', father: 'F', mother: 'M', sex: 'female', profile: 'S' }, { id: 'B', father: 'F', mother: 'M', sex: 'male' }, { id: 'MP', father: 'F', mother: 'M', sex: 'male' },
];
const genotypes = alleles.flatMap((a, i) => alleles.slice(0, i + 1).map((b) => [b, a]));
const pairs: readonly Profile[] = genotypes.flatMap((a) => genotypes.map((b) => ({ A: a, B: b })));
const profiles = { S: { A: ['1', '2'], B: ['1', '3'] } };

interface Moments {
  readonly mean: number;
  readonly passes: number;
  readonly falsely: number;
}

describe.each([0, 0.05])('advice with linked markers, theta %s', (theta) => {
  const markers = [marker('A', true), marker('B', true)];
  const ask: Omit<AdviceInput, 'options'> = { pedigree: { name: 'family', individuals }, missing: 'MP', profiles, markers, linkage, theta, lnThreshold: Math.log(1.5), simulations: 20000, seed: 4 };
  const lnLik = (remains: Profile, brother: Profile | null, isMissing: boolean): number => {
    const typed = individuals.map((i) => ((i.id === 'B' && brother !== null) || (i.id === 'MP' && isMissing) ? { ...i, profile: i.id } : i));
    const all = isMissing ? typed : [...typed, { id: 'R', father: null, mother: null, sex: 'male' as const, profile: 'MP' }];
    return lnLikelihood({ pedigree: { name: 'h', individuals: all }, profiles: { ...profiles, B: brother ?? {}, MP: remains }, markers, linkage, theta }).total;
  };
  /** Of all outcomes, each weighed by its probability under both pedigrees. */
  const exact = (outcomes: readonly (readonly [Profile, Profile | null])[]): Moments => {
    const rows = outcomes.map(([remains, brother]) => ({ yes: Math.exp(lnLik(remains, brother, true)), no: Math.exp(lnLik(remains, brother, false)) }));
    const sum = (of: (row: { yes: number; no: number }) => number): number => rows.reduce((x, row) => x + of(row), 0);
    const passes = ({ yes, no }: { yes: number; no: number }): boolean => yes / no >= 1.5;
    return { mean: sum((r) => r.yes * Math.log10(r.yes / r.no)) / sum((r) => r.yes), passes: sum((r) => (passes(r) ? r.yes : 0)) / sum((r) => r.yes), falsely: sum((r) => (passes(r) ? r.no : 0)) / sum((r) => r.no) };
  };
  const expectEqual = (result: ReturnType<typeof advise>[number] | undefined, { mean, passes, falsely }: Moments): void => {
    expect(Math.abs((result?.log10Lr.mean ?? NaN) - mean)).toBeLessThan(5 * (result?.log10Lr.standardError ?? 0));
    expect(Math.abs((result?.passes.mean ?? NaN) - passes)).toBeLessThan(0.02);
    expect(Math.abs((result?.passesFalsely.mean ?? NaN) - falsely)).toBeLessThan(0.02);
  };

  it('a further brother, with remains and without: every outcome of both markers together, by the likelihood of both pedigrees', () => {
    const remains = { A: ['1', '3'], B: ['3', '3'] };
    const [now, brother] = advise({ ...ask, remains, options: [{ kind: 'relative', id: 'B' }] });
    const score = scoreRemains(prepareMissingPerson({ ...ask, linkage }), remains);
    expect(score.linked).toHaveLength(1);
    expect(now?.log10Lr.mean).toBeCloseTo(score.lnLr / Math.LN10, 10);
    expectEqual(brother, exact(pairs.map((b) => [remains, b])));
    const planned = advise({ ...ask, options: [{ kind: 'relative', id: 'B' }] });
    expectEqual(planned.find((r) => r.name === 'now'), exact(pairs.map((r) => [r, null])));
    if (theta === 0) expectEqual(planned.find((r) => r.name === 'B'), exact(pairs.flatMap((r) => pairs.map((b) => [r, b] as const))));
    expect(planned.every((r) => r.linkedOut.length === 0)).toBe(true);
  });

  it('a second bone shows the marker that the remains lack, given the one beside it; an allele seen stays', () => {
    const half = { A: ['1', '3'] };
    const bone = advise({ ...ask, remains: half, options: [{ kind: 'secondBone' }] }).find((r) => r.kind === 'secondBone');
    expectEqual(bone, exact(genotypes.map((b) => [{ A: ['1', '3'], B: b }, null])));
    const partial = advise({ ...ask, remains: { A: ['1', '3'], B: ['2', null] }, options: [{ kind: 'secondBone' }] }).find((r) => r.kind === 'secondBone');
    expectEqual(partial, exact(genotypes.filter((b) => b.includes('2')).map((b) => [{ A: ['1', '3'], B: b }, null])));
  });

  it('a kit of linked markers is worth what the two pedigrees say of both markers together', () => {
    const fresh = { kind: 'markers' as const, name: 'kit', markers: [marker('C', true), marker('D', true)], linkage: [{ ...(linkage[0] ?? { recombination: [] }), markers: ['C', 'D'] }] };
    const kit = advise({ ...ask, profiles: { S: {} }, markers: [], linkage: [], simulations: 4000, options: [fresh] }).find((r) => r.kind === 'markers');
    const apart = advise({ ...ask, profiles: { S: {} }, markers: [], linkage: [], simulations: 4000, options: [{ ...fresh, linkage: [] }] }).find((r) => r.kind === 'markers');
    const sister = (s: Profile, r: Profile, isMissing: boolean): number => lnLikelihood({
      pedigree: { name: 'h', individuals: isMissing ? individuals.map((i) => (i.id === 'MP' ? { ...i, profile: 'MP' } : i)) : [...individuals, { id: 'R', father: null, mother: null, sex: 'male', profile: 'MP' }] },
      profiles: { S: s, MP: r }, markers, linkage, theta,
    }).total;
    const rows = pairs.flatMap((s) => pairs.map((r) => ({ yes: sister(s, r, true), no: sister(s, r, false) })));
    const mean = rows.reduce((x, { yes, no }) => x + (Math.exp(yes) * (yes - no)) / Math.LN10, 0);
    expect(Math.abs((kit?.log10Lr.mean ?? NaN) - mean)).toBeLessThan(5 * (kit?.log10Lr.standardError ?? 0));
    expect(kit?.log10Lr.mean).not.toBe(apart?.log10Lr.mean);
  });
});

describe('advice where one allele of a marker is known', () => {
  it('without linkage too: a second bone shows a genotype that holds it', () => {
    const trio: Pedigree = { name: 'trio', individuals: [{ id: 'F', father: null, mother: null, sex: 'male', profile: 'F' }, { id: 'MP', father: 'F', mother: null, sex: 'male' }] };
    const four: Marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3', '4'], freqs: [0.25, 0.25, 0.25, 0.25], mutation: null };
    const [, bone] = advise({ pedigree: trio, missing: 'MP', profiles: { F: { M: ['1', '2'] } }, markers: [four], remains: { M: ['3', null] }, options: [{ kind: 'secondBone' }], lnThreshold: 0, simulations: 2000, seed: 1 });
    // Only 1,3 and 2,3 are possible, each with LR (1/2 x 1/4) / (2/16) = 1.
    expect(bone?.log10Lr).toEqual({ mean: expect.closeTo(0, 12) as number, standardError: expect.closeTo(0, 12) as number });
  });
});

describe('the size of a family', () => {
  const table = shippedFrequencyTables().find((t) => t.id === 'nist1036-2017-cauc');
  if (table === undefined) throw new Error('the NIST table is not shipped');
  const kit = markersFrom({ table, mutation: stepwiseMutation, names: kitMarkers()['PowerPlex Fusion 6C'] ?? [] });
  const groups = linkageGroupsOf(kit.map(({ name }) => name), 20);

  it('with the markers of a kit, vWA and D12S391 together: a thousand simulations of a sibling family (printed)', () => {
    const drawn = simulateFamily({ pedigree: { name: 'synthetic', individuals }, markers: kit, linkage: groups, random: seededRandom(5) });
    const input: AdviceInput = { pedigree: { name: 'synthetic', individuals }, missing: 'MP', profiles: { S: drawn.S ?? {} }, markers: kit, linkage: groups, options: [{ kind: 'relative', id: 'B' }], lnThreshold: Math.log(1e4), simulations: 1000, seed: 1 };
    for (const [what, remains] of [['with remains', drawn.MP ?? {}], ['without remains', null]] as const) {
      const start = performance.now();
      const results = advise(remains === null ? input : { ...input, remains });
      console.log(`1,000 simulations, ${what}: ${(performance.now() - start).toFixed(0)} ms`);
      expect(results[0]?.linkedOut).toEqual([]);
    }
  });

  it('too large for linked tables: one marker of the pair counts in every option, and the other is named', () => {
    const many = Array.from({ length: 9 }, (_, i) => ({ id: `C${i}`, father: 'F', mother: 'M', sex: 'male' as const, profile: `C${i}` }));
    const pedigree = { name: 'synthetic', individuals: [...individuals, ...many] };
    const two = kit.filter(({ name }) => ['vWA', 'D12S391'].includes(name));
    const drawn = simulateFamily({ pedigree, markers: two, random: seededRandom(3) });
    const results = advise({ pedigree, missing: 'MP', profiles: { S: drawn.S ?? {}, ...Object.fromEntries(many.map(({ id }) => [id, drawn[id] ?? {}])) }, markers: two, linkage: groups, remains: drawn.MP ?? {}, options: [{ kind: 'relative', id: 'B' }], lnThreshold: 1, simulations: 10, seed: 1 });
    expect(results.map((r) => r.linkedOut)).toEqual([[{ marker: expect.any(String) as string, keeps: expect.any(String) as string }], expect.any(Array)]);
  });
});

it('a further brother of a typed sister, nobody found yet, with theta: a linkage group is taken only where the room holds for every genotype of his (seed 1)', () => {
  const table = shippedFrequencyTables().find((t) => t.id === 'nist1036-2017-cauc');
  if (table === undefined) throw new Error('the NIST table is shipped');
  const markers = markersFrom({ table, mutation: stepwiseMutation, names: ['D12S391', 'vWA'] });
  const typed = simulateFamily({ pedigree: { name: 'x', individuals }, markers, random: seededRandom(7) });
  const results = advise({ pedigree: { name: 'x', individuals }, missing: 'MP', profiles: { S: typed.S ?? {} }, markers, linkage: linkageGroupsOf(['D12S391', 'vWA'], 100), theta: 0.01, lnThreshold: Math.log(10), simulations: 20, seed: 1, options: [{ kind: 'relative', id: 'B' }] });
  expect(results.map((one) => [one.name, one.linkedOut.length])).toEqual([['now', 1], ['B', 1]]);
});
