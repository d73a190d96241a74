import { describe, expect, it } from 'vitest';
import { KinshipError } from '../kinship-error.ts';
import { lnLikelihood, prepareForAll } from '../likelihood.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import { readFamily } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { simulateFamily } from '../simulate.ts';
import { seeded } from '../testing/enumeration.ts';
import { drawLargePedigree, drawPedigree } from '../testing/pedigree-shapes.ts';
import type { Marker, Pedigree, Profile, Profiles, TypingModel } from '../types.ts';
import { evaluateLn, evaluateTable } from './evaluate.ts';
import { sumByVectors, vectorCost } from './vector-walk.ts';

const stepwise = (k: number): Marker => {
  const alleles = Array.from({ length: k }, (_, a) => String(a + 6));
  const model = (rate: number) => ({ model: 'stepwise' as const, rate, rate2: 1e-6, range: 0.1 });
  return { name: 'M', chrom: 'autosomal', alleles, freqs: alleles.map(() => 1 / k), mutation: { female: model(0.001), male: model(0.002) } };
};

/** A family of four generations with ten people typed, at a marker of which no alleles can be joined. */
function drawLarge(seed: number, people: number, k: number): { pedigree: Pedigree; profiles: Profiles; marker: Marker } {
  const random = seeded(seed);
  const bare = drawLargePedigree(random, { people, generations: 4 });
  const marker = stepwise(k);
  const profiles = simulateFamily({ pedigree: bare, markers: [marker], random });
  const typed = new Set<string>();
  while (typed.size < 10) typed.add(bare.individuals[Math.floor(random() * bare.individuals.length)]?.id ?? '');
  return { pedigree: { name: 'large', individuals: bare.individuals.map((p) => (typed.has(p.id) ? { ...p, profile: p.id } : p)) }, profiles, marker };
}

describe('likelihoods by the vectors that founder alleles show', () => {
  it('gives the likelihood that the other ways give, and the tables of persons asked for, families of every shape, alleles lost and known by half among them (seeds from 1)', () => {
    const last = process.env['IMENA_LONG'] === '1' ? 1500 : 100;
    let compared = 0;
    let tables = 0;
    for (let seed = 1; seed <= last; seed++) {
      const random = seeded(seed);
      const { shape, individuals: bare } = drawPedigree(random, 12);
      const marker = stepwise(4);
      const truth = simulateFamily({ pedigree: { name: shape, individuals: bare }, markers: [marker], random });
      const typing: Record<string, TypingModel> = {};
      const profiles = Object.fromEntries(
        Object.entries(truth).map(([id, { M: seen = [] }]): [string, Profile] => {
          if (random() < 0.2) return [id, { M: [seen[0] ?? null, null] }];
          if (random() < 0.25) typing[id] = { dropOut: 0.2, dropIn: random() < 0.5 ? 0.05 : 0, ...(random() < 0.5 && { homozygoteDropOut: 0.1 }) };
          return [id, { M: typing[id] === undefined ? seen : [...new Set(seen)].filter(() => random() < 0.8) }];
        }),
      );
      const individuals = bare.map((p) => (random() < 0.5 ? { ...p, profile: p.id } : p));
      const family = readFamily({ name: shape, individuals });
      const prepared = prepareForAll(marker, profiles, {});
      const { evidence } = readFamilyEvidence(family, prepared, { seen: observationsOf(family, profiles, 'M'), settings: { typing } });
      const input = { frame: frameOf(family, 'autosomal'), locus: prepared.locus, evidence, theta: seed % 4 === 0 ? 0 : 0.01 + 0.1 * random(), target: -1 };
      if (evidence.every((seen) => seen === null) || vectorCost(input) > 1e6) continue;
      const ours = Math.log(sumByVectors(input)?.[0] ?? NaN);
      const walked = evaluateLn({ ...input, algorithm: 'walk' });
      compared += 1;
      expect(Math.abs(ours - walked) < 1e-10 * Math.max(1, Math.abs(walked)), `seed ${String(seed)} ${shape}: ${String(ours)} against ${String(walked)}`).toBe(true);
      const open = evidence.flatMap((seen, i) => (seen === null ? [i] : []));
      const target = open[Math.floor(random() * open.length)] ?? -1;
      if (target < 0 || vectorCost({ ...input, target }) > 1e7) continue;
      const [table, expected] = [evaluateTable({ ...input, algorithm: 'vectors' }, target), evaluateTable({ ...input, algorithm: 'walk' }, target)];
      tables += 1;
      const apart = table.findIndex((x, g) => !(x === expected[g] || Math.abs(x - (expected[g] ?? NaN)) < 1e-10 * Math.max(1, Math.abs(x))));
      expect(apart, `seed ${String(seed)} ${shape}, table of ${String(target)}: ${String(table[apart])} against ${String(expected[apart])}`).toBe(-1);
    }
    expect(compared).toBeGreaterThan(0.7 * last);
    expect(tables).toBeGreaterThan(0.6 * last);
  });

  it('a family of 24 with ten typed and mutation that joins no alleles is exact: the same as summing every coincidence (seed 6)', () => {
    const { pedigree, profiles, marker } = drawLarge(6, 24, 14);
    const { perMarker, total } = lnLikelihood({ pedigree, profiles, markers: [marker], theta: 0.02 });
    expect(perMarker[0]?.algorithm).toBe('founderVectors');
    const family = readFamily(pedigree);
    const prepared = prepareForAll(marker, profiles, {});
    const { evidence } = readFamilyEvidence(family, prepared, { seen: observationsOf(family, profiles, 'M'), settings: {} });
    const plain = evaluateLn({ frame: frameOf(family, 'autosomal'), locus: prepared.locus, evidence, theta: 0.02, algorithm: 'network' });
    expect(total).toBeCloseTo(plain, 9);
    // Ten free founder alleles, three hidden people: summing every coincidence gives -40.8316 too, in eleven seconds.
    const wide = drawLarge(14, 24, 14);
    const large = lnLikelihood({ pedigree: wide.pedigree, profiles: wide.profiles, markers: [wide.marker], theta: 0.02 });
    expect(large.perMarker[0]?.algorithm).toBe('founderVectors');
    expect(large.total).toBeCloseTo(-40.8316, 4);
  });

  it('a family with thirteen free founder alleles and four hidden people is refused in words, with its cost (seed 1)', () => {
    const { pedigree, profiles, marker } = drawLarge(1, 36, 14);
    try {
      lnLikelihood({ pedigree, profiles, markers: [marker], theta: 0.02 });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof KinshipError)) throw error;
      expect(['kinship.too_complex', 'kinship.unsupported.theta_founders']).toContain(error.code);
    }
    // Without theta the same family is exact at once.
    expect(Number.isFinite(lnLikelihood({ pedigree, profiles, markers: [marker] }).total)).toBe(true);
  });
});
