import { refuse } from '@imena/problem';
import type { DuplicatePair } from '../duplicates/find-duplicates.ts';
import { groupReports } from '../duplicates/group-reports.ts';
import type { EvidenceSettings, ParameterName } from '../evidence/parameters.ts';
import { keptPlaces } from '../evidence/places-taught.ts';
import { identify, identifyApart } from '../match/identify.ts';
import { learnedOfRemains, learnFromLists, taughtKinds, type TaughtByLists } from '../match/learn-from-lists.ts';
import { searchCandidates, searchRepeats, weighPartsAgain, type AskedPersons, type MatchSteps } from '../match/match-tasks.ts';
import { underWeights, type Matching } from '../match/open-matching.ts';
import { personFiles } from '../match/person-files.ts';
import { joinPersons, weighPersons } from '../match/person-pairs.ts';
import { rangesOf, type Range } from '../match/ranges.ts';
import { shareAmongReports } from '../match/share-among-reports.ts';
import { joinColumns, type PairColumns } from '../match/weigh-pairs.ts';
import { betweenKinds, learnBetweenReports, learnedBetweenReports, repeatedPairs, weighRepeatsAgain } from './learn-between-reports.ts';
import { describePlaces, placesMoved, type LearnedPlaces } from './describe-places.ts';
import { learnPlaces } from './learn-places.ts';
import { leastLearningMatches, type LearnedParameter } from './learn-settings.ts';
import { countsAsMoved, movesOf, type MovedPair, type Moves } from './moved-pairs.ts';
import { betweenWeights, evenPairs, levelsOf, remainsWeights, type WeightLevel } from './weight-levels.ts';

/** One round of learning: what it rested on and how far it moved. */
export interface LearningRound {
  /** Pairs that are one person, as expected under the settings of the round before. */
  readonly expected: number;
  /** Share of individuals who are somebody on the list. */
  readonly onList: number;
  /** Parameters that came out otherwise than in the round before; what is learned of places counts as one. */
  readonly changed: number;
}

/** What an installation's own lists teach beside what is documented. It changes nothing until a person chooses it. Plain data; no names of people. */
export interface LearnedWeights {
  readonly reports: number;
  readonly remains: number;
  readonly nameModel: string;
  readonly documented: EvidenceSettings;
  readonly learned: EvidenceSettings;
  readonly parameters: readonly LearnedParameter[];
  /** Where the dead of settlements lie; null where the lists teach nothing of it. */
  readonly places: LearnedPlaces | null;
  readonly rounds: readonly LearningRound[];
  /** The last round changed nothing any more. */
  readonly isSettled: boolean;
  /** Pairs of a report and remains, and of two reports, that probably are one person. */
  readonly expected: { readonly remains: number; readonly reports: number };
  /** Each kind that is learned, by what it says of a pair. */
  readonly levels: { readonly remains: readonly WeightLevel[]; readonly reports: readonly WeightLevel[] };
  /** How pairs would move if the learned weights were used. */
  readonly moves: { readonly remains: Moves; readonly reports: Moves };
}

/** Documented values stand still after a few rounds; lists that go to and fro end here and say so. */
const mostRounds = 12;
/** Reports or individuals between two words of progress. */
const partSize = 500;

/**
 * Learns the weights of the evidence from two lists without labels, by generalised expectation-maximisation: pairs are
 * weighed, judged each for itself, the parameters moved (`learnFromLists`) and the places of settlements counted
 * (`learnPlaces`), and again until nothing changes; then the same for two reports of one person. Starts from the documented values and stays near them where the lists say little.
 * In steps like `weighLists`, for lists opened in the order of their ids with the documented settings.
 * LIMIT: DNA takes no part; candidates are those that the documented settings find; a pair of reports that only the
 * learned settings would propose is not among the moves.
 * @throws Problem `matching.too_little_to_learn`
 */
