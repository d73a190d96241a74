import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markersFrom, shippedFrequencyTables } from '../frequencies/frequency-table.ts';
import { stepwiseMutation } from '../frequencies/mutation-rates.ts';
import { prepareMissingPerson } from '../missing-person/prepare.ts';
import { readFamily } from '../pedigree/family.ts';
import { simulateFamily } from '../simulate.ts';
import { defaultPolicies, type Individual, type Marker, type Pedigree, type Profile } from '../types.ts';
import { compileShape } from './compile-shape.ts';
import type { AllelesSeen } from './descent-graph.ts';
import { makeReferenceKernel } from './lanes.ts';
import { indexEveryGenotype } from './remains-index.ts';
import { prepareScreenMarkers } from './screen-marker.ts';
import { makeVectorKernel } from './vector-kernel.ts';
import { familyShapes } from './testing/family-shapes.ts';
import { seeded } from '../testing/enumeration.ts';

const table = shippedFrequencyTables().find((t) => t.id === 'nist1036-2017-cauc');
if (table === undefined) throw new Error('the NIST table is shipped');
const stepwise = markersFrom({ table, mutation: stepwiseMutation, names: ['D3S1358', 'TH01'] }).map((m) => {
  const seen = m.alleles.flatMap((allele, i) => ((m.freqs[i] ?? 0) > 0 ? [{ allele, p: m.freqs[i] ?? 0 }] : []));
  const sum = seen.reduce((x, s) => x + s.p, 0);
  return { ...m, alleles: seen.map((s) => s.allele), freqs: seen.map((s) => s.p / sum) };
});
const small = (model: 'equal' | 'proportional' | 'stepwise' | 'none'): Marker => {
  const of = (rate: number) => (model === 'stepwise' ? { model, rate, rate2: 0.001, range: 0.2 } : { model, rate });
  return {
    name: model, chrom: 'autosomal', alleles: ['7', '8', '9', '9.3', '10'], freqs: [0.1, 0.25, 0.3, 0.15, 0.2],
    mutation: model === 'none' ? null : { female: of(0.01) as never, male: of(0.03) as never },
  };
};

/**
 * Largest difference of ln LR between the compiled table and the general engine over all genotypes and single alleles;
 * null where the shape needs more steps than the limit, so that screening asks the general engine itself.
 */
function worstDifference(individuals: readonly Individual[], profiles: Record<string, Profile>, { marker, theta }: { marker: Marker; theta: number }): number | null {
  const pedigree: Pedigree = { name: 'p', individuals };
  const markers = prepareScreenMarkers([marker], defaultPolicies);
  const remains = indexEveryGenotype(markers);
  const family = readFamily(pedigree);
  const typed = family.profile.map((p): AllelesSeen => (p === null ? 0 : profiles[p]?.[marker.name]?.includes(null) === true ? 1 : 2));
  const target = family.index.get('MP') ?? -1;
  const code = compileShape(family, typed, { target, theta });
  if (code === null) return null;
  const general = prepareMissingPerson({ pedigree, missing: 'MP', profiles, markers: [marker], theta }).tables[0];
  if (general === undefined) throw new Error('no general table');
  const numbers = markers[0]?.prepared.index;
  const genotypes = family.profile.flatMap((p) => (p === null ? [-1, -1] : (profiles[p]?.[marker.name] ?? []).map((l) => numbers?.get(l ?? '') ?? -1)));
  const count = remains.seen[0]?.length ?? 0;
  const room = { markers, remains, valueCount: count + 2 };
  const [out, reference] = [makeVectorKernel(room), makeReferenceKernel(room)].map((kernel) => {
    if (kernel === null) throw new Error('no WebAssembly SIMD here');
    kernel.machine.genotypes.set(genotypes);
    kernel.machine.fill(0, code, 1);
    return kernel.values.slice();
  });
  if (out === undefined || reference === undefined) throw new Error('no table');
  expect(out).toEqual(reference);
  if (general.lnReferences === -Infinity) return out.every((x) => x === 0) ? 0 : Infinity;
  let worst = 0;
  out.subarray(2).forEach((x, i) => {
    const expected = (general.lnRelated[i] ?? NaN) - (general.lnUnrelated[i] ?? NaN);
    const difference = x === expected ? 0 : Math.abs(x - expected);
    worst = Math.max(worst, Number.isNaN(difference) ? Infinity : difference);
  });
  return worst;
}

