import { haplotypeFrequency, lineageEvidence, type HaplotypeCount, type Line, type LineEvidence, type MtHaplotype, type Pedigree, type YHaplotype } from '@imena/kinship';
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

interface Haplotypes {
  readonly y?: YHaplotype;
  readonly mt?: MtHaplotype;
}

/**
 * Y-STR haplotypes and mtDNA of the remains beside those of relatives of the same line. Evidence of its own: nothing of it
 * is in the LR. A ratio is given where the laboratory stated how often the haplotype was seen in a database, by the upper
 * bound of that count; of several counts by the most careful one.
 * @throws Problem `kinship.lineage.*`
 */
export function compareLines({ members, drawn, member, profiles, remains }: LineSources) {
  const own = haplotypesOf(profiles, 'remains', remains);
  const relatives = drawn.flatMap((one) => {
    const found = one.relative === undefined || !members.some((known) => known.id === one.id) ? {} : haplotypesOf(profiles, 'relative', one.relative);
    return isTyped(found) ? [{ id: one.id, ...found }] : [];
  });
  if (!isTyped(own) && relatives.length === 0) return null;
  const pedigree: Pedigree = { name: 'family', individuals: members.map(({ id, father, mother, sex }) => ({ id, father, mother, sex })) };
  const counts = { ...countOf(profiles, remains, 'paternal'), ...countOf(profiles, remains, 'maternal') };
  const { evidence, without, frequencies } = inWords(() => lineageEvidence({ pedigree, missing: member, remains: own, relatives, counts }));
  return {
    remainsLoci: Object.keys(own.y ?? {}).length, remainsSequence: own.mt === undefined ? null : own.mt,
    compared: evidence.map(describe),
    notCompared: without.map(({ line, relative, reason }) => ({ line, member: relative, reason })),
    counts: { paternal: frequencies.y, maternal: frequencies.mt },
  };
}

function describe(one: LineEvidence) {
  const about = { member: one.relative, transmissions: one.transmissions, log10Lr: one.lnLr === null ? null : one.lnLr / Math.LN10, noRatio: one.noRatio ?? null };
  if (one.line === 'maternal') {
    const { positions, differing, mixed, ignored, interpretation } = one.comparison;
    return { line: one.line, ...about, positions, differing, mixed, ignored, interpretation };
  }
  const { loci, differing, expectedMutations } = one.comparison;
  return { line: one.line, ...about, loci: loci.map(({ locus, seen, steps }) => ({ locus, relative: seen[0], remains: seen[1], steps })), differing, expectedMutations };
}

function isTyped({ y, mt }: Haplotypes): boolean {
  return y !== undefined || mt !== undefined;
}

/** The richest haplotypes that people agree on. */
function haplotypesOf(profiles: readonly Subject[], field: 'remains' | 'relative', owner: string): Haplotypes {
  const owned = profiles.filter((profile) => agreedValue(profile, field) === owner);
  const values = (name: string): unknown[] => owned.map((profile) => agreedValue(profile, name)).filter((value) => value !== undefined);
  const [y] = (values('yHaplotype') as YHaplotype[]).sort((a, b) => Object.keys(b).length - Object.keys(a).length);
  const [mt] = (values('mtHaplotype') as MtHaplotype[]).sort((a, b) => covered(b) - covered(a));
  return { ...(y === undefined ? {} : { y }), ...(mt === undefined ? {} : { mt }) };
}

function covered({ ranges }: MtHaplotype): number {
  return ranges.reduce((sum, [from, to]) => sum + (to >= from ? to - from + 1 : to - from + 16_570), 0);
}

/** Of what laboratories stated about the remains' haplotype the count under which it is most common. */
function countOf(profiles: readonly Subject[], remains: string, line: Line): { readonly y?: HaplotypeCount; readonly mt?: HaplotypeCount } {
  const stated = profiles.filter((profile) => agreedValue(profile, 'remains') === remains).flatMap((profile) => profile.lists['haplotypeCounts'] ?? []).flatMap(({ value }): HaplotypeCount[] => {
    const { lineage, database, timesSeen, databaseSize } = value;
    const isUsable = lineage === line && typeof database === 'string' && typeof timesSeen === 'number' && typeof databaseSize === 'number' && timesSeen <= databaseSize;
    return isUsable ? [{ database, matches: timesSeen, size: databaseSize }] : [];
  });
  const [count] = stated.sort((a, b) => haplotypeFrequency(b).used - haplotypeFrequency(a).used);
  return count === undefined ? {} : line === 'paternal' ? { y: count } : { mt: count };
}
