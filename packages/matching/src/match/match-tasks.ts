import { openDuplicates, settleDuplicates, type DuplicatePair, type WeighedReports } from '../duplicates/find-duplicates.ts';
import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import { underWeights, type Matching } from './open-matching.ts';
import { rangesOf, type Range } from './ranges.ts';
import type { PersonFile } from './person-files.ts';
import { weighAgain, weighPairs, type PairColumns } from './weigh-pairs.ts';
import type { PersonPairs } from './person-pairs.ts';
import { weighFiles } from './weigh-files.ts';

/** A part of a comparison of lists that can be done by itself, anywhere where the same lists are open. Plain data. */
export type MatchTask =
  | { readonly kind: 'repeats'; readonly part: Range }
  /** Under what was learned, or as the lists were opened. */
  | { readonly kind: 'candidates'; readonly part: Range; readonly learned: EvidenceWeights | null }
  | { readonly kind: 'again'; readonly part: Range; readonly learned: EvidenceWeights; readonly pairs: PairColumns }
  | { readonly kind: 'files'; readonly part: Range; readonly learned: EvidenceWeights; readonly pairs: PairColumns; readonly files: readonly PersonFile[] };

/** Repeats for a task of that kind, persons for files, pairs for all others. Plain data. */
export type MatchAnswer = { readonly repeats: readonly WeighedReports[] } | { readonly pairs: PairColumns } | { readonly persons: PersonPairs };

/** Gives tasks that do not depend on each other, takes their answers in the same order, and so on until it has the result. */
export type MatchSteps<Result> = Generator<readonly MatchTask[], Result, readonly MatchAnswer[]>;

/** Does tasks on opened lists. The answer to a task is the same in every process and in every order. */
export function openTasks(matching: Matching): (task: MatchTask) => MatchAnswer {
  const weighReports = openDuplicates(matching);
  let again = { key: '', matching };
  const under = (learned: EvidenceWeights): Matching => {
    const key = JSON.stringify(learned);
    if (again.key !== key) again = { key, matching: underWeights(matching, learned) };
    return again.matching;
  };
  return (task) => {
    switch (task.kind) {
      case 'repeats': return { repeats: weighReports(task.part) };
      case 'candidates': return { pairs: weighPairs(task.learned === null ? matching : under(task.learned), task.part) };
      case 'again': return { pairs: weighAgain(under(task.learned), task.pairs, task.part) };
      case 'files': return { persons: weighFiles(under(task.learned), task.pairs, task.part, task.files) };
    }
  };
}

/** The repeats among `count` reports, searched in parts of `size`. */
export function* searchRepeats(count: number, size: number): MatchSteps<DuplicatePair[]> {
  const answers = yield rangesOf(count, size).map((part) => ({ kind: 'repeats', part }));
  return settleDuplicates(count, answers.map((answer) => ('repeats' in answer ? answer.repeats : [])));
}

/** The candidates of the individuals of each part. @param learned - null: as the lists were opened */
export function* searchCandidates(parts: readonly Range[], learned: EvidenceWeights | null): MatchSteps<PairColumns[]> {
  return pairsOf(yield parts.map((part) => ({ kind: 'candidates', part, learned })));
}

/** The same pairs of each part under what was learned. @param pairs - one for each part, in the same order */
export function* weighPartsAgain(parts: readonly Range[], pairs: readonly PairColumns[], learned: EvidenceWeights): MatchSteps<PairColumns[]> {
  return pairsOf(yield pairs.flatMap((own, at): MatchTask[] => {
    const part = parts[at];
    return part === undefined ? [] : [{ kind: 'again', part, learned, pairs: own }];
  }));
}

function pairsOf(answers: readonly MatchAnswer[]): PairColumns[] {
  return answers.flatMap((answer) => ('pairs' in answer ? [answer.pairs] : []));
}