/** The same profiles, of some of which one allele is not known. */
function withGaps(profiles: Record<string, Profile>, random: () => number): Record<string, Profile> {
  const gap = (p: Profile): Profile => Object.fromEntries(Object.entries(p).map(([marker, seen]) => [marker, random() < 0.5 ? seen : [seen[0] ?? null, null]]));
  return Object.fromEntries(Object.entries(profiles).map(([id, p]) => [id, gap(p)]));
}

describe('the compiled tables of a missing person', () => {
  // Each comparison also demands the same digits of the vector kernel and of its reference in TypeScript.
  for (const [name, { individuals, typed }] of Object.entries(familyShapes))
    it(`agree with the general engine to 1e-9: ${name}`, () => {
      const random = seeded(name.length);
      for (const marker of [...stepwise, small('equal'), small('proportional'), small('stepwise'), small('none')]) {
        const people = individuals.map((i) => (typed.includes(i.id) ? { ...i, profile: i.id } : i));
        const pedigree: Pedigree = { name, individuals: people };
        const profiles = simulateFamily({ pedigree, markers: [marker], random });
        expect(worstDifference(people, profiles, { marker, theta: 0 }) ?? 'not compiled').toBeLessThan(1e-9);
      }
    });

  it('agree with the general engine to 1e-9 with a subpopulation correction, relatives with one known allele among them', () => {
    let compared = 0;
    Object.entries(familyShapes).forEach(([name, { individuals, typed }], i) => {
      const marker = small(i % 2 === 0 ? 'stepwise' : 'equal');
      const people = individuals.map((p) => (typed.includes(p.id) ? { ...p, profile: p.id } : p));
      const profiles = simulateFamily({ pedigree: { name, individuals: people }, markers: [marker], random: seeded(i + 1) });
      const theta = i % 3 === 0 ? 0.2 : 0.01;
      for (const seen of [profiles, withGaps(profiles, seeded(i + 1))]) {
        const worst = worstDifference(people, seen, { marker, theta });
        if (worst === null) continue;
        compared += 1;
        expect([name, worst < 1e-9 ? 'agree' : worst]).toEqual([name, 'agree']);
      }
    });
    expect(compared).toBe(2 * Object.keys(familyShapes).length);
  });

  it.each([{ what: 'no theta', theta: 0, runs: 100 }, { what: 'theta', theta: 0.05, runs: 15 }])('agree with the general engine to 1e-9 on random pedigrees with loops and single known alleles, $what', ({ theta, runs }) => {
    let compared = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        const random = seeded(seed);
        const pick = (n: number): number => Math.floor(random() * n);
        const people: Individual[] = [];
        const count = 4 + pick(theta > 0 ? 3 : 6);
        for (let i = 0; i < count; i++) {
          const sex = pick(2) === 0 ? 'male' : 'female';
          const men = people.filter((p) => p.sex === 'male');
          const women = people.filter((p) => p.sex === 'female');
          const father = men[pick(men.length)]?.id;
          const mother = women[pick(women.length)]?.id;
          const isChild = i > 1 && father !== undefined && mother !== undefined && random() < 0.75;
          people.push({ id: `p${i}`, father: isChild ? father : null, mother: isChild ? mother : null, sex });
        }
        const target = pick(count);
        const named = people.map((p, i) => ({
          ...p, id: i === target ? 'MP' : p.id,
          father: p.father === `p${target}` ? 'MP' : p.father, mother: p.mother === `p${target}` ? 'MP' : p.mother,
          ...(i !== target && random() < 0.45 ? { profile: p.id } : {}),
        }));
        const marker = small((['none', 'equal', 'stepwise', 'proportional'] as const)[pick(4)] ?? 'none');
        const profiles = withGaps(simulateFamily({ pedigree: { name: 'r', individuals: named }, markers: [marker], random }), random);
        const worst = worstDifference(named, profiles, { marker, theta });
        if (worst !== null) compared += 1;
        expect(worst ?? 0).toBeLessThan(1e-9);
      }),
      { numRuns: runs },
    );
    // Few random pedigrees have more ways than are compiled.
    expect(compared).toBeGreaterThan(0.6 * runs);
  });
});
