import { describe, expect, it } from 'vitest';
import {
  answerCase,
  exportCase,
  kitMarkers,
  lnLikelihood,
  markersFrom,
  prepareMissingPerson,
  scoreAlternatives,
  scoreMatrix,
  scoreRemains,
  shippedFrequencyTables,
  simulateFamily,
  stepwiseMutation,
  withFullSibling,
  type CaseLikelihoods,
  type Individual,
  type Marker,
  type Pedigree,
  type PreparedPerson,
  type Profile,
} from '../index.ts';
import { seeded } from '../testing/enumeration.ts';

const marker: Marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3', '4'], freqs: [0.1, 0.2, 0.3, 0.4], mutation: null };
const person = (id: string, sex: 'male' | 'female', father: string | null = null, mother: string | null = null): Individual => ({ id, sex, father, mother });
const nuclear: readonly Individual[] = [person('F', 'male'), person('M', 'female'), person('MP', 'male', 'F', 'M')];
const typed = (individuals: readonly Individual[], ids: readonly string[]): Pedigree => ({ name: 'family', individuals: individuals.map((i) => (ids.includes(i.id) ? { ...i, profile: i.id } : i)) });

function lr(family: Pedigree, profiles: Record<string, Profile>, remains: Profile): number {
  return Math.exp(scoreRemains(prepareMissingPerson({ pedigree: family, missing: 'MP', profiles, markers: [marker] }), remains).lnLr);
}

describe('closed forms for the missing person', () => {
  it('mother 1,2 and remains 1,3: LR = 1 / (4 p1) = 2.5', () => {
    expect(lr(typed(nuclear, ['M']), { M: { M: ['1', '2'] } }, { M: ['1', '3'] })).toBeCloseTo(2.5, 12);
  });
  it('full sibling 1,2 and remains 1,2: LR = (1 + p1 + p2 + 2 p1 p2) / (8 p1 p2) = 8.375', () => {
    const family = typed([...nuclear, person('S', 'female', 'F', 'M')], ['S']);
    expect(lr(family, { S: { M: ['1', '2'] } }, { M: ['2', '1'] })).toBeCloseTo(8.375, 12);
  });
  it('parents 1,1 and 2,2 and remains 1,2: LR = 1 / (2 p1 p2) = 25; remains 1,3 are excluded without mutation', () => {
    const profiles = { F: { M: ['1', '1'] }, M: { M: ['2', '2'] } };
    expect(lr(typed(nuclear, ['F', 'M']), profiles, { M: ['1', '2'] })).toBeCloseTo(25, 12);
    expect(lr(typed(nuclear, ['F', 'M']), profiles, { M: ['1', '3'] })).toBe(0);
  });
  it('mother 1,1 and one known allele 1 of the remains: LR = 1 / (1 - (1 - p1)^2)', () => {
    expect(lr(typed(nuclear, ['M']), { M: { M: ['1', '1'] } }, { M: ['1', null] })).toBeCloseTo(1 / (1 - 0.81), 12);
  });
});

const table = shippedFrequencyTables().find((t) => t.id === 'norstr-2023-europe');
const kit = (kitMarkers().GlobalFiler ?? []).filter((name) => table?.markers.some((m) => m.name === name));
const markers = table === undefined ? [] : markersFrom({ table, mutation: stepwiseMutation, names: kit });
const wide = [...nuclear, person('S', 'female', 'F', 'M'), person('W', 'female'), person('C', 'male', 'MP', 'W'), person('F2', 'male'), person('H', 'female', 'F2', 'M')];

function familyOf(seed: number, theta: number): { prepared: PreparedPerson; remains: Profile } {
  const random = seeded(seed);
  const people = ['F', 'M', 'S', 'W', 'C', 'H'].filter(() => random() < (theta > 0 ? 0.7 : 0.5));
  const pedigree = typed(wide, people.length === 0 || people.join() === 'W' ? ['M', 'S'] : people);
  const dropped = simulateFamily({ pedigree: { name: 'family', individuals: wide }, markers, random });
  const profiles: Record<string, Profile> = {};
  for (const [id, profile] of Object.entries(dropped)) profiles[id] = Object.fromEntries(Object.entries(profile).filter(() => random() < 0.95));
  const remains: Record<string, (string | null)[]> = {};
  for (const [name, pair] of Object.entries(dropped.MP ?? {})) {
    const u = random();
    if (u < 0.1) continue;
    remains[name] = u < 0.2 ? [pair[0] ?? null, null] : u < 0.25 ? [pair[0] ?? null, '33.1'] : [...pair];
  }
  const policies = { outsideAllele: { kind: 'minFrequency', value: 0.001 }, normalisation: 'asGiven' } as const;
  const used = theta > 0 ? markers.filter((m) => m.name !== 'SE33').slice(0, 5) : markers;
  return { prepared: prepareMissingPerson({ pedigree, missing: 'MP', profiles, markers: used, theta, policies }), remains };
}

