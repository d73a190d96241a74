import type { Marker, Pedigree, Profiles } from '../types.ts';
import { mutationMatrix } from '../mutation/mutation-matrix.ts';

/** A repeatable source of chance for tests (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The oracle of the tests: P(profiles | pedigree) at one marker as the plain sum over the ordered genotypes of everybody,
 * founder alleles drawn one by one from the urn. Shares no code with the engine but the mutation matrix.
 * Individuals must come parents first. Kahan-summed: a naive sum showed a false error of 5e-12.
 */
export function enumerateLikelihood(pedigree: Pedigree, input: { profiles: Profiles; marker: Marker; theta: number }): number {
  const { marker, theta } = input;
  const { alleles, freqs } = marker;
  const k = alleles.length;
  const female = marker.mutation === null ? null : mutationMatrix(marker.mutation.female, alleles, freqs);
  const male = marker.mutation === null ? null : mutationMatrix(marker.mutation.male, alleles, freqs);
  const people = pedigree.individuals;
  const at = new Map(people.map((p, i) => [p.id, i]));
  const pairs: [number, number][] = [];
  const counts = new Array<number>(k).fill(0);
  let sum = 0;
  let lost = 0;
  const pass = (matrix: Float64Array | null, pair: readonly [number, number], to: number): number => {
    if (matrix === null) return ((pair[0] === to ? 1 : 0) + (pair[1] === to ? 1 : 0)) / 2;
    return ((matrix[pair[0] * k + to] ?? NaN) + (matrix[pair[1] * k + to] ?? NaN)) / 2;
  };
  const fits = (i: number, a: number, b: number): boolean => {
    const key = people[i]?.profile;
    const seen = key === undefined ? undefined : input.profiles[key]?.[marker.name];
    if (seen === undefined) return true;
    const [x, y] = [alleles[a], alleles[b]];
    const [s, t] = seen;
    if (s === null || s === undefined) return true;
    if (t === null || t === undefined) return x === s || y === s;
    return (x === s && y === t) || (x === t && y === s);
  };
  const walk = (i: number, probability: number, drawn: number): void => {
    if (probability === 0) return;
    const person = people[i];
    if (person === undefined) {
      const y = probability - lost;
      const next = sum + y;
      lost = next - sum - y;
      sum = next;
      return;
    }
    const father = person.father === null ? null : (pairs[at.get(person.father) ?? -1] ?? null);
    const mother = person.mother === null ? null : (pairs[at.get(person.mother) ?? -1] ?? null);
    const pick = (allele: number, n: number): number => ((counts[allele] ?? 0) * theta + (1 - theta) * (freqs[allele] ?? NaN)) / (1 + (n - 1) * theta);
    for (let a = 0; a < k; a++)
      for (let b = 0; b < k; b++) {
        if (!fits(i, a, b)) continue;
        pairs[i] = [a, b];
        if (father !== null && mother !== null) {
          walk(i + 1, probability * pass(male, father, a) * pass(female, mother, b), drawn);
          continue;
        }
        const first = pick(a, drawn);
        counts[a] = (counts[a] ?? 0) + 1;
        const second = pick(b, drawn + 1);
        counts[b] = (counts[b] ?? 0) + 1;
        walk(i + 1, probability * first * second, drawn + 2);
        counts[a] = (counts[a] ?? 0) - 1;
        counts[b] = (counts[b] ?? 0) - 1;
      }
  };
  walk(0, 1, 0);
  return sum;
}
