import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainDvi, explainJoint, explainPairing, explainPairingAmong, prepareJoint, prepareMissingPerson, scoreRemains, seededRandom, simulateFamily, solveJoint, type Individual, type JointDetail, type JointInput, type Marker } from '../index.ts';

const person = (id: string, sex: 'male' | 'female', father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex });
const people: Individual[] = [person('F', 'male'), person('Mo', 'female'), person('S', 'female', 'F', 'Mo'), person('B', 'male', 'F', 'Mo'), person('D', 'female', 'F', 'Mo'), person('E', 'female', 'F', 'Mo')];
const typed = (ids: readonly string[]): Individual[] => people.map((i) => (ids.includes(i.id) ? { ...i, profile: i.id } : i));
const step = { model: 'stepwise' as const, rate: 0.003, rate2: 1e-6, range: 0.1 };
const marker = (name: string, mutates: boolean): Marker => ({ name, chrom: 'autosomal', alleles: ['8', '9', '10', '11'], freqs: [0.15, 0.2, 0.3, 0.35], mutation: mutates ? { female: step, male: step } : null });
const markers = [marker('M1', true), marker('M2', false), marker('L1', false), marker('L2', true), marker('none', false)];

/** Two families; the remains are two of three missing of the first, a second bone of one of them, and a stranger. */
function drawn(seed: number): JointInput {
  const random = seededRandom(seed);
  const one = simulateFamily({ pedigree: { name: 'one', individuals: people }, markers: markers.slice(0, 4), random });
  const two = simulateFamily({ pedigree: { name: 'two', individuals: people }, markers: markers.slice(0, 4), random });
  const { M1: _lost, ...partly } = one.B ?? {};
  return {
    families: [
      { name: 'one', missing: ['B', 'D', 'E'], pedigree: { name: 'one', individuals: typed(['Mo', 'S']) } },
      { name: 'two', missing: ['B2'], pedigree: { name: 'two', individuals: [{ ...person('G', 'male'), profile: 'G' }, person('H', 'female'), person('B2', 'male', 'G', 'H')] } },
    ],
    remains: [{ id: 'R1', sex: 'male', profile: one.B ?? {} }, { id: 'R2', sex: 'female', profile: one.D ?? {} }, { id: 'R3', sex: 'male', profile: partly }, { id: 'R4', sex: 'male', profile: two.B ?? {}, typing: { dropOut: 0.05 } }],
    profiles: { Mo: one.Mo ?? {}, S: one.S ?? {}, G: two.F ?? {} },
    markers,
    extraLnLr: Float64Array.from({ length: 16 }, (_, i) => (i === 0 ? 0.7 : 0)),
  };
}

const sum = (values: Readonly<Record<string, unknown>>): number => Object.values(values).reduce((x: number, y) => x + Number(y), 0);

function expectToAddUp(detail: JointDetail): void {
  for (const { remains, missing, lnLr, perUnit } of detail.pairings) if (lnLr !== '-Infinity') expect(sum(perUnit), `${remains} = ${missing}`).toBeCloseTo(Number(lnLr), 9);
  for (const { pairing, lnLr, perUnit, otherEvidence } of detail.assignments) expect(sum(perUnit) + Number(otherEvidence), JSON.stringify(pairing)).toBeCloseTo(Number(lnLr), 9);
  expect(detail.pairings.length).toBeGreaterThan(0);
  expect(detail.assignments.length).toBeGreaterThan(0);
}

