import { describe, expect, it } from 'vitest';
import { advise, kitMarkers, lnLikelihood, markersFrom, prepareMissingPerson, scoreRemains, shippedFrequencyTables, simulateFamily, seededRandom, stepwiseMutation, type Marker, type Pedigree } from '../index.ts';

const table = shippedFrequencyTables().find((t) => t.id === 'nist1036-2017-cauc');
if (table === undefined) throw new Error('the NIST table is not shipped');
const kit = markersFrom({ table, mutation: stepwiseMutation, names: kitMarkers()['PowerPlex Fusion 6C'] ?? [] });

/** A grandfather, his two sons, and the missing grandson; only an uncle's sample is there. */
const pedigree: Pedigree = {
  name: 'synthetic family',
  individuals: [
    { id: 'GF', father: null, mother: null, sex: 'male' },
    { id: 'GM', father: null, mother: null, sex: 'female' },
    { id: 'U', father: 'GF', mother: 'GM', sex: 'male', profile: 'U' },
    { id: 'F', father: 'GF', mother: 'GM', sex: 'male' },
    { id: 'M', father: null, mother: null, sex: 'female' },
    { id: 'S', father: 'F', mother: 'M', sex: 'female' },
    { id: 'MP', father: 'F', mother: 'M', sex: 'male' },
  ],
};
const drawn = simulateFamily({ pedigree, markers: kit, random: seededRandom(5) });
const profiles = { U: drawn.U ?? {} };

