import { KinshipError } from '../kinship-error.ts';
import type { Individual, Marker, MutationBySex, MutationModel, Observation, Pedigree, Profile, Profiles, ProfileTyping, Sex } from '../types.ts';
import { readLinkage, readPolicies, readTyping } from './parse-extensions.ts';
import { fail, list, number, row, text, textOrNull } from './read-json.ts';
import type { KinshipCase, MutationCase } from './types.ts';

const models = ['equal', 'proportional', 'stepwise', 'onestep', 'dawid', 'custom'] as const;
const transforms = ['PM', 'MH', 'BA', 'PR'] as const;

function readModel(value: unknown, path: string): MutationModel {
  const given = row(value, path);
  const name = text(given.model, `${path}.model`);
  const model = models.find((m) => m === name);
  if (model === undefined) throw new KinshipError('kinship.unsupported.mutation_model', { model: name });
  const optional = (key: 'rate' | 'rate2' | 'range'): object => (given[key] === undefined || given[key] === null ? {} : { [key]: number(given[key], `${path}.${key}`) });
  const label = textOrNull(given.transform, `${path}.transform`);
  const transform = transforms.find((t) => t === label);
  if (label !== null && transform === undefined) throw new KinshipError('kinship.unsupported.mutation_model', { model: label });
  const matrix = given.matrix === undefined || given.matrix === null ? {} : { matrix: list(given.matrix, `${path}.matrix`, (r, p) => list(r, p, number)) };
  return { model, ...optional('rate'), ...optional('rate2'), ...optional('range'), ...(transform === undefined ? {} : { transform }), ...matrix };
}

function readMutation(value: unknown, path: string): MutationBySex | null {
  if (value === null || value === undefined) return null;
  const given = row(value, path);
  return { female: readModel(given.female, `${path}.female`), male: readModel(given.male, `${path}.male`) };
}

function readMarker(value: unknown, path: string): Marker {
  const given = row(value, path);
  const chrom = text(given.chrom, `${path}.chrom`);
  if (chrom !== 'autosomal' && chrom !== 'X') fail(`${path}.chrom`);
  return {
    name: text(given.name, `${path}.name`),
    chrom,
    alleles: list(given.alleles, `${path}.alleles`, text),
    freqs: list(given.freqs, `${path}.freqs`, number),
    mutation: readMutation(given.mutation, `${path}.mutation`),
    ...(given.silent === undefined || given.silent === null ? {} : { silent: text(given.silent, `${path}.silent`) }),
  };
}

const sexes: readonly Sex[] = ['male', 'female', 'unknown'];

function readIndividual(value: unknown, path: string): Individual {
  const given = row(value, path);
  const profile = textOrNull(given.profile, `${path}.profile`);
  return {
    id: text(given.id, `${path}.id`),
    father: textOrNull(given.father, `${path}.father`),
    mother: textOrNull(given.mother, `${path}.mother`),
    sex: sexes.find((s) => s === given.sex) ?? fail(`${path}.sex`),
    ...(profile === null ? {} : { profile }),
  };
}

export function readPedigree(value: unknown, path: string): Pedigree {
  const given = row(value, path);
  const { founderInbreeding, monozygotic } = given;
  const inbred = (item: unknown, at: string): { autosomal?: number; x?: number } => {
    const one = row(item, at);
    const part = (key: 'autosomal' | 'x'): object => (one[key] === undefined || one[key] === null ? {} : { [key]: number(one[key], `${at}.${key}`) });
    return { ...part('autosomal'), ...part('x') };
  };
  return {
    name: text(given.name, `${path}.name`),
    individuals: list(given.individuals, `${path}.individuals`, readIndividual),
    ...(founderInbreeding === undefined || founderInbreeding === null
      ? {}
      : { founderInbreeding: Object.fromEntries(Object.entries(row(founderInbreeding, `${path}.founderInbreeding`)).map(([id, f]) => [id, inbred(f, `${path}.founderInbreeding.${id}`)])) }),
    ...(monozygotic === undefined || monozygotic === null ? {} : { monozygotic: list(monozygotic, `${path}.monozygotic`, (group, at) => list(group, at, text)) }),
  };
}

