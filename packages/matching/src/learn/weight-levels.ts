import { openReportPairs } from '../duplicates/report-pairs.ts';
import type { Matching } from '../match/open-matching.ts';
import { kindWeight } from '../weigh/add-up.ts';
import type { TableKind } from '../weigh/remains-tables.ts';
import type { LearningPair } from './learn-settings.ts';

/** What one kind says of a pair under the documented settings: for, next to nothing, against. */
export type Level = 'for' | 'little' | 'against';
export const levels: readonly Level[] = ['for', 'little', 'against'];

/** One kind at one level, in pairs of one person and in pairs of two. */
export interface WeightLevel {
  readonly kind: TableKind;
  readonly level: Level;
  /** Expected pairs of one person at this level, of those that are learned from. */
  readonly pairs: number;
  /** Shares of this level among pairs of one person and among pairs drawn evenly, nearly all of two persons; null without any. */
  readonly ofOne: number | null;
  readonly ofTwo: number | null;
  /** Mean log10 LR at this level; null where no pair stands at it. */
  readonly documented: number | null;
  readonly learned: number | null;
}

/** Opens one pair; then each of its kinds is weighed. */
export type PairWeigher = (pair: Pick<LearningPair, 'remains' | 'report'>) => (kind: TableKind) => number;

/** Within this log10 LR a kind says next to nothing. */
const little = 0.05;
/** Pairs drawn evenly through both lists. */
const mostRandom = 10_000;

/**
 * Each kind of evidence by what it says of pairs, with its mean weight under two settings. A pair of which a side is
 * silent has exactly no weight and is not counted.
 * @param weighers - under the documented and under the learned settings
 */
export function levelsOf(kinds: readonly TableKind[], { likely, random }: { readonly likely: readonly LearningPair[]; readonly random: readonly LearningPair[] }, weighers: readonly [PairWeigher, PairWeigher]): WeightLevel[] {
  const [ofOne, ofTwo] = [countLevels(kinds, likely, weighers), countLevels(kinds, random, weighers)];
  return kinds.flatMap((kind) => levels.map((level): WeightLevel => {
    const [one, two] = [ofOne.get(kind), ofTwo.get(kind)];
    // The mean is that of the pairs that are learned from; where none of them stands at the level, that of any pairs.
    const counted = [one, two].map((counts) => counts?.[level]).find((count) => (count?.pairs ?? 0) > 0);
    return {
      kind, level, pairs: one?.[level].pairs ?? 0, ofOne: shareOf(one, level), ofTwo: shareOf(two, level),
      documented: counted === undefined ? null : counted.documented / counted.pairs, learned: counted === undefined ? null : counted.learned / counted.pairs,
    };
  }));
}

/** Sums over pairs, each counted by its probability. */
interface Counted {
  pairs: number;
  documented: number;
  learned: number;
}

function countLevels(kinds: readonly TableKind[], pairs: readonly LearningPair[], [documented, learned]: readonly [PairWeigher, PairWeigher]): Map<TableKind, Readonly<Record<Level, Counted>>> {
  const none = (): Counted => ({ pairs: 0, documented: 0, learned: 0 });
  const counts = new Map(kinds.map((kind) => [kind, { for: none(), little: none(), against: none() }]));
  for (const pair of pairs) {
    const [before, after] = [documented(pair), learned(pair)];
    for (const [kind, byLevel] of counts) {
      const weight = before(kind);
      if (weight === 0) continue;
      const counted = byLevel[weight > little ? 'for' : weight < -little ? 'against' : 'little'];
      counted.pairs += pair.probability;
      counted.documented += pair.probability * weight;
      counted.learned += pair.probability * after(kind);
    }
  }
  return counts;
}

function shareOf(counts: Readonly<Record<Level, Counted>> | undefined, level: Level): number | null {
  const total = counts === undefined ? 0 : levels.reduce((sum, one) => sum + counts[one].pairs, 0);
  return counts === undefined || total === 0 ? null : counts[level].pairs / total;
}

/** Pairs spread evenly through two lists, always the same: never of one place with itself. */
export function evenPairs(remains: number, reports: number): LearningPair[] {
  const count = reports < 2 ? 0 : Math.min(mostRandom, remains * (reports - 1));
  return Array.from({ length: count }, (_, i) => {
    const at = i % Math.max(1, remains);
    // The golden section visits every part of a list before it comes back to one.
    const step = 1 + Math.floor(((((i + 1) * 0.618033988749895) % 1) * (reports - 1)));
    return { remains: at, report: (at + Math.min(step, reports - 1)) % reports, probability: 1 };
  });
}

/** Kinds of a report and remains; pairs of the same remains should follow each other. */
export function remainsWeights({ tablesAt, columns }: Matching): PairWeigher {
  let [last, tables]: [number, ReturnType<Matching['tablesAt']>] = [-1, null];
  return ({ remains, report }) => {
    if (remains !== last) [last, tables] = [remains, tablesAt(remains)];
    const own = tables;
    return (kind) => (own === null ? 0 : kindWeight(kind, own, columns, report));
  };
}

/** Kinds of two reports. */
export function betweenWeights(matching: Matching): PairWeigher {
  const { tables, columns } = openReportPairs(matching);
  return ({ remains, report }) => {
    const [forth, back] = [tables(remains), tables(report)];
    return (kind) => (kindWeight(kind, forth, columns, report) + kindWeight(kind, back, columns, remains)) / 2;
  };
}
