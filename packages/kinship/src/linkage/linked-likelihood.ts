import { KinshipError } from '../kinship-error.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import { prepareMarker, readTheta } from '../markers/prepare-marker.ts';
import { knownAlleles } from '../markers/read-evidence.ts';
import { lnOfLinked } from './linked-table.ts';
import type { Family } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { defaultPolicies, type LinkageGroup, type Marker, type Note, type Profiles, type Settings } from '../types.ts';

export interface LinkedLikelihood {
  readonly markers: readonly string[];
  /** Natural logarithm of the likelihood of all these markers together. */
  readonly lnLik: number;
  readonly notes: readonly Note[];
}

/**
 * Checks groups of linked markers: each names at least two markers that are there, of one kind of chromosome and in no other
 * group, with one recombination fraction between neighbours.
 * @throws KinshipError kinship.linkage.marker, kinship.linkage.chromosome, kinship.linkage.recombination
 */
export function checkLinkage(groups: readonly LinkageGroup[], markers: readonly Marker[]): void {
  const seen = new Set<string>();
  for (const group of groups) {
    const found = group.markers.map((name) => {
      const marker = markers.find((m) => m.name === name);
      if (marker === undefined || seen.has(name)) throw new KinshipError('kinship.linkage.marker', { marker: name });
      seen.add(name);
      return marker;
    });
    if (new Set(found.map((m) => m.chrom)).size !== 1) throw new KinshipError('kinship.linkage.chromosome', { markers: group.markers.join(', ') });
    const isFraction = (r: number): boolean => r >= 0 && r <= 0.5;
    if (group.markers.length < 2 || group.recombination.length !== group.markers.length - 1 || !group.recombination.every((r) => isFraction(r.female) && isFraction(r.male)))
      throw new KinshipError('kinship.linkage.recombination', { markers: group.markers.join(', ') });
  }
}

/** ln P(profiles | family) at the markers of one group together. Source: docs/methods/linkage.md. */
export function lnLinked(family: Family, group: LinkageGroup, input: Settings & { readonly profiles: Profiles; readonly markers: readonly Marker[] }): LinkedLikelihood {
  const notes: Note[] = [];
  const chosen = group.markers.flatMap((name) => input.markers.find((m) => m.name === name) ?? []);
  const loci = chosen.map((marker) => {
    const seen = observationsOf(family, input.profiles, marker.name);
    const prepared = prepareMarker(marker, seen.flatMap(knownAlleles), input.policies ?? defaultPolicies);
    const read = readFamilyEvidence(family, prepared, { seen, settings: input });
    notes.push(...prepared.notes, ...read.notes);
    return { locus: prepared.locus, evidence: read.evidence };
  });
  const frame = frameOf(family, chosen[0]?.chrom ?? 'autosomal');
  const lnLik = lnOfLinked({ frame, loci, recombination: group.recombination, theta: readTheta(input.theta) });
  if (Number.isNaN(lnLik)) throw new KinshipError('kinship.not_a_number');
  return { markers: group.markers, lnLik, notes };
}
