import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lnLikelihood, prepareMissingPerson, scoreMatrix, scoreRemains, simulateFamily, type Individual, type Marker, type Observation, type Pedigree, type Profile, type ProfileTyping } from '../index.ts';
import { seeded } from '../testing/enumeration.ts';

const person = (id: string, sex: 'male' | 'female', father: string | null = null, mother: string | null = null): Individual => ({ id, sex, father, mother });
const people = (sex: 'male' | 'female'): Individual[] => [person('F', 'male'), person('M', 'female'), person('MP', sex, 'F', 'M'), person('S', 'female', 'F', 'M'), person('T', 'male', 'F', 'M')];
const mutation = (rate: number) => ({ female: { model: 'stepwise' as const, rate, rate2: 0.001, range: 0.1 }, male: { model: 'stepwise' as const, rate: 2 * rate, rate2: 0.001, range: 0.1 } });
const markers: readonly Marker[] = [
  { name: 'A', chrom: 'autosomal', alleles: ['7', '8', '9', '9.3', '10'], freqs: [0.1, 0.2, 0.3, 0.15, 0.25], mutation: mutation(0.002) },
  { name: 'B', chrom: 'autosomal', alleles: ['11', '12', '13', '0'], freqs: [0.2, 0.3, 0.45, 0.05], mutation: { female: { model: 'equal', rate: 0.01 }, male: { model: 'equal', rate: 0.01 } }, silent: '0' },
  { name: 'C', chrom: 'X', alleles: ['14', '15', '16'], freqs: [0.2, 0.3, 0.5], mutation: mutation(0.001) },
];

/** What a laboratory may see of a genotype: an allele less, none, one too many, or one known. */
function seenOf(pair: Observation, { names, isLossy, random }: { names: readonly string[]; isLossy: boolean; random: () => number }): Observation {
  if (!isLossy) return pair.length === 2 && random() < 0.2 ? [pair[0] ?? null, null] : pair;
  const kept = [...new Set(pair)].filter(() => random() > 0.4);
  return random() < 0.15 ? [...new Set([...kept, names[Math.floor(random() * names.length)] ?? null])] : kept;
}

