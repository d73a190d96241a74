import { lineageEvidence, type Pedigree, type YHaplotype } from '@imena/kinship';
import type { RunMember } from '@imena/matching';
import { agreedValue, type PedigreeMember, type Subject } from '@imena/record';
import { inWords } from './kinship-words.ts';

export interface LineSources {
  /** The family as the run had it, and as it is drawn now, which says who is which relative. */
  readonly members: readonly RunMember[];
  readonly drawn: readonly PedigreeMember[];
  readonly member: string;
  /** Profiles of the remains and of the relatives. */
  readonly profiles: readonly Subject[];
  readonly remains: string;
}

/**
 * Y-STR haplotypes of the remains beside those of relatives on the same paternal line, as differences and mutation steps.
 * Evidence of its own: nothing of it is in the LR, and without a count of the haplotype in a population it has no ratio.
 * @throws Problem `kinship.lineage.*`
 */
export function compareLines({ members, drawn, member, profiles, remains }: LineSources) {
  const own = haplotypeOf(profiles, 'remains', remains);
  const relatives = drawn.flatMap((one) => {
    const y = one.relative === undefined || !members.some((known) => known.id === one.id) ? null : haplotypeOf(profiles, 'relative', one.relative);
    return y === null ? [] : [{ id: one.id, y }];
  });
  if (own === null && relatives.length === 0) return null;
  const pedigree: Pedigree = { name: 'family', individuals: members.map(({ id, father, mother, sex }) => ({ id, father, mother, sex })) };
  const { evidence, without } = inWords(() => lineageEvidence({ pedigree, missing: member, remains: own === null ? {} : { y: own }, relatives }));
  return {
    remainsLoci: own === null ? 0 : Object.keys(own).length,
    compared: evidence.flatMap((one) => (one.line === 'paternal' ? [{
      member: one.relative, transmissions: one.transmissions, loci: one.comparison.loci.map(({ locus, seen, steps }) => ({ locus, relative: seen[0], remains: seen[1], steps })),
      differing: one.comparison.differing, expectedMutations: one.comparison.expectedMutations,
    }] : [])),
    notCompared: without.map(({ relative, reason }) => ({ member: relative, reason })),
  };
}

/** The richest Y haplotype that people agree on. */
function haplotypeOf(profiles: readonly Subject[], field: 'remains' | 'relative', owner: string): YHaplotype | null {
  const found = profiles.filter((profile) => agreedValue(profile, field) === owner).map((profile) => agreedValue(profile, 'yHaplotype')).filter((value) => value !== undefined) as unknown as YHaplotype[];
  return found.sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? null;
}
