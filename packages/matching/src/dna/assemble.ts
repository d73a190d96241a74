import { canonicalMarkerName, linkageGroupsOf, markersFrom, stepwiseMutation, type FrequencyTable, type Marker, type MutationBySex, type Observation, type Profile } from '@imena/kinship';
import { agreedValue, type PedigreeMember, type Subject } from '@imena/record';
import { inOrderOfIds } from '../records/in-order.ts';
import { assembleOccupants, type OccupancySubjects } from './assemble-occupants.ts';
import { closeCm, closeMarkers } from './linked-markers.ts';
import { readLowTemplate } from './low-template.ts';
import type { DroppedProfile, LeftOutFamily, RunFamily, RunInput, RunMember, RunMutation, RunParameters, RunProfile } from './types.ts';

/** Folded subjects of the scopes that a run covers. */
export interface RunSubjects {
  readonly profiles: readonly Subject[];
  readonly families: readonly Subject[];
  readonly relatives: readonly Subject[];
  /** Earlier identifications and burials by others; none take part when absent. */
  readonly occupancy?: OccupancySubjects;
}

interface Usable {
  readonly subject: Subject;
  readonly genotypes: Profile;
  /** Markers of the profile that the frequency table holds. */
  readonly markers: number;
}

/**
 * Gathers what a DNA run computes from. Withdrawn consent stops use at once; a profile on whose content people disagree
 * is left out; each is listed with its reason. The order of everything is fixed by id, so equal subjects give equal bytes.
 */
export function assembleRunInput(subjects: RunSubjects, table: FrequencyTable, parameters: RunParameters): RunInput {
  const inTable = new Set(table.markers.map((marker) => canonicalMarkerName(marker.name)));
  const dropped: DroppedProfile[] = [];
  const withdrawn = new Set(subjects.relatives.filter(hasWithdrawnConsent).map((relative) => relative.id));
  const usable: Usable[] = [];
  for (const subject of inOrderOfIds(subjects.profiles)) {
    const relative = agreedValue(subject, 'relative');
    const genotypes = canonicalGenotypes(agreedValue(subject, 'genotypes') as Profile | undefined);
    const markers = genotypes === 'twice' || genotypes === undefined ? 0 : Object.keys(genotypes).filter((name) => inTable.has(name)).length;
    if (genotypes === undefined || subject.disagreements.length > 0) dropped.push({ profile: subject.id, reason: 'people_disagree' });
    else if (genotypes === 'twice') dropped.push({ profile: subject.id, reason: 'marker_named_twice' });
    else if (typeof relative === 'string' && withdrawn.has(relative)) dropped.push({ profile: subject.id, reason: 'consent_withdrawn' });
    else if (markers < parameters.minMarkers) dropped.push({ profile: subject.id, reason: 'too_few_markers' });
    else if (ownersOf(subject).length === 0) dropped.push({ profile: subject.id, reason: 'of_nobody' });
    else usable.push({ subject, genotypes, markers });
  }
  const references = richest(usable, 'relative', dropped);
  const { families, leftOut } = assembleFamilies(subjects.families, new Map(references.map((profile) => [profile.of, profile.profile])));
  const placed = new Set(families.flatMap((family) => family.members.map((member) => member.profile)));
  for (const profile of references) if (!placed.has(profile.profile)) dropped.push({ profile: profile.profile, reason: 'nobody_in_pedigree' });
  const typed = new Set(usable.flatMap((item) => Object.keys(item.genotypes)));
  const names = [...inTable].filter((name) => typed.has(name));
  const remains = richest(usable, 'remains', dropped);
  return {
    schema: 'imena-run-input/1',
    parameters,
    population: { table: table.id, name: table.name, source: table.source },
    markers: runMarkers(table, parameters, names),
    linked: closeMarkers(names),
    linkage: linkageGroupsOf(names, closeCm),
    remains,
    persons: richest(usable, 'person', dropped),
    references: references.filter((profile) => placed.has(profile.profile)),
    families,
    ...(subjects.occupancy === undefined ? {} : { occupancy: assembleOccupants(subjects.occupancy, { remains, families, parameters }) }),
    dropped: dropped.sort((a, b) => (a.profile + a.reason < b.profile + b.reason ? -1 : 1)),
    leftOut,
  };
}

/** Consent counts as withdrawn when the last word about it is the withdrawal of identification as a purpose. */
export function hasWithdrawnConsent(relative: Subject): boolean {
  const speaksOfIdentification = (item: { value: Readonly<Record<string, unknown>> }): boolean => {
    const purposes = item.value['purposes'];
    return Array.isArray(purposes) && purposes.includes('identification');
  };
  const given = (relative.lists['consents'] ?? []).filter(speaksOfIdentification);
  const taken = (relative.lists['consentWithdrawals'] ?? []).filter(speaksOfIdentification);
  return Math.max(-1, ...taken.map((item) => item.index)) > Math.max(-1, ...given.map((item) => item.index));
}

/** The genotypes under the names of the frequency tables; `twice` when two spellings name one marker. */
function canonicalGenotypes(genotypes: Profile | undefined): Profile | 'twice' | undefined {
  if (genotypes === undefined) return undefined;
  const named: Record<string, Observation> = {};
  for (const name of Object.keys(genotypes).sort()) {
    const canonical = canonicalMarkerName(name);
    if (named[canonical] !== undefined) return 'twice';
    named[canonical] = genotypes[name] ?? [null, null];
  }
  return named;
}

