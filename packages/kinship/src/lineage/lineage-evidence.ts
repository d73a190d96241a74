import { canonicalMarkerName } from '../frequencies/marker-names.ts';
import { KinshipError } from '../kinship-error.ts';
import { compareMtHaplotypes } from './compare-mt.ts';
import { compareYHaplotypes } from './compare-y.ts';
import { haplotypeFrequency } from './haplotype-frequency.ts';
import { countPositions } from './mt-sequence.ts';
import { sharedLine } from './shared-line.ts';
import type { HaplotypeFrequency, Line, LineEvidence, LineageInput, LineageResult, LinePerson, NoLineEvidence, NoRatioReason, YHaplotype } from './types.ts';

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
      const found = compareLine({ line, relative, remains, transmissions: shared.transmissions, counts, frequencies });
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
  readonly counts: LineageInput['counts'];
  readonly frequencies: LineageResult['frequencies'];
}

function compareLine({ line, relative, remains, transmissions, counts, frequencies }: OneLine): LineEvidence | null {
  const about = { relative: relative.id, transmissions };
  if (line === 'paternal') {
    if (relative.y === undefined || remains.y === undefined) return null;
    const comparison = compareYHaplotypes(relative.y, remains.y, transmissions);
    const compared = new Set(comparison.loci.map(({ locus }) => locus));
    const counted = (counts?.y?.loci ?? typedLoci(remains.y)).map(canonicalMarkerName);
    const why = reasonAgainst(frequencies.y, compared.size, counted.every((locus) => compared.has(locus)));
    return { line, ...about, comparison, ...ratioOr(why, comparison.lnTransmission - Math.log(frequencies.y?.used ?? NaN)) };
  }
  if (relative.mt === undefined || remains.mt === undefined) return null;
  const comparison = compareMtHaplotypes(relative.mt, remains.mt);
  const ranges = counts?.mt?.ranges ?? remains.mt.ranges;
  const [counted, both] = [countPositions(ranges), countPositions(ranges, comparison.shared)];
  // A difference is judged in words: how often mtDNA mutates between relatives is not known well enough for a ratio.
  const differs = comparison.interpretation === 'inconclusive' || comparison.interpretation === 'excluded';
  const why = differs ? 'difference' : reasonAgainst(frequencies.mt, comparison.positions, both === counted);
  return { line, ...about, comparison, ...ratioOr(why, -Math.log(frequencies.mt?.used ?? NaN)) };
}

/**
 * A share counted at more than was compared is too small, and its ratio too large: a relative typed at one locus of
 * seventeen would seem to be of a line that nobody else has. Counted at less, the ratio is only too careful.
 */
function reasonAgainst(frequency: HaplotypeFrequency | null, compared: number, coversCount: boolean): NoRatioReason | null {
  if (compared === 0) return 'nothingCompared';
  if (frequency === null) return 'noCount';
  return coversCount ? null : 'countedAtMore';
}

function ratioOr(noRatio: NoRatioReason | null, lnLr: number): { readonly lnLr: number | null; readonly noRatio?: NoRatioReason } {
  return noRatio === null ? { lnLr } : { lnLr: null, noRatio };
}

function typedLoci(haplotype: YHaplotype): string[] {
  return Object.entries(haplotype).flatMap(([locus, repeats]) => (repeats.length > 0 ? [locus] : []));
}

/** The one assumption under which a line's ratio may be multiplied with an autosomal one; naming it is the caller's act. */
export const lineAssumption = 'unrelatedAlternativeAndRandomMating';

/**
 * ln of the product of an autosomal LR and at most one ratio of each line.
 * @param assumption must be `lineAssumption`: the alternative is a person unrelated on every line, and lines and autosomes are independent in the population (no subpopulation shares both).
 * @throws KinshipError kinship.lineage.assumption, kinship.lineage.line_twice {line}, kinship.lineage.no_ratio {line}, kinship.not_a_number
 */
export function multiplyWithAutosomal(lnLr: number, lines: readonly LineEvidence[], assumption: string): number {
  if (assumption !== lineAssumption) throw new KinshipError('kinship.lineage.assumption', { expected: lineAssumption });
  const seen = new Set<Line>();
  let product = lnLr;
  for (const { line, lnLr: own } of lines) {
    if (seen.has(line)) throw new KinshipError('kinship.lineage.line_twice', { line });
    seen.add(line);
    // A comparison without a number is no factor of 1: two excluding mtDNA sequences would vanish from the product.
    if (own === null) throw new KinshipError('kinship.lineage.no_ratio', { line });
    product += own;
  }
  if (Number.isNaN(product)) throw new KinshipError('kinship.not_a_number');
  return product;
}
