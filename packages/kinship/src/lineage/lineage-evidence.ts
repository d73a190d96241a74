import { KinshipError } from '../kinship-error.ts';
import { compareMtHaplotypes } from './compare-mt.ts';
import { compareYHaplotypes } from './compare-y.ts';
import { haplotypeFrequency } from './haplotype-frequency.ts';
import { sharedLine } from './shared-line.ts';
import type { HaplotypeFrequency, Line, LineEvidence, LineageInput, LineageResult, LinePerson, NoLineEvidence } from './types.ts';

/**
 * Y-STR and mtDNA of remains against the relatives of a missing person who share a line with them.
 * LR of a line: P(remains' haplotype | the relative's, transmissions between) / share of the population. It says "of this line" against "of nobody's known line":
 * against another man of the same paternal line it is 1, and it stands beside an autosomal LR, not in it (see `multiplyWithAutosomal`).
 * @throws KinshipError kinship.lineage.*, kinship.pedigree.*
 */
export function lineageEvidence(input: LineageInput): LineageResult {
  const { pedigree, missing, remains, counts, confidence, theta } = input;
  const frequencies = {
    y: counts?.y === undefined ? null : haplotypeFrequency(counts.y, confidence, theta),
    mt: counts?.mt === undefined ? null : haplotypeFrequency(counts.mt, confidence, theta),
  };
  const isWoman = pedigree.individuals.find(({ id }) => id === missing)?.sex === 'female';
  const evidence: LineEvidence[] = [];
  const without: NoLineEvidence[] = [];
  for (const relative of input.relatives) {
    for (const line of linesOf(relative)) {
      const shared = sharedLine(pedigree, [missing, relative.id], line);
      if (shared === null) {
        without.push({ line, relative: relative.id, reason: line === 'paternal' && isWoman ? 'notMale' : 'otherLine' });
        continue;
      }
      const found = compareLine({ line, relative, remains, transmissions: shared.transmissions, frequencies });
      if (found === null) without.push({ line, relative: relative.id, reason: 'remainsNotTyped' });
      else evidence.push(found);
    }
  }
  evidence.sort((a, b) => (a.line === b.line ? a.transmissions - b.transmissions : a.line < b.line ? 1 : -1));
  return { missing, frequencies, evidence, without };
}

function linesOf({ y, mt }: LinePerson): Line[] {
  return [...(y === undefined ? [] : (['paternal'] as const)), ...(mt === undefined ? [] : (['maternal'] as const))];
}

interface OneLine {
  readonly line: Line;
  readonly relative: LinePerson;
  readonly remains: LineageInput['remains'];
  readonly transmissions: number;
  readonly frequencies: { readonly y: HaplotypeFrequency | null; readonly mt: HaplotypeFrequency | null };
}

function compareLine({ line, relative, remains, transmissions, frequencies }: OneLine): LineEvidence | null {
  const about = { relative: relative.id, transmissions };
  if (line === 'paternal') {
    if (relative.y === undefined || remains.y === undefined) return null;
    const comparison = compareYHaplotypes(relative.y, remains.y, transmissions);
    const lnLr = frequencies.y === null || comparison.loci.length === 0 ? null : comparison.lnTransmission - Math.log(frequencies.y.used);
    return { line, ...about, comparison, lnLr };
  }
  if (relative.mt === undefined || remains.mt === undefined) return null;
  const comparison = compareMtHaplotypes(relative.mt, remains.mt);
  // A difference is judged in words: how often mtDNA mutates between relatives is not known well enough for a ratio.
  const lnLr = frequencies.mt === null || comparison.interpretation !== 'notExcluded' ? null : -Math.log(frequencies.mt.used);
  return { line, ...about, comparison, lnLr };
}

/** The one assumption under which a line's ratio may be multiplied with an autosomal one; naming it is the caller's act. */
export const lineAssumption = 'unrelatedAlternativeAndRandomMating';

/**
 * ln of the product of an autosomal LR and at most one ratio of each line.
 * @param assumption must be `lineAssumption`: the alternative is a person unrelated on every line, and lines and autosomes are independent in the population (no subpopulation shares both).
 * @throws KinshipError kinship.lineage.assumption, kinship.lineage.line_twice {line}, kinship.not_a_number
 */
export function multiplyWithAutosomal(lnLr: number, lines: readonly LineEvidence[], assumption: string): number {
  if (assumption !== lineAssumption) throw new KinshipError('kinship.lineage.assumption', { expected: lineAssumption });
  const seen = new Set<Line>();
  let product = lnLr;
  for (const { line, lnLr: own } of lines) {
    if (seen.has(line)) throw new KinshipError('kinship.lineage.line_twice', { line });
    seen.add(line);
    product += own ?? 0;
  }
  if (Number.isNaN(product)) throw new KinshipError('kinship.not_a_number');
  return product;
}
