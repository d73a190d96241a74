import { describe, expect, it } from 'vitest';
import { evaluateLinkedLn } from '../engine/linked.ts';
import { certainly } from '../engine/evidence.ts';
import { KinshipError } from '../kinship-error.ts';
import { readFamilyEvidence, observationsOf } from '../likelihood-evidence.ts';
import { prepareMarker } from '../markers/prepare-marker.ts';
import { readFamily } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { seeded } from '../testing/enumeration.ts';
import { drawPedigree } from '../testing/pedigree-shapes.ts';
import { simulateFamily } from '../simulate.ts';
import { defaultPolicies, type Marker, type MutationModel } from '../types.ts';
import { makeLinkedTable } from './linked-table.ts';

const models: readonly (MutationModel | null)[] = [null, { model: 'equal', rate: 0.01 }, { model: 'stepwise', rate: 0.02, rate2: 0.001, range: 0.2 }];

describe('tables of linked markers', () => {
  it('give the likelihood that eliminating each question gives: families of every shape, autosomes and X, theta, inbred founders (seeds from 1)', () => {
    let compared = 0;
    const last = process.env['IMENA_LONG'] === '1' ? 1000 : 40;
    for (let seed = 1; seed <= last; seed++) {
      const random = seeded(seed);
      const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
      const drawn = drawPedigree(random, 12);
      const chrom = one(['autosomal', 'autosomal', 'X'] as const);
      const marker = (name: string): Marker => {
        const model = one(models);
        return { name, chrom, alleles: ['6', '7', '8'], freqs: [0.2, 0.3, 0.5], mutation: model === null ? null : { female: model, male: model } };
      };
      const markers = [marker('L1'), marker('L2'), ...(random() < 0.2 ? [marker('L3')] : [])];
      const founders = drawn.individuals.filter((i) => i.father === null && random() < 0.2).map((i) => [i.id, { autosomal: 0.1, x: 0.2 }] as const);
      const target = one(drawn.individuals).id;
      const individuals = drawn.individuals.map((i) => (i.id !== target && random() < 0.45 ? { ...i, profile: i.id } : i));
      const pedigree = { name: drawn.shape, individuals, founderInbreeding: Object.fromEntries(founders) };
      const family = readFamily(pedigree);
      const at = family.index.get(target) ?? -1;
      const frame = frameOf(family, chrom);
      const profiles = simulateFamily({ pedigree, markers, random });
      const theta = one([0, 0, 0.03]);
      const loci = markers.map((given) => {
        const prepared = prepareMarker(given, [], defaultPolicies);
        const { evidence } = readFamilyEvidence(family, prepared, { seen: observationsOf(family, profiles, given.name), settings: {} });
        return { locus: prepared.locus, evidence: evidence.map((seen) => (random() < 0.15 ? null : seen)) };
      });
      const recombination = markers.slice(1).map(() => ({ female: 0.5 * random(), male: 0.5 * random() }));
      try {
        const table = makeLinkedTable({ frame, target: at, loci, recombination, theta });
        for (let n = 0; n < 4; n++) {
          const seen = loci.map(() => (random() < 0.2 ? null : certainly(0, frame.haploid[at] === 1 ? -1 : one([0, 1, 2]))));
          const plain = evaluateLinkedLn({ frame, loci: loci.map(({ locus, evidence }, l) => ({ locus, evidence: evidence.with(at, seen[l] ?? null) })), recombination, theta });
          const ours = table(seen);
          expect(ours === plain || Math.abs(ours - plain) < 1e-10 * Math.max(1, Math.abs(plain)), `seed ${String(seed)} ${drawn.shape} ${chrom} theta ${String(theta)}: ${String(ours)} against ${String(plain)}`).toBe(true);
          compared += 1;
        }
      } catch (error) {
        if (!(error instanceof KinshipError) || error.code !== 'kinship.too_complex') throw error;
      }
    }
    expect(compared).toBeGreaterThan(3 * last);
  });
});
