import { describe, expect, it } from 'vitest';
import { lnLikelihood, prepareForAll } from '../likelihood.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import { prepareMissingPerson } from '../missing-person/prepare.ts';
import { readFamily } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { simulateFamily } from '../simulate.ts';
import { seeded } from '../testing/enumeration.ts';
import type { Individual, Marker, Pedigree, Profile, TypingModel } from '../types.ts';
import { evaluateLn, evaluateTable, type EvaluateInput } from './evaluate.ts';
import { parentsCost } from './parents-plan.ts';

const stepwise = (k: number, chrom: Marker['chrom'] = 'autosomal'): Marker => {
  const alleles = Array.from({ length: k }, (_, a) => String(a + 6));
  const model = (rate: number) => ({ model: 'stepwise' as const, rate, rate2: 1e-6, range: 0.1 });
  return { name: 'M', chrom, alleles, freqs: alleles.map(() => 1 / k), mutation: { female: model(0.001), male: model(0.002) } };
};

/** A family as the engine takes it: profiles drawn from the pedigree, some of them spoiled. */
function drawn(random: () => number, family: { readonly people: readonly Individual[]; readonly typed: readonly string[]; readonly marker: Marker; readonly lossy: number }): Omit<EvaluateInput, 'theta'> {
  const { people, typed, marker, lossy } = family;
  const truth = simulateFamily({ pedigree: { name: 'truth', individuals: people }, markers: [marker], random });
  const typing: Record<string, TypingModel> = {};
  const profiles = Object.fromEntries(
    typed.map((id): [string, Profile] => {
      const seen = truth[id]?.M ?? [];
      if (random() < lossy && seen.length === 2) return [id, { M: [seen[0] ?? null, null] }];
      if (random() < lossy) typing[id] = { dropOut: 0.2, dropIn: random() < 0.5 ? 0.05 : 0, homozygoteDropOut: 0.1 };
      return [id, { M: typing[id] === undefined ? seen : [...new Set(seen)].filter(() => random() < 0.8) }];
    }),
  );
  const pedigree: Pedigree = { name: 'H', individuals: people.map((p) => (typed.includes(p.id) ? { ...p, profile: p.id } : p)) };
  const read = readFamily(pedigree);
  const prepared = prepareForAll(marker, profiles, {});
  const { evidence } = readFamilyEvidence(read, prepared, { seen: observationsOf(read, profiles, 'M'), settings: { typing } });
  return { frame: frameOf(read, marker.chrom), locus: prepared.locus, evidence };
}

const child = (id: string, father: string | null, mother: string | null, sex: Individual['sex'] = 'male'): Individual => ({ id, father, mother, sex });
const siblings = (n: number): Individual[] => [child('F', null, null), child('M', null, null, 'female'), ...Array.from({ length: n }, (_, i) => child(`C${String(i)}`, 'F', 'M'))];

