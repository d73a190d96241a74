import { readMissingPersonCase, type Individual, type KinshipCase, type Marker, type MutationModel, type Pedigree, type Profile } from '@imena/kinship';
import { refuse } from '@imena/problem';
import type { FamFamily, FamFile, FamGenotypes, FamMarker, FamMutation, FamPerson, FamRelation, FamSubject } from './fam-file.ts';
import type { DviCase } from './fam-to-case.ts';

/** Settings as the program writes them when nobody has changed any. */
const settings = [
  '[Advanced]', '[[Direct/Identity]]', 'Dropin= 0', 'Dropout= 0', 'Error= 0', '[[Other]]', 'NumberOfDecimals= 10',
  '[[DVI]]', 'QuickSearch= Enabled', 'AllowedMismatches= 5', '[[Simulation]]', 'SaveGenotypes= Disabled', 'SaveComplete= Enabled', 'ForceMAF= Disabled',
];

/**
 * Makes a `.fam` file of a kinship case. Remains compared with a missing person become a DVI part of one unidentified and
 * one family: as hypotheses the missing person would be two people, typed in one and not in the other, which the format
 * cannot say. Nothing is approximated: what the format has no place for is refused.
 *
 * Refuses with `exchange.write_genotype` (one known allele, drop-out lists), `exchange.write_mutation`,
 * `exchange.write_chromosomes`, `exchange.write_pedigree_extra` (twins, founder inbreeding), `exchange.write_linkage`, `exchange.write_typing`,
 * `exchange.write_sex`, `exchange.write_person_differs` (one id, two persons in two hypotheses).
 */
export function caseToFam(asked: KinshipCase & { readonly dvi?: DviCase }): FamFile {
  const given = asked.dvi === undefined ? asCandidate(asked) : asked;
  const chroms = new Set(given.markers.map(({ chrom }) => chrom));
  if (chroms.size > 1) refuse('exchange.write_chromosomes');
  const [lowTemplate] = Object.keys(given.typing ?? {});
  if (lowTemplate !== undefined) refuse('exchange.write_typing', { profile: lowTemplate });
  if ((given.linkageGroups ?? []).length > 0) refuse('exchange.write_linkage');
  const base = { version: '3.3.1', databaseName: 'Imena', theta: given.theta, markers: given.markers.map(toFamMarker), known: { extraFemales: 0, extraMales: 0, relations: [] } };
  if (given.dvi !== undefined) {
    const { pm, am, missing } = given.dvi;
    const unidentified = pm.map(({ id, sex, profile }): FamSubject => ({ name: id, sex, samples: samplesOf(profile, given) }));
    const families = am.map((family) => toFamily(family, { given, missing: new Set(missing) }));
    return { ...base, persons: [], pedigrees: [], dvi: { unidentified, families }, settings: ['[Prior]', 'UseList= Yes', `Size= ${missing.length}`, ...settings] };
  }
  const persons = new Map<string, FamPerson>();
  for (const pedigree of given.pedigrees) for (const one of pedigree.individuals) addPerson(persons, one, given);
  const pedigrees = given.pedigrees.map((pedigree) => ({ name: pedigree.name, extraFemales: 0, extraMales: 0, relations: relationsOf(pedigree) }));
  return { ...base, persons: [...persons.values()], pedigrees, dvi: null, settings };
}

const remainsName = 'Remains';

/** A case of remains compared with a missing person as remains and family; any other as it is. */
function asCandidate(given: KinshipCase): KinshipCase & { readonly dvi?: DviCase } {
  const { missing, profiles } = given;
  if (missing === undefined || given.pedigrees.length !== 2) return given;
  const { pedigree, remains } = readMissingPersonCase(given);
  if (remains === null) return given;
  const sex = pedigree.individuals.find(({ id }) => id === missing)?.sex ?? 'unknown';
  refuseExtras(pedigree);
  return { ...given, profiles: { ...profiles, [remainsName]: remains }, dvi: { pm: [{ id: remainsName, sex, profile: remainsName }], am: [{ name: pedigree.name, individuals: pedigree.individuals }], missing: [missing] } };
}

