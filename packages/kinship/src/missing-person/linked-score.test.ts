import { describe, expect, it } from 'vitest';
import { answerCase, confirmCase, exportCase, lnLikelihood, markersFrom, prepareMissingPerson, scoreAlternatives, scoreMatrix, scoreRemains, shippedFrequencyTables, simulateFamily, stepwiseMutation, withLinkage, type CaseLikelihoods, type Individual, type LinkageGroup, type Marker, type Pedigree, type PreparedPerson, type Profile } from '../index.ts';
import { seeded } from '../testing/enumeration.ts';

const person = (id: string, sex: 'male' | 'female', father: string | null = null, mother: string | null = null): Individual => ({ id, sex, father, mother });
const plain = (name: string): Marker => ({ name, chrom: 'autosomal', alleles: ['1', '2', '3', '4'], freqs: [0.1, 0.2, 0.3, 0.4], mutation: null });
const individuals = [person('G', 'male'), person('H', 'female'), person('F', 'male', 'G', 'H'), person('M', 'female'), person('MP', 'male', 'F', 'M'), person('S', 'female', 'F', 'M'), person('N', 'female'), person('B', 'male', 'F', 'N')];
const typed = (...ids: readonly string[]): Pedigree => ({ name: 'family', individuals: individuals.map((i) => (ids.includes(i.id) ? { ...i, profile: i.id } : i)) });
const linkage: readonly LinkageGroup[] = [{ markers: ['L1', 'L2'], recombination: [{ female: 0.1, male: 0.1 }] }];

