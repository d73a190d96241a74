import {
  codeOfObservation, kitMarkers, markersFrom, mutationRates, shippedFrequencyTables, simulateFamily, stepwiseMutation,
  type FamilyStructure, type Individual, type Marker, type MutationBySex, type Pedigree, type Profile, type ScreenMarker,
} from '@imena/kinship';

const man = (id: string, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex: 'male' });
const woman = (id: string, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex: 'female' });
const nuclear = [man('F'), woman('M'), man('MP', 'F', 'M')];
const extended = [man('GF'), woman('GM'), man('F', 'GF', 'GM'), woman('M'), man('MP', 'F', 'M')];
const wife = woman('W');

export interface BenchFamily {
  readonly individuals: readonly Individual[];
  readonly typed: readonly string[];
}

/** A person alone, for remains of strangers. */
export const alone: Pedigree = { name: 'one', individuals: [man('R')] };

/** Families of casework with a missing person MP, by what is known of them. */
export const families: Readonly<Record<string, BenchFamily>> = {
  mother: { individuals: nuclear, typed: ['M'] },
  'father and mother': { individuals: nuclear, typed: ['F', 'M'] },
  'one sibling': { individuals: [...nuclear, woman('S', 'F', 'M')], typed: ['S'] },
  'mother and sibling': { individuals: [...nuclear, woman('S', 'F', 'M')], typed: ['M', 'S'] },
  'two siblings': { individuals: [...nuclear, woman('S', 'F', 'M'), man('T', 'F', 'M')], typed: ['S', 'T'] },
  'half sibling': { individuals: [...nuclear, man('F2'), woman('S', 'F2', 'M')], typed: ['S'] },
  'child and spouse': { individuals: [...nuclear, wife, man('C', 'MP', 'W')], typed: ['C', 'W'] },
  'two children and spouse': { individuals: [...nuclear, wife, man('C', 'MP', 'W'), woman('D', 'MP', 'W')], typed: ['C', 'D', 'W'] },
  'two grandparents': { individuals: extended, typed: ['GF', 'GM'] },
  uncle: { individuals: [...extended, man('U', 'GF', 'GM')], typed: ['U'] },
  'first cousin': { individuals: [...extended, man('U', 'GF', 'GM'), woman('A'), woman('C', 'U', 'A')], typed: ['C'] },
  'three siblings': { individuals: [...nuclear, ...['S', 'T', 'U'].map((id) => man(id, 'F', 'M'))], typed: ['S', 'T', 'U'] },
  'four siblings': { individuals: [...nuclear, ...['S', 'T', 'U', 'V'].map((id) => man(id, 'F', 'M'))], typed: ['S', 'T', 'U', 'V'] },
  'sibling, parents are cousins': {
    individuals: [man('GF'), woman('GM'), man('F0', 'GF', 'GM'), woman('A'), man('F', 'F0', 'A'), woman('M0', 'GF', 'GM'), man('B'), woman('M', 'B', 'M0'), man('MP', 'F', 'M'), man('S', 'F', 'M')],
    typed: ['S'],
  },
};

export type MutationClass = 'none' | 'equal' | 'proportional' | 'stepwise';
export const mutationClasses: readonly MutationClass[] = ['none', 'equal', 'proportional', 'stepwise'];

/** The 23 markers of PowerPlex Fusion 6C with the NIST 1036 Caucasian frequencies above 0, scaled to sum to 1. */
export function fusion6c(mutation: MutationClass = 'stepwise'): Marker[] {
  const table = shippedFrequencyTables().find((t) => t.id === 'nist1036-2017-cauc');
  if (table === undefined) throw new Error('the NIST table is not shipped');
  return markersFrom({ table, mutation: (marker) => modelOf(mutation, marker), names: kitMarkers()['PowerPlex Fusion 6C'] ?? [] }).map((m) => {
    const seen = m.alleles.flatMap((allele, i) => ((m.freqs[i] ?? 0) > 0 ? [{ allele, p: m.freqs[i] ?? 0 }] : []));
    const sum = seen.reduce((x, s) => x + s.p, 0);
    return { ...m, alleles: seen.map((s) => s.allele), freqs: seen.map((s) => s.p / sum) };
  });
}

function modelOf(mutation: MutationClass, marker: string): MutationBySex | null {
  if (mutation === 'none') return null;
  if (mutation === 'stepwise') return stepwiseMutation(marker);
  const { female, male } = mutationRates(marker);
  return { female: { model: mutation, rate: female }, male: { model: mutation, rate: male } };
}

/** A family with profiles of its typed members and of the missing person, drawn by gene dropping. */
export function drawFamily(name: string, markers: readonly Marker[], random: () => number): { pedigree: Pedigree; profiles: Record<string, Profile>; missing: Profile } {
  const family = families[name];
  if (family === undefined) throw new Error(`no family ${name}`);
  const pedigree: Pedigree = { name, individuals: family.individuals.map((i) => (family.typed.includes(i.id) ? { ...i, profile: i.id } : i)) };
  const { MP, ...all } = simulateFamily({ pedigree: { name, individuals: family.individuals }, markers, random });
  return { pedigree, profiles: Object.fromEntries(family.typed.map((id) => [id, all[id] ?? {}])), missing: MP ?? {} };
}

export interface ScreenFamily {
  readonly structure: FamilyStructure;
  /** Observations of the typed relatives, relative-major. */
  readonly codes: readonly number[];
}

/** The same as a screen takes it. */
export function drawScreenFamily(name: string, markers: readonly ScreenMarker[], random: () => number): ScreenFamily {
  const { individuals, typed } = families[name] ?? { individuals: [], typed: [] };
  const { profiles } = drawFamily(name, markers.map((m) => m.prepared.marker), random);
  const at = (id: string | null): number => individuals.findIndex((i) => i.id === id);
  const relatives = individuals.flatMap((i, n) => (typed.includes(i.id) ? [n] : []));
  return {
    structure: { father: individuals.map((i) => at(i.father)), mother: individuals.map((i) => at(i.mother)), sex: individuals.map((i) => i.sex), relatives, missing: at('MP') },
    codes: relatives.flatMap((r) => markers.map((m) => codeOfObservation(m, profiles[individuals[r]?.id ?? '']?.[m.name]))),
  };
}
