import type { DuplicatePair } from '../duplicates/find-duplicates.ts';
import { groupReports } from '../duplicates/group-reports.ts';
import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import type { JointMethod } from '../joint/solve-joint.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { inOrderOfIds, inSearchOrder } from '../records/in-order.ts';
import { identify, type Identified, type PriorVersion } from './identify.ts';
import { outsideOf, placeOutside } from './join-evidence.ts';
import { learnFromPart } from './learn-from-part.ts';
import { judgeOccupied, pairsOfOccupied, placeOccupied, type JudgedOccupant, type OccupiedPerson } from './occupied.ts';
import { openTasks, searchRepeats, type MatchSteps, type MatchTask } from './match-tasks.ts';
import { openMatching, type Matching, type OpenOptions } from './open-matching.ts';
import { operatingThreshold } from './operating-threshold.ts';
import type { OutsideWeight } from './outside-weight.ts';
import { personFiles } from './person-files.ts';
import { weighPersons, type WeighedPairs } from './person-pairs.ts';
import { shareAmongReports } from './share-among-reports.ts';

export interface MatchOptions extends OpenOptions {
  /** Candidates returned for each individual. */
  readonly most?: number;
  /** `documented` keeps the documented settings; `lists` (default) learns from the lists where they hold enough. */
  readonly learnFrom?: 'lists' | 'documented';
  /** Told while it works; `done` and `of` count reports or individuals. */
  readonly onProgress?: (stage: 'duplicates' | 'remains', done: number, of: number) => void;
  /** Log10 LRs of the DNA of pairs, by ids. */
  readonly dna?: readonly OutsideWeight[];
  /** Older identifications and burials by others; they take part and can be wrong. */
  readonly occupied?: readonly OccupiedPerson[];
  /** `even-odds` is the view without the prior of the lists. */
  readonly prior?: PriorVersion;
}

export interface Candidate {
  readonly report: string;
  readonly probability: number;
  readonly log10Lr: number;
  readonly method: JointMethod;
}

export interface MatchedRemains {
  readonly remains: string;
  readonly candidates: readonly Candidate[];
}

/** Two reports that are probably about one person, by ids. */
export interface ProposedDuplicate {
  readonly a: string;
  readonly b: string;
  /** Probability that both reports are about one person. */
  readonly probability: number;
  /** log10 of P(both reports | one person) / P(both reports | two unrelated people of the lists). */
  readonly log10Lr: number;
}

/** The weights are those under which it was computed: recorded with the run. */
export interface Matched extends EvidenceWeights {
  readonly remains: readonly MatchedRemains[];
  readonly duplicates: readonly ProposedDuplicate[];
  readonly nameModel: string;
  readonly prior: string;
  readonly onList: number;
  /** The probability from which a candidate is proposed as a link (`operatingThreshold`). */
  readonly linkFrom: number;
  /** In the order given. */
  readonly occupied: readonly JudgedOccupant[];
  /** Ids of DNA and of occupied persons that are in neither list. */
  readonly unknown: readonly string[];
}

/**
 * Compares every individual found with every report and gives, for each, the most probable reports: all evidence in one
 * weight, then jointly over all. The same rows in any order give the same answer to the last digit, in the order of
 * `remains`. It ranks; it never identifies.
 */
