import { describe, expect, it } from 'vitest';
import { lnLikelihood, prepareMissingPerson } from './index.ts';
import { enumerateLikelihood, seeded } from './testing/enumeration.ts';
import { randomPedigree, randomProfiles, smallMarkers } from './testing/random-family.ts';

const sizes = [
  { founders: 2, children: 1 },
  { founders: 2, children: 3 },
  { founders: 3, children: 2 },
  { founders: 3, children: 3 },
  { founders: 2, children: 4 },
  { founders: 4, children: 2 },
];

describe('the likelihood equals the sum over everybody’s genotypes', () => {
  for (const theta of [0, 0.03, 0.4])
    it(`to 1e-12 relative, theta ${String(theta)}, random pedigrees with half siblings, loops and incest`, () => {
      let compared = 0;
      for (let seed = 1; seed <= (theta === 0 ? 60 : 40); seed++) {
        const random = seeded(seed);
        const drawn = randomPedigree(random, sizes[seed % sizes.length] ?? { founders: 2, children: 1 });
        for (const marker of smallMarkers(random)) {
          const { pedigree, profiles } = randomProfiles(drawn, { random, marker });
          const oracle = Math.log(enumerateLikelihood(pedigree, { profiles, marker, theta }));
          const { total } = lnLikelihood({ pedigree, profiles, markers: [marker], theta });
          const same = oracle === total || Math.abs(oracle - total) < 1e-12 * Math.max(1, Math.abs(oracle));
          expect(same, `seed ${String(seed)}, ${marker.name}: ${String(total)} against ${String(oracle)}`).toBe(true);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThanOrEqual(200);
      console.log(`enumeration: ${String(compared)} comparisons, theta ${String(theta)}, seeds 1 to ${theta === 0 ? '60' : '40'}`);
    });

  it('for uncles, cousins and half cousins under theta, where lines of descent are followed one at a time', () => {
    const p = (id: string, sex: 'male' | 'female', father: string | null = null, mother: string | null = null, profile?: string) => ({ id, sex, father, mother, ...(profile === undefined ? {} : { profile }) });
    const stem = [p('GF', 'male'), p('GM', 'female'), p('F', 'male', 'GF', 'GM'), p('M', 'female'), p('X', 'female', 'F', 'M', 'x')];
    const families = {
      uncle: [...stem, p('U', 'male', 'GF', 'GM', 'u')],
      cousin: [...stem, p('U', 'male', 'GF', 'GM'), p('A', 'female'), p('C', 'male', 'U', 'A', 'u')],
      halfCousin: [...stem, p('G2', 'female'), p('U', 'male', 'GF', 'G2'), p('A', 'female'), p('C', 'male', 'U', 'A', 'u')],
    };
    const rate = (value: number) => ({ model: 'stepwise', rate: value, rate2: 0, range: 0.1 }) as const;
    for (const mutation of [null, { female: rate(0.01), male: rate(0.05) }])
      for (const [name, individuals] of Object.entries(families))
        for (const [x, u] of [[['8', '9'], ['8', '8']], [['9', '9'], ['8', '8']], [['8', null], ['9', '8']]] as const) {
          const marker = { name: 'M', chrom: 'autosomal', alleles: ['8', '9'], freqs: [0.3, 0.7], mutation } as const;
          const profiles = { x: { M: x }, u: { M: u } };
          const oracle = Math.log(enumerateLikelihood({ name, individuals }, { profiles, marker, theta: 0.02 }));
          const { total } = lnLikelihood({ pedigree: { name, individuals }, profiles, markers: [marker], theta: 0.02 });
          expect(Math.abs(oracle - total), `${name}, ${mutation === null ? 'none' : 'stepwise'}`).toBeLessThan(1e-12 * Math.abs(oracle));
        }
  });

  it('for every genotype of a missing person, in any place of the family, related and unrelated', () => {
    for (let seed = 1; seed <= 24; seed++) {
      const random = seeded(1000 + seed);
      const theta = seed % 3 === 0 ? 0.05 : 0;
      const drawn = randomPedigree(random, { founders: 2, children: 2 });
      const missing = drawn.individuals[seed % drawn.individuals.length]?.id ?? '';
      for (const marker of smallMarkers(random)) {
        const { pedigree, profiles } = randomProfiles(drawn, { random, marker, untyped: missing });
        const table = prepareMissingPerson({ pedigree, missing, profiles, markers: [marker], theta }).tables[0];
        let entry = 0;
        for (let j = 0; j < 3; j++)
          for (let i = 0; i <= j; i++) {
            const remains = { [marker.name]: [marker.alleles[i] ?? '', marker.alleles[j] ?? ''] };
            const all = { ...profiles, remains };
            const related = { ...pedigree, individuals: pedigree.individuals.map((p) => (p.id === missing ? { ...p, profile: 'remains' } : p)) };
            const unrelated = { ...pedigree, individuals: [...pedigree.individuals, { id: 'remains', father: null, mother: null, sex: 'unknown' as const, profile: 'remains' }] };
            for (const [hypothesis, values] of [[related, table?.lnRelated], [unrelated, table?.lnUnrelated]] as const) {
              const oracle = enumerateLikelihood(hypothesis, { profiles: all, marker, theta });
              const ours = Math.exp(values?.[entry] ?? NaN);
              expect(Math.abs(ours - oracle) <= 1e-12 * oracle, `seed ${String(1000 + seed)}, ${marker.name}, ${missing}: ${String(ours)} against ${String(oracle)}`).toBe(true);
            }
            entry += 1;
          }
      }
    }
  });
});
