import type { WeighedEvidence, WeighedRow } from './candidate-api.ts';
import { posteriorOf } from './weight.ts';

/** DNA is a kind like the others here: it too can be left out to see what the rest says. */
export type EvidenceKind = 'dna' | WeighedRow['kind'];

export interface BarLength {
  readonly log10Lr: number;
  /** Length as a share of the longest, 0..1; what has no end runs to the edge. */
  readonly share: number;
  readonly side: 'for' | 'against' | 'neither';
}

export interface EvidenceBar extends BarLength {
  readonly kind: EvidenceKind;
  readonly isOff: boolean;
}

export interface EvidenceSum {
  readonly bars: readonly EvidenceBar[];
  /** The sum of the kinds that are on. */
  readonly sum: BarLength;
  readonly off: readonly EvidenceKind[];
  readonly withPrior: ReturnType<typeof posteriorOf>;
  readonly evenOdds: ReturnType<typeof posteriorOf>;
  readonly notRecorded: readonly WeighedRow['kind'][];
  readonly disputed: readonly WeighedRow['kind'][];
}

/** Weights smaller than this are not drawn for the doubt whether reports are of one person. */
const shownFrom = 0.005;

/**
 * log10 LR of a person by the kinds that are on: with the probability that its reports are of one person they count as one
 * file, otherwise the part of the file that holds this report; as `sumOfPerson` of packages/matching.
 */
function sumOfLevels(rows: readonly WeighedRow[], levels: WeighedEvidence['levels'], off: ReadonlySet<EvidenceKind>): number {
  const counted = rows.filter(({ kind }) => kind !== 'reports' && !off.has(kind));
  const sumAt = (level: number): number => counted.reduce((sum, { byLevel }) => sum + (byLevel[level] ?? 0), 0);
  return levels.reduceRight((rest, { together }, level) => {
    const whole = sumAt(level);
    const high = Math.max(whole, rest);
    return high + Math.log10(together * 10 ** (whole - high) + (1 - together) * 10 ** (rest - high));
  }, sumAt(levels.length));
}

/** The bars of every kind that weighs, the sum of those that are on, and the posterior of that sum. */
export function sumEvidence({ rows: all, levels, log10Dna, prior }: Pick<WeighedEvidence, 'rows' | 'levels' | 'log10Dna' | 'prior'>, off: ReadonlySet<EvidenceKind>): EvidenceSum {
  const plain = all.reduce((sum, { kind, log10Lr }) => (kind === 'reports' || off.has(kind) ? sum : sum + log10Lr), 0);
  // What the doubt adds follows from the kinds that are on.
  const doubt = levels.length === 0 ? 0 : sumOfLevels(all, levels, off) - plain;
  const rows = all.flatMap((row) => (row.kind !== 'reports' ? [row] : Math.abs(doubt) < shownFrom ? [] : [{ ...row, log10Lr: doubt }]));
  const weights = [{ kind: 'dna' as const, log10Lr: log10Dna }, ...rows.filter((row) => row.state === 'weighed')];
  const log10Sum = weights.reduce((sum, { kind, log10Lr }) => (off.has(kind) ? sum : sum + log10Lr), 0);
  const longest = Math.max(0, ...[...weights.map((one) => one.log10Lr), log10Sum].map(Math.abs).filter((size) => Number.isFinite(size)));
  const kindsIn = (state: WeighedRow['state']): WeighedRow['kind'][] => rows.filter((row) => row.state === state).map((row) => row.kind);
  return {
    bars: weights.map(({ kind, log10Lr }) => ({ kind, isOff: off.has(kind), ...lengthOf(log10Lr, longest) })), sum: lengthOf(log10Sum, longest),
    off: weights.map((one) => one.kind).filter((kind) => off.has(kind)),
    withPrior: posteriorOf(log10Sum * Math.LN10, prior), evenOdds: posteriorOf(log10Sum * Math.LN10, 0.5),
    notRecorded: kindsIn('not_recorded'), disputed: kindsIn('people_disagree'),
  };
}

function lengthOf(log10Lr: number, longest: number): BarLength {
  const share = !Number.isFinite(log10Lr) ? 1 : longest === 0 ? 0 : Math.abs(log10Lr) / longest;
  return { log10Lr, share, side: log10Lr === 0 ? 'neither' : log10Lr > 0 ? 'for' : 'against' };
}
