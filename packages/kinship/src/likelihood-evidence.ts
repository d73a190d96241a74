import type { Evidence } from './engine/evidence.ts';
import { KinshipError } from './kinship-error.ts';
import type { PreparedMarker } from './markers/prepare-marker.ts';
import { knownAlleles, observationAt, readEvidence, typingAt } from './markers/read-evidence.ts';
import type { Family } from './pedigree/family.ts';
import { frameOf } from './pedigree/frame.ts';
import type { Marker, Note, Observation, Profiles, Settings, TypingModel } from './types.ts';

/** What is seen of each person of a family at a marker, and remarks on how it was read. */
export function readFamilyEvidence(
  family: Family,
  prepared: PreparedMarker,
  given: { readonly seen: readonly (Observation | undefined)[]; readonly settings: Settings },
): { readonly evidence: readonly (Evidence | null)[]; readonly notes: readonly Note[] } {
  const { name, chrom } = prepared.marker;
  const frame = frameOf(family, chrom);
  const notes: Note[] = [];
  const evidence = given.seen.map((observation, i) => {
    if (observation === undefined) return null;
    const haploid = frame.haploid[i] === 1;
    const profile = family.profile[i] ?? '';
    const typing = typingOf(given.settings, profile, name);
    if (frame.sexUnknown[i] === 1) throw new KinshipError('kinship.pedigree.sex_unknown', { id: family.ids[i] ?? '' });
    const remark = remarkOn(observation, { profile, haploid, typing });
    if (remark !== null) notes.push(remark);
    return readEvidence(prepared, { observation, haploid, typing });
  });
  return { evidence, notes };
}

/** The remarks of `readFamilyEvidence` by themselves. */
export function remarksOn(family: Family, marker: Marker, given: { readonly seen: readonly (Observation | undefined)[]; readonly settings: Settings }): Note[] {
  const frame = frameOf(family, marker.chrom);
  return given.seen.flatMap((observation, i) => {
    const profile = family.profile[i] ?? '';
    return observation === undefined ? [] : (remarkOn(observation, { profile, haploid: frame.haploid[i] === 1, typing: typingOf(given.settings, profile, marker.name) }) ?? []);
  });
}

function remarkOn(observation: Observation, { profile, haploid, typing }: { readonly profile: string; readonly haploid: boolean; readonly typing: TypingModel | undefined }): Note | null {
  if (typing !== undefined) return typingNote(profile, typing);
  return haploid && knownAlleles(observation).length > 1 ? { code: 'hemizygousTwice', details: { profile } } : null;
}

/** Names the model by which a profile was read. */
export function typingNote(profile: string, typing: TypingModel): Note {
  return { code: 'typingModel', details: { profile, dropOut: typing.dropOut, homozygoteDropOut: typing.homozygoteDropOut ?? typing.dropOut ** 2, dropIn: typing.dropIn ?? 0 } };
}

function typingOf({ typing }: Settings, profile: string, marker: string): TypingModel | undefined {
  return typingAt(typing !== undefined && Object.hasOwn(typing, profile) ? typing[profile] : undefined, marker);
}

/** One observation a person of the family, undefined for who has no profile or is not typed at this marker. */
export function observationsOf(family: Family, profiles: Profiles, marker: string): (Observation | undefined)[] {
  return family.profile.map((key) => {
    if (key === null) return undefined;
    // A profile named "constructor" is not there either.
    const profile = Object.hasOwn(profiles, key) ? profiles[key] : undefined;
    if (profile === undefined) throw new KinshipError('kinship.profile.unknown', { profile: key });
    return observationAt(profile, marker);
  });
}
