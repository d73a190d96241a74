import type { EvidenceSettings, ParameterName } from '../evidence/parameters.ts';
import { leastLearningMatches, learnSettings, type LearnedSettings, type Learner, type LearningPair } from '../learn/learn-settings.ts';
import type { TableKind } from '../weigh/remains-tables.ts';
import type { Identified } from './identify.ts';
import { learningSample, learningWeights } from './learning-weights.ts';
import type { MatchSteps } from './match-tasks.ts';
import type { Matching } from './open-matching.ts';
import type { PairColumns } from './weigh-pairs.ts';

/** What is learned, in this order, and from which kind of evidence: each kind with all others as documented, so that kinds can be learned apart. */
export const learnedOfRemains: readonly { readonly parameter: ParameterName; readonly scale: Learner['scale']; readonly kind: TableKind }[] = [
  { parameter: 'placeSame', scale: 'share', kind: 'place' },
  { parameter: 'marksFound', scale: 'share', kind: 'marks' },
  { parameter: 'clothingFound', scale: 'share', kind: 'clothing' },
  { parameter: 'namedOtherwise', scale: 'share', kind: 'clothing' },
  { parameter: 'deathDelayDays', scale: 'amount', kind: 'seen' },
  { parameter: 'deathLongDelayShare', scale: 'share', kind: 'seen' },
  { parameter: 'deathMisdatedDays', scale: 'amount', kind: 'seen' },
  { parameter: 'deathGrossError', scale: 'share', kind: 'seen' },
  { parameter: 'militaryFoundError', scale: 'share', kind: 'military' },
  { parameter: 'sexEstimateError', scale: 'share', kind: 'sex' },
  { parameter: 'ageOldShortfallYears', scale: 'amount', kind: 'age' },
  { parameter: 'ageIntervalSpread', scale: 'amount', kind: 'age' },
  { parameter: 'statureReportBiasCm', scale: 'amount', kind: 'height' },
  { parameter: 'statureReportSdCm', scale: 'amount', kind: 'height' },
];

/** Pairs below this teach nothing of one person. */
export const leastProbability = 0.3;
/** At most so many pairs are learned from, evenly over the list. */
const mostPairs = 1500;

/** The kinds of evidence that are learned, in that order. */
export const taughtKinds: readonly TableKind[] = [...new Set(learnedOfRemains.map(({ kind }) => kind))];

/** What one kind of evidence is to teach, from which pairs, beginning with which settings. Plain data. */
export interface AskedKind {
  readonly of: TableKind;
  readonly settings: EvidenceSettings;
  readonly sample: readonly LearningPair[];
}

/** What the lists teach, and from how many pairs. */
export interface TaughtByLists extends LearnedSettings {
  /** Pairs that probably are one person, of which the sample is learned from. */
  readonly expected: number;
  readonly sample: readonly LearningPair[];
}

/**
 * Settings learned without labels from the pairs of the lists themselves; the documented ones where there are too few,
 * but for the share of bodies that are somebody of the list, which every list tells.
 * Learning starts anew from the documented values each time, so that the same lists give the same settings. Each kind of
 * evidence is a task.
 */
export function* learnFromLists(pairs: PairColumns, { probabilities, onList }: Pick<Identified, 'probabilities' | 'onList'>, documented: EvidenceSettings): MatchSteps<TaughtByLists> {
  const likely: LearningPair[] = [];
  probabilities.forEach((probability, p) => {
    if (probability >= leastProbability) likely.push({ remains: pairs.remains[p] ?? 0, report: pairs.report[p] ?? 0, probability });
  });
  const [expected, sample] = [sumOf(likely), sampledPairs(likely)];
  // A marker that stands with another body reads somebody of the list as often as bodies are somebody of the list.
  const known = { ...documented, markerOfListed: Math.round(1000 * onList) / 1000 };
  if (sumOf(sample) < leastLearningMatches) return { settings: known, parameters: [], expected, sample };
  const answers = yield taughtKinds.map((of) => ({ kind: 'teach', of, settings: known, sample }));
  const parameters = answers.flatMap((answer) => ('taught' in answer ? answer.taught.parameters : []));
  return { settings: { ...known, ...Object.fromEntries(parameters.map(({ parameter, learned }) => [parameter, learned])) }, parameters, expected, sample };
}

/** What one kind of evidence teaches (`learnSettings`). */
export function learnKind(matching: Matching, { of, settings, sample }: AskedKind): LearnedSettings {
  const weigh = learningWeights(matching, learningSample(matching, sample), of);
  return learnSettings(settings, sample, learnedOfRemains.flatMap(({ parameter, scale, kind }): Learner[] => (kind === of ? [{ parameter, scale, weigh }] : [])));
}

/** At most so many of the pairs, evenly over the list. */
export function sampledPairs(likely: readonly LearningPair[]): readonly LearningPair[] {
  const stride = Math.max(1, Math.ceil(likely.length / mostPairs));
  return likely.filter((_, i) => i % stride === 0);
}

/** Pairs of one person that are expected among these. */
export function sumOf(pairs: readonly LearningPair[]): number {
  return pairs.reduce((sum, { probability }) => sum + probability, 0);
}
