import { describe, expect, it } from 'vitest';
import { answerCase, KinshipError, readCase, secondLnLikelihood, type CaseLikelihoods } from './index.ts';
import { prepareForAll } from './likelihood.ts';
import { drawLargePedigree } from './testing/pedigree-shapes.ts';
import { drawCase } from './testing/random-case.ts';
import { seeded } from './testing/enumeration.ts';
import { simulateFamily } from './simulate.ts';
import type { Marker } from './types.ts';

const isLong = process.env['IMENA_LONG'] === '1';
const same = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** Both solvers on every hypothesis and marker of a case: how many numbers were compared, and where they differ. */
function compareSolvers(seed: number, size: Parameters<typeof drawCase>[1]): { compared: number; apart: string[] } {
  const drawn = drawCase(seed, size);
  const json: unknown = JSON.parse(JSON.stringify(drawn));
  const answer = answerCase(json);
  if ('refused' in answer) return { compared: 0, apart: [`seed ${String(seed)} refused: ${JSON.stringify(answer.refused)} (${drawn.title})`] };
  const given = readCase(json);
  const markers = given.markers.map((m) => prepareForAll(m, given.profiles, {}).marker);
  const groups = given.linkageGroups === undefined ? markers.map((m) => [m]) : [markers];
  const apart: string[] = [];
  let compared = 0;
  for (const pedigree of given.pedigrees)
    for (const group of groups) {
      const [only, ...more] = group;
      const first = answer.expected[pedigree.name] as CaseLikelihoods;
      const ours = Number(more.length > 0 ? first.lnLikTotal : first.lnLik[only?.name ?? '']);
      try {
        const { total } = secondLnLikelihood({ pedigree, profiles: given.profiles, markers: group, theta: given.theta, ...(given.typing && { typing: given.typing }), ...(given.linkageGroups && { linkage: given.linkageGroups }) });
        compared += 1;
        if (!same(ours, total)) apart.push(`seed ${String(seed)}, ${pedigree.name}, ${only?.name ?? ''}: ${String(ours)} against ${String(total)} (${drawn.title})`);
      } catch (error) {
        if (!(error instanceof KinshipError) || error.code !== 'kinship.second.too_complex') throw error;
      }
    }
  return { compared, apart };
}

describe('random cases in the form of the schema, every feature with every other', () => {
  const last = isLong ? 3000 : 60;
  it(`are answered, and the second solver agrees to 1e-9 (seeds 1 to ${String(last)})`, () => {
    let compared = 0;
    for (let seed = 1; seed <= last; seed++) {
      const found = compareSolvers(seed, { people: 12, alleles: 5, markers: 1 });
      expect(found.apart).toEqual([]);
      compared += found.compared;
    }
    expect(compared).toBeGreaterThan(2 * last);
  });
});

describe('large families', () => {
  it('of five generations and 100 to 300 people with 15 typed are answered, with every kind of mutation (seeds 1 to 3)', () => {
    for (const [seed, people] of [[1, 100], [2, 200], [3, 300]] as const) {
      const random = seeded(seed);
      const pedigree = drawLargePedigree(random, { people, generations: 5 });
      const alleles = Array.from({ length: 14 }, (_, a) => String(a + 6));
      const markers = (['equal', 'proportional', 'stepwise'] as const).map((model): Marker => ({ name: model, chrom: 'autosomal', alleles, freqs: alleles.map(() => 1 / 14), mutation: { female: { model, rate: 0.001, range: 0.1 }, male: { model, rate: 0.002, range: 0.1 } } }));
      const profiles = simulateFamily({ pedigree, markers, random });
      const typed = new Set<string>();
      while (typed.size < 15) typed.add(pedigree.individuals[Math.floor(random() * pedigree.individuals.length)]?.id ?? '');
      const individuals = pedigree.individuals.map((p) => (typed.has(p.id) ? { ...p, profile: p.id } : p));
      const answer = answerCase({ schema: 'kinship-case/1', id: 'large', category: 'a.likelihood', theta: 0, markers, profiles, pedigrees: [{ name: 'H1', individuals }] });
      if ('refused' in answer) throw new Error(`seed ${String(seed)}: ${answer.refused.code}`);
      const { lnLikTotal } = answer.expected.H1 as CaseLikelihoods;
      expect(Number(lnLikTotal)).toBeLessThan(-100);
    }
  });
});
