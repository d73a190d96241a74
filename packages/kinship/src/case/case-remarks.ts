import { canonicalMarkerName } from '../frequencies/marker-names.ts';
import { closeCm, linkedPairs } from '../linkage/linked-pairs.ts';
import { prepareForAll } from '../likelihood.ts';
import { knownAlleles } from '../markers/read-evidence.ts';
import { settingsOf } from './solve-case.ts';
import type { AppliedPolicy } from '../types.ts';
import type { CaseRemarks, DroppedMarker, KinshipCase } from './types.ts';

/** What an answer does not show by itself: markers left out, policies chosen and what they changed, close markers taken as independent. */
export function remarksOnCase(given: KinshipCase): CaseRemarks {
  const [dropped, applied, takenAsIndependent] = [droppedMarkers(given), appliedPolicies(given), pairsTakenAsIndependent(given)];
  return {
    ...(dropped.length > 0 && { dropped }),
    ...(given.policies && { policies: given.policies, applied }),
    ...(takenAsIndependent.length > 0 && { takenAsIndependent }),
  };
}

/** Markers of the profiles without frequencies, by name: they must not vanish from a result in silence. */
function droppedMarkers(given: KinshipCase): DroppedMarker[] {
  const known = new Set(given.markers.map((m) => m.name));
  const showing = new Map<string, string[]>();
  for (const [key, profile] of Object.entries(given.profiles))
    for (const marker of Object.keys(profile)) if (!known.has(marker)) showing.set(marker, [...(showing.get(marker) ?? []), key]);
  return [...showing].sort(([a], [b]) => (a < b ? -1 : 1)).map(([marker, profiles]) => ({ marker, reason: 'noFrequencies', profiles }));
}

function appliedPolicies(given: KinshipCase): AppliedPolicy[] {
  if (given.policies === undefined) return [];
  return given.markers.flatMap((marker) => prepareForAll(marker, given.profiles, settingsOf(given)).notes.map((note) => ({ marker: marker.name, ...note })));
}

/** Known pairs nearer than `closeCm` that somebody is typed at and no linkage group of the case holds together. */
function pairsTakenAsIndependent({ markers, profiles, linkageGroups = [] }: KinshipCase): NonNullable<CaseRemarks['takenAsIndependent']> {
  const seen = markers.map(({ name }) => name).filter((name) => Object.values(profiles).some((profile) => Object.hasOwn(profile, name) && knownAlleles(profile[name]).length > 0));
  const groups = linkageGroups.map((group) => new Set(group.markers.map(canonicalMarkerName)));
  return linkedPairs(seen)
    .filter(({ a, b, distanceCm }) => distanceCm < closeCm && !groups.some((group) => group.has(a) && group.has(b)))
    .map(({ a, b, distanceCm }) => ({ a, b, distanceCm }));
}
