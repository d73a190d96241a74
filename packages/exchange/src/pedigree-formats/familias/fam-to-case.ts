import type { Individual, KinshipCase, Marker, MutationModel, Pedigree, Profile, Sex } from '@imena/kinship';
import { refuse } from '@imena/problem';
import { errorAt, warningAt, type Issue } from '../../issue.ts';
import { missingPersonName, type FamFamily, type FamFile, type FamGenotypes, type FamMarker, type FamMutation, type FamRelation, type FamSubject } from './fam-file.ts';

/** The DVI part of a kinship case: remains, families, and the ids of the missing, which are unique over all families. */
export interface DviCase {
  readonly pm: readonly { readonly id: string; readonly sex: Sex; readonly profile?: string }[];
  readonly am: readonly { readonly name: string; readonly individuals: readonly Individual[] }[];
  readonly missing: readonly string[];
}

export interface FamCaseOptions {
  readonly id: string;
  /** Named in issues. */
  readonly fileName: string;
  /** The format does not say where its markers lie; X is declared by a person. */
  readonly chrom?: Marker['chrom'];
  /** Which pedigree of a reference family is meant, by family, where the file holds several. */
  readonly pedigrees?: Readonly<Record<string, string>>;
}

export interface CaseResult {
  readonly case: KinshipCase;
  readonly issues: readonly Issue[];
}

/**
 * Makes a kinship case of a `.fam` file: its pedigrees as hypotheses, the last as reference; or, with a DVI part,
 * remains and families. Samples of one person are put together where they agree; a marker at which they differ is left
 * out with an issue. Missing are the persons whose name begins with "Missing", as the program names them.
 *
 * Refuses with `exchange.fam_mutation`, `exchange.fam_silent`, `exchange.pedigree_parents`.
 */
export function famToCase(file: FamFile, options: FamCaseOptions): CaseResult {
  const chrom = options.chrom ?? 'autosomal';
  const issues: Issue[] = [];
  const context: Context = { file, chrom, options, issues };
  const head = { schema: 'kinship-case/1', id: options.id, theta: file.theta, markers: file.markers.map((marker) => toMarker(marker, chrom)) } as const;
  if (file.dvi !== null) {
    const { dvi, profiles } = toDvi(context);
    return { case: { ...head, category: 'd.dvi', pedigrees: [], profiles, dvi }, issues };
  }
  const profiles: Record<string, Profile> = {};
  for (const { name, sex, genotypes } of file.persons) if (Object.keys(genotypes).length > 0) profiles[name] = toProfile(genotypes, { sex, chrom });
  const pedigrees = file.pedigrees.map((pedigree): Pedigree => {
    const extras = [...Array.from({ length: pedigree.extraFemales }, (_, at) => ({ name: `extra female ${at + 1}`, sex: 'female' as const })), ...Array.from({ length: pedigree.extraMales }, (_, at) => ({ name: `extra male ${at + 1}`, sex: 'male' as const }))];
    return { name: pedigree.name, individuals: toIndividuals([...file.persons, ...extras], [...file.known.relations, ...pedigree.relations], (name) => (profiles[name] === undefined ? null : name)) };
  });
  const reference = pedigrees.length > 1 ? { reference: pedigrees.at(-1)?.name ?? '' } : {};
  return { case: { ...head, category: pedigrees.length > 1 ? 'b.kinship_lr' : 'a.likelihood', pedigrees, profiles, ...reference }, issues };
}

interface Context {
  readonly file: FamFile;
  readonly chrom: Marker['chrom'];
  readonly options: FamCaseOptions;
  readonly issues: Issue[];
}

/** A man has one X: the program writes his allele twice. Two different ones are kept, so that the calculation refuses them. */
function toProfile(genotypes: FamGenotypes, { sex, chrom }: { sex: Sex; chrom: Marker['chrom'] }): Profile {
  return Object.fromEntries(Object.entries(genotypes).map(([name, [a, b]]) => [name, chrom === 'X' && sex === 'male' && a === b ? [a] : [a, b]]));
}

