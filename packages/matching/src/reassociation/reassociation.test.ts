import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFromPairs, posteriorOfNumber } from './count-from-pairs.ts';
import { countIndividuals } from './count-individuals.ts';
import { elements } from './elements.ts';
import { matchPairs } from './match-pairs.ts';
import { reassociate } from './reassociate.ts';
import { studentTwoSided } from './student.ts';
import type { Association, Side, Specimen } from './types.ts';

const reference = path.resolve(import.meta.dirname, '../../../../../shared/reference/data');
const withReference = test.skipIf(!existsSync(path.join(reference, 'mni.json')));
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(reference, name), 'utf8'));

const bone = (id: string, element: string, side: Side, more: Partial<Specimen> = {}): Specimen => ({ id, element, side, zones: [1], ageGroup: null, profile: null, ...more });
const note = (a: string, b: string, basis: Association['basis'], says: Association['says'] = 'together'): Association => ({ a, b, basis, says, note: null });

describe('the number of individuals from pairs', () => {
  withReference('is that of the reference data: 21 left, 15 right, 11 pairs give 21 and 25 at least, 28 most likely', () => {
    const { example } = read('mni.json') as { example: { L: number; R: number; P: number; MNI_max: number; MNI_GMT: number; LI: number; MLNI: number; r: number } };
    const counted = countFromPairs({ left: example.L, right: example.R, pairs: example.P }, { pairsReliably: true });
    expect(counted).toMatchObject({ mniMax: example.MNI_max, mniGrandTotal: example.MNI_GMT });
    expect(counted.estimate?.mlni).toBe(example.MLNI);
    expect(counted.lincoln).toBeCloseTo(example.LI, 2);
    expect(counted.recovery?.share).toBeCloseTo(example.r, 4);
    // The printed formula of the reference for the standard error, and ours, which is shorter, give one number.
    const { L, R, P } = example;
    const r = (2 * P) / (L + R);
    const printed = Math.sqrt(((r - 1) ** 2 * (r - 2) ** 2 * r ** 2) / (r ** 2 * (L + R) * (3 - 2 * r) + 2 * P * (2 - 6 * r + 3 * r * r)));
    expect(counted.recovery?.standardError).toBeCloseTo(printed, 12);
  });

  test('worked example of the method page: 28 with the 95 % region 25 to 39, recovery 0.611 ± 0.096', () => {
    const counted = countFromPairs({ left: 21, right: 15, pairs: 11 }, { pairsReliably: true });
    expect(counted.estimate).toMatchObject({ mlni: 28, low: 25, high: 39 });
    expect(counted.estimate?.mass).toBeGreaterThanOrEqual(0.95);
    expect(counted.recovery?.standardError).toBeCloseTo(0.0958, 4);
  });

  test('has a posterior that sums to one and is highest at the most likely number', () => {
    fc.assert(fc.property(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), (pairs, l, r) => {
      const counts = { left: pairs + l, right: pairs + r, pairs };
      const least = counts.left + counts.right - pairs;
      let sum = 0;
      for (let n = least; n < least + 20_000; n++) sum += posteriorOfNumber(n, counts);
      expect(sum).toBeCloseTo(1, 4);
      const { estimate, mniGrandTotal } = countFromPairs(counts, { pairsReliably: true, fewest: 1 });
      const mode = estimate?.mlni ?? -1;
      // Where the formula is a whole number before rounding, two neighbours are equally likely, up to rounding.
      expect(posteriorOfNumber(mode, counts)).toBeGreaterThanOrEqual(posteriorOfNumber(mode - 1, counts) * (1 - 1e-12));
      expect(posteriorOfNumber(mode, counts)).toBeGreaterThan(posteriorOfNumber(mode + 1, counts));
      expect(mode).toBeGreaterThanOrEqual(mniGrandTotal);
      expect(estimate?.low).toBeGreaterThanOrEqual(mniGrandTotal);
    }), { numRuns: 20 });
  });

  test('is not given where pairs are few or cannot be told, and the minimum stands all the same', () => {
    expect(countFromPairs({ left: 9, right: 8, pairs: 4 }, { pairsReliably: true })).toMatchObject({ mniMax: 9, estimate: null, withheld: 'too_few_pairs' });
    expect(countFromPairs({ left: 21, right: 15, pairs: 11 }, { pairsReliably: false })).toMatchObject({ mniMax: 21, estimate: null, withheld: 'pairs_not_reliable' });
    expect(countFromPairs({ left: 0, right: 0, pairs: 0 }, { pairsReliably: true })).toMatchObject({ mniMax: 0, lincoln: null, recovery: null });
  });

  test('is refused for counts that cannot be', () => {
    expect(() => countFromPairs({ left: 3, right: 2, pairs: 3 }, { pairsReliably: true })).toThrow('matching.pair_counts');
    expect(() => countFromPairs({ left: 3.5, right: 2, pairs: 1 }, { pairsReliably: true })).toThrow('matching.pair_counts');
    expect(() => countFromPairs({ left: 3, right: 2, pairs: 1 }, { pairsReliably: true, mass: 1 })).toThrow('matching.pair_options');
  });
});

