import { openDuplicates, settleDuplicates, type DuplicatePair, type WeighedReports } from '../duplicates/find-duplicates.ts';
import type { ReportShares } from '../duplicates/report-pairs.ts';
import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import type { LearnedSettings } from '../learn/learn-settings.ts';
import { joinEvidence, type OutsidePair } from './join-evidence.ts';
import { learnKind, type AskedKind } from './learn-from-lists.ts';
import { rememberTables, underWeights, type Matching } from './open-matching.ts';
import { rangesOf, type Range } from './ranges.ts';
import type { PersonFile } from './person-files.ts';
import { weighAgain, weighPairs, type PairColumns } from './weigh-pairs.ts';
import type { PersonPairs } from './person-pairs.ts';
import { openFiles } from './weigh-files.ts';

/** What tasks rest on besides the lists: the same for all that are given out together, so that it need be told but once. Plain data. */
export interface TaskBasis {
  /** Null: as the lists were opened. */
  readonly learned: EvidenceWeights | null;
  /** Persons of which there are several reports. */
  readonly files: readonly PersonFile[];
}

/** A part of a comparison of lists that can be done by itself, anywhere where the same lists are open. Plain data. */
export type MatchTask =
  | { readonly kind: 'repeats'; readonly part: Range }
  | { readonly kind: 'candidates'; readonly part: Range; readonly basis: TaskBasis }
  | { readonly kind: 'again'; readonly part: Range; readonly basis: TaskBasis; readonly pairs: PairColumns }
  | { readonly kind: 'persons'; readonly part: Range; readonly basis: TaskBasis } & AskedPersons
  | { readonly kind: 'teach' } & AskedKind;

/** Individuals of which the persons of all candidates are to be weighed. */
export interface AskedPersons {
  readonly part: Range;
  /** Their candidates; null where they are to be searched for. */
  readonly pairs: PairColumns | null;
  /** What is known of their pairs from elsewhere, to be joined with what other names bring; null where neither takes part. */
  readonly outside: readonly OutsidePair[] | null;
}

/** Repeats, persons and settings for tasks of these kinds, pairs for all others. Plain data. */
export type MatchAnswer = { readonly repeats: readonly WeighedReports[] } | { readonly pairs: PairColumns } | { readonly persons: PersonPairs } | { readonly taught: LearnedSettings };

/** Gives tasks that do not depend on each other, takes their answers in the same order, and so on until it has the result. */
export type MatchSteps<Result> = Generator<readonly MatchTask[], Result, readonly MatchAnswer[]>;

/**
 * Does tasks on opened lists. The answer to a task is the same in every process and in every order.
 * @param shares - of the reports against themselves, where they were counted before
 */
export function openTasks(matching: Matching, shares?: ReportShares): (task: MatchTask) => MatchAnswer {
  const weighReports = openDuplicates(matching, shares);
  const under = openBases(matching);
  return (task) => {
    if (task.kind === 'repeats') return { repeats: weighReports(task.part) };
    if (task.kind === 'teach') return { taught: learnKind(matching, task) };
    const { lists, weighPersons } = under(task.basis);
    switch (task.kind) {
      case 'candidates': return { pairs: weighPairs(lists, task.part) };
      case 'again': return { pairs: weighAgain(lists, task.pairs, task.part) };
      case 'persons': {
        // Each individual is asked for its tables at every step.
        const part = rememberTables(lists);
        const pairs = task.pairs ?? weighPairs(part, task.part);
        return { persons: weighPersons(task.outside === null ? pairs : joinEvidence(part, pairs, { part: task.part, outside: task.outside }), { tablesAt: part.tablesAt, from: task.part.from }) };
      }
    }
  };
}

interface OpenedBasis {
  readonly lists: Matching;
  readonly weighPersons: ReturnType<typeof openFiles>;
}

/** The lists under what tasks rest on; what was made for the last basis stays, tables also where the next has the same weights. */
function openBases(matching: Matching): (basis: TaskBasis) => OpenedBasis {
  let last: { readonly basis: TaskBasis } & OpenedBasis | null = null;
  return (basis) => {
    if (last?.basis === basis) return last;
    const { learned, files } = basis;
    const isSame = last !== null && JSON.stringify(last.basis.learned) === JSON.stringify(learned);
    const lists: Matching = last !== null && isSame ? last.lists : learned === null ? matching : underWeights(matching, learned);
    last = { basis, lists, weighPersons: openFiles(lists, files) };
    return last;
  };
}

/** The repeats among `count` reports, searched in parts of `size`. */
export function* searchRepeats(count: number, size: number): MatchSteps<DuplicatePair[]> {
  const answers = yield rangesOf(count, size).map((part) => ({ kind: 'repeats', part }));
  return settleDuplicates(count, answers.map((answer) => ('repeats' in answer ? answer.repeats : [])));
}

/** The candidates of the individuals of each part. @param learned - null: as the lists were opened */
export function* searchCandidates(parts: readonly Range[], learned: EvidenceWeights | null): MatchSteps<PairColumns[]> {
  const basis = { learned, files: [] };
  return pairsOf(yield parts.map((part) => ({ kind: 'candidates', part, basis })));
}

/** The same pairs of each part under what was learned. @param pairs - one for each part, in the same order */
export function* weighPartsAgain(parts: readonly Range[], pairs: readonly PairColumns[], learned: EvidenceWeights): MatchSteps<PairColumns[]> {
  const basis = { learned, files: [] };
  return pairsOf(yield pairs.flatMap((own, at): MatchTask[] => {
    const part = parts[at];
    return part === undefined ? [] : [{ kind: 'again', part, basis, pairs: own }];
  }));
}

function pairsOf(answers: readonly MatchAnswer[]): PairColumns[] {
  return answers.flatMap((answer) => ('pairs' in answer ? [answer.pairs] : []));
}
