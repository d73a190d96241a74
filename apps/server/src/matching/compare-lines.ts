import { countPositions, haplotypeFrequency, lineageEvidence, type HaplotypeCount, type Line, type LineEvidence, type MtHaplotype, type Pedigree, type YHaplotype } from '@imena/kinship';
import { agreedValue, type Subject } from '@imena/record';
import { inWords } from './kinship-words.ts';
import { relativesWith, richestOf, type DrawnFamily } from './typed-relatives.ts';

export interface LineSources extends DrawnFamily {
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
export function compareLines({ profiles, remains, ...family }: LineSources) {
  const { members, member } = family;
  const found = haplotypesOf(profiles, 'remains', remains);
  const relatives = relativesWith(family, (relative) => haplotypesOf(profiles, 'relative', relative));
  if (found === null && relatives.length === 0) return null;
  const own = found ?? {};
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

/** The richest haplotypes that people agree on; null where neither was typed. */
function haplotypesOf(profiles: readonly Subject[], field: 'remains' | 'relative', owner: string): Haplotypes | null {
  const y = richestOf<YHaplotype>(profiles, { field, owner, name: 'yHaplotype' }, (loci) => Object.keys(loci).length);
  const mt = richestOf<MtHaplotype>(profiles, { field, owner, name: 'mtHaplotype' }, ({ ranges }) => inWords(() => countPositions(ranges)));
  return y === null && mt === null ? null : { ...(y === null ? {} : { y: y.value }), ...(mt === null ? {} : { mt: mt.value }) };
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
