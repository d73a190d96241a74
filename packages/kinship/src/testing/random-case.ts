import { KinshipError } from '../kinship-error.ts';
import { prepareMarker } from '../markers/prepare-marker.ts';
import { simulateFamily } from '../simulate.ts';
import { defaultPolicies, type Individual, type LinkageGroup, type Marker, type MutationModel, type Observation, type Pedigree, type Profile } from '../types.ts';
import { drawPedigree } from './pedigree-shapes.ts';
import { seeded } from './enumeration.ts';

/** A random `kinship-case/1` object of two or three hypotheses with what the schema allows, each feature on its own and combined. */
export interface RandomCase {
  readonly schema: 'kinship-case/1';
  readonly id: string;
  readonly category: 'a.likelihood';
  readonly theta: number;
  readonly markers: readonly Marker[];
  readonly pedigrees: readonly Pedigree[];
  readonly profiles: Readonly<Record<string, Profile>>;
  readonly reference: string;
  readonly typing?: Readonly<Record<string, { dropOut: number; homozygoteDropOut?: number; dropIn?: number }>>;
  readonly linkage?: readonly { readonly markers: readonly string[]; readonly rho: LinkageGroup['recombination'] }[];
  /** What is in it, for the reader of a failure. */
  readonly title: string;
}

export interface CaseSize {
  /** Most people of a pedigree. */
  readonly people: number;
  /** Most alleles of a marker. */
  readonly alleles: number;
  readonly markers: number;
}

interface Chance {
  readonly random: () => number;
  readonly below: (n: number) => number;
  readonly happens: (p: number) => boolean;
  readonly one: <T>(of: readonly [T, ...T[]]) => T;
}

function chanceOf(random: () => number): Chance {
  const below = (n: number): number => Math.floor(random() * n);
  return { random, below, happens: (p) => random() < p, one: (of) => of[below(of.length)] ?? of[0] };
}

/** Repeat numbers in a row, some with microvariants. */
function drawAlleles(chance: Chance, count: number): string[] {
  const out = new Set<string>();
  for (let repeats = 6; out.size < count; repeats++) {
    if (!chance.happens(0.1)) out.add(String(repeats));
    if (out.size < count && chance.happens(0.15)) out.add(`${String(repeats)}.${chance.one(['1', '2', '3'])}`);
  }
  return [...out];
}

function customModel(chance: Chance, k: number): MutationModel {
  const matrix = Array.from({ length: k }, (_, i) => {
    const row = Array.from({ length: k }, (_x, j) => (i === j ? 1 : chance.happens(0.3) ? 0 : 0.02 * chance.random()));
    const sum = row.reduce((x, y) => x + y, 0);
    return row.map((x) => x / sum);
  });
  return { model: 'custom', matrix };
}

function drawModel(chance: Chance, k: number): MutationModel {
  const rate = chance.one([0.001, 0.002, 0.004, 0.02]);
  switch (chance.below(8)) {
    case 0:
      return { model: 'equal', rate };
    case 1:
      return { model: 'proportional', rate };
    case 2:
      return { model: 'onestep', rate };
    case 3:
      return { model: 'dawid', rate: rate / 20, range: chance.one([0.3, 0.5, 0.9]) };
    case 4:
      return customModel(chance, k);
    case 5:
      return { model: chance.one(['equal', 'stepwise'] as const), rate: 0.002, rate2: 0.0002, range: 0.2, transform: chance.one(['PM', 'MH', 'BA', 'PR'] as const) };
    default:
      return { model: 'stepwise', rate, rate2: chance.one([0, 1e-6, 0.0005]), range: chance.one([0.05, 0.1, 0.3, 1]) };
  }
}

function drawMarker(chance: Chance, how: { readonly name: string; readonly chrom: Marker['chrom']; readonly alleles: number }): Marker {
  const count = chance.happens(0.03) ? 1 : 2 + chance.below(how.alleles - 1);
  const silent = count > 1 && chance.happens(0.15) ? 'silent' : undefined;
  const alleles = silent === undefined ? drawAlleles(chance, count) : [...drawAlleles(chance, count - 1), silent];
  const raw = alleles.map((a) => (a === silent ? 0.05 : chance.happens(0.2) ? 0.005 : 0.05 + chance.random()));
  const total = raw.reduce((x, y) => x + y, 0);
  const seen = silent === undefined ? count : count - 1;
  const base = { name: how.name, chrom: how.chrom, alleles, freqs: raw.map((p) => p / total), ...(silent !== undefined && { silent }) };
  if (chance.happens(0.3)) return { ...base, mutation: null };
  // A model that these frequencies do not allow (a row beyond 1) is drawn again.
  for (;;) {
    const female = drawModel(chance, seen);
    const male = chance.happens(0.3) ? drawModel(chance, seen) : female.rate === undefined ? customModel(chance, seen) : { ...female, rate: female.rate * 2 };
    const marker: Marker = { ...base, mutation: { female, male } };
    if (isAllowed(marker)) return marker;
  }
}

function isAllowed(marker: Marker): boolean {
  try {
    prepareMarker(marker, [], defaultPolicies);
    return true;
  } catch (error) {
    if (error instanceof KinshipError) return false;
    throw error;
  }
}

