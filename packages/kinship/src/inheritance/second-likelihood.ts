import { joinTwins } from '../engine/evidence.ts';
import { KinshipError } from '../kinship-error.ts';
import { observationsOf, readFamilyEvidence, refuseDuplicateMarkers } from '../likelihood.ts';
import { prepareMarker, readTheta } from '../markers/prepare-marker.ts';
import { knownAlleles } from '../markers/read-evidence.ts';
import { readFamily, type Family } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { defaultPolicies, type LinkageGroup, type Marker, type Pedigree, type Profiles, type Settings } from '../types.ts';
import { sumInheritance, type InheritanceInput } from './sum-inheritance.ts';

export interface SecondLikelihoodInput extends Settings {
  readonly pedigree: Pedigree;
  readonly profiles: Profiles;
  readonly markers: readonly Marker[];
  readonly linkage?: readonly LinkageGroup[];
}

export interface GroupLikelihood {
  /** The markers calculated together: one, or those of a linkage group. */
  readonly markers: readonly string[];
  readonly lnLik: number;
}

/**
 * ln P(profiles | pedigree) by the second solver: inheritance vectors in place of variable elimination. It reads
 * pedigrees, frequencies and mutation models as the first solver does and computes by another way, so that a number of
 * the first can be confirmed before a decision rests on it.
 * Cost grows with 2 to the number of transmissions that bear on the data: a family of casework takes milliseconds, one
 * beyond its reach is refused. Source: docs/methods/second-solver.md.
 * @throws KinshipError kinship.second.too_complex, and those of lnLikelihood
 */
export function secondLnLikelihood(input: SecondLikelihoodInput): { readonly groups: readonly GroupLikelihood[]; readonly total: number } {
  const family = readFamily(input.pedigree);
  const theta = readTheta(input.theta);
  refuseDuplicateMarkers(input.markers);
  const byName = new Map(input.markers.map((marker) => [marker.name, marker]));
  const linked = new Set((input.linkage ?? []).flatMap((group) => group.markers));
  const alone = input.markers.filter(({ name }) => !linked.has(name)).map(({ name }) => ({ markers: [name], recombination: [] }));
  let total = 0;
  const groups = [...alone, ...(input.linkage ?? [])].map(({ markers, recombination }): GroupLikelihood => {
    const present = markers.map((name) => {
      const marker = byName.get(name);
      if (marker === undefined) throw new KinshipError('kinship.marker.unknown', { marker: name });
      return marker;
    });
    const [first] = present;
    const chrom = first?.chrom ?? 'autosomal';
    const loci = present.map((marker) => readLocus(family, marker, input));
    const lnLik = sumInheritance({ family, chrom, loci, recombination, theta });
    if (Number.isNaN(lnLik)) throw new KinshipError('kinship.not_a_number');
    total += lnLik;
    return { markers, lnLik };
  });
  return { groups, total };
}

function readLocus(family: Family, marker: Marker, input: SecondLikelihoodInput): InheritanceInput['loci'][number] {
  const seen = observationsOf(family, input.profiles, marker.name);
  const prepared = prepareMarker(marker, seen.flatMap(knownAlleles), input.policies ?? defaultPolicies);
  const { evidence } = readFamilyEvidence(family, prepared, { seen, settings: input });
  return { locus: prepared.locus, evidence: joinTwins(frameOf(family, marker.chrom), evidence) };
}