describe('the matrix of many remains and many missing persons', () => {
  it('has the digits of each pair alone, and agrees to 1e-9 with the likelihoods of the whole pedigree, with typing models, on autosomes and X, with silent alleles and theta', () => {
    let summed = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
        const random = seeded(seed);
        const individuals = people(random() < 0.5 ? 'male' : 'female');
        const theta = random() < 0.3 ? 0.02 : 0;
        const typed = theta > 0 ? ['S'] : ['M', 'S', 'T'].filter((id) => id === 'S' || random() < 0.6);
        const pedigree: Pedigree = { name: 'p', individuals: individuals.map((i) => (typed.includes(i.id) ? { ...i, profile: i.id } : i)) };
        const model = (): ProfileTyping => ({ dropOut: 0.05 + 0.4 * random(), ...(random() < 0.4 && { homozygoteDropOut: 0.03 }), ...(random() < 0.5 && { dropIn: 0.04 }), ...(random() < 0.3 && { markers: { A: { dropOut: 0.5, dropIn: 0.01 } } }) });
        const lossy = (profile: Profile, isLossy: boolean): Profile => Object.fromEntries(Object.entries(profile).map(([name, pair]) => {
          const { alleles, silent } = markers.find((m) => m.name === name) ?? { alleles: [], silent: undefined };
          const seen = seenOf(pair, { names: alleles.filter((a) => a !== silent), isLossy, random });
          // Two alleles may drop in only by our hand: the model knows one.
          return [name, seen.length > 2 ? seen.slice(0, 2) : seen];
        }));
        const draw = () => simulateFamily({ pedigree: { name: 'p', individuals }, markers, random });
        const family = draw();
        const typing: Record<string, ProfileTyping> = random() < 0.5 ? { S: model() } : {};
        const profiles = Object.fromEntries(typed.map((id) => [id, lossy(family[id] ?? {}, id in typing)]));
        const models = Array.from({ length: 6 }, (_, i) => (i % 3 === 0 ? undefined : model()));
        const remains = models.map((one, i) => lossy((i < 3 ? family.MP : draw().MP) ?? {}, one !== undefined));
        const prepared = prepareMissingPerson({ pedigree, missing: 'MP', profiles, markers, theta, typing });
        // Where somebody shows what the model takes for impossible there is no ratio: refused alone, and the row with it.
        const possible = remains.flatMap((profile, i) => {
          try {
            return [{ profile, typing: models[i], lnLr: scoreRemains(prepared, profile, models[i]).lnLr }];
          } catch {
            return [];
          }
        });
        const matrix = scoreMatrix([prepared, prepared], possible.map((one) => one.profile), possible.map((one) => one.typing));
        expect([...matrix]).toEqual([...possible, ...possible].map((one) => one.lnLr));
        for (const one of possible) {
          const ln = (isRelated: boolean): number => {
            const wide = isRelated ? individuals : [...individuals, person('R', individuals[2]?.sex === 'male' ? 'male' : 'female')];
            const carries = (id: string): string | null => (id === (isRelated ? 'MP' : 'R') ? 'R' : typed.includes(id) ? id : null);
            const named = wide.map((i) => { const profile = carries(i.id); return profile === null ? i : { ...i, profile }; });
            const used = markers.filter((m) => prepared.tables.some((t) => t.given === m && t.lnReferences > -Infinity && t.referencesTyped));
            return lnLikelihood({ pedigree: { name: 'h', individuals: named }, profiles: { ...profiles, R: one.profile }, markers: used, theta, typing: { ...typing, ...(one.typing && { R: one.typing }) } }).total;
          };
          const expected = ln(true) - ln(false);
          if (Number.isFinite(expected)) expect(Math.abs(expected - one.lnLr)).toBeLessThan(1e-9);
          else expect(one.lnLr).toBe(expected);
          summed += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(summed).toBeGreaterThan(150);
  });

  it('sums genotypes so improbable beside others that a plain sum would lose them', () => {
    // Twelve steps of one thousandth each and more: the ratio of probabilities leaves what a number holds.
    const far: Marker = { name: 'A', chrom: 'autosomal', alleles: Array.from({ length: 60 }, (_, i) => String(i + 5)), freqs: Array.from({ length: 60 }, () => 1 / 60), mutation: { female: { model: 'stepwise', rate: 0.001, rate2: 1e-6, range: 1e-7 }, male: { model: 'stepwise', rate: 0.001, rate2: 1e-6, range: 1e-7 } } };
    const pedigree: Pedigree = { name: 'p', individuals: people('male').map((i) => (i.id === 'F' || i.id === 'M' ? { ...i, profile: i.id } : i)) };
    const prepared = prepareMissingPerson({ pedigree, missing: 'MP', profiles: { F: { A: ['5', '5'] }, M: { A: ['5', '5'] } }, markers: [far] });
    const seen: Profile = { A: ['45', null] };
    const [table] = prepared.tables;
    const entry = (a: number, b: number): number => table?.lnRelated[(b * (b + 1)) / 2 + a] ?? NaN;
    const terms = Array.from({ length: 60 }, (_, x) => entry(Math.min(x, 40), Math.max(x, 40))).sort((x, y) => y - x);
    const [top = NaN] = terms;
    const lnRelated = top + Math.log(terms.reduce((sum, x) => sum + Math.exp(x - top), 0));
    expect(top).toBeLessThan(-400);
    const { perMarker, lnLr } = scoreRemains(prepared, seen);
    expect(perMarker[0]?.lnLikRelated).toBeCloseTo(lnRelated, 9);
    expect(scoreMatrix([prepared], [seen])[0]).toBe(lnLr);
  });
});