describe('advice for a stuck case', () => {
  it('one marker, four equal alleles, nobody mutates: a mother would raise the expected log10 LR to the exact value', () => {
    const marker: Marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3', '4'], freqs: [0.25, 0.25, 0.25, 0.25], mutation: null };
    const trio: Pedigree = { name: 'trio', individuals: [{ id: 'F', father: null, mother: null, sex: 'male', profile: 'F' }, { id: 'M', father: null, mother: null, sex: 'female' }, { id: 'MP', father: 'F', mother: 'M', sex: 'male' }] };
    const [now, mother] = advise({ pedigree: trio, missing: 'MP', profiles: { F: { M: ['1', '2'] } }, markers: [marker], remains: { M: ['1', '3'] }, options: [{ kind: 'relative', id: 'M' }], lnThreshold: Math.log(5), simulations: 20000, seed: 7 });
    // Father 1,2 and remains 1,3: LR = (1/2 x 1/4) / (2/16) = 1. The mother of such a child carries the 3: 3,3 with probability 1/4 (LR 4), 3,x else (LR 2).
    expect(now?.log10Lr.mean).toBeCloseTo(0, 12);
    const exact = 0.25 * Math.log10(4) + 0.75 * Math.log10(2);
    expect(Math.abs((mother?.log10Lr.mean ?? NaN) - exact)).toBeLessThan(4 * (mother?.log10Lr.standardError ?? 0));
    expect(mother?.log10Lr.standardError).toBeLessThan(0.002);
    expect(mother?.passes.mean).toBe(0);
  });

  it('with theta: the LR of every outcome is that of both pedigrees, and the expected log10 LR theirs weighed by how probable they are (exact against 20,000 draws)', () => {
    const alleles = ['1', '2', '3'];
    const rate = { model: 'equal' as const, rate: 0.02 };
    const marker: Marker = { name: 'M', chrom: 'autosomal', alleles, freqs: [0.2, 0.3, 0.5], mutation: { female: rate, male: rate } };
    const individuals = pedigree.individuals.filter((i) => i.id !== 'S');
    const known = { U: { M: ['1', '2'] } };
    const theta = 0.1;
    const ask = { pedigree: { name: 'family', individuals }, missing: 'MP', profiles: known, markers: [marker], theta, lnThreshold: Math.log(1.2), simulations: 20000, seed: 4 };
    const genotypes = alleles.flatMap((a, i) => alleles.slice(0, i + 1).map((b) => [b, a]));
    const lnLik = (remains: string[], mother: string[], isMissing: boolean): number => {
      const typed = individuals.map((i) => (i.id === 'M' || (isMissing && i.id === 'MP') ? { ...i, profile: i.id } : i));
      const all = isMissing ? typed : [...typed, { id: 'R', father: null, mother: null, sex: 'male' as const, profile: 'MP' }];
      return lnLikelihood({ pedigree: { name: 'h', individuals: all }, profiles: { ...known, M: { M: mother }, MP: { M: remains } }, markers: [marker], theta }).total;
    };
    const expected = (outcomes: readonly { remains: string[]; mother: string[] }[]): { mean: number; passes: number; falsely: number } => {
      const rows = outcomes.map(({ remains, mother }) => ({ yes: Math.exp(lnLik(remains, mother, true)), no: Math.exp(lnLik(remains, mother, false)) }));
      const sum = (of: (row: { yes: number; no: number }) => number): number => rows.reduce((x, row) => x + of(row), 0);
      const passes = (row: { yes: number; no: number }): boolean => row.yes / row.no >= 1.2;
      return { mean: sum((r) => r.yes * Math.log10(r.yes / r.no)) / sum((r) => r.yes), passes: sum((r) => (passes(r) ? r.yes : 0)) / sum((r) => r.yes), falsely: sum((r) => (passes(r) ? r.no : 0)) / sum((r) => r.no) };
    };
    for (const remains of [['1', '3'], null]) {
      const [, mother] = advise({ ...ask, ...(remains !== null && { remains: { M: remains } }), options: [{ kind: 'relative', id: 'M' }] });
      const exact = expected(genotypes.flatMap((m) => (remains === null ? genotypes : [remains]).map((r) => ({ remains: r, mother: m }))));
      expect(Math.abs((mother?.log10Lr.mean ?? NaN) - exact.mean)).toBeLessThan(5 * (mother?.log10Lr.standardError ?? 0));
      expect(Math.abs((mother?.passes.mean ?? NaN) - exact.passes)).toBeLessThan(0.02);
      expect(Math.abs((mother?.passesFalsely.mean ?? NaN) - exact.falsely)).toBeLessThan(0.02);
    }
    const [now] = advise({ ...ask, remains: { M: ['1', '3'] }, options: [] });
    expect(now?.log10Lr.mean).toBeCloseTo(scoreRemains(prepareMissingPerson({ pedigree: ask.pedigree, missing: 'MP', profiles: known, markers: [marker], theta }), { M: ['1', '3'] }).lnLr / Math.LN10, 10);
  });

  it('with theta strangers of the subpopulation look more like the family: a kit brings less than without', () => {
    const few = kit.slice(0, 8);
    const known = { U: Object.fromEntries(Object.entries(drawn.U ?? {}).slice(0, 2)) };
    const kitOf = (theta: number) => advise({ pedigree, missing: 'MP', profiles: known, markers: few.slice(0, 2), remains: drawn.MP ?? {}, theta, options: [{ kind: 'markers', name: 'kit', markers: few.slice(2) }], lnThreshold: Math.log(2), simulations: 300, seed: 2 }).find((r) => r.name === 'kit');
    expect(kitOf(0.1)?.log10Lr.mean).toBeLessThan(kitOf(0)?.log10Lr.mean ?? NaN);
  });

  it('parent before sister, and more markers raise what an uncle can show; the same seed gives the same advice', () => {
    const few = kit.slice(0, 6);
    const more: Marker[] = few.slice(0, 4).map((m) => ({ ...m, name: `${m.name} again` }));
    const input = { pedigree, missing: 'MP', profiles, markers: few, options: [{ kind: 'relative', id: 'M' }, { kind: 'relative', id: 'S' }, { kind: 'markers', name: 'four more', markers: more }] as const, lnThreshold: Math.log(10), simulations: 300, seed: 11 };
    const results = advise(input);
    expect(results.map((r) => r.name)).toEqual(['now', 'M', 'S', 'four more']);
    const [now, mother, sister, kitMore] = results;
    expect(mother?.log10Lr.mean).toBeGreaterThan((sister?.log10Lr.mean ?? NaN) + 3 * (sister?.log10Lr.standardError ?? NaN));
    expect(kitMore?.log10Lr.mean).toBeGreaterThan(now?.log10Lr.mean ?? NaN);
    expect(mother?.exclusionPower.mean).toBeGreaterThan(0.5);
    expect(now?.exclusionPower.mean).toBe(0);
    expect(mother?.passes.mean).toBeGreaterThan(now?.passes.mean ?? NaN);
    expect(advise(input)).toEqual(results);
  });

  it('a second bone completes the markers that the remains lack; now is the LR of the case', () => {
    const half = Object.fromEntries(Object.entries(drawn.MP ?? {}).slice(0, 9));
    const [now, bone] = advise({ pedigree, missing: 'MP', profiles, markers: kit, remains: half, options: [{ kind: 'secondBone' }], lnThreshold: Math.log(100), simulations: 400, seed: 3 });
    const score = scoreRemains(prepareMissingPerson({ pedigree, missing: 'MP', profiles, markers: kit }), half);
    expect(now?.log10Lr.mean).toBeCloseTo(score.lnLr / Math.LN10, 9);
    expect(now?.log10Lr.standardError).toBeLessThan(1e-12);
    expect(bone?.log10Lr.mean).toBeGreaterThan(now?.log10Lr.mean ?? NaN);
  });

  it('a thousand simulations of a further relative of a candidate take under a second of one core (printed)', () => {
    const start = performance.now();
    advise({ pedigree, missing: 'MP', profiles, markers: kit, remains: drawn.MP ?? {}, options: [{ kind: 'relative', id: 'M' }], lnThreshold: Math.log(1e4), simulations: 1000, seed: 1 });
    console.log(`1,000 simulations, a relative of a candidate: ${(performance.now() - start).toFixed(0)} ms`);
    const planned = performance.now();
    advise({ pedigree, missing: 'MP', profiles, markers: kit, options: [{ kind: 'relative', id: 'M' }], lnThreshold: Math.log(1e4), simulations: 1000, seed: 1 });
    console.log(`1,000 simulations, a relative with no remains yet: ${(performance.now() - planned).toFixed(0)} ms`);
    expect(start).toBeGreaterThan(0);
  });

  it('refuses to ask who is typed already, or the missing person', () => {
    const ask = (id: string) => () => advise({ pedigree, missing: 'MP', profiles, markers: kit.slice(0, 1), options: [{ kind: 'relative', id }], lnThreshold: 1, simulations: 10, seed: 1 });
    expect(ask('U')).toThrow('kinship.advice.relative');
    expect(ask('MP')).toThrow('kinship.advice.relative');
    expect(ask('X')).toThrow('kinship.advice.relative');
  });
});
