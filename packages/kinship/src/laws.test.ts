import { describe, expect, it } from 'vitest';
import { lnLikelihood, prepareMissingPerson, type Marker, type Observation, type Pedigree, type Profiles } from './index.ts';
import { seeded } from './testing/enumeration.ts';
import { randomPedigree, randomProfiles, smallMarkers } from './testing/random-family.ts';

const close = (a: number, b: number): boolean => a === b || Math.abs(a - b) < 1e-12 * Math.max(1, Math.abs(a));

function draws(from: number, to: number, run: (input: { pedigree: Pedigree; profiles: Profiles; marker: Marker; theta: number; seed: number; random: () => number }) => void): void {
  for (let seed = from; seed <= to; seed++) {
    const random = seeded(seed);
    const drawn = randomPedigree(random, { founders: 3, children: 4 });
    for (const marker of smallMarkers(random)) run({ ...randomProfiles(drawn, { random, marker }), marker, theta: seed % 3 === 0 ? 0.02 : 0, seed, random });
  }
}

describe('laws a likelihood must keep', () => {
  it('the probabilities of all genotypes of a person, given the relatives, sum to one (seeds 201 to 230)', () => {
    for (let seed = 201; seed <= 230; seed++) {
      const random = seeded(seed);
      const drawn = randomPedigree(random, { founders: 2, children: 3 });
      for (const marker of smallMarkers(random)) {
        const { pedigree, profiles } = randomProfiles(drawn, { random, marker, untyped: 'c1' });
        const table = prepareMissingPerson({ pedigree, missing: 'c1', profiles, markers: [marker], theta: seed % 3 === 0 ? 0.02 : 0 }).tables[0];
        if (table === undefined || table.lnReferences === -Infinity) continue;
        for (const values of [table.lnRelated, table.lnUnrelated]) {
          const total = values.reduce((sum, x) => sum + Math.exp(x - table.lnReferences), 0);
          expect(Math.abs(total - 1) < 1e-12, `seed ${String(seed)} ${marker.name} ${String(total)}`).toBe(true);
        }
      }
    }
  });

  it('names and order of people do not matter (seeds 301 to 330)', () => {
    draws(301, 330, ({ pedigree, profiles, marker, theta, seed }) => {
      const rename = (id: string | null): string | null => (id === null ? null : `x${id}`);
      const turned: Pedigree = { name: 'turned', individuals: [...pedigree.individuals].reverse().map((p) => ({ ...p, id: `x${p.id}`, father: rename(p.father), mother: rename(p.mother) })) };
      const one = lnLikelihood({ pedigree, profiles, markers: [marker], theta }).total;
      const two = lnLikelihood({ pedigree: turned, profiles, markers: [marker], theta }).total;
      expect(close(one, two), `seed ${String(seed)} ${marker.name}`).toBe(true);
    });
  });

  it('the order of alleles in the table and in an observation does not matter (seeds 401 to 420)', () => {
    draws(401, 420, ({ pedigree, profiles, marker, theta, seed }) => {
      if (marker.name === 'custom') return;
      const turned: Marker = { ...marker, alleles: [...marker.alleles].reverse(), freqs: [...marker.freqs].reverse() };
      const swap = (o: Observation): Observation => (o[1] === null ? o : [...o].reverse());
      const swapped: Profiles = Object.fromEntries(Object.entries(profiles).map(([id, p]) => [id, Object.fromEntries(Object.entries(p).map(([m, o]) => [m, swap(o)]))]));
      const one = lnLikelihood({ pedigree, profiles, markers: [marker], theta }).total;
      const two = lnLikelihood({ pedigree, profiles: swapped, markers: [turned], theta }).total;
      expect(close(one, two), `seed ${String(seed)} ${marker.name}`).toBe(true);
    });
  });

  it('an untyped descendant changes nothing; without mutation, neither do untyped parents of a founder (seeds 501 to 520)', () => {
    draws(501, 520, ({ pedigree, profiles, marker, theta, seed }) => {
      const one = lnLikelihood({ pedigree, profiles, markers: [marker], theta }).total;
      const leaf: Pedigree = { name: 'leaf', individuals: [...pedigree.individuals, { id: 'leaf', father: 'f0', mother: 'f1', sex: 'male' }] };
      expect(lnLikelihood({ pedigree: leaf, profiles, markers: [marker], theta }).total).toBe(one);
      if (marker.mutation !== null) return;
      const older: Pedigree = {
        name: 'older',
        individuals: [{ id: 'gf', father: null, mother: null, sex: 'male' }, { id: 'gm', father: null, mother: null, sex: 'female' }, ...pedigree.individuals.map((p) => (p.id === 'f0' ? { ...p, father: 'gf', mother: 'gm' } : p))],
      };
      expect(close(one, lnLikelihood({ pedigree: older, profiles, markers: [marker], theta }).total), `seed ${String(seed)}`).toBe(true);
    });
  });

  it('two families with nobody in common multiply when theta is 0, and do not when it is above 0', () => {
    const marker: Marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2'], freqs: [0.2, 0.8], mutation: null };
    const alone = (id: string): Pedigree => ({ name: id, individuals: [{ id, father: null, mother: null, sex: 'male', profile: id }] });
    const both: Pedigree = { name: 'both', individuals: [...alone('a').individuals, ...alone('b').individuals] };
    const profiles = { a: { M: ['1', '1'] }, b: { M: ['1', '1'] } };
    const ln = (pedigree: Pedigree, theta: number): number => lnLikelihood({ pedigree, profiles, markers: [marker], theta }).total;
    expect(ln(both, 0)).toBeCloseTo(ln(alone('a'), 0) + ln(alone('b'), 0), 12);
    expect(ln(both, 0.03) - ln(alone('a'), 0.03) - ln(alone('b'), 0.03)).toBeGreaterThan(0.3);
  });

  it('a line of 900 generations is calculated, and is the likelihood of two strangers at its ends', () => {
    const line: Pedigree['individuals'][number][] = [{ id: 'p0', father: null, mother: null, sex: 'male', profile: 'a' }];
    for (let i = 1; i < 900; i++) line.push({ id: `w${String(i)}`, father: null, mother: null, sex: 'female' }, { id: `p${String(i)}`, father: `p${String(i - 1)}`, mother: `w${String(i)}`, sex: 'male', ...(i === 899 ? { profile: 'b' } : {}) });
    const marker: Marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3'], freqs: [0.2, 0.3, 0.5], mutation: null };
    const total = lnLikelihood({ pedigree: { name: 'line', individuals: line }, profiles: { a: { M: ['1', '1'] }, b: { M: ['2', '3'] } }, markers: [marker] }).total;
    expect(Math.exp(total)).toBeCloseTo(0.04 * 0.3, 12);
  });

  it('a likelihood far below the smallest double keeps its digits: 300 brothers, and 150 strangers at once', () => {
    const k = 20;
    const marker: Marker = { name: 'M', chrom: 'autosomal', alleles: Array.from({ length: k }, (_, i) => String(i + 5)), freqs: Array.from({ length: k }, () => 1 / k), mutation: { female: { model: 'equal', rate: 0.001 }, male: { model: 'equal', rate: 0.001 } } };
    const strangers = Array.from({ length: 150 }, (_, i) => ({ id: String(i), father: null, mother: null, sex: 'male' as const, profile: 'p' }));
    const total = lnLikelihood({ pedigree: { name: 'many', individuals: strangers }, profiles: { p: { M: ['5', '6'] } }, markers: [marker] }).total;
    expect(Math.abs(total / (150 * Math.log(2 / 400)) - 1)).toBeLessThan(1e-12);
    const parents = [{ id: 'F', father: null, mother: null, sex: 'male' as const, profile: 'f' }, { id: 'M', father: null, mother: null, sex: 'female' as const, profile: 'm' }];
    const brothers = Array.from({ length: 300 }, (_, i) => ({ id: `b${String(i)}`, father: 'F', mother: 'M', sex: 'male' as const, profile: 'c' }));
    const profiles = { f: { M: ['5', '6'] }, m: { M: ['7', '8'] }, c: { M: ['15', '16'] } };
    const one = lnLikelihood({ pedigree: { name: 'one', individuals: [...parents, ...brothers.slice(0, 1)] }, profiles, markers: [marker] }).total;
    const none = lnLikelihood({ pedigree: { name: 'none', individuals: parents }, profiles, markers: [marker] }).total;
    const all = lnLikelihood({ pedigree: { name: 'all', individuals: [...parents, ...brothers] }, profiles, markers: [marker] }).total;
    expect(all / (none + 300 * (one - none))).toBeCloseTo(1, 11);
    expect(all).toBeLessThan(-1000);
  });
});