const silentLabel = 'silent';

function toMarker({ name, alleles, freqs, silent, female, male }: FamMarker, chrom: Marker['chrom']): Marker {
  const mutation = female.rate === 0 && male.rate === 0 && female.rate2 === 0 && male.rate2 === 0 ? null : { female: toMutation(female, { name, alleles }), male: toMutation(male, { name, alleles }) };
  if (silent === null) return { name, chrom, alleles, freqs, mutation };
  const sum = freqs.reduce((total, one) => total + one, silent);
  // LIMIT: whether the program counts the silent allele inside or beside the others is not known; a guess would change every number.
  if (Math.abs(sum - 1) > 1e-3 || alleles.includes(silentLabel)) refuse('exchange.fam_silent', { marker: name, sum: sum.toFixed(4) });
  return { name, chrom, alleles: [...alleles, silentLabel], freqs: [...freqs, silent], mutation, silent: silentLabel };
}

/** Models 0, 1 and 4 are those of `equal`, `proportional` and `stepwise`; the others have no verified counterpart. */
function toMutation({ model, rate, range, rate2 }: FamMutation, { name, alleles }: Pick<FamMarker, 'name' | 'alleles'>): MutationModel {
  if (model === 0) return { model: 'equal', rate };
  if (model === 1) return { model: 'proportional', rate };
  if (model === 4 || (model === 2 && alleles.every((allele) => /^\d+$/.test(allele)))) return { model: 'stepwise', rate, rate2: model === 4 ? rate2 : 0, range };
  return refuse('exchange.fam_mutation', { marker: name, model });
}

/** Persons with the parents that the relations give them: at most one of each sex. */
function toIndividuals(persons: readonly { readonly name: string; readonly sex: Sex }[], relations: readonly FamRelation[], profileOf: (name: string) => string | null): readonly Individual[] {
  const sexOf = new Map<string, Sex>(persons.map(({ name, sex }) => [name, sex]));
  const parents = new Map<string, Set<string>>();
  for (const { parent, child } of relations) parents.set(child, (parents.get(child) ?? new Set()).add(parent));
  return persons.map(({ name, sex }): Individual => {
    const [first, second, third] = parents.get(name) ?? [];
    const father = [first, second].find((one) => one !== undefined && sexOf.get(one) === 'male') ?? [first, second].find((one) => one !== undefined && sexOf.get(one) === 'unknown') ?? null;
    const mother = [first, second].find((one) => one !== undefined && one !== father) ?? null;
    if (third !== undefined || sexOf.get(mother ?? '') === 'male') refuse('exchange.pedigree_parents', { person: name });
    const profile = profileOf(name);
    return { id: name, father, mother, sex, ...(profile === null ? {} : { profile }) };
  });
}

