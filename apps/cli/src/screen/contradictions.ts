import { lnLikelihood, observationOfCode, type FamilyStructure, type Individual, type Profile, type ScreenMarker } from '@imena/kinship';

/**
 * Numbers of the markers at which the typed relatives of a family are impossible together. Such a marker says nothing of
 * anybody and does not count; only markers without a mutation model can have it.
 * @param start where the observations of the relatives begin in `codes`, relative-major
 */
export function contradictingMarkers(markers: readonly ScreenMarker[], { structure, codes, start }: { readonly structure: FamilyStructure; readonly codes: Uint16Array; readonly start: number }): number[] {
  return markers.flatMap((marker, m) => {
    if (marker.prepared.marker.mutation !== null) return [];
    const profiles: Record<string, Profile> = {};
    structure.relatives.forEach((person, r) => {
      const code = codes[start + r * markers.length + m] ?? 0;
      if (code > 0) profiles[`p${person}`] = { [marker.name]: observationOfCode(marker, code) };
    });
    if (Object.keys(profiles).length < 2) return [];
    const name = (i: number): string | null => (i < 0 ? null : `p${i}`);
    const individuals = structure.father.map((father, i): Individual => {
      const person = { id: `p${i}`, father: name(father), mother: name(structure.mother[i] ?? -1), sex: structure.sex[i] ?? 'unknown' };
      return profiles[person.id] === undefined ? person : { ...person, profile: person.id };
    });
    return lnLikelihood({ pedigree: { name: 'family', individuals }, profiles, markers: [marker.prepared.marker] }).total === -Infinity ? [m] : [];
  });
}
