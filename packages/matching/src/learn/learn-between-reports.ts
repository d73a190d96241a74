import { reportAsFound, settingsBetweenReports } from '../duplicates/as-found.ts';
import { settleDuplicates, type DuplicatePair } from '../duplicates/find-duplicates.ts';
import { openReportPairs } from '../duplicates/report-pairs.ts';
import type { EvidenceSettings, ParameterName } from '../evidence/parameters.ts';
import { leastProbability, sampledPairs, sumOf } from '../match/learn-from-lists.ts';
import type { Matching } from '../match/open-matching.ts';
import { kindWeight } from '../weigh/add-up.ts';
import { countPopulation } from '../weigh/population.ts';
import { tableContext, tablesOf, type TableContext, type TableKind } from '../weigh/remains-tables.ts';
import { codeReports } from '../weigh/report-columns.ts';
import { leastLearningMatches, learnSettings, type KindWeigher, type LearnedParameter, type LearnedSettings, type Learner, type LearningPair } from './learn-settings.ts';
import { countsAsMoved, type MovedPair } from './moved-pairs.ts';

/** What a second informant says again, and from which kind it is learned. */
const learnedOfReports = [
  { parameter: 'placeSameReported', kind: 'place' },
  { parameter: 'marksReportedAgain', kind: 'marks' },
  { parameter: 'clothingReportedAgain', kind: 'clothing' },
  { parameter: 'belongingsReportedAgain', kind: 'belongings' },
] as const satisfies readonly { readonly parameter: ParameterName; readonly kind: TableKind }[];

export const learnedBetweenReports: readonly ParameterName[] = learnedOfReports.map(({ parameter }) => parameter);
export const betweenKinds: readonly TableKind[] = learnedOfReports.map(({ kind }) => kind);

/**
 * What two reports of one person teach, from the pairs that probably are; the settings of `matching` where they are too
 * few. One step: repeats are told by their names, which nothing here changes.
 */
export function learnBetweenReports(matching: Matching, repeats: readonly DuplicatePair[]): LearnedSettings & { readonly expected: number; readonly sample: readonly LearningPair[] } {
  const likely = repeats.filter(({ probability }) => probability >= leastProbability).map(({ a, b, probability }): LearningPair => ({ remains: a, report: b, probability }));
  const sample = sampledPairs(likely);
  const expected = sumOf(likely);
  if (sumOf(sample) < leastLearningMatches) return { settings: matching.settings, parameters: learnedOfReports.map(({ parameter }) => kept(matching.settings, parameter, expected)), expected, sample };
  const weigherOf = openWeighers(matching, sample);
  const learners = learnedOfReports.map(({ parameter, kind }): Learner => ({ parameter, scale: 'share', weigh: weigherOf(kind) }));
  return { ...learnSettings(matching.settings, sample, learners), expected, sample };
}

function kept(settings: EvidenceSettings, parameter: ParameterName, pairs: number): LearnedParameter {
  return { parameter, documented: settings[parameter], learned: settings[parameter], pairs, state: 'too_few' };
}

/** One kind between two reports of the sample under any settings: the mean of both directions, as `openReportPairs` weighs it. */
function openWeighers({ missing, context: { lasting } }: Matching, sample: readonly LearningPair[]): (kind: TableKind) => KindWeigher {
  const chosen = [...new Set(sample.flatMap(({ remains, report }) => [remains, report]))];
  const at = new Map(chosen.map((report, place) => [report, place]));
  const reports = chosen.flatMap((report) => missing[report] ?? []);
  const asFound = reports.map(reportAsFound);
  const population = countPopulation(missing, missing);
  const columns = codeReports(reports, population);
  return (kind) => {
    let opened: { readonly of: EvidenceSettings; readonly context: TableContext } | null = null;
    return (settings, { remains, report }) => {
      if (opened?.of !== settings) opened = { of: settings, context: tableContext({ columns, population, settings: settingsBetweenReports(settings), lasting }) };
      const { context } = opened;
      const weigh = (from: number, to: number): number => {
        const found = asFound[from];
        return found === undefined ? 0 : kindWeight(kind, tablesOf(found, context, [kind]), columns, to);
      };
      const [a, b] = [at.get(remains) ?? 0, at.get(report) ?? 0];
      return (weigh(a, b) + weigh(b, a)) / 2;
    };
  };
}

/** The same pairs under the settings of `matching`, with their probabilities. */
export function weighRepeatsAgain(matching: Matching, repeats: readonly DuplicatePair[]): DuplicatePair[] {
  const between = openReportPairs(matching);
  return settleDuplicates(matching.missing.length, [repeats.map(({ a, b }) => ({ a, b, ...between.weigh(a, b) }))]);
}

/** Pairs of reports as they stood and stand now; one that fell out altogether stands at 0. */
export function* repeatedPairs({ missing }: Matching, before: readonly DuplicatePair[], after: readonly DuplicatePair[]): Generator<MovedPair> {
  const now = new Map(after.map((pair) => [`${pair.a} ${pair.b}`, pair]));
  for (const { a, b, probability, log10Lr } of before) {
    const found = now.get(`${a} ${b}`);
    const moved = { a: missing[a]?.id ?? '', b: missing[b]?.id ?? '', before: probability, after: found?.probability ?? 0, log10Before: log10Lr, log10After: found?.log10Lr ?? log10Lr };
    if (countsAsMoved(moved)) yield moved;
  }
}
