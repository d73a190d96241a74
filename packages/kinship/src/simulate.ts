import { defaultPolicies, type Marker, type Observation, type Pedigree, type Profile } from './types.ts';
import { KinshipError } from './kinship-error.ts';
import { prepareMarker } from './markers/prepare-marker.ts';
import { readFamily } from './pedigree/family.ts';

export interface SimulateInput {
  readonly pedigree: Pedigree;
  readonly markers: readonly Marker[];
  /** Uniform numbers in [0, 1); the only source of chance, so a seeded source repeats the family. */
  readonly random: () => number;
}

/**
 * Gene dropping: founders in Hardy-Weinberg proportions, then each child one allele of each parent through the marker's
 * mutation model. Gives the profile of every individual by id. Synthetic data only.
 */
export function simulateFamily(input: SimulateInput): Readonly<Record<string, Profile>> {
  const family = readFamily(input.pedigree);
  const { random } = input;
  const profiles: Record<string, Record<string, Observation>> = Object.fromEntries(family.ids.filter((id) => id !== '').map((id) => [id, {}]));
  for (const marker of input.markers) {
    const { locus } = prepareMarker(marker, [], defaultPolicies);
    const genotypes: ([number, number] | null)[] = family.ids.map(() => null);
    const make = (i: number): [number, number] => {
      const known = genotypes[i] ?? null;
      if (known !== null) return known;
      const gamete = (parent: number, matrix: Float64Array | null): number => {
        if (parent < 0) return draw(locus.freqs, random());
        const pair = make(parent);
        const allele = random() < 0.5 ? pair[0] : pair[1];
        return matrix === null ? allele : draw(matrix.subarray(allele * locus.k, (allele + 1) * locus.k), random());
      };
      const made: [number, number] = [gamete(family.father[i] ?? -1, locus.male), gamete(family.mother[i] ?? -1, locus.female)];
      genotypes[i] = made;
      return made;
    };
    family.ids.forEach((id, i) => {
      const pair = make(i).sort((a, b) => a - b);
      const profile = profiles[id];
      if (profile !== undefined) profile[marker.name] = pair.map((a) => marker.alleles[a] ?? '');
    });
  }
  return profiles;
}

function draw(weights: Float64Array, u: number): number {
  if (!(u >= 0 && u < 1)) throw new KinshipError('kinship.random', { value: String(u) });
  let total = 0;
  for (const w of weights) total += w;
  let left = u * total;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i] ?? NaN;
    if (w > 0) last = i;
    left -= w;
    if (left < 0 && w > 0) return i;
  }
  return last;
}
