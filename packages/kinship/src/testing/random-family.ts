import type { Individual, Marker, MutationBySex, MutationModel, Observation, Pedigree, Profiles, Sex } from '../types.ts';

/** A small random pedigree, parents first; half siblings, loops and incest happen. */
export function randomPedigree(random: () => number, size: { founders: number; children: number }): Pedigree {
  const individuals: Individual[] = [];
  for (let i = 0; i < size.founders; i++) individuals.push({ id: `f${String(i)}`, father: null, mother: null, sex: i % 2 === 0 ? 'male' : 'female' });
  for (let i = 0; i < size.children; i++) {
    const one = (sex: Sex): string => {
      const those = individuals.filter((p) => p.sex === sex);
      return those[Math.floor(random() * those.length)]?.id ?? '';
    };
    individuals.push({ id: `c${String(i)}`, father: one('male'), mother: one('female'), sex: random() < 0.5 ? 'male' : 'female' });
  }
  return { name: 'random', individuals };
}

/** Types about half of the people at random; some observations hold one allele only. Leaves `untyped` out. */
export function randomProfiles(pedigree: Pedigree, input: { random: () => number; marker: Marker; untyped?: string }): { pedigree: Pedigree; profiles: Profiles } {
  const { random, marker } = input;
  const label = (): string => marker.alleles[Math.floor(random() * marker.alleles.length)] ?? '';
  const profiles: Record<string, Record<string, Observation>> = {};
  const individuals = pedigree.individuals.map((person) => {
    if (person.id === input.untyped || random() < 0.45) return person;
    profiles[person.id] = { [marker.name]: [label(), random() < 0.15 ? null : label()] };
    return { ...person, profile: person.id };
  });
  return { pedigree: { ...pedigree, individuals }, profiles };
}

/** A random stochastic matrix, so that no property of a named model is leaned on. */
function customModel(random: () => number, k: number): MutationModel {
  const matrix = Array.from({ length: k }, (_, i) => {
    const row = Array.from({ length: k }, (_x, j) => random() * 0.1 + (i === j ? 1 : 0));
    const sum = row.reduce((x, y) => x + y, 0);
    return row.map((x) => x / sum);
  });
  return { model: 'custom', matrix };
}

/** Markers of three alleles with every kind of mutation, the sexes differing. */
export function smallMarkers(random: () => number): Marker[] {
  const freqs = [0.2 + random() * 0.2, 0.1 + random() * 0.2];
  freqs.push(1 - (freqs[0] ?? 0) - (freqs[1] ?? 0));
  const bySex = (female: MutationModel, male: MutationModel): MutationBySex => ({ female, male });
  const models: Record<string, MutationBySex | null> = {
    none: null,
    equal: bySex({ model: 'equal', rate: 0.01 }, { model: 'equal', rate: 0.05 }),
    proportional: bySex({ model: 'proportional', rate: 0.02 }, { model: 'proportional', rate: 0.002 }),
    stepwise: bySex({ model: 'stepwise', rate: 0.01, rate2: 0.001, range: 0.1 }, { model: 'stepwise', rate: 0.03, rate2: 0.002, range: 0.3 }),
    custom: bySex(customModel(random, 3), customModel(random, 3)),
  };
  return Object.entries(models).map(([name, mutation]) => ({ name, chrom: 'autosomal', alleles: ['8', '9', '9.3'], freqs, mutation }));
}