describe('the minimum number by bones', () => {
  withReference('uses the zones and numbers of the reference inventory', () => {
    const inventory = read('skeletal-inventory.json') as { zones: { max_zone: Record<string, number> }; elements_counts_adult: Record<string, number> };
    const { max_zone: zones } = inventory.zones;
    for (const name of ['cranium', 'mandible', 'hyoid', 'sacrum', 'sternum', 'clavicle', 'scapula', 'humerus', 'radius', 'ulna', 'femur', 'tibia', 'fibula']) expect(elements[name]?.zones, name).toBe(zones[name]);
    expect(elements['os_coxae']?.zones).toBe(zones['os coxae']);
    const counts = inventory.elements_counts_adult;
    expect(elements['rib']?.perSide).toBe(counts['ribs_each_side']);
    expect(elements['cervical_vertebra']?.perSide).toBe(counts['cervical']);
    expect(elements['hand_bone']?.perSide).toBe((counts['carpals_each'] ?? 0) + (counts['metacarpals_each'] ?? 0) + (counts['hand_phalanges_each'] ?? 0));
    expect(elements['foot_bone']?.perSide).toBe((counts['tarsals_each'] ?? 0) + (counts['metatarsals_each'] ?? 0) + (counts['foot_phalanges_each'] ?? 0));
  });

  test('worked example of the method page: two adults and a child by thigh bones, a fourth by DNA', () => {
    const specimens = [
      bone('F1', 'femur', 'left', { zones: [1, 2, 3], ageGroup: 'adult', profile: 'A' }), bone('F2', 'femur', 'left', { zones: [2], ageGroup: 'adult' }),
      bone('F3', 'femur', 'left', { zones: [9, 10], ageGroup: 'adult' }), bone('F4', 'femur', 'right', { zones: [2], ageGroup: 'child' }),
      bone('T1', 'tibia', 'left', { ageGroup: 'adult', profile: 'B' }), bone('S1', 'scapula', 'right', { ageGroup: 'adult', profile: 'C' }),
    ];
    const counted = countIndividuals(specimens);
    expect(counted).toMatchObject({ minimum: 4, byBones: 3, profiles: 3, rests: 'age_groups_added', withoutZones: [] });
    expect(counted.groups).toEqual([
      { ageGroup: 'adult', number: 3, source: { kind: 'dna', profiles: ['A', 'B', 'C'] } },
      { ageGroup: 'child', number: 1, source: { kind: 'zone', element: 'femur', side: 'right', zone: 2, specimens: ['F4'] } },
    ]);
    expect(counted.elements.find(({ element, ageGroup }) => element === 'femur' && ageGroup === 'adult')).toEqual({ element: 'femur', ageGroup: 'adult', left: 2, right: 0, unsided: 0, midline: 0, minimum: 2 });
  });

  test('does not count fragments of different ends of a bone twice, nor left and right, nor what is of unknown age beside what is known', () => {
    expect(countIndividuals([bone('a', 'femur', 'left', { zones: [1] }), bone('b', 'femur', 'left', { zones: [11] })]).minimum).toBe(1);
    expect(countIndividuals([bone('a', 'femur', 'left'), bone('b', 'femur', 'right')]).minimum).toBe(1);
    const mixed = [bone('a', 'femur', 'left', { ageGroup: 'adult' }), bone('b', 'tibia', 'left'), bone('c', 'tibia', 'left')];
    expect(countIndividuals(mixed)).toMatchObject({ minimum: 2, rests: 'all_ages_together', together: { source: { element: 'tibia', specimens: ['b', 'c'] } } });
    expect(countIndividuals([])).toMatchObject({ minimum: 0, profiles: 0 });
  });

  test('shares unsided bones among both sides and several bones of a kind among as many as one person has', () => {
    const unsided = ['a', 'b', 'c'].map((id) => bone(id, 'femur', 'unsided'));
    expect(countIndividuals(unsided).minimum).toBe(2);
    const vertebrae = Array.from({ length: 13 }, (_, i) => bone(`v${i}`, 'thoracic_vertebra', 'midline'));
    expect(countIndividuals(vertebrae).minimum).toBe(2);
    expect(countIndividuals(vertebrae.slice(0, 12)).minimum).toBe(1);
  });

  test('takes fragments that fit at the fracture for one bone, so that three halves are not three people', () => {
    const halves = [bone('a', 'humerus', 'left', { zones: [1, 5] }), bone('b', 'humerus', 'left', { zones: [5, 9] }), bone('c', 'humerus', 'left', { zones: [9] })];
    expect(countIndividuals(halves).minimum).toBe(2);
    expect(countIndividuals(halves, [['a', 'b']]).minimum).toBe(2);
    expect(countIndividuals([halves[0], halves[1]].filter((half) => half !== undefined), [['a', 'b']]).minimum).toBe(1);
    expect(() => countIndividuals(halves, [['a', 'x']])).toThrow('matching.specimen_unknown');
  });

  test('never exceeds the number of people whose bones were drawn', () => {
    const kinds = Object.keys(elements);
    const drawn = fc.array(fc.record({ person: fc.integer({ min: 0, max: 5 }), kind: fc.constantFrom(...kinds), left: fc.boolean(), known: fc.boolean(), typed: fc.boolean(), sided: fc.boolean() }), { maxLength: 60 });
    fc.assert(fc.property(drawn, (draws) => {
      const seen = new Set<string>();
      const people = new Set<number>();
      const specimens = draws.flatMap(({ person, kind, left, known, typed, sided }, i) => {
        const paired = elements[kind]?.sides === 'paired';
        const key = `${person} ${kind} ${paired ? left : ''}`;
        if (seen.has(key)) return [];
        seen.add(key);
        people.add(person);
        return [bone(`s${i}`, kind, !paired ? 'midline' : !sided ? 'unsided' : left ? 'left' : 'right', { ageGroup: known ? (person < 3 ? 'adult' : 'child') : null, profile: typed ? `P${person}` : null })];
      });
      expect(countIndividuals(specimens).minimum).toBeLessThanOrEqual(people.size);
    }), { numRuns: 300 });
  });

  test('is refused for bones, zones and sides that do not exist', () => {
    expect(() => countIndividuals([bone('a', 'wing', 'left')])).toThrow('matching.element_unknown');
    expect(() => countIndividuals([bone('a', 'constructor', 'left')])).toThrow('matching.element_unknown');
    expect(() => countIndividuals([bone('a', 'femur', 'left', { zones: [12] })])).toThrow('matching.zone_unknown');
    expect(() => countIndividuals([bone('a', 'femur', 'midline')])).toThrow('matching.side_impossible');
    expect(() => countIndividuals([bone('a', 'femur', 'left'), bone('a', 'tibia', 'left')])).toThrow('matching.specimen_twice');
  });
});