export function matchLists(missing: readonly MissingReport[], remains: readonly FoundRemains[], options: MatchOptions = {}): Matched {
  const matching = openMatching(inSearchOrder(missing), inOrderOfIds(remains), options);
  const perform = openTasks(matching);
  const steps = matchSteps(matching, () => matching, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next(step.value.map((task) => {
    const answer = perform(task);
    options.onProgress?.(stageOf(task), task.part.to, task.kind === 'repeats' ? missing.length : remains.length);
    return answer;
  }));
  const byId = new Map(step.value.remains.map((one) => [one.remains, one]));
  return { ...step.value, remains: remains.flatMap(({ id }) => byId.get(id) ?? []) };
}

/** The word of progress for a task. */
function stageOf({ kind }: MatchTask): 'duplicates' | 'remains' {
  return kind === 'repeats' ? 'duplicates' : 'remains';
}

/**
 * The same in steps: gives tasks that do not depend on each other and takes their answers in the same order, until it has
 * the result. Reports stand in the order of a search (`inSearchOrder`), remains in that of their ids. Who does the tasks (`openTasks`), in how many threads and when, changes nothing.
 * @param open - the same lists opened; asked for when the first tasks are done, so that others can begin before
 */
export function* matchSteps({ missing, remains }: Pick<Matching, 'missing' | 'remains'>, open: () => Matching, options: MatchOptions = {}): MatchSteps<Matched> {
  const duplicates = yield* searchRepeats(missing.length, partSize);
  const persons = groupReports(missing.length, duplicates);
  const lists = { remains: remains.length, persons };
  const { matching, learned, parts } = yield* learnFromPart(open(), { persons, learnFrom: options.learnFrom ?? 'lists' });
  const outside = placeOutside(matching, { dna: options.dna ?? [], others: pairsOfOccupied(matching, options.occupied ?? []) });
  const filed = yield* weighPersons(parts.map(({ part, pairs }) => ({ part, pairs, outside: outsideOf(outside.pairs, part) })), { learned, files: personFiles(persons, duplicates) });
  const { pairs } = filed;
  const occupied = placeOccupied(matching, persons, options.occupied ?? []);
  const identified = identify(filed, lists, {
    ...(options.prior === undefined ? {} : { prior: options.prior }), occupants: occupied.occupants,
    relatives: filed.relatives, relativesFound: matching.settings.relativesFound,
  });
  const probabilities = shareAmongReports(pairs, { own: identified.probabilities, part: filed.part }, { persons, duplicates });
  const candidates = candidatesOf(matching, { pairs, identified, probabilities }, options.most ?? 20);
  return {
    remains: candidates, linkFrom: operatingThreshold(candidates.map((one, i) => ({ best: one.candidates[0]?.probability ?? 0, nobody: identified.nobody[i] ?? 0 }))),
    duplicates: duplicates.map((pair) => proposed(pair, missing)).sort(byIds),
    settings: matching.settings, placesTaught: matching.context.placesTaught, nameModel: matching.nameModel.version, prior: identified.version, onList: identified.onList,
    occupied: judgeOccupied(matching, { pairs, persons, identified }, occupied),
    unknown: [...new Set([...outside.unknown, ...occupied.unknown])],
  };
}

/** Reports of one task: some tenths of a second, so that no thread waits long for another. */
const partSize = 250;

interface Result {
  readonly pairs: WeighedPairs;
  readonly identified: Identified;
  readonly probabilities: Float64Array;
}

/** The pairs of one individual stand together, individuals in the order of the list. */
function candidatesOf({ missing, remains }: Matching, { pairs, identified, probabilities }: Result, most: number): MatchedRemains[] {
  const { report, weight } = pairs;
  const idOf = (p: number): string => missing[report[p] ?? 0]?.id ?? '';
  const byProbability = (a: number, b: number): number => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || (weight[b] ?? 0) - (weight[a] ?? 0) || (idOf(a) < idOf(b) ? -1 : 1);
  let next = 0;
  return remains.map(({ id }, i) => {
    const from = next;
    while (next < report.length && pairs.remains[next] === i) next++;
    const own = new Int32Array(next - from);
    for (let at = 0; at < own.length; at++) own[at] = from + at;
    const best = own.sort(byProbability).subarray(0, most);
    return { remains: id, candidates: Array.from(best, (p): Candidate => ({ report: idOf(p), probability: probabilities[p] ?? 0, log10Lr: weight[p] ?? 0, method: identified.isApproximate[p] === 1 ? 'sum-product' : 'exact' })) };
  });
}

function proposed({ a, b, probability, log10Lr }: DuplicatePair, missing: readonly MissingReport[]): ProposedDuplicate {
  const [one, other] = [missing[a]?.id ?? '', missing[b]?.id ?? ''];
  return one < other ? { a: one, b: other, probability, log10Lr } : { a: other, b: one, probability, log10Lr };
}

function byIds(x: ProposedDuplicate, y: ProposedDuplicate): number {
  return (x.a === y.a ? x.b < y.b : x.a < y.a) ? -1 : 1;
}
