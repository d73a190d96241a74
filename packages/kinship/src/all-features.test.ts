import { describe, expect, it } from 'vitest';
import { evaluateLn, evaluateTable } from './engine/evaluate.ts';
import { lnLikelihood, prepareForAll } from './likelihood.ts';
import { observationsOf, readFamilyEvidence } from './likelihood-evidence.ts';
import { readFamily } from './pedigree/family.ts';
import { frameOf } from './pedigree/frame.ts';
import { enumerateAll } from './testing/enumerate-all.ts';
import { seeded } from './testing/enumeration.ts';
import { randomPedigree } from './testing/random-family.ts';
import type { Individual, Marker, MutationModel, Observation, Pedigree, Profile, ProfileTyping } from './types.ts';

interface Drawn {
  readonly pedigree: Pedigree;
  readonly profiles: Record<string, Profile>;
  readonly markers: readonly Marker[];
  readonly theta: number;
  readonly typing: Record<string, ProfileTyping>;
  readonly recombination: readonly { female: number; male: number }[];
  readonly label: string;
}

/** A random question with every feature at once: some on, some off. */
function draw(seed: number, markersLinked: number): Drawn {
  const random = seeded(seed);
  const chance = (p: number): boolean => random() < p;
  const chrom = chance(0.5) ? 'X' : 'autosomal';
  const size = markersLinked > 1 ? { founders: 2, children: 1 + Math.floor(random() * 2) } : { founders: 2 + Math.floor(random() * 2), children: 1 + Math.floor(random() * 3) };
  const base = randomPedigree(random, size);
  const models: (MutationModel | null)[] = [null, { model: 'equal', rate: 0.02 }, { model: 'stepwise', rate: 0.03, rate2: 0.001, range: 0.2 }, { model: 'proportional', rate: 0.01 }];
  const markers = Array.from({ length: markersLinked }, (_, m): Marker => {
    const silent = (markersLinked === 1 || (size.children === 1 && m === 0)) && chance(0.4);
    const alleles = markersLinked > 1 ? ['8', '9'] : ['8', '9', '9.3'].slice(0, chance(0.5) ? 3 : 2);
    const labels = silent ? [...alleles, 'none'] : alleles;
    const raw = labels.map(() => 0.2 + random());
    const total = raw.reduce((x, y) => x + y, 0);
    const one = models[Math.floor(random() * models.length)] ?? null;
    const other = one === null ? null : { ...one, rate: 0.05 };
    return { name: `M${String(m)}`, chrom, alleles: labels, freqs: raw.map((p) => p / total), mutation: one === null || other === null ? null : { female: one, male: other }, ...(silent && { silent: 'none' }) };
  });
  let individuals: Individual[] = [...base.individuals];
  const monozygotic: string[][] = [];
  const last = individuals.at(-1);
  if (last !== undefined && chance(0.3)) {
    individuals.push({ ...last, id: 'twin' });
    monozygotic.push([last.id, 'twin']);
  }
  const founderInbreeding: Record<string, { autosomal: number; x: number }> = {};
  for (const p of individuals) if (p.father === null && chance(0.3)) founderInbreeding[p.id] = { autosomal: 0.25, x: 0.3 };
  const profiles: Record<string, Profile> = {};
  const typing: Record<string, ProfileTyping> = {};
  individuals = individuals.map((p) => {
    if (chance(0.4)) return p;
    const lossy = chance(0.25);
    if (lossy) typing[p.id] = { dropOut: 0.2 * random(), ...(chance(0.5) && { homozygoteDropOut: 0.03 }), ...(chance(0.5) && { dropIn: 0.05 }) };
    const own: Record<string, Observation> = {};
    for (const marker of markers) {
      if (chance(0.15)) continue;
      const visible = marker.alleles.filter((a) => a !== 'none');
      const label = (): string => visible[Math.floor(random() * visible.length)] ?? '';
      if (lossy) own[marker.name] = chance(0.2) ? [] : chance(0.5) ? [label()] : [label(), label()];
      else if (chrom === 'X' && p.sex === 'male') own[marker.name] = [label()];
      else own[marker.name] = [label(), chance(0.2) ? null : label()];
    }
    profiles[p.id] = own;
    return { ...p, profile: p.id };
  });
  const recombination = Array.from({ length: markersLinked - 1 }, () => ({ female: 0.5 * random(), male: 0.5 * random() }));
  const theta = chance(0.5) ? 0 : 0.01 + 0.2 * random();
  return { pedigree: { name: 'random', individuals, founderInbreeding, monozygotic }, profiles, markers, theta, typing, recombination, label: `seed ${String(seed)}, ${chrom}, theta ${String(theta)}` };
}