describe('re-association', () => {
  test('joins by DNA, articulation, refit, joint fit and pair match, and keeps weaker notes as hints', () => {
    const specimens = [
      bone('f', 'femur', 'left', { profile: 'A' }), bone('t', 'tibia', 'left'), bone('h', 'humerus', 'left', { profile: 'A' }),
      bone('u', 'ulna', 'left'), bone('r', 'radius', 'left'),
    ];
    const { individuals, conflicts, hints } = reassociate(specimens, [note('f', 't', 'articulation'), note('u', 'r', 'nearness'), note('f', 'u', 'osteometry')]);
    expect(individuals.map(({ specimens: ids }) => ids)).toEqual([['f', 'h', 't'], ['u'], ['r']]);
    expect(individuals[0]?.joinedBy.map(({ basis }) => basis)).toEqual(['dna', 'articulation']);
    expect(conflicts).toEqual([]);
    expect(hints.map(({ basis }) => basis)).toEqual(['osteometry', 'nearness']);
  });

  test('does not follow a pair match that DNA speaks against, and says so', () => {
    const { individuals, conflicts } = reassociate([bone('l', 'femur', 'left', { profile: 'A' }), bone('r', 'femur', 'right', { profile: 'B' })], [note('l', 'r', 'pair_match')]);
    expect(individuals).toHaveLength(2);
    expect(conflicts).toEqual([{ association: note('l', 'r', 'pair_match'), followed: false, against: [{ kind: 'profiles_differ', a: 'l', b: 'r' }] }]);
  });

  test('one profile from two left thigh bones is not one individual but a conflict to look at first', () => {
    const { individuals, conflicts } = reassociate([bone('a', 'femur', 'left', { profile: 'A', zones: [2, 3] }), bone('b', 'femur', 'left', { profile: 'A', zones: [3] })], []);
    expect(individuals).toHaveLength(2);
    expect(conflicts[0]).toMatchObject({ followed: false, association: { basis: 'dna' }, against: [{ kind: 'bone_twice', element: 'femur', side: 'left', zone: 3, specimens: ['a', 'b'] }] });
  });

  test('a weaker note against a join does not undo it but is shown; an as strong one stops it', () => {
    const pair = [bone('l', 'femur', 'left'), bone('r', 'femur', 'right')];
    const weaker = reassociate(pair, [note('l', 'r', 'articulation'), note('l', 'r', 'osteometry', 'apart')]);
    expect(weaker.individuals).toHaveLength(1);
    expect(weaker.conflicts).toMatchObject([{ followed: true, against: [{ kind: 'note', association: { basis: 'osteometry' } }] }]);
    const equal = reassociate(pair, [note('l', 'r', 'articulation'), note('l', 'r', 'articulation', 'apart')]);
    expect(equal.individuals).toHaveLength(2);
    expect(equal.conflicts).toMatchObject([{ followed: false }]);
  });

  test('does not join through others what cannot be together: adult, unknown and child in a chain', () => {
    const chain = [bone('a', 'femur', 'left', { ageGroup: 'adult' }), bone('b', 'tibia', 'left'), bone('c', 'humerus', 'left', { ageGroup: 'child' })];
    const { individuals, conflicts } = reassociate(chain, [note('b', 'c', 'articulation'), note('a', 'b', 'articulation')]);
    expect(individuals.map(({ specimens: ids }) => ids)).toEqual([['a'], ['b', 'c']]);
    expect(conflicts).toMatchObject([{ against: [{ kind: 'age_groups_differ', a: 'a', b: 'c' }] }]);
    expect(() => reassociate(chain, [note('a', 'x', 'pair_match')])).toThrow('matching.specimen_unknown');
  });
});