function readProfile(value: unknown, path: string): Profile {
  return Object.fromEntries(Object.entries(row(value, path)).map(([marker, seen]): [string, Observation] => [marker, list(seen, `${path}.${marker}`, textOrNull)]));
}

/** Id and category of any case, before it is known whether it can be answered. */
export function readCaseHead(json: unknown): { id: string; category: string } {
  const given = row(json, 'case');
  if (given.schema !== 'kinship-case/1') fail('schema');
  return { id: text(given.id, 'id'), category: text(given.category, 'category') };
}

/** Whether a case asks about several remains and several missing persons at once. */
export function isJointCase(json: unknown): boolean {
  return readCaseHead(json).category.startsWith('d') || (typeof json === 'object' && json !== null && 'dvi' in json && json.dvi !== null && json.dvi !== undefined);
}

/**
 * Reads what a case asks, and nothing else of it: never `expected`, `crossCheck`, `peerSeconds`, `tags`, `source`.
 * @throws KinshipError kinship.case.shape {path}, kinship.case.hypothesis_twice, kinship.case.typing_*, kinship.unsupported.*
 */
export function readCase(json: unknown): KinshipCase {
  const given = row(json, 'case');
  const reference = textOrNull(given.reference, 'reference');
  const missing = textOrNull(given.missing, 'missing');
  const pedigrees = list(given.pedigrees, 'pedigrees', readPedigree);
  refuseSameNames(pedigrees);
  const markers = list(given.markers, 'markers', readMarker);
  const profiles = Object.fromEntries(Object.entries(row(given.profiles, 'profiles')).map(([key, p]) => [key, readProfile(p, `profiles.${key}`)]));
  const typing = given.typing === undefined || given.typing === null ? undefined : readTyping(given.typing, 'typing');
  if (typing !== undefined) refuseTypingOfNothing(typing, profiles, markers);
  return {
    schema: 'kinship-case/1',
    ...readCaseHead(json),
    theta: given.theta === undefined || given.theta === null ? 0 : number(given.theta, 'theta'),
    markers,
    pedigrees,
    profiles,
    ...(reference === null ? {} : { reference }),
    ...(missing === null ? {} : { missing }),
    ...(typing === undefined ? {} : { typing }),
    ...(given.linkage === undefined || given.linkage === null ? {} : { linkageGroups: readLinkage(given.linkage, 'linkage') }),
    ...(given.policies === undefined || given.policies === null ? {} : { policies: readPolicies(given.policies, 'policies') }),
  };
}

/** A misspelt profile or marker would leave a degraded sample to count as typed without error. */
function refuseTypingOfNothing(typing: Readonly<Record<string, ProfileTyping>>, profiles: Profiles, markers: readonly Marker[]): void {
  const known = new Set([...markers.map(({ name }) => name), ...Object.values(profiles).flatMap((p) => Object.keys(p))]);
  for (const [profile, model] of Object.entries(typing)) {
    if (!Object.hasOwn(profiles, profile)) throw new KinshipError('kinship.case.typing_profile', { profile });
    for (const marker of Object.keys(model.markers ?? {})) if (!known.has(marker)) throw new KinshipError('kinship.case.typing_marker', { profile, marker });
  }
}

/** Answers are told by the name of the hypothesis: of two with one name the first would be lost. */
function refuseSameNames(pedigrees: readonly Pedigree[]): void {
  const seen = new Set<string>();
  for (const { name } of pedigrees) {
    if (seen.has(name)) throw new KinshipError('kinship.case.hypothesis_twice', { pedigree: name });
    seen.add(name);
  }
}

/** Reads a case of category m. */
export function readMutationCase(json: unknown): MutationCase {
  const given = row(json, 'case');
  return {
    schema: 'kinship-case/1',
    id: readCaseHead(json).id,
    category: 'm.mutation_matrix',
    alleles: list(given.alleles, 'alleles', text),
    freqs: list(given.freqs, 'freqs', number),
    parameters: readModel(given.parameters, 'parameters'),
  };
}