describe('theta by the genotypes of the parents', () => {
  it('gives the likelihood that the other ways give: siblings and half siblings, autosomes and X, alleles lost and known by half (seeds from 1)', () => {
    const last = process.env['IMENA_LONG'] === '1' ? 2000 : 120;
    let compared = 0;
    for (let seed = 1; seed <= last; seed++) {
      const random = seeded(seed);
      const below = (n: number): number => Math.floor(random() * n);
      const parents = [...Array.from({ length: 1 + below(2) }, (_, i) => child(`F${String(i)}`, null, null)), ...Array.from({ length: 1 + below(2) }, (_, i) => child(`M${String(i)}`, null, null, 'female'))];
      const [fathers, mothers] = [parents.filter((p) => p.sex === 'male'), parents.filter((p) => p.sex === 'female')];
      const children = Array.from({ length: 1 + below(4) }, (_, i) => child(`C${String(i)}`, random() < 0.8 ? (fathers[below(fathers.length)]?.id ?? null) : null, mothers[below(mothers.length)]?.id ?? null, random() < 0.5 ? 'male' : 'female'));
      const typed = [...children, ...parents.filter(() => random() < 0.3)].map((p) => p.id);
      const input = { ...drawn(random, { people: [...parents, ...children], typed, marker: stepwise(4, seed % 3 === 0 ? 'X' : 'autosomal'), lossy: seed % 2 === 0 ? 0.3 : 0 }), theta: 0.01 + 0.1 * random() };
      if (!(parentsCost({ ...input, target: -1 }) < 1e6)) continue;
      const [ours, other] = [evaluateLn({ ...input, algorithm: 'parents' }), evaluateLn({ ...input, algorithm: 'draws' })];
      compared += 1;
      expect(Math.abs(ours - other) < 1e-11 * Math.max(1, Math.abs(other)), `seed ${String(seed)}: ${String(ours)} against ${String(other)}`).toBe(true);
    }
    expect(compared).toBeGreaterThan(0.7 * last);
  });

  it('gives the tables of a missing child and of a stranger that the other ways give, with theta and without, further people without relatives beside (seeds from 1)', () => {
    const last = process.env['IMENA_LONG'] === '1' ? 1000 : 90;
    const compared = { child: 0, stranger: 0, alone: 0 };
    for (let seed = 1; seed <= last; seed++) {
      const random = seeded(seed);
      const below = (n: number): number => Math.floor(random() * n);
      const [fathers, mothers] = [Array.from({ length: 1 + below(2) }, (_, i) => child(`F${String(i)}`, null, null)), Array.from({ length: 1 + below(2) }, (_, i) => child(`M${String(i)}`, null, null, 'female'))];
      const parents = [...fathers, ...mothers];
      const anyOf = (some: readonly Individual[]): string => some[below(some.length)]?.id ?? '';
      const children = Array.from({ length: 1 + below(3) }, (_, i) => child(`C${String(i)}`, random() < 0.8 ? anyOf(fathers) : null, anyOf(mothers), random() < 0.5 ? 'male' : 'female'));
      // One who has only one parent in the family has the other by a founder of their own.
      const isStranger = random() < 0.4;
      const missing = child('MP', isStranger ? null : anyOf(fathers), isStranger ? null : anyOf(mothers), seed % 3 === 0 ? 'female' : 'male');
      const alone = random() < 0.3 ? [child('A', null, null)] : [];
      const typed = [...children, ...alone, ...parents.filter(() => random() < 0.2)].map((p) => p.id);
      const theta = seed % 4 === 0 ? 0 : 0.01 + 0.1 * random();
      const people = [...parents, ...children, ...alone, missing];
      const input = { ...drawn(random, { people, typed, marker: stepwise(4, seed % 3 === 0 ? 'X' : 'autosomal'), lossy: seed % 2 === 0 ? 0.5 : 0 }), theta };
      const target = people.length - 1;
      if (!(parentsCost({ ...input, target }) < 1e7)) continue;
      const [ours, other] = [evaluateTable({ ...input, algorithm: 'parents' }, target), evaluateTable({ ...input, algorithm: theta > 0 ? 'draws' : 'network' }, target)];
      compared[isStranger ? 'stranger' : 'child'] += 1;
      if (alone.length > 0) compared.alone += 1;
      ours.forEach((ln, entry) => {
        const expected = other[entry] ?? NaN;
        expect(ln === expected || Math.abs(ln - expected) < 1e-11 * Math.max(1, Math.abs(expected)), `seed ${String(seed)}, entry ${String(entry)}: ${String(ln)} against ${String(expected)}`).toBe(true);
      });
    }
    expect(Object.values(compared).every((n) => n > last / 10), JSON.stringify(compared)).toBe(true);
  });

  it('six siblings of a missing person, and nine half siblings beside a stranger, all with alleles that dropped out and in, are answered at a marker of 24 alleles', () => {
    const marker = stepwise(24);
    const typing = { dropOut: 0.1, dropIn: 0.02, homozygoteDropOut: 0.02 };
    const typingOf = (people: readonly Individual[]): Record<string, TypingModel> => Object.fromEntries(people.map((p) => [p.id, typing]));
    const profilesOf = (people: readonly Individual[]): Record<string, Profile> => simulateFamily({ pedigree: { name: 'truth', individuals: people }, markers: [marker], random: seeded(3), typing: typingOf(people) });
    const nine = [child('F', null, null), ...Array.from({ length: 9 }, (_, i) => child(`C${String(i)}`, 'F', null))];
    const beside = [...nine, child('R', null, null)];
    const named = (people: readonly Individual[], skip: readonly string[]): Individual[] => people.map((p) => (skip.includes(p.id) ? p : { ...p, profile: p.id }));
    const { perMarker } = lnLikelihood({ pedigree: { name: 'H', individuals: named(beside, ['F']) }, profiles: profilesOf(beside), markers: [marker], theta: 0.02, typing: typingOf(beside) });
    expect(perMarker[0]?.algorithm).toBe('parentsAndChildren');
    const six = [...siblings(6), child('MP', 'F', 'M')];
    const prepared = prepareMissingPerson({ pedigree: { name: 'H', individuals: named(six, ['F', 'M', 'MP']) }, missing: 'MP', profiles: profilesOf(six), markers: [marker], theta: 0.02, typing: typingOf(six) });
    // Everything a missing person or a stranger may show sums to what the relatives show.
    for (const { lnRelated, lnUnrelated, lnReferences } of prepared.tables)
      for (const table of [lnRelated, lnUnrelated]) expect(Math.log(table.reduce((sum, ln) => sum + Math.exp(ln), 0))).toBeCloseTo(lnReferences, 9);
  });

  it('four siblings at a marker of 39 alleles, alleles of three of them dropped out: two ways agree to 1e-12', () => {
    const input = { ...drawn(seeded(2), { people: siblings(4), typed: ['C0', 'C1', 'C2', 'C3'], marker: stepwise(39), lossy: 0.7 }), theta: 0.02 };
    const [ours, vectors] = [evaluateLn({ ...input, algorithm: 'parents' }), evaluateLn({ ...input, algorithm: 'vectors' })];
    expect(Math.abs(ours - vectors)).toBeLessThan(1e-12 * Math.abs(vectors));
  });

  it('nine half siblings, each by another mother, and seven full siblings are answered at a marker of 39 alleles', () => {
    const marker = stepwise(39);
    const half = [child('F', null, null), ...Array.from({ length: 9 }, (_, i) => child(`C${String(i)}`, 'F', null))];
    for (const [people, count] of [[half, 9], [siblings(7), 7]] as const) {
      const profiles = simulateFamily({ pedigree: { name: 'truth', individuals: people }, markers: [marker], random: seeded(count) });
      const individuals = people.map((p) => (p.id.startsWith('C') ? { ...p, profile: p.id } : p));
      const { perMarker, total } = lnLikelihood({ pedigree: { name: 'H', individuals }, profiles, markers: [marker], theta: 0.02 });
      expect(perMarker[0]?.algorithm).toBe('parentsAndChildren');
      expect(total).toBeLessThan(-20);
    }
  });
});
