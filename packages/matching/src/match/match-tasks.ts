import { openDuplicates, type WeighedReports } from '../duplicates/find-duplicates.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import { withSettings, type Matching } from './open-matching.ts';
import type { Range } from './ranges.ts';
import { weighAgain, weighPairs, type PairColumns } from './weigh-pairs.ts';

/** A part of a comparison of lists that can be done by itself, anywhere where the same lists are open. Plain data. */
export type MatchTask =
  | { readonly kind: 'repeats'; readonly part: Range }
  | { readonly kind: 'candidates'; readonly part: Range }
  | { readonly kind: 'again'; readonly part: Range; readonly settings: EvidenceSettings; readonly pairs: PairColumns };

/** Repeats for a task of that kind, pairs for all others. Plain data. */
export type MatchAnswer = { readonly repeats: readonly WeighedReports[] } | { readonly pairs: PairColumns };

/** Does tasks on opened lists. The answer to a task is the same in every process and in every order. */
export function openTasks(matching: Matching): (task: MatchTask) => MatchAnswer {
  const weighReports = openDuplicates(matching);
  let again = { key: '', matching };
  return (task) => {
    switch (task.kind) {
      case 'repeats': return { repeats: weighReports(task.part) };
      case 'candidates': return { pairs: weighPairs(matching, task.part) };
      case 'again': {
        const key = JSON.stringify(task.settings);
        if (again.key !== key) again = { key, matching: withSettings(matching, task.settings) };
        return { pairs: weighAgain(again.matching, task.pairs, task.part) };
      }
    }
  };
}
