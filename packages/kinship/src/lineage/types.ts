import type { Pedigree } from '../types.ts';

/** The line an evidence follows: Y chromosome from father to son, mitochondrial DNA from mother to child. */
export type Line = 'paternal' | 'maternal';

/** Repeats seen at each Y-STR locus, all copies of a locus with several, in any order: `{ DYS391: ['10'], DYS385: ['11', '14'] }`. */
export type YHaplotype = Readonly<Record<string, readonly string[]>>;

/** Mitochondrial sequence as differences from the revised Cambridge reference (rCRS, NC_012920). */
export interface MtHaplotype {
  /** Analysed positions, 1..16569, both ends included; `[16024, 576]` runs over the origin. */
  readonly ranges: readonly (readonly [number, number])[];
  /** `263G`, `A263G`, `315.1C`, `523-`, `523del`, `16093Y`. */
  readonly differences: readonly string[];
}

/** How often a haplotype was seen in a population sample that holds neither of the two people. */
export interface HaplotypeCount {
  readonly database: string;
  /** Times seen, 0..size. */
  readonly matches: number;
  /** Haplotypes in the sample. */
  readonly size: number;
}

/** A count of Y haplotypes, and the loci it was made at; all loci of the remains when absent. */
export interface YCount extends HaplotypeCount {
  readonly loci?: readonly string[];
}

/** A count of mtDNA sequences, and the positions it was made at; all ranges of the remains when absent. */
export interface MtCount extends HaplotypeCount {
  readonly ranges?: MtHaplotype['ranges'];
}

/** A haplotype's share of the population, three ways. */
export interface HaplotypeFrequency extends HaplotypeCount {
  /** matches / size. */
  readonly observed: number;
  /** (matches + 1) / (size + 1): the case's own haplotype counted in. */
  readonly augmented: number;
  /** One-sided upper confidence bound by Clopper and Pearson. */
  readonly upperBound: number;
  readonly confidence: number;
  /** Subpopulation correction applied to the upper bound, theta + (1 - theta) f. */
  readonly theta: number;
  /** What the likelihood ratio is divided by: the larger of the bound and the augmented count, theta applied. */
  readonly used: number;
}

export interface YLocus {
  readonly locus: string;
  /** The first of the two profiles compared, then the second. */
  readonly seen: readonly [readonly string[], readonly string[]];
  /** Least number of repeats gained or lost over all copies; null where the difference is no whole number of repeats. */
  readonly steps: number | null;
  /** Mutation rate per transmission and where it comes from. */
  readonly rate: number;
  readonly rateFrom: 'observed' | 'default';
  /** ln P(second | first, the transmissions between them). */
  readonly lnTransmission: number;
}

export interface YComparison {
  readonly loci: readonly YLocus[];
  /** Loci compared whose repeats differ. */
  readonly differing: readonly string[];
  /** Loci of one profile only, or with different numbers of copies, and why. */
  readonly notCompared: readonly { readonly locus: string; readonly reason: 'oneProfileOnly' | 'differentCopies' }[];
  /** Expected number of mutations over all loci and transmissions. */
  readonly expectedMutations: number;
  readonly lnTransmission: number;
}

export type MtInterpretation = 'notExcluded' | 'inconclusive' | 'excluded' | 'notCompared';

export interface MtComparison {
  /** Positions analysed in both, as ranges within 1..16569. */
  readonly shared: readonly (readonly [number, number])[];
  readonly positions: number;
  /** Positions at which the two cannot be one sequence. */
  readonly differing: readonly string[];
  /** Positions where one or both show a mixture that holds the other's base: no difference, but to be looked at. */
  readonly mixed: readonly string[];
  /** Length variants of repeated stretches (309, 315, 523-524, 573, 16193), which vary within one person. */
  readonly ignored: readonly string[];
  readonly interpretation: MtInterpretation;
}

export interface LinePerson {
  readonly id: string;
  readonly y?: YHaplotype;
  readonly mt?: MtHaplotype;
}

export interface LineageInput {
  readonly pedigree: Pedigree;
  readonly missing: string;
  readonly remains: Omit<LinePerson, 'id'>;
  readonly relatives: readonly LinePerson[];
  /** Count of the remains' haplotype; without one there is no likelihood ratio, only the comparison. */
  readonly counts?: { readonly y?: YCount; readonly mt?: MtCount };
  /** Confidence of the upper bound, above 0.5 and below 1; 0.95 unless given. */
  readonly confidence?: number;
  /** 0..1; 0 unless given. */
  readonly theta?: number;
}

/**
 * Why a comparison has no ratio: no count of the haplotype; nothing in common; the count was made at loci or positions
 * that this relative lacks, so that the haplotype compared is commoner than counted; or a difference of mtDNA.
 */
export type NoRatioReason = 'noCount' | 'nothingCompared' | 'countedAtMore' | 'difference';

interface EvidenceOfLine {
  readonly relative: string;
  /** Births between the missing person and the relative. */
  readonly transmissions: number;
  /** null where no number is given. */
  readonly lnLr: number | null;
  /** Present exactly where `lnLr` is null. */
  readonly noRatio?: NoRatioReason;
}

/** One relative's evidence on one line. */
export type LineEvidence =
  | (EvidenceOfLine & { readonly line: 'paternal'; readonly comparison: YComparison })
  | (EvidenceOfLine & { readonly line: 'maternal'; readonly comparison: MtComparison });

export interface NoLineEvidence {
  readonly line: Line;
  readonly relative: string;
  readonly reason: 'otherLine' | 'remainsNotTyped' | 'notMale';
}

export interface LineageResult {
  readonly missing: string;
  readonly frequencies: { readonly y: HaplotypeFrequency | null; readonly mt: HaplotypeFrequency | null };
  /** Nearest relative first. The relatives of a line share one haplotype: their ratios are never multiplied with each other. */
  readonly evidence: readonly LineEvidence[];
  readonly without: readonly NoLineEvidence[];
}