/**
 * The genotypes with what else the profile shows. A marker at which nothing was seen says something only through a stated
 * drop-out; without that it counts as not typed.
 */
function withUnusual(subject: Subject, genotypes: Profile): Pick<RunProfile, 'genotypes' | 'manyAlleles' | 'typing'> {
  const low = readLowTemplate(subject);
  const empty = ((agreedValue(subject, 'nothingSeen') ?? []) as readonly string[]).map(canonicalMarkerName).filter((name) => low.typing !== undefined && genotypes[name] === undefined).sort();
  const many = Object.entries((agreedValue(subject, 'manyAlleles') ?? {}) as Readonly<Record<string, readonly string[]>>).map(([name, alleles]) => [canonicalMarkerName(name), alleles] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  // What shows more than two alleles as well as a genotype, under another spelling, is no genotype.
  const unclear = new Set(many.map(([name]) => name));
  const kept = [...Object.entries(genotypes), ...empty.map((name): [string, Observation] => [name, []])].filter(([name]) => !unclear.has(name));
  return { genotypes: Object.fromEntries(kept), ...(many.length === 0 ? {} : { manyAlleles: Object.fromEntries(many) }), ...low };
}

const owners = ['remains', 'relative', 'person'] as const;

function ownersOf(profile: Subject): string[] {
  return owners.map((field) => agreedValue(profile, field)).filter((owner) => typeof owner === 'string');
}

function richest(usable: readonly Usable[], field: (typeof owners)[number], dropped: DroppedProfile[]): RunProfile[] {
  const best = new Map<string, Usable>();
  for (const candidate of usable) {
    const of = agreedValue(candidate.subject, field);
    if (typeof of !== 'string') continue;
    const present = best.get(of);
    const keep = present === undefined || candidate.markers > present.markers ? candidate : present;
    best.set(of, keep);
    if (present !== undefined) dropped.push({ profile: (keep === candidate ? present : candidate).subject.id, reason: 'another_profile_has_more_markers' });
  }
  const profiles = [...best].map(([of, { subject, genotypes }]): RunProfile => ({ profile: subject.id, of, ...withUnusual(subject, genotypes) }));
  return profiles.sort((a, b) => (a.of < b.of ? -1 : 1));
}

function assembleFamilies(subjects: readonly Subject[], byRelative: ReadonlyMap<string, string>): { families: RunFamily[]; leftOut: LeftOutFamily[] } {
  const families: RunFamily[] = [];
  const leftOut: LeftOutFamily[] = [];
  for (const subject of inOrderOfIds(subjects)) {
    const family = assembleFamily(subject, byRelative);
    if (typeof family === 'string') leftOut.push({ family: subject.id, reason: family });
    else if (family.members.every((member) => member.profile === null)) leftOut.push({ family: subject.id, reason: 'nobody_typed' });
    else families.push(family);
  }
  return { families, leftOut };
}

/** A family as a run computes with it, also where nobody is typed yet; or why there is no computing with it. @param byRelative profile of each relative */
export function assembleFamily(family: Subject, byRelative: ReadonlyMap<string, string>): RunFamily | Exclude<LeftOutFamily['reason'], 'nobody_typed'> {
  if (family.disagreements.includes('pedigree') || family.disagreements.includes('missing')) return 'pedigree_disagrees';
  const pedigree = agreedValue(family, 'pedigree') as readonly PedigreeMember[] | undefined;
  const listed = (agreedValue(family, 'missing') ?? []) as readonly string[];
  if (pedigree === undefined) return 'no_pedigree';
  const members: RunMember[] = pedigree.map((member) => ({
    id: member.id, father: member.father, mother: member.mother, sex: member.sex,
    person: member.person ?? null,
    profile: member.relative === undefined ? null : (byRelative.get(member.relative) ?? null),
  }));
  const missing = members.flatMap((member) => (member.person !== null && listed.includes(member.person) ? [{ person: member.person, member: member.id }] : []));
  return missing.length === 0 ? 'missing_not_in_pedigree' : { family: family.id, members, missing };
}

/** Markers of a table as a run with these parameters calculates with them. */
export function runMarkers(table: FrequencyTable, parameters: Pick<RunParameters, 'mutation'>, names: readonly string[]): Marker[] {
  return markersFrom({ table, names, mutation: (marker) => mutationOf(parameters.mutation, marker) }).map(withoutZeros);
}

/** An allele of frequency 0 counts as one that the table does not hold: it gets the minimum frequency where it is seen. */
function withoutZeros(marker: Marker): Marker {
  const kept = marker.alleles.flatMap((allele, i) => ((marker.freqs[i] ?? 0) > 0 ? [{ allele, frequency: marker.freqs[i] ?? 0 }] : []));
  return { ...marker, alleles: kept.map((item) => item.allele), freqs: kept.map((item) => item.frequency) };
}

function mutationOf(mutation: RunMutation, marker: string): MutationBySex | null {
  switch (mutation.model) {
    case 'none': return null;
    case 'per_locus': return stepwiseMutation(marker);
    case 'equal': case 'proportional': return { female: { model: mutation.model, rate: mutation.rateFemale }, male: { model: mutation.model, rate: mutation.rateMale } };
    case 'stepwise': {
      const { model, range, rate2 } = mutation;
      return { female: { model, range, rate2, rate: mutation.rateFemale }, male: { model, range, rate2, rate: mutation.rateMale } };
    }
  }
}