describe('pair matching by size', () => {
  const asymmetry = { measurements: ['length', 'head'], meanMm: 0.5, sdMm: 2, people: 50, source: 'invented for this test' };
  const measured = (id: string, length: number, head: number) => ({ id, mm: { length, head } });

  test('excludes what is too different and never shows that two bones are a pair', () => {
    const { candidates, notMeasured } = matchPairs(
      { left: [measured('l1', 450, 48), { id: 'l2', mm: { length: 450 } }], right: [measured('r1', 449, 48), measured('r2', 440, 46)] }, asymmetry);
    expect(candidates.map(({ left, right, verdict }) => [left, right, verdict])).toEqual([['l1', 'r1', 'not_excluded'], ['l1', 'r2', 'excluded']]);
    expect(notMeasured).toEqual(['l2']);
    expect(() => matchPairs({ left: [], right: [] }, { ...asymmetry, sdMm: 0 })).toThrow('matching.asymmetry_unusable');
  });

  test('rests on Student’s distribution as printed in tables', () => {
    expect(studentTwoSided(12.706, 1)).toBeCloseTo(0.05, 5);
    expect(studentTwoSided(-2.2281, 10)).toBeCloseTo(0.05, 5);
    expect(studentTwoSided(2.0096, 49)).toBeCloseTo(0.05, 5);
    expect(studentTwoSided(1, 1)).toBeCloseTo(0.5, 12);
    expect(studentTwoSided(0, 5)).toBe(1);
  });
});