const same = (a: number, b: number): boolean => a === b || Math.abs(a - b) < 1e-11 * Math.max(1, Math.abs(b));

describe('everything combined equals the sum over everybody’s genotypes', () => {
  it('X and autosomes, silent alleles, inbred founders, twins, drop-out and drop-in, one known allele, theta, mutation (seeds from 1), each algorithm', () => {
    let possible = 0;
    const last = process.env.IMENA_LONG === '1' ? 400 : 60;
    for (let seed = 1; seed <= last; seed++) {
      const drawn = draw(seed, 1);
      const marker = drawn.markers[0];
      if (marker === undefined) throw new Error('a marker expected');
      const oracle = Math.log(enumerateAll(drawn));
      if (oracle > -Infinity) possible += 1;
      expect(same(lnLikelihood(drawn).total, oracle), `${drawn.label}: ${String(lnLikelihood(drawn).total)} against ${String(oracle)}`).toBe(true);
      const family = readFamily(drawn.pedigree);
      const prepared = prepareForAll(marker, drawn.profiles, {});
      const { evidence } = readFamilyEvidence(family, prepared, { seen: observationsOf(family, drawn.profiles, marker.name), settings: drawn });
      const input = { frame: frameOf(family, marker.chrom), locus: prepared.locus, evidence, theta: drawn.theta };
      for (const algorithm of ['walk', 'network', 'draws', 'nodes'] as const) {
        const ln = evaluateLn({ ...input, algorithm });
        expect(same(ln, oracle), `${drawn.label}, ${algorithm}: ${String(ln)} against ${String(oracle)}`).toBe(true);
      }
      // The table of a person sums to the likelihood without that person's genotype, whatever the algorithm.
      const target = seed % family.ids.length;
      if (family.twinOf.some((t, i) => t !== i && (t === target || i === target))) continue;
      const bare = evidence.with(target, null);
      const without = evaluateLn({ ...input, evidence: bare });
      for (const algorithm of ['walk', 'network', 'draws', 'nodes'] as const) {
        const table = evaluateTable({ ...input, evidence: bare, algorithm }, target);
        const ln = Math.log(table.reduce((sum, x) => sum + Math.exp(x), 0));
        expect(same(ln, without), `${drawn.label}, table by ${algorithm}: ${String(ln)} against ${String(without)}`).toBe(true);
        const seen = evidence[target] ?? null;
        if (seen === null) continue;
        const shown = Math.log(seen.first.reduce((sum, a, i) => {
          const b = seen.second[i] ?? -1;
          return sum + (seen.weight[i] ?? NaN) * Math.exp(table[b < 0 ? a : (b * (b + 1)) / 2 + a] ?? NaN);
        }, 0));
        expect(same(shown, oracle), `${drawn.label}, looked up by ${algorithm}: ${String(shown)} against ${String(oracle)}`).toBe(true);
      }
    }
    expect(possible).toBeGreaterThan(0.6 * last);
  });

  it('two linked markers, the sexes recombining differently, inbred founders among them (seeds from 501)', () => {
    for (let seed = 501; seed <= (process.env.IMENA_LONG === '1' ? 560 : 512); seed++) {
      const drawn = draw(seed, 2);
      const linkage = [{ markers: ['M0', 'M1'], recombination: drawn.recombination }];
      const oracle = Math.log(enumerateAll(drawn));
      const { total } = lnLikelihood({ ...drawn, linkage });
      expect(same(total, oracle), `${drawn.label}: ${String(total)} against ${String(oracle)}`).toBe(true);
    }
  });

  it('markers that recombine freely are independent, and an untyped one between two changes nothing but the fraction (seeds 601 to 630)', () => {
    for (let seed = 601; seed <= 630; seed++) {
      const drawn = draw(seed, 2);
      const free = lnLikelihood({ ...drawn, linkage: [{ markers: ['M0', 'M1'], recombination: [{ female: 0.5, male: 0.5 }] }] });
      expect(same(free.total, lnLikelihood(drawn).total), drawn.label).toBe(true);
      // A marker between the two that nobody is typed at: r = r1 + r2 - 2 r1 r2.
      const [first] = drawn.markers;
      if (first === undefined) throw new Error('a marker expected');
      const between: Marker = { ...first, name: 'M2' };
      const chain = lnLikelihood({ ...drawn, markers: [...drawn.markers, between], linkage: [{ markers: ['M0', 'M2', 'M1'], recombination: [{ female: 0.1, male: 0.05 }, { female: 0.2, male: 0.3 }] }] });
      const straight = lnLikelihood({ ...drawn, linkage: [{ markers: ['M0', 'M1'], recombination: [{ female: 0.26, male: 0.32 }] }] });
      expect(same(chain.total, straight.total), drawn.label).toBe(true);
    }
  });
});
