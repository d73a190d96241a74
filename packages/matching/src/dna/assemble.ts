import type { FrequencyTable, Marker, MutationBySex, Profile } from '@imena/kinship';
import { agreedValue, type PedigreeMember, type Subject } from '@imena/record';
import type { DroppedProfile, RunFamily, RunInput, RunMember, RunParameters, RunProfile } from './types.ts';

/** Folded subjects of the scopes that a run covers. */
export interface RunSubjects {
  readonly profiles: readonly Subject[];
  readonly families: readonly Subject[];
  readonly relatives: readonly Subject[];
}

/**
 * Gathers what a DNA run computes from. Withdrawn consent stops use at once; a profile on whose content people disagree
 * is left out; each is listed with its reason. The order of everything is fixed by id, so equal subjects give equal bytes.
 */
export function assembleRunInput(subjects: RunSubjects, table: FrequencyTable, parameters: RunParameters): RunInput {
  const dropped: DroppedProfile[] = [];
  const withdrawn = new Set(subjects.relatives.filter(hasWithdrawnConsent).map((relative) => relative.id));
  const usable: { subject: Subject; genotypes: Profile }[] = [];
  for (const subject of [...subjects.profiles].sort(byId)) {
    const genotypes = agreedValue(subject, 'genotypes') as Profile | undefined;
    const relative = agreedValue(subject, 'relative');
    if (genotypes === undefined || subject.disagreements.length > 0) dropped.push({ profile: subject.id, reason: 'people_disagree' });
    else if (typeof relative === 'string' && withdrawn.has(relative)) dropped.push({ profile: subject.id, reason: 'consent_withdrawn' });
    else if (Object.keys(genotypes).length < parameters.minMarkers) dropped.push({ profile: subject.id, reason: 'too_few_markers' });
    else usable.push({ subject, genotypes });
  }
  const pick = (field: 'remains' | 'relative' | 'person'): RunProfile[] => richest(usable, field, dropped);
  const references = pick('relative');
  const byRelative = new Map(references.map((profile) => [profile.of, profile.profile]));
  const families = [...subjects.families].sort(byId).map((family) => assembleFamily(family, byRelative)).filter((family) => family !== null);
  const placed = new Set(families.flatMap((family) => family.members.map((member) => member.profile)));
  for (const profile of references) if (!placed.has(profile.profile)) dropped.push({ profile: profile.profile, reason: 'nobody_in_pedigree' });
  return {
    schema: 'imena-run-input/1',
    parameters,
    markers: runMarkers(table, parameters, usable.map((item) => item.genotypes)),
    remains: pick('remains'),
    persons: pick('person'),
    references: references.filter((profile) => placed.has(profile.profile)),
    families,
    dropped: dropped.sort((a, b) => (a.profile < b.profile ? -1 : 1)),
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

function richest(usable: readonly { subject: Subject; genotypes: Profile }[], field: string, dropped: DroppedProfile[]): RunProfile[] {
  const best = new Map<string, RunProfile>();
  for (const { subject, genotypes } of usable) {
    const of = agreedValue(subject, field);
    if (typeof of !== 'string') continue;
    const candidate: RunProfile = { profile: subject.id, of, genotypes };
    const present = best.get(of);
    if (present === undefined) {
      best.set(of, candidate);
      continue;
    }
    const keep = Object.keys(candidate.genotypes).length > Object.keys(present.genotypes).length ? candidate : present;
    best.set(of, keep);
    dropped.push({ profile: keep === candidate ? present.profile : candidate.profile, reason: 'another_profile_has_more_markers' });
  }
  return [...best.values()].sort((a, b) => (a.of < b.of ? -1 : 1));
}

function assembleFamily(family: Subject, byRelative: ReadonlyMap<string, string>): RunFamily | null {
  const pedigree = agreedValue(family, 'pedigree') as readonly PedigreeMember[] | undefined;
  const listed = (agreedValue(family, 'missing') ?? []) as readonly string[];
  if (pedigree === undefined) return null;
  const members: RunMember[] = pedigree.map((member) => ({
    id: member.id, father: member.father, mother: member.mother, sex: member.sex,
    person: member.person ?? null,
    profile: member.relative === undefined ? null : (byRelative.get(member.relative) ?? null),
  }));
  const missing = members.flatMap((member) => (member.person !== null && listed.includes(member.person) ? [{ person: member.person, member: member.id }] : []));
  return missing.length === 0 || members.every((member) => member.profile === null) ? null : { family: family.id, members, missing };
}

function runMarkers(table: FrequencyTable, parameters: RunParameters, genotypes: readonly Profile[]): Marker[] {
  const typed = new Set(genotypes.flatMap((profile) => Object.keys(profile)));
  const mutation = mutationOf(parameters);
  return table.markers
    .filter((marker) => typed.has(marker.name))
    .map((marker) => ({ name: marker.name, chrom: 'autosomal', alleles: marker.alleles, freqs: marker.freqs, mutation }));
}

function mutationOf({ mutation }: RunParameters): MutationBySex | null {
  if (mutation.model === 'none') return null;
  const shared = mutation.model === 'stepwise' ? { model: mutation.model, range: mutation.range, rate2: mutation.rate2 } : { model: mutation.model };
  return { female: { ...shared, rate: mutation.rateFemale }, male: { ...shared, rate: mutation.rateMale } };
}

function byId(a: Subject, b: Subject): number {
  return a.id < b.id ? -1 : 1;
}