describe('one candidate, one number', () => {
  for (const [theta, seeds] of [
    [0, 25],
    [0.01, 4],
  ] as const)
    it(`the exported case recomputes to the same digits, marker by marker (theta ${String(theta)}, seeds 1 to ${String(seeds)})`, () => {
      for (let seed = 1; seed <= seeds; seed++) {
        const { prepared, remains } = familyOf(seed, theta);
        const score = scoreRemains(prepared, remains);
        const file: unknown = JSON.parse(JSON.stringify(exportCase({ prepared, profile: remains, id: `seed-${String(seed)}` })));
        const answer = answerCase(file);
        if ('refused' in answer) throw new Error(answer.refused.code);
        const { H1, H2, LR } = answer.expected as unknown as { H1: CaseLikelihoods; H2: CaseLikelihoods; LR: { H1: { lnTotal: number } } };
        const used = score.perMarker.filter((m) => m.dropped === undefined);
        expect(Object.keys(H1.lnLik).sort()).toEqual(used.map((m) => m.marker).sort());
        for (const m of used) {
          expect(H1.lnLik[m.marker]).toBe(m.lnLikRelated);
          expect(H2.lnLik[m.marker]).toBe(m.lnLikUnrelated);
        }
        expect(LR.H1.lnTotal).toBe(score.lnLr);
        expect(score.markersUsed).toBe(used.length);
        expect(used.length).toBeGreaterThan(2);
        expect(scoreMatrix([prepared, prepared], [{}, remains])).toEqual(Float64Array.of(0, score.lnLr, 0, score.lnLr));
      }
    });

  it('the tables give the likelihood that the whole pedigree gives', () => {
    for (let seed = 31; seed <= 36; seed++) {
      const { prepared, remains } = familyOf(seed, seed === 31 ? 0.01 : 0);
      const given = exportCase({ prepared, profile: remains, id: 'direct' });
      const score = new Map(scoreRemains(prepared, remains).perMarker.map((m) => [m.marker, m]));
      for (const [i, field] of (['lnLikRelated', 'lnLikUnrelated'] as const).entries()) {
        const pedigree = given.pedigrees[i];
        if (pedigree === undefined) throw new Error('two hypotheses expected');
        for (const m of lnLikelihood({ pedigree, profiles: given.profiles, markers: given.markers, theta: given.theta }).perMarker) {
          const ours = score.get(m.marker)?.[field] ?? NaN;
          expect(Math.abs(m.lnLik - ours) < 1e-11 * Math.max(1, Math.abs(ours)), `seed ${String(seed)}, ${m.marker}`).toBe(true);
        }
      }
    }
  });

  it('names every marker that does not count, with the reason', () => {
    const family = typed(nuclear, ['M', 'F']);
    const two: Marker = { ...marker, name: 'two' };
    const three: Marker = { ...marker, name: 'three' };
    const profiles = { M: { M: ['1', '2'], three: ['1', '1'] }, F: { M: ['3', '3'] } };
    const score = scoreRemains(prepareMissingPerson({ pedigree: family, missing: 'MP', profiles, markers: [marker, two, three] }), { M: ['1', '3'], two: ['1', '1'], AMEL: ['X', 'Y'] });
    expect(score.perMarker.map((m) => [m.marker, m.dropped])).toEqual([['M', undefined], ['two', 'referencesNotTyped'], ['three', 'remainsNotTyped'], ['AMEL', 'noFrequencies']]);
    expect(score.markersUsed).toBe(1);
  });

  it('refuses an allele outside the table unless a policy says what to do', () => {
    const prepared = prepareMissingPerson({ pedigree: typed(nuclear, ['M']), missing: 'MP', profiles: { M: { M: ['1', '2'] } }, markers: [marker] });
    expect(() => scoreRemains(prepared, { M: ['1', '9'] })).toThrow('kinship.outside_allele');
  });
});

describe('other places in the family', () => {
  it('two brothers missing together are symmetric where only their parents are typed: DNA cannot decide', () => {
    const family = typed(nuclear, ['F', 'M']);
    const profiles = simulateFamily({ pedigree: family, markers, random: seeded(5) });
    const prepared = prepareMissingPerson({ pedigree: family, missing: 'MP', profiles, markers });
    const [brother] = scoreAlternatives(prepared, profiles.MP ?? {}, [{ name: 'brother', pedigree: withFullSibling(family, 'MP', 'B'), position: 'B' }]);
    expect(brother?.symmetric).toBe(true);
    expect(Math.abs(brother?.lnLr ?? NaN)).toBeLessThan(1e-9);
  });

  it('a typed child tells the missing person from their sibling', () => {
    const individuals = [...nuclear, person('W', 'female'), person('C', 'male', 'MP', 'W')];
    const family = typed(individuals, ['F', 'M', 'W', 'C']);
    const profiles = simulateFamily({ pedigree: family, markers, random: seeded(6) });
    const prepared = prepareMissingPerson({ pedigree: family, missing: 'MP', profiles, markers });
    const [sibling] = scoreAlternatives(prepared, profiles.MP ?? {}, [{ name: 'sibling', pedigree: withFullSibling(family, 'MP', 'B'), position: 'B' }]);
    expect(sibling?.symmetric).toBe(false);
    expect(sibling?.lnLr).toBeGreaterThan(5);
  });
});