describe('linked markers of a missing person', () => {
  it('worked example: grandfather 4,4 at both, remains 3,4 at both, r = 0.1: LR = ((1 - r) / 2 (.3² + .24²) + r .3 .24) / .24² = 1.278', () => {
    // All four of the grandfather's alleles are 4. Each marker: with his allele (1/2) the remains need a 3 of somebody else: p3; without it 2 p3 p4.
    const prepared = prepareMissingPerson({ pedigree: typed('G'), missing: 'MP', profiles: { G: { L1: ['4', '4'], L2: ['4', '4'] } }, markers: [plain('L1'), plain('L2')], linkage });
    const remains = { L1: ['3', '4'], L2: ['3', '4'] };
    const [his, other] = [0.3, 2 * 0.3 * 0.4];
    const r = 0.1;
    const related = ((1 - r) / 2) * (his * his + other * other) + r * his * other;
    const { lnLr, linked, perMarker } = scoreRemains(prepared, remains);
    expect(Math.exp(lnLr)).toBeCloseTo(related / (other * other), 12);
    expect(Math.exp(lnLr)).toBeCloseTo(1.278125, 12);
    expect(linked.map((g) => g.markers)).toEqual([['L1', 'L2']]);
    // Each marker by itself is shown and not counted: (1/2 p3 + 1/2 2 p3 p4) / (2 p3 p4) = 1.125.
    for (const m of perMarker) {
      expect(Math.exp(m.lnLr)).toBeCloseTo(1.125, 12);
      expect(m.notes).toContainEqual({ code: 'linked', details: { markers: 'L1, L2' } });
    }
  });

  it('markers that recombine freely count as independent ones', () => {
    const input = { pedigree: typed('G', 'S'), missing: 'MP', profiles: { G: { L1: ['1', '4'], L2: ['2', '4'] }, S: { L1: ['1', '3'], L2: ['2', '3'] } }, markers: [plain('L1'), plain('L2')] };
    const remains = { L1: ['1', '3'], L2: ['2', '2'] };
    const free = [{ markers: ['L1', 'L2'], recombination: [{ female: 0.5, male: 0.5 }] }];
    for (const theta of [0, 0.02]) expect(scoreRemains(prepareMissingPerson({ ...input, theta, linkage: free }), remains).lnLr).toBeCloseTo(scoreRemains(prepareMissingPerson({ ...input, theta }), remains).lnLr, 11);
  });

  it('half sibling and grandfather are alike marker by marker, and told apart by linkage', () => {
    const profiles = { B: { L1: ['1', '4'], L2: ['2', '4'] } };
    const asHalf: Pedigree = { name: 'half', individuals: typed('B').individuals };
    const asGrandson: Pedigree = { name: 'grand', individuals: [{ ...person('B', 'male'), profile: 'B' }, person('Q', 'female'), person('P', 'male', 'B', 'Q'), person('O', 'female'), person('X', 'male', 'P', 'O')] };
    const alternatives = [{ name: 'grandson', pedigree: asGrandson, position: 'X' }];
    const input = { pedigree: asHalf, missing: 'MP', profiles, markers: [plain('L1'), plain('L2')] };
    const remains = { L1: ['1', '3'], L2: ['2', '3'] };
    const [apart] = scoreAlternatives(prepareMissingPerson(input), remains, alternatives);
    expect(apart?.symmetric).toBe(true);
    const [linked] = scoreAlternatives(prepareMissingPerson({ ...input, linkage }), remains, alternatives);
    expect(linked?.symmetric).toBe(false);
    expect(Math.abs(linked?.lnLr ?? 0)).toBeGreaterThan(0.005);
    expect(linked?.perMarker.map((m) => m.marker)).toEqual(['L1 + L2']);
  });

  it('a group loses the marker at which no relative is typed; the other counts by itself', () => {
    const prepared = prepareMissingPerson({ pedigree: typed('S'), missing: 'MP', profiles: { S: { L1: ['1', '2'] } }, markers: [plain('L1'), plain('L2')], linkage });
    const score = scoreRemains(prepared, { L1: ['1', '2'], L2: ['1', '1'] });
    expect(score.linked).toEqual([]);
    expect(score.perMarker.map((m) => m.dropped)).toEqual([undefined, 'referencesNotTyped']);
    expect(score.lnLr).toBe(score.perMarker[0]?.lnLr);
  });

  const table = shippedFrequencyTables().find((t) => t.id === 'norstr-2023-europe');
  const markers = table === undefined ? [] : markersFrom({ table, mutation: stepwiseMutation, names: ['vWA', 'D12S391', 'TH01'] });
  const close: readonly LinkageGroup[] = [{ markers: ['vWA', 'D12S391'], recombination: [{ female: 0.13, male: 0.09 }] }];

  function familyOf(seed: number): { prepared: PreparedPerson; remains: Profile } {
    const random = seeded(seed);
    const people = ['G', 'H', 'S', 'B', 'M'].filter(() => random() < 0.6);
    const all = simulateFamily({ pedigree: typed(), markers, linkage: close, random });
    const { vWA: first, ...rest } = all.MP ?? {};
    const remains: Profile = { ...rest, ...(random() < 0.8 && first !== undefined && { vWA: [first[0] ?? null, random() < 0.2 ? '33.1' : (first[1] ?? null)] }) };
    const policies = { outsideAllele: { kind: 'minFrequency', value: 0.001 }, normalisation: 'rescale' } as const;
    return { prepared: prepareMissingPerson({ pedigree: typed('S', ...people), missing: 'MP', profiles: all, markers, linkage: close, policies, theta: seed % 2 === 0 ? 0.01 : 0 }), remains };
  }

  it('of real allele numbers with mutation and theta: the tables give what both hypotheses give as pedigrees, and the second solver confirms the first (seeds 1, 3, 4, 5)', () => {
    for (const seed of [1, 3, 4, 5]) {
      const { prepared, remains } = familyOf(seed);
      const score = scoreRemains(prepared, remains);
      const given = exportCase({ prepared, profile: remains, id: 'direct' });
      expect(score.linked).toHaveLength(1);
      const [above, below] = given.pedigrees.map((pedigree) => lnLikelihood({ pedigree, profiles: given.profiles, markers: given.markers, theta: given.theta, linkage: given.linkageGroups ?? [] }).total);
      expect(score.lnLr, `seed ${String(seed)}`).toBeCloseTo((above ?? NaN) - (below ?? NaN), 9);
      if (seed === 1) expect(confirmCase(given, score.lnLr).kind).toBe('agrees');
    }
  });

  it('the exported case recomputes to the same digits, and so does a matrix of many (seeds 21 to 26)', () => {
    for (let seed = 21; seed <= 26; seed++) {
      const { prepared, remains } = familyOf(seed);
      const score = scoreRemains(prepared, remains);
      const answer = answerCase(JSON.parse(JSON.stringify(exportCase({ prepared, profile: remains, id: 'file' }))));
      if ('refused' in answer) throw new Error(answer.refused.code);
      const { H1, LR } = answer.expected as unknown as { H1: CaseLikelihoods; LR: { H1: { lnTotal: number } } };
      expect(LR.H1.lnTotal).toBe(score.lnLr);
      expect(H1.lnLikJoint).toBe(score.linked[0]?.lnLikRelated);
      expect(scoreMatrix([prepared], [{}, remains])).toEqual(Float64Array.of(0, score.lnLr));
      expect(scoreRemains(withLinkage({ ...prepared, linkage: [] }, close), remains)).toEqual(score);
    }
  });
});
