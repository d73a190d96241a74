import { joinTwins } from '../engine/evidence.ts';
import { KinshipError } from '../kinship-error.ts';
import { refuseDuplicateMarkers, type LikelihoodInput } from '../likelihood.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import { checkLinkage } from '../linkage/linked-likelihood.ts';
import { prepareMarker, readTheta } from '../markers/prepare-marker.ts';
import { knownAlleles } from '../markers/read-evidence.ts';
import { readFamily, type Family } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { defaultPolicies, type Marker } from '../types.ts';
import { sumInheritance, type InheritanceInput } from './sum-inheritance.ts';

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
export function secondLnLikelihood(input: LikelihoodInput): { readonly groups: readonly GroupLikelihood[]; readonly total: number } {
  const family = readFamily(input.pedigree);
  const theta = readTheta(input.theta);
  refuseDuplicateMarkers(input.markers);
  const linkage = input.linkage ?? [];
  checkLinkage(linkage, input.markers);
  const linked = new Set(linkage.flatMap((group) => group.markers));
  const alone = input.markers.filter(({ name }) => !linked.has(name)).map(({ name }) => ({ markers: [name], recombination: [] }));
  let total = 0;
  const groups = [...alone, ...linkage].map(({ markers, recombination }): GroupLikelihood => {
    const present = markers.flatMap((name) => input.markers.find((marker) => marker.name === name) ?? []);
    const chrom = present[0]?.chrom ?? 'autosomal';
    const loci = present.map((marker) => readLocus(family, marker, input));
    const lnLik = sumInheritance({ family, chrom, loci, recombination, theta });
    if (Number.isNaN(lnLik)) throw new KinshipError('kinship.not_a_number');
    total += lnLik;
    return { markers, lnLik };
  });
  return { groups, total };
}

function readLocus(family: Family, marker: Marker, input: LikelihoodInput): InheritanceInput['loci'][number] {
  const seen = observationsOf(family, input.profiles, marker.name);
  const prepared = prepareMarker(marker, seen.flatMap(knownAlleles), input.policies ?? defaultPolicies);
  const { evidence } = readFamilyEvidence(family, prepared, { seen, settings: input });
  return { locus: prepared.locus, evidence: joinTwins(frameOf(family, marker.chrom), evidence) };
}
