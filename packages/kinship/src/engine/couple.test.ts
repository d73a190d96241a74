import { describe, expect, it } from 'vitest';
import { prepareForAll } from '../likelihood.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import { readFamily } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { simulateFamily } from '../simulate.ts';
import { seeded } from '../testing/enumeration.ts';
import type { Individual, Marker, MutationModel, Pedigree } from '../types.ts';
import { evaluateLn, evaluateTable } from './evaluate.ts';
import { sumCouple } from './couple.ts';

const models: readonly ((rate: number) => MutationModel)[] = [
  (rate) => ({ model: 'stepwise', rate, rate2: 1e-4, range: 0.2 }), (rate) => ({ model: 'equal', rate }), (rate) => ({ model: 'proportional', rate }),
];
const marker = (k: number, kind: number): Marker => {
  const alleles = Array.from({ length: k }, (_, a) => String(a + 6));
  const model = models[kind];
  return { name: 'M', chrom: 'autosomal', alleles, freqs: alleles.map((_, a) => (2 * (a + 1)) / (k * (k + 1))), mutation: model === undefined ? null : { female: model(0.02), male: model(0.05) } };
};
const person = (id: string, father: string | null = null, mother: string | null = null, sex: Individual['sex'] = 'male'): Individual => ({ id, father, mother, sex });

describe('children of one couple', () => {
  it('have the likelihoods and the tables of elimination to 1e-11: parents typed or not, a missing child, a stranger beside, three mutation models and none (seeds 1 to 160)', () => {
    let compared = 0;
    for (let seed = 1; seed <= 160; seed++) {
      const random = seeded(seed);
      const children = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, i) => person(`C${String(i)}`, 'F', 'M'));
      const people = [...children, person('F'), person('M', null, null, 'female'), person('R'), ...(seed % 2 === 0 ? [person('MP', 'F', 'M')] : [])];
      const typed = people.map((p) => p.id).filter((id) => id.startsWith('C') || (id !== 'MP' && random() < 0.3));
      const one = marker(2 + (seed % 4), seed % 5);
      const profiles = simulateFamily({ pedigree: { name: 'truth', individuals: people }, markers: [one], random });
      const pedigree: Pedigree = { name: 'H', individuals: people.map((p) => (typed.includes(p.id) ? { ...p, profile: p.id } : p)) };
      const family = readFamily(pedigree);
      const { locus } = prepareForAll(one, profiles, {});
      const { evidence } = readFamilyEvidence(family, prepareForAll(one, profiles, {}), { seen: observationsOf(family, profiles, 'M'), settings: {} });
      const input = { frame: frameOf(family, 'autosomal'), locus, evidence, theta: 0 };
      const target = family.index.get('MP') ?? -1;
      expect(sumCouple({ ...input, target })).not.toBeNull();
      const [ours, other] = target < 0 ? [[evaluateLn({ ...input, algorithm: 'couple' })], [evaluateLn({ ...input, algorithm: 'network' })]] : [evaluateTable({ ...input, algorithm: 'couple' }, target), evaluateTable({ ...input, algorithm: 'network' }, target)];
      ours.forEach((ln, entry) => {
        const expected = other[entry] ?? NaN;
        compared += 1;
        expect(ln === expected || Math.abs(ln - expected) < 1e-11 * Math.max(1, Math.abs(expected)), `seed ${String(seed)}, ${String(entry)}: ${String(ln)} against ${String(expected)}`).toBe(true);
      });
    }
    expect(compared).toBeGreaterThan(500);
  });

  it('are left to the general ways where a genotype is not sure, a child has children, or parents differ', () => {
    const one = marker(3, 0);
    const ask = (individuals: readonly Individual[], profiles: Readonly<Record<string, readonly (string | null)[]>>): Float64Array | null => {
      const family = readFamily({ name: 'H', individuals: individuals.map((p) => (p.id in profiles ? { ...p, profile: p.id } : p)) });
      const seen = Object.fromEntries(Object.entries(profiles).map(([id, pair]) => [id, { M: pair }]));
      const prepared = prepareForAll(one, seen, {});
      return sumCouple({ frame: frameOf(family, 'autosomal'), locus: prepared.locus, evidence: readFamilyEvidence(family, prepared, { seen: observationsOf(family, seen, 'M'), settings: {} }).evidence, target: -1 });
    };
    const couple = [person('F'), person('M', null, null, 'female'), person('C', 'F', 'M')];
    expect(ask(couple, { C: ['6', '7'] })).not.toBeNull();
    expect(ask(couple, { C: ['6', null] })).toBeNull();
    expect(ask([...couple, person('D', 'F', null)], { C: ['6', '7'], D: ['6', '6'] })).toBeNull();
    expect(ask([...couple, person('D', 'C', null)], { C: ['6', '7'], D: ['6', '6'] })).toBeNull();
  });
});
