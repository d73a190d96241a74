import type { EvidenceSettings, ParameterName } from '../evidence/parameters.ts';
import { leastLearningMatches, learnSettings, type LearnedSettings, type Learner, type LearningPair } from '../learn/learn-settings.ts';
import { kindWeight } from '../weigh/add-up.ts';
import { ageFit } from '../weigh/marker-tables.ts';
import { tableContext, tablesOf, type TableContext, type TableKind } from '../weigh/remains-tables.ts';
import { codeReports, type ReportColumns } from '../weigh/report-columns.ts';
import type { Identified } from './identify.ts';
import type { Matching } from './open-matching.ts';
import type { PairColumns } from './weigh-pairs.ts';

/** What is learned, in this order, and from which kind of evidence. */
export const learnedOfRemains: readonly { readonly parameter: ParameterName; readonly scale: Learner['scale']; readonly kind: TableKind }[] = [
  { parameter: 'placeSame', scale: 'share', kind: 'place' },
  { parameter: 'marksFound', scale: 'share', kind: 'marks' },
  { parameter: 'clothingFound', scale: 'share', kind: 'clothing' },
  { parameter: 'namedOtherwise', scale: 'share', kind: 'clothing' },
  { parameter: 'deathDelayDays', scale: 'amount', kind: 'seen' },
  { parameter: 'deathGrossError', scale: 'share', kind: 'seen' },
  { parameter: 'militaryFoundError', scale: 'share', kind: 'military' },
  { parameter: 'sexEstimateError', scale: 'share', kind: 'sex' },
  { parameter: 'ageOldShortfallYears', scale: 'amount', kind: 'age' },
  { parameter: 'ageIntervalSpread', scale: 'amount', kind: 'age' },
];

/** Pairs below this teach nothing of one person. */
export const leastProbability = 0.3;
/** At most so many pairs are learned from, evenly over the list. */
const mostPairs = 1500;

/** What the lists teach, and from how many pairs. */
export interface TaughtByLists extends LearnedSettings {
  /** Pairs that probably are one person, of which the sample is learned from. */
  readonly expected: number;
  readonly sample: readonly LearningPair[];
}

/**
 * Settings learned without labels from the pairs of the lists themselves; the documented ones where there are too few,
 * but for the share of bodies that are somebody of the list, which every list tells.
 * Learning starts anew from the documented values each time, so that the same lists give the same settings.
 */
export function learnFromLists(matching: Matching, pairs: PairColumns, { probabilities, onList }: Pick<Identified, 'probabilities' | 'onList'>, documented: EvidenceSettings): TaughtByLists {
  const likely: LearningPair[] = [];
  probabilities.forEach((probability, p) => {
    if (probability >= leastProbability) likely.push({ remains: pairs.remains[p] ?? 0, report: pairs.report[p] ?? 0, probability });
  });
  const [expected, sample] = [sumOf(likely), sampledPairs(likely)];
  // A marker that stands with another body reads somebody of the list as often as bodies are somebody of the list.
  const known = { ...documented, markerOfListed: Math.round(1000 * onList) / 1000 };
  if (sumOf(sample) < leastLearningMatches) return { settings: known, parameters: [], expected, sample };
  const sampled = sampleOf(matching, sample);
  const learners = learnedOfRemains.map(({ parameter, scale, kind }): Learner => ({ parameter, scale, weigh: weigherOf(matching, sampled, kind) }));
  return { ...learnSettings(known, sample, learners), expected, sample };
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

/** The reports of the sample alone as columns, so that tables hold no others; and the place of each in them. */
interface SampledReports {
  readonly columns: ReportColumns;
  readonly at: ReadonlyMap<number, number>;
}

function sampleOf({ missing, population }: Matching, sample: readonly LearningPair[]): SampledReports {
  const chosen = [...new Set(sample.map(({ report }) => report))];
  const reports = chosen.flatMap((report) => missing[report] ?? []);
  return { columns: codeReports(reports, population), at: new Map(chosen.map((report, place) => [report, place])) };
}

/** Weighs one kind under any settings; tables are kept while the settings stay. */
function weigherOf({ remains, missing, population, context: { lasting } }: Matching, { columns, at }: SampledReports, kind: TableKind): Learner['weigh'] {
  // What the population says of an interval depends on its spread: the fit alone is learned by.
  if (kind === 'age') return (settings, pair) => {
    const [found, report] = [remains[pair.remains], missing[pair.report]];
    return found === undefined || report === undefined ? 0 : ageFit(found, report, { settings, population });
  };
  let context: TableContext | null = null;
  return (settings, pair) => {
    if (context?.settings !== settings) context = tableContext({ columns, population, settings, lasting });
    const found = remains[pair.remains];
    const report = at.get(pair.report);
    if (found === undefined || report === undefined) return 0;
    return kindWeight(kind, tablesOf(found, context, [kind]), columns, report);
  };
}
