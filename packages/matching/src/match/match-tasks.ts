import { openDuplicates, type WeighedReports } from '../duplicates/find-duplicates.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import type { PlacesTaught } from '../evidence/places-taught.ts';
import { withSettings, type Matching } from './open-matching.ts';
import type { Range } from './ranges.ts';
import type { PersonFile } from './person-files.ts';
import { weighAgain, weighPairs, type PairColumns } from './weigh-pairs.ts';
import type { PersonPairs } from './person-pairs.ts';
import { weighFiles } from './weigh-files.ts';

/** A part of a comparison of lists that can be done by itself, anywhere where the same lists are open. Plain data. */
export type MatchTask =
  | { readonly kind: 'repeats'; readonly part: Range }
  /** Under what was learned, or as the lists were opened. */
  | { readonly kind: 'candidates'; readonly part: Range; readonly learned: Learned | null }
  | { readonly kind: 'again'; readonly part: Range; readonly settings: EvidenceSettings; readonly placesTaught: PlacesTaught | null; readonly pairs: PairColumns }
  | { readonly kind: 'files'; readonly part: Range; readonly settings: EvidenceSettings; readonly placesTaught: PlacesTaught | null; readonly pairs: PairColumns; readonly files: readonly PersonFile[] };

/** Repeats for a task of that kind, persons for files, pairs for all others. Plain data. */
export type MatchAnswer = { readonly repeats: readonly WeighedReports[] } | { readonly pairs: PairColumns } | { readonly persons: PersonPairs };

/** What the lists teach, under which a task is done. */
export interface Learned {
  readonly settings: EvidenceSettings;
  readonly placesTaught: PlacesTaught | null;
}

/** Does tasks on opened lists. The answer to a task is the same in every process and in every order. */
export function openTasks(matching: Matching): (task: MatchTask) => MatchAnswer {
  const weighReports = openDuplicates(matching);
  let again = { key: '', matching };
  const under = ({ settings, placesTaught }: Learned): Matching => {
    const key = JSON.stringify([settings, placesTaught]);
    if (again.key !== key) again = { key, matching: withSettings(matching, settings, placesTaught) };
    return again.matching;
  };
  return (task) => {
    switch (task.kind) {
      case 'repeats': return { repeats: weighReports(task.part) };
      case 'candidates': return { pairs: weighPairs(task.learned === null ? matching : under(task.learned), task.part) };
      case 'again': return { pairs: weighAgain(under(task), task.pairs, task.part) };
      case 'files': return { persons: weighFiles(under(task), task.pairs, task.part, task.files) };
    }
  };
}