describe('what a joint result rests on', () => {
  it('every pairing and every assignment is the sum of its units and of other evidence: theta in each form, linked markers, several remains of one person', () => {
    const linkage = [{ markers: ['L1', 'L2'], recombination: [{ female: 0.1, male: 0.05 }] }];
    const input = drawn(4);
    const inputs: JointInput[] = [
      input, { ...input, linkage }, { ...input, theta: 0.02, subpopulation: 'withinFamilies' }, { ...input, theta: 0.02, linkage, subpopulation: 'withinFamilies' },
      { ...input, markers: markers.slice(0, 2), theta: 0.02, subpopulation: 'together', extraLnLr: new Float64Array(16) }, { ...input, sameIndividual: { lnPriorOdds: 0 } }, { ...input, linkage, theta: 0.02, sameIndividual: { lnPriorOdds: 0 } },
    ];
    for (const each of inputs) {
      const prepared = prepareJoint({ ...each, top: 200 });
      expectToAddUp(explainJoint(prepared, solveJoint(prepared)));
    }
  });

  it('a pairing among others is the likelihood ratio with the others typed in their places, marker by marker', () => {
    const { remains, families, profiles, ...input } = drawn(6);
    const prepared = prepareJoint({ ...input, families, remains: remains.slice(0, 2), profiles, extraLnLr: new Float64Array(8) });
    const among = explainPairingAmong(prepared, { remains: 0, missing: 0 }, [-1, 1]);
    const sister = people.map((one) => (['Mo', 'S', 'D'].includes(one.id) ? { ...one, profile: one.id } : one));
    const person = prepareMissingPerson({ pedigree: { name: 'with her', individuals: sister }, missing: 'B', profiles: { ...profiles, D: remains[1]?.profile ?? {} }, markers });
    const score = scoreRemains(person, remains[0]?.profile ?? {});
    expect(Number(among.lnLr)).toBeCloseTo(score.lnLr, 9);
    for (const one of score.perMarker.filter((row) => row.dropped === undefined)) expect(Number(among.perUnit[one.marker]), one.marker).toBeCloseTo(one.lnLr, 9);
    expect(among.others).toEqual([-1, 1]);
    expect(Number(explainPairing(prepared, { remains: 0, missing: 0 }).lnLr)).not.toBeCloseTo(score.lnLr, 3);
  });

  it('a second bone of the person stays beside the first where one genotype explains both, and is left out where none does', () => {
    const same = prepareJoint({ ...drawn(4), sameIndividual: { lnPriorOdds: 0 } });
    const beside = explainPairingAmong(same, { remains: 0, missing: 0 }, [-1, -1, 0, -1]);
    expect(beside.others).toEqual([-1, -1, 0, -1]);
    expect(Number(beside.lnLr)).toBeGreaterThan(Number(explainPairing(same, { remains: 0, missing: 0 }).lnLr));
    const apart = prepareJoint(drawn(4));
    expect(explainPairingAmong(apart, { remains: 0, missing: 0 }, [-1, -1, 0, -1])).toMatchObject({ others: [-1, -1, -1, -1], perUnit: explainPairing(apart, { remains: 0, missing: 0 }).perUnit });
  });

  it('fills of several places that carry theta pairing by pairing add up too', () => {
    const prepared = prepareJoint({ ...drawn(5), theta: 0.02, subpopulation: 'withinFamilies', top: 200 });
    const byPairing = { ...prepared, theta: { value: 0.02, form: 'withinFamilies' as const, byPairing: ['one'] } };
    const result = solveJoint(prepared);
    // The table summed theta whole; the parts by pairing differ from it by the little that theta does to two pairings at once.
    const [best] = explainJoint(byPairing, result).assignments;
    expect(sum(best?.perUnit ?? {}) + Number(best?.otherEvidence)).toBeCloseTo(Number(best?.lnLr), 0);
  });

  it('names policies, typing models, markers without data and markers that were dropped', () => {
    const input = drawn(6);
    const broken: JointInput = { ...input, profiles: { ...input.profiles, Mo: { ...input.profiles.Mo, M2: ['8', '8'] }, S: { ...input.profiles.S, M2: ['9', '9'] } } };
    const prepared = prepareJoint({ ...broken, remains: input.remains.map((r) => (r.id === 'R1' ? { ...r, profile: { ...r.profile, M1: ['8', '33'] } } : r)), policies: { outsideAllele: { kind: 'minFrequency', value: 0.001 }, normalisation: 'asGiven' } });
    const detail = explainJoint(prepared, solveJoint(prepared));
    const [first] = detail.units;
    expect(first).toMatchObject({ unit: 'M1', algorithm: 'familyTable', markers: [{ alleles: 5, frequencies: { '33': 0.001 } }] });
    expect(first?.markers[0]?.policies).toContainEqual({ code: 'outsideAllele', details: { allele: '33', frequency: 0.001 } });
    expect(first?.markers[0]?.policies).toContainEqual({ code: 'typingModel', details: { profile: 'R4', dropOut: 0.05, homozygoteDropOut: 0.0025000000000000005, dropIn: 0 } });
    expect(detail.dropped).toEqual([{ family: 'one', marker: 'M2', reason: 'referencesImpossible' }]);
    const pairing = detail.pairings.find((p) => p.remains === 'R3' && p.missing === 'B');
    expect(pairing?.dropped).toEqual({ M1: 'remainsNotTyped', M2: 'referencesImpossible', none: 'remainsNotTyped' });
    expect(Object.keys(pairing?.perUnit ?? {})).toEqual(['L1', 'L2']);
    expect(explainPairing(prepared, { remains: 2, missing: 0 })).toEqual(pairing);
  });

  const folder = join(import.meta.dirname, '../../../../../shared/cases/kinship');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^d-.*\.json$/.test(name) && !/grave|icmp|exclusionExample/.test(name)) : [];
  it.skipIf(files.length === 0)(`from a case file alone, the same bytes each time, and the sums hold (${String(files.length)} cases with several remains)`, () => {
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      const detail = explainDvi(JSON.parse(text));
      if (detail === null) throw new Error(`${file} is no case of several remains`);
      expectToAddUp(detail);
      expect(JSON.stringify(explainDvi(JSON.parse(text)))).toBe(JSON.stringify(detail));
    }
  });
});
