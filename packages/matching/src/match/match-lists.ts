import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import type { JointMethod } from '../joint/solve-joint.ts';
import { inOrderOfIds, inSearchOrder } from '../records/in-order.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import type { PriorVersion } from './identify.ts';
import { openTasks, type MatchTask } from './match-tasks.ts';
import type { JudgedOccupant, OccupiedPerson } from './occupied.ts';
import { openMatching, type OpenOptions } from './open-matching.ts';
import type { OutsideWeight } from './outside-weight.ts';
import { rankCandidates } from './rank-candidates.ts';
import { weighLists } from './weigh-lists.ts';

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
 * `remains`. It ranks; it never identifies. For long lists in steps: `weighLists`, then `rankCandidates`.
 */
export function matchLists(missing: readonly MissingReport[], remains: readonly FoundRemains[], options: MatchOptions = {}): Matched {
  const [reports, found] = [inSearchOrder(missing), inOrderOfIds(remains)];
  const matching = openMatching(reports, found, options);
  const perform = openTasks(matching);
  const steps = weighLists({ reports: reports.map(({ id }) => id), remains: found.map(({ id }) => id) }, () => matching, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next(step.value.map((task) => {
    const answer = perform(task);
    if ('part' in task) options.onProgress?.(stageOf(task), task.part.to, task.kind === 'repeats' ? missing.length : remains.length);
    return answer;
  }));
  const { candidatesOf, count: _, ...ranked } = rankCandidates(step.value, options);
  const placeOf = new Map(found.map(({ id }, at) => [id, at]));
  return { ...ranked, remains: remains.map(({ id }) => candidatesOf(placeOf.get(id) ?? 0)) };
}

/** The word of progress for a task. */
function stageOf({ kind }: MatchTask): 'duplicates' | 'remains' {
  return kind === 'repeats' ? 'duplicates' : 'remains';
}
