import { readFamily } from '../pedigree/family.ts';
import { makeFamilyMarker } from './family-engine.ts';
import { prepareJointMarkers } from './joint-markers.ts';
import type { PreparedJoint } from './prepare-joint.ts';
import type { JointInput } from './types.ts';

/** Why remains cannot be a missing person, or can hardly be. */
export interface ExcludedPairing {
  readonly remains: number;
  readonly missing: number;
  /** `notAllowed`: sexes or circumstances; `impossible`: likelihood 0; `incompatible`: more markers than allowed for would need a mutation. */
  readonly reason: 'notAllowed' | 'impossible' | 'incompatible';
  /** Markers that no transmission without mutation explains. */
  readonly markers: readonly string[];
}

/**
 * The markers at which each pairing is impossible without mutation, row-major remains x missing; null where it is not
 * allowed. A marker at which the references themselves need a mutation speaks against every pairing of the family.
 */
export function incompatibleMarkers(prepared: PreparedJoint): (readonly string[] | null)[] {
  const { input, allowed } = prepared;
  const single: JointInput = { families: input.families, remains: input.remains, profiles: input.profiles, markers: input.markers, ...(input.policies && { policies: input.policies }), ...(input.typing && { typing: input.typing }) };
  const strict = prepareJointMarkers({ ...single, markers: input.markers.map((m) => ({ ...m, mutation: null })) }).markers;
  const columns = input.families.reduce((n, f) => n + f.missing.length, 0);
  const found: (string[] | null)[] = input.remains.flatMap((_, r) => Array.from({ length: columns }, (_x, m) => (allowed[r]?.[m] === true ? [] : null)));
  let offset = 0;
  input.families.forEach((given, f) => {
    const family = readFamily(given.pedigree);
    const places = given.missing.map((id) => family.index.get(id) ?? -1);
    const none = places.map(() => 0);
    // Without mutation and theta in the model the tables' own sums are asked again.
    const plain = prepared.theta === null && prepared.units.length === strict.length ? (prepared.familyUnits[f] ?? []) : [];
    strict.forEach((marker, k) => {
      const known = input.markers[k]?.mutation === null ? plain[k] : undefined;
      const own = known ?? makeFamilyMarker({ family, places, profiles: input.profiles, marker, settings: single });
      places.forEach((_, place) => {
        const excludes = Array.from(marker.observations, (_o, o) => o > 0 && own.value(none, { place, observation: o, wanted: marker.observations.length }) === -Infinity);
        input.remains.forEach((_r, r) => {
          if (excludes[marker.seen[r] ?? 0] === true) found[r * columns + offset + place]?.push(marker.prepared.marker.name);
        });
      });
    });
    offset += places.length;
  });
  return found;
}

/** Pairings that are excluded, each with its reason; `allowance` markers may need a mutation before a pairing counts as excluded. */
export function findExcluded(prepared: PreparedJoint, allowance: number): ExcludedPairing[] {
  const columns = prepared.missing.length;
  return incompatibleMarkers(prepared).flatMap((markers, cell): ExcludedPairing[] => {
    const pairing = { remains: Math.floor(cell / columns), missing: cell % columns };
    if (markers === null) return [{ ...pairing, reason: 'notAllowed', markers: [] }];
    if (prepared.pairwiseLnLr[cell] === -Infinity) return [{ ...pairing, reason: 'impossible', markers }];
    return markers.length > allowance ? [{ ...pairing, reason: 'incompatible', markers }] : [];
  });
}