function addPerson(persons: Map<string, FamPerson>, { id, sex, profile }: Individual, given: KinshipCase): void {
  if (sex === 'unknown') return refuse('exchange.write_sex', { person: id });
  const genotypes = samplesOf(profile, given)[0] ?? {};
  const before = persons.get(id);
  if (before !== undefined && (before.sex !== sex || JSON.stringify(before.genotypes) !== JSON.stringify(genotypes))) refuse('exchange.write_person_differs', { person: id });
  persons.set(id, { name: id, sex, isChild: false, birthYear: -1, flag: false, genotypes });
}

function relationsOf(pedigree: Pick<Pedigree, 'individuals' | 'monozygotic' | 'founderInbreeding'>): readonly FamRelation[] {
  refuseExtras(pedigree);
  return pedigree.individuals.flatMap(({ id, father, mother }) => [father, mother].filter((one) => one !== null).map((parent) => ({ parent, child: id })));
}

function refuseExtras({ monozygotic = [], founderInbreeding = {} }: Pick<Pedigree, 'monozygotic' | 'founderInbreeding'>): void {
  if (monozygotic.length > 0 || Object.keys(founderInbreeding).length > 0) refuse('exchange.write_pedigree_extra');
}

/** The program knows the missing by their name. */
function toFamily({ name, individuals }: DviCase['am'][number], { given, missing }: { given: KinshipCase; missing: ReadonlySet<string> }): FamFamily {
  const rename = (id: string): string => (missing.has(id) && !/^Missing/i.test(id) ? `Missing ${id}` : id);
  const persons = individuals.map(({ id, sex, profile }): FamSubject => ({ name: rename(id), sex, samples: missing.has(id) ? [] : samplesOf(profile, given) }));
  const relations = relationsOf({ individuals }).map(({ parent, child }) => ({ parent: rename(parent), child: rename(child) }));
  return { name, persons, pedigrees: [{ name: 'Reference pedigree', relations }] };
}

function samplesOf(key: string | undefined, { profiles, markers }: KinshipCase): readonly FamGenotypes[] {
  const profile: Profile | undefined = key === undefined ? undefined : profiles[key];
  if (profile === undefined) return [];
  const chromOf = new Map(markers.map(({ name, chrom }) => [name, chrom]));
  const genotypes = Object.fromEntries(Object.entries(profile).map(([marker, seen]) => {
    const [a, b = chromOf.get(marker) === 'X' ? a : undefined] = seen;
    if (typeof a !== 'string' || typeof b !== 'string' || seen.length > 2) return refuse('exchange.write_genotype', { person: key ?? '', marker });
    return [marker, [a, b] as const];
  }));
  return Object.keys(genotypes).length === 0 ? [] : [genotypes];
}

function toFamMarker({ name, alleles, freqs, mutation, silent }: Marker): FamMarker {
  const at = silent === undefined ? -1 : alleles.indexOf(silent);
  const seen = <T>(list: readonly T[]): readonly T[] => list.filter((_, index) => index !== at);
  const none: MutationModel = { model: 'equal', rate: 0 };
  return {
    name, alleles: seen(alleles), freqs: seen(freqs), silent: at === -1 ? null : (freqs[at] ?? 0),
    female: toFamMutation(mutation?.female ?? none, name), male: toFamMutation(mutation?.male ?? none, name),
    databaseSize: 1000, dropOut: 0, minorAlleleFrequency: 0,
  };
}

function toFamMutation({ model, rate = 0, rate2 = 0, range = 0.1, transform = null }: MutationModel, marker: string): FamMutation {
  if (transform !== null) return refuse('exchange.write_mutation', { marker, model: `${model} ${transform}` });
  if (model === 'equal') return { model: 0, rate, range, rate2: 0 };
  if (model === 'proportional') return { model: 1, rate, range, rate2: 0 };
  if (model === 'stepwise') return { model: 4, rate, range, rate2 };
  return refuse('exchange.write_mutation', { marker, model });
}
