import { describe, expect, it } from 'vitest';
import { prepareForAll } from '../likelihood.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import { readFamily } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { drawPedigree } from '../testing/pedigree-shapes.ts';
import { seeded } from '../testing/enumeration.ts';
import { evaluateLn } from './evaluate.ts';
import { identityLn } from './identity-states.ts';
import type { Individual, Marker, Pedigree, Profile } from '../types.ts';

/** Families with loops, inbred founders and one to four typed people, at a marker where nothing mutates. */
function draw(seed: number): { pedigree: Pedigree; profiles: Record<string, Profile>; marker: Marker; theta: number; title: string } {
  const random = seeded(seed);
  const { shape, individuals: bare } = drawPedigree(random, 12);
  const chrom = random() < 0.3 ? 'X' : 'autosomal';
  const marker: Marker = { name: 'M', chrom, alleles: ['8', '9', '9.3', '10'], freqs: [0.1, 0.2, 0.3, 0.4], mutation: null };
  const label = (): string => marker.alleles[Math.floor(random() * 4)] ?? '8';
  const profiles: Record<string, Profile> = {};
  const typed = new Set(bare.filter(() => random() < 3 / bare.length).map(({ id }) => id));
  const individuals = bare.map((person): Individual => {
    const own: Individual = { ...person, sex: person.sex === 'unknown' ? 'female' : person.sex };
    if (!typed.has(own.id)) return { id: own.id, father: own.father, mother: own.mother, sex: own.sex };
    profiles[own.id] = { M: chrom === 'X' && own.sex === 'male' ? [label()] : [label(), label()] };
    return { ...own, profile: own.id };
  });
  const founder = individuals.find(({ father, mother }) => father === null && mother === null);
  const pedigree: Pedigree = { name: 'random', individuals, ...(founder !== undefined && random() < 0.3 ? { founderInbreeding: { [founder.id]: { autosomal: 0.2, x: 0.2 } } } : {}) };
  const theta = random() < 0.5 ? 0 : 0.01 + 0.1 * random();
  return { pedigree, profiles, marker, theta, title: `seed ${String(seed)}, ${shape}, ${chrom}, theta ${String(theta)}` };
}

describe('identity states of a few typed people', () => {
  it('give the likelihood that walking through the genotypes gives (seeds from 1)', () => {
    let answered = 0;
    const last = process.env.IMENA_LONG === '1' ? 5000 : 300;
    for (let seed = 1; seed <= last; seed++) {
      const { pedigree, profiles, marker, theta, title } = draw(seed);
      const family = readFamily(pedigree);
      const prepared = prepareForAll(marker, profiles, {});
      const { evidence } = readFamilyEvidence(family, prepared, { seen: observationsOf(family, profiles, 'M'), settings: {} });
      if (evidence.every((seen) => seen === null)) continue;
      const input = { frame: frameOf(family, marker.chrom), locus: prepared.locus, evidence, theta };
      const ln = identityLn(input);
      if (ln === null) continue;
      answered += 1;
      const walked = evaluateLn({ ...input, algorithm: 'walk' });
      expect(ln === walked || Math.abs(ln - walked) < 1e-12 * Math.max(1, Math.abs(walked)), `${title}: ${String(ln)} against ${String(walked)}`).toBe(true);
    }
    expect(answered).toBeGreaterThan(0.7 * last);
  });

  it('leaves mutation and uncertain genotypes to the general ways', () => {
    const drawn = draw(2);
    const { pedigree, profiles } = drawn;
    const marker: Marker = { ...drawn.marker, chrom: 'autosomal' };
    const family = readFamily(pedigree);
    const rate = { model: 'equal', rate: 0.01 } as const;
    for (const changed of [{ ...marker, mutation: { female: rate, male: rate } }, marker]) {
      const isUncertain = changed === marker;
      const seen = Object.fromEntries(Object.keys(profiles).map((key) => [key, { M: isUncertain ? ['8', null] : ['8', '9'] }]));
      const prepared = prepareForAll(changed, seen, {});
      const { evidence } = readFamilyEvidence(family, prepared, { seen: observationsOf(family, seen, 'M'), settings: {} });
      expect(identityLn({ frame: frameOf(family, 'autosomal'), locus: prepared.locus, evidence, theta: 0 })).toBeNull();
    }
  });
});
