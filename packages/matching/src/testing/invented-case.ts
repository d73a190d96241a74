import { markersFrom, shippedFrequencyTables, simulateFamily, stepwiseMutation, type FrequencyTable, type Profile } from '@imena/kinship';
import { foldSubject, parseBody, type FoldEntry, type Subject } from '@imena/record';
import type { RunSubjects } from '../dna/assemble.ts';
import type { RunParameters } from '../dna/types.ts';

export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Folds bodies into one subject, one entry each, in order. */
export function fold(subject: string, bodies: readonly Readonly<Record<string, unknown>>[]): Subject {
  const entries = bodies.map((body, index): FoldEntry => ({
    id: `${subject.slice(0, 30)}${String(index).padStart(6, '0')}`, index, scope: uuid(1), subject, kind: 'test', by: uuid(2), device: 'd', at: '2022-10-01T10:00:00+03:00', supersedes: [], files: [],
    body: parseBody({ basis: 'observed', synthetic: true, ...body }),
  }));
  const folded = foldSubject(entries);
  if (folded === null) throw new Error('no subject');
  return folded;
}

export function europe(): FrequencyTable {
  const table = shippedFrequencyTables().find((item) => item.id === 'norstr-2023-europe');
  if (table === undefined) throw new Error('no table');
  return table;
}

export const kit = ['D3S1358', 'vWA', 'D16S539', 'CSF1PO', 'TPOX', 'D8S1179', 'D21S11', 'D18S51', 'D2S441', 'D19S433', 'TH01', 'FGA', 'D22S1045', 'D5S818', 'D13S317', 'D7S820', 'SE33', 'D10S1248', 'D1S1656', 'D12S391', 'D2S1338'];

/** Numbers in [0, 1) from a seed (mulberry32), so that the invented family is always the same. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const person = (id: string, sex: 'male' | 'female', father: string | null = null, mother: string | null = null) => ({ id, sex, father, mother });
const household = [person('father', 'male'), person('mother', 'female'), person('one', 'male', 'father', 'mother'), person('two', 'male', 'father', 'mother'), person('stranger', 'male')];

/** Invented genotypes of a couple, their two missing sons, and a stranger. */
export function inventGenotypes(seed = 11): Readonly<Record<string, Profile>> {
  const markers = markersFrom({ table: europe(), names: kit, mutation: stepwiseMutation });
  return simulateFamily({ pedigree: { name: 'invented', individuals: household }, markers, random: seeded(seed) });
}

export const ids = { family: uuid(10), mother: uuid(11), father: uuid(12), one: uuid(13), two: uuid(14), bag: uuid(20), secondBag: uuid(21), strangerBag: uuid(22) } as const;

export function profile(n: number, owner: Readonly<Record<string, string>>, genotypes: Profile | undefined): Subject {
  return fold(uuid(n), [{ type: 'profile.typed', basis: 'measured', sampleCode: `S-${n}`, genotypes: genotypes ?? {}, ...owner }]);
}

/** The pedigree: both parents give samples, both sons are missing. */
export function family(members: 'both_parents' | 'mother' = 'both_parents'): Subject {
  const pedigree = [
    { ...person('f', 'male'), state: 'alive', relative: ids.father }, { ...person('m', 'female'), state: 'alive', relative: ids.mother },
    { ...person('s1', 'male', 'f', 'm'), state: 'missing', person: ids.one }, { ...person('s2', 'male', 'f', 'm'), state: 'missing', person: ids.two },
  ].map((member) => (members === 'mother' && member.id === 'f' ? { ...person('f', 'male'), state: 'dead' } : member));
  return fold(ids.family, [{ type: 'family.registered', code: 'F-1', missing: [ids.one, ids.two] }, { type: 'family.pedigree_drawn', pedigree }]);
}

export function relative(n: string, ...more: readonly Readonly<Record<string, unknown>>[]): Subject {
  return fold(n, [{ type: 'relative.registered', family: ids.family, code: `R-${n.slice(-2)}`, relation: 'mother' }, ...more]);
}

/** Remains of the first son in two bags, and of a stranger. */
export function subjects(): RunSubjects {
  const g = inventGenotypes();
  return {
    profiles: [
      profile(31, { relative: ids.mother }, g['mother']), profile(32, { relative: ids.father }, g['father']),
      profile(41, { remains: ids.bag }, g['one']), profile(42, { remains: ids.secondBag }, g['one']), profile(43, { remains: ids.strangerBag }, g['stranger']),
    ],
    families: [family()],
    relatives: [relative(ids.mother), relative(ids.father)],
  };
}

export const parameters: RunParameters = {
  frequencyTable: 'norstr-2023-europe', theta: 0, minLog10Lr: 3, expectedMissing: 120, minimumFrequency: 0.001, minMarkers: 6, mutation: { model: 'per_locus' },
};
