import type { Evidence } from './engine/evidence.ts';
import { KinshipError } from './kinship-error.ts';
import type { PreparedMarker } from './markers/prepare-marker.ts';
import { knownAlleles, observationAt, readEvidence, typingAt } from './markers/read-evidence.ts';
import type { Family } from './pedigree/family.ts';
import { frameOf } from './pedigree/frame.ts';
import type { Note, Observation, Profiles, Settings } from './types.ts';

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
    const key = family.profile[i] ?? '';
    const all = given.settings.typing;
    const typing = typingAt(all !== undefined && Object.hasOwn(all, key) ? all[key] : undefined, name);
    if (frame.sexUnknown[i] === 1) throw new KinshipError('kinship.pedigree.sex_unknown', { id: family.ids[i] ?? '' });
    if (typing !== undefined) notes.push({ code: 'typingModel', details: { profile: key, dropOut: typing.dropOut, homozygoteDropOut: typing.homozygoteDropOut ?? typing.dropOut ** 2, dropIn: typing.dropIn ?? 0 } });
    else if (haploid && knownAlleles(observation).length > 1) notes.push({ code: 'hemizygousTwice', details: { profile: key } });
    return readEvidence(prepared, { observation, haploid, typing });
  });
  return { evidence, notes };
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