/** What is read of a true profile: markers missing, one allele known, a sample lost in part, now and then an allele that does not fit. */
function spoil(chance: Chance, profile: Profile, how: { readonly markers: readonly Marker[]; readonly lossy: boolean; readonly wrong: number }): Profile {
  const out: Record<string, Observation> = {};
  for (const marker of how.markers) {
    const seen = profile[marker.name];
    if (seen === undefined || chance.happens(0.08)) continue;
    const visible = marker.alleles.filter((a) => a !== marker.silent);
    const label = (): string => visible[chance.below(visible.length)] ?? '';
    const read = seen.map((a) => (chance.happens(how.wrong) ? label() : a));
    if (how.lossy) out[marker.name] = [...new Set(read)].filter(() => !chance.happens(0.2));
    else out[marker.name] = read.length === 2 && chance.happens(0.06) ? [read[0] ?? null, null] : read;
  }
  return out;
}

/** The case of a seed. */
export function drawCase(seed: number, size: CaseSize): RandomCase {
  const chance = chanceOf(seeded(seed));
  const drawn = drawPedigree(chance.random, size.people);
  const isLinked = chance.happens(0.12) && drawn.individuals.length <= 10;
  const chrom = chance.happens(0.25) ? 'X' : 'autosomal';
  const alleles = isLinked ? Math.min(6, size.alleles) : size.alleles;
  const markers = Array.from({ length: isLinked ? 2 + chance.below(2) : size.markers }, (_, m) => drawMarker(chance, { name: `M${String(m)}`, chrom, alleles }));
  const monozygotic: string[][] = [];
  const individuals: Individual[] = [...drawn.individuals];
  const last = individuals.at(-1);
  if (last !== undefined && last.father !== null && chance.happens(0.08)) {
    individuals.push({ ...last, id: 'twin' });
    monozygotic.push([last.id, 'twin']);
  }
  const founders = individuals.filter((p) => p.father === null);
  const founderInbreeding = chance.happens(0.15) ? Object.fromEntries(founders.filter(() => chance.happens(0.5)).map((p) => [p.id, { autosomal: chance.one([0.0625, 0.25]), x: 0.125 }])) : {};
  const linkage = isLinked ? [{ markers: markers.map((m) => m.name), recombination: markers.slice(1).map(() => ({ female: 0.5 * chance.random(), male: 0.5 * chance.random() })) }] : [];
  const truth = simulateFamily({ pedigree: { name: 'truth', individuals, founderInbreeding, monozygotic }, markers, linkage, random: chance.random });
  const share = individuals.length > 16 ? 0.45 : chance.one([0.4, 0.6, 0.9]);
  const isLossy = chance.happens(0.15);
  const typing: Record<string, { dropOut: number; homozygoteDropOut?: number; dropIn?: number }> = {};
  const profiles: Record<string, Profile> = {};
  const wrong = chance.happens(0.4) ? 0.03 : 0;
  const typed = individuals.map((p): Individual => {
    if (chance.random() > share) return p;
    const lossy = isLossy && chance.happens(0.4);
    if (lossy) typing[p.id] = { dropOut: 0.2, ...(chance.happens(0.5) && { homozygoteDropOut: 0.05 }), ...(chance.happens(0.5) && { dropIn: 0.02 }) };
    profiles[p.id] = spoil(chance, truth[p.id] ?? {}, { markers, lossy, wrong });
    return { ...p, profile: p.id };
  });
  const theta = chance.happens(0.35) ? chance.one([0.01, 0.03, 0.1]) : 0;
  const family = { founderInbreeding, monozygotic };
  const related: Pedigree = { name: 'H1', individuals: typed, ...family };
  const strangers: Pedigree = { name: 'H2', individuals: typed.filter((p) => p.profile !== undefined).map((p) => ({ ...p, father: null, mother: null })) };
  const sexOf = new Map(individuals.map((p) => [p.id, p.sex]));
  // A third hypothesis: somebody's father was a stranger.
  const child = typed.find((p) => p.father !== null && !monozygotic.flat().includes(p.id));
  const other: Pedigree[] = child === undefined || !chance.happens(0.3) ? [] : [{ ...related, name: 'H3', individuals: [{ id: 'stranger', sex: sexOf.get(child.father ?? '') ?? 'male', father: null, mother: null }, ...typed.map((p) => (p === child ? { ...p, father: 'stranger' } : p))] }];
  const features = [drawn.shape, `${String(individuals.length)} people`, `${String(Object.keys(profiles).length)} typed`, chrom, theta > 0 && `theta ${String(theta)}`, isLinked && 'linked', monozygotic.length > 0 && 'twins', Object.keys(founderInbreeding).length > 0 && 'inbred', Object.keys(typing).length > 0 && 'drop-out', markers.some((m) => m.silent !== undefined) && 'silent', markers.map((m) => `${String(m.alleles.length)} ${m.mutation === null ? 'none' : `${m.mutation.female.model}/${m.mutation.male.model} ${m.mutation.female.transform ?? ''}`}`).join(', ')];
  return {
    schema: 'kinship-case/1', id: `random-${String(seed)}`, category: 'a.likelihood', theta, markers,
    pedigrees: [related, strangers, ...other], profiles, reference: 'H2',
    ...(Object.keys(typing).length > 0 && { typing }),
    ...(linkage.length > 0 && { linkage: linkage.map((g) => ({ markers: g.markers, rho: g.recombination })) }),
    title: features.filter((f) => f !== false).join('; '),
  };
}
