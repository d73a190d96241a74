import { describe, expect, it } from 'vitest';
import { prepareForAll } from '../likelihood.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import { readFamily } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { seeded } from '../testing/enumeration.ts';
import type { Individual, Marker, Profile } from '../types.ts';
import { evaluateLn } from './evaluate.ts';
import { nuclearLn } from './nuclear.ts';

const person = (id: string, sex: 'male' | 'female', father: string | null = null, mother: string | null = null): Individual => ({ id, sex, father, mother });

describe('parents and their children', () => {
  it('have the likelihood that the general ways give: one to eight children, parents typed or not, strangers beside them, theta (seeds from 1)', () => {
    const last = process.env.IMENA_LONG === '1' ? 5000 : 300;
    let possible = 0;
    for (let seed = 1; seed <= last; seed++) {
      const random = seeded(seed);
      const marker: Marker = { name: 'M', chrom: 'autosomal', alleles: ['8', '9', '9.3', '10', '11'], freqs: [0.1, 0.2, 0.3, 0.35, 0.05], mutation: null };
      const children = Array.from({ length: 1 + Math.floor(random() * 8) }, (_, i) => person(`C${String(i)}`, i % 2 === 0 ? 'male' : 'female', 'F', 'M'));
      const bare = [person('F', 'male'), person('M', 'female'), ...children, person('X', 'male'), person('Y', 'female'), person('leaf', 'male', 'C0', 'Y')];
      // Most families are drawn from two parents' alleles, so that they are possible.
      const label = (): string => marker.alleles[Math.floor(random() * 5)] ?? '8';
      const parents = [[label(), label()], [label(), label()]] as const;
      const isRandom = random() < 0.1;
      const typed = (id: string): boolean => id.startsWith('C') || ((id === 'F' || id === 'M') && random() < 0.4) || (id === 'X' && random() < 0.4);
      const profiles: Record<string, Profile> = {};
      const individuals = bare.map((p): Individual => {
        if (!typed(p.id)) return p;
        const own = p.id === 'F' ? parents[0] : p.id === 'M' ? parents[1] : [parents[0][Math.floor(random() * 2)] ?? '8', parents[1][Math.floor(random() * 2)] ?? '8'];
        profiles[p.id] = { M: isRandom || p.id === 'X' ? [label(), label()] : [...own] };
        return { ...p, profile: p.id };
      });
      const family = readFamily({ name: 'nuclear', individuals });
      const prepared = prepareForAll(marker, profiles, {});
      const { evidence } = readFamilyEvidence(family, prepared, { seen: observationsOf(family, profiles, 'M'), settings: {} });
      const input = { frame: frameOf(family, 'autosomal'), locus: prepared.locus, evidence, theta: random() < 0.5 ? 0 : 0.01 + 0.2 * random() };
      const ln = nuclearLn(input);
      // Without typed parents an only child stands for itself: no family is left.
      if (ln === null) {
        expect(children.length, `seed ${String(seed)}`).toBe(1);
        continue;
      }
      const general = evaluateLn({ ...input, algorithm: 'network' });
      if (general > -Infinity) possible += 1;
      expect(ln === general || Math.abs(ln - general) < 1e-11 * Math.max(1, Math.abs(general)), `seed ${String(seed)}: ${String(ln)} against ${String(general)}`).toBe(true);
    }
    expect(possible).toBeGreaterThan(0.7 * last);
  });

  it('other families, mutation, the X chromosome, inbred parents and uncertain genotypes are left to the general ways', () => {
    const rate = { model: 'equal', rate: 0.01 } as const;
    const marker: Marker = { name: 'M', chrom: 'autosomal', alleles: ['8', '9'], freqs: [0.4, 0.6], mutation: null };
    const of = (individuals: readonly Individual[], given: Marker, profiles: Record<string, Profile>, inbred = 0): number | null => {
      const family = readFamily({ name: 'p', individuals: individuals.map((i) => (profiles[i.id] === undefined ? i : { ...i, profile: i.id })), founderInbreeding: { F: { autosomal: inbred } } });
      const prepared = prepareForAll(given, profiles, {});
      return nuclearLn({ frame: frameOf(family, given.chrom), locus: prepared.locus, evidence: readFamilyEvidence(family, prepared, { seen: observationsOf(family, profiles, 'M'), settings: {} }).evidence, theta: 0 });
    };
    const sibs = [person('F', 'male'), person('M', 'female'), person('A', 'female', 'F', 'M'), person('B', 'female', 'F', 'M')];
    const profiles = { A: { M: ['8', '9'] }, B: { M: ['8', '8'] } };
    expect(of(sibs, marker, profiles)).not.toBeNull();
    expect(of(sibs, { ...marker, mutation: { female: rate, male: rate } }, profiles)).toBeNull();
    expect(of(sibs, { ...marker, chrom: 'X' }, profiles)).toBeNull();
    expect(of(sibs, marker, profiles, 0.1)).toBeNull();
    expect(of(sibs, marker, { ...profiles, B: { M: ['8', null] } })).toBeNull();
    expect(of([...sibs, person('N', 'female'), person('H', 'male', 'F', 'N')], marker, { ...profiles, H: { M: ['8', '9'] } })).toBeNull();
  });
});