function toDvi(context: Context): { readonly dvi: DviCase; readonly profiles: Readonly<Record<string, Profile>> } {
  const { file, issues, options } = context;
  const profiles: Record<string, Profile> = {};
  const pm = (file.dvi?.unidentified ?? []).map((subject) => {
    const profile = mergeSamples(subject, context);
    if (profile !== null) profiles[`PM/${subject.name}`] = profile;
    return { id: subject.name, sex: subject.sex, ...(profile === null ? {} : { profile: `PM/${subject.name}` }) };
  });
  const families = file.dvi?.families ?? [];
  const counts = new Map<string, number>();
  for (const name of families.flatMap((family) => membersOf(family).map((one) => one.name))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const missing: string[] = [];
  const am = families.flatMap((family) => {
    const relations = chooseRelations(family, context);
    if (relations === null) return [];
    const members = withSexes(membersOf(family), relations);
    for (const member of members) {
      const profile = mergeSamples(member, context);
      if (profile !== null) profiles[`${family.name}/${member.name}`] = profile;
    }
    const isMissing = (name: string): boolean => /^Missing/i.test(name) && profiles[`${family.name}/${name}`] === undefined;
    const rename = (name: string): string => (isMissing(name) && (counts.get(name) ?? 0) > 1 ? `${family.name}: ${name}` : name);
    const individuals = toIndividuals(members, relations, (name) => (profiles[`${family.name}/${name}`] === undefined ? null : `${family.name}/${name}`))
      .map((one) => ({ ...one, id: rename(one.id), father: one.father === null ? null : rename(one.father), mother: one.mother === null ? null : rename(one.mother) }));
    const here = members.filter(({ name }) => isMissing(name)).map(({ name }) => rename(name));
    if (here.length === 0) issues.push(warningAt({ file: options.fileName }, 'exchange.fam_nobody_missing', { family: family.name }));
    missing.push(...here);
    return [{ name: family.name, individuals }];
  });
  return { dvi: { pm, am, missing }, profiles };
}

/** The listed persons, and the missing person whom relations may name without being listed. */
function membersOf({ persons, pedigrees }: FamFamily): readonly FamSubject[] {
  const isNamed = pedigrees.some(({ relations }) => relations.some(({ parent, child }) => parent === missingPersonName || child === missingPersonName));
  return isNamed && !persons.some(({ name }) => name === missingPersonName) ? [...persons, { name: missingPersonName, sex: 'unknown', samples: [] }] : persons;
}

/** An unlisted missing person has no sex in the file; another parent of the same child tells it. */
function withSexes(members: readonly FamSubject[], relations: readonly FamRelation[]): readonly FamSubject[] {
  return members.map((member) => {
    if (member.sex !== 'unknown') return member;
    const children = new Set(relations.filter(({ parent }) => parent === member.name).map(({ child }) => child));
    const partner = relations.find(({ parent, child }) => parent !== member.name && children.has(child))?.parent;
    const sex = members.find(({ name }) => name === partner)?.sex ?? 'unknown';
    return { ...member, sex: sex === 'male' ? 'female' : sex === 'female' ? 'male' : 'unknown' };
  });
}

/** The one pedigree beside "Reference pedigree", or the one that was asked for; several different ones are not chosen from. */
function chooseRelations(family: FamFamily, { options, issues }: Context): readonly FamRelation[] | null {
  const asked = options.pedigrees?.[family.name];
  const [reference] = family.pedigrees;
  const others = family.pedigrees.filter(({ name }) => (asked === undefined ? name !== 'Reference pedigree' : name === asked));
  const candidates = others.length === 0 && asked === undefined && reference !== undefined ? [reference] : others;
  const key = (relations: readonly FamRelation[]): string => JSON.stringify(relations.map(({ parent, child }) => [parent, child]).sort());
  if (new Set(candidates.map(({ relations }) => key(relations))).size === 1) return candidates[0]?.relations ?? null;
  if (family.pedigrees.length === 0) return [];
  issues.push(errorAt({ file: options.fileName }, 'exchange.fam_several_pedigrees', { family: family.name, pedigrees: family.pedigrees.map(({ name }) => name).join(', ') }));
  return null;
}

function mergeSamples({ name, sex, samples }: FamSubject, { chrom, options, issues }: Context): Profile | null {
  const merged = new Map<string, readonly [string, string]>();
  const differing = new Set<string>();
  for (const sample of samples) {
    for (const [marker, [a, b]] of Object.entries(sample)) {
      const before = merged.get(marker);
      if (before !== undefined && [...before].sort().join('/') !== [a, b].sort().join('/')) differing.add(marker);
      else if (before === undefined) merged.set(marker, [a, b]);
    }
  }
  for (const marker of differing) {
    merged.delete(marker);
    issues.push(errorAt({ file: options.fileName, column: name }, 'exchange.fam_samples_differ', { person: name, marker }));
  }
  return merged.size === 0 ? null : toProfile(Object.fromEntries(merged), { sex, chrom });
}