export function* learnSteps(opened: Matching): MatchSteps<LearnedWeights> {
  const { missing, remains, settings: documented } = opened;
  const repeats = yield* searchRepeats(missing.length, partSize);
  const persons = groupReports(missing.length, repeats);
  const lists = { remains: remains.length, persons };
  const ranges = rangesOf(remains.length, partSize);
  let parts = yield* searchCandidates(ranges, null);
  const [found, first] = [parts, joinColumns(parts)];
  let [matching, pairs, taught]: [Matching, PairColumns, TaughtByLists | null] = [opened, first, null];
  const rounds: LearningRound[] = [];
  while (rounds.length < mostRounds && rounds.at(-1)?.changed !== 0) {
    const judged = identifyApart(pairs, lists);
    taught = yield* learnFromLists(pairs, judged, documented);
    if (taught.parameters.length === 0) refuse('matching.too_little_to_learn', { found: Math.floor(taught.expected), needed: leastLearningMatches });
    const { settings, expected } = taught;
    const places = learnPlaces(matching, { pairs, probabilities: judged.probabilities, persons }, settings);
    const learned = { settings, placesTaught: places === null ? null : keptPlaces(places) };
    rounds.push({ expected, onList: judged.onList, changed: changedIn(matching.settings, settings) + (placesMoved(matching.context.placesTaught, learned.placesTaught) ? 1 : 0) });
    matching = underWeights(matching, learned);
    parts = yield* weighPartsAgain(ranges, parts, learned);
    pairs = joinColumns(parts);
  }
  const between = learnBetweenReports(matching, repeats);
  matching = underWeights(matching, { settings: between.settings, placesTaught: matching.context.placesTaught });
  const again = weighRepeatsAgain(matching, repeats);
  const [before, after] = [yield* probabilitiesOf(askedOf(ranges, found), repeats, opened), yield* probabilitiesOf(askedOf(ranges, parts), again, matching)];
  return {
    reports: missing.length, remains: remains.length, nameModel: matching.nameModel.version,
    documented, learned: matching.settings, parameters: [...(taught?.parameters ?? []), markerOfListed(documented, matching.settings, remains.length), ...between.parameters],
    places: describePlaces(matching),
    rounds, isSettled: rounds.at(-1)?.changed === 0,
    expected: { remains: taught?.expected ?? 0, reports: between.expected },
    levels: {
      remains: levelsOf(taughtKinds, { likely: taught?.sample ?? [], random: evenPairs(remains.length, missing.length) }, [remainsWeights(opened), remainsWeights(matching)]),
      reports: levelsOf(betweenKinds, { likely: between.sample, random: evenPairs(missing.length, missing.length) }, [betweenWeights(opened), betweenWeights(matching)]),
    },
    moves: { remains: movesOf(candidatePairs(opened, { before: first, after: pairs }, [before, after])), reports: movesOf(repeatedPairs(opened, repeats, again)) },
  };
}

/** Everything that can be learned: pages have words for each. */
export const learnableParameters: readonly ParameterName[] = [...learnedOfRemains.map(({ parameter }) => parameter), 'markerOfListed', ...learnedBetweenReports];

/** The joint probability of each of these pairs under the weights of `matching`. */
function* probabilitiesOf(asked: readonly AskedPersons[], duplicates: readonly DuplicatePair[], { missing, remains, settings, context: { placesTaught } }: Matching): MatchSteps<Float64Array> {
  const persons = groupReports(missing.length, duplicates);
  const filed = joinPersons(yield* weighPersons(asked, { learned: { settings, placesTaught }, files: personFiles(persons, duplicates) }));
  const own = identify(filed, { remains: remains.length, persons }).probabilities;
  const shared = shareAmongReports(filed.pairs, { own, part: filed.part }, { persons, duplicates });
  // Others of a file may stand among them: both judgements are of the pairs asked for.
  const pairs = joinColumns(asked.flatMap((one) => one.pairs ?? []));
  let at = 0;
  return Float64Array.from(pairs.remains, (i, p) => {
    while (filed.pairs.remains[at] !== i || filed.pairs.report[at] !== pairs.report[p]) at++;
    return shared[at] ?? 0;
  });
}

/** Persons of these very pairs, by their first names. */
function askedOf(ranges: readonly Range[], parts: readonly PairColumns[]): AskedPersons[] {
  return ranges.map((part, at) => ({ part, pairs: parts[at] ?? null, outside: null }));
}

function* candidatePairs({ missing, remains }: Matching, pairs: { readonly before: PairColumns; readonly after: PairColumns }, [before, after]: readonly [Float64Array, Float64Array]): Generator<MovedPair> {
  for (let p = 0; p < before.length; p++) {
    const probabilities = { before: before[p] ?? 0, after: after[p] ?? 0 };
    if (!countsAsMoved(probabilities)) continue;
    yield {
      a: remains.at(pairs.before.remains[p] ?? 0)?.id ?? '', b: missing[pairs.before.report[p] ?? 0]?.id ?? '', ...probabilities,
      log10Before: pairs.before.weight[p] ?? 0, log10After: pairs.after.weight[p] ?? 0,
    };
  }
}

/** The share of individuals on the list, which every list tells: the chance that a marker of another body reads somebody listed. */
function markerOfListed(documented: EvidenceSettings, learned: EvidenceSettings, remains: number): LearnedParameter {
  return { parameter: 'markerOfListed', documented: documented.markerOfListed, learned: learned.markerOfListed, pairs: remains, state: 'learned' };
}

/** The share on the list moves in its last digits for long; it counts from a hundredth. */
function changedIn(before: EvidenceSettings, after: EvidenceSettings): number {
  const names = Object.keys(after) as (keyof EvidenceSettings)[];
  return names.filter((name) => (name === 'markerOfListed' ? Math.abs(after[name] - before[name]) >= 0.01 : after[name] !== before[name])).length;
}
