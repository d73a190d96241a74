import type { DuplicatePair } from '../duplicates/find-duplicates.ts';
import { groupReports } from '../duplicates/group-reports.ts';
import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import type { ListIds } from '../records/types.ts';
import { outsideOf, placeOutside } from './join-evidence.ts';
import { learnFromPart } from './learn-from-part.ts';
import type { MatchOptions } from './match-lists.ts';
import { searchRepeats, type MatchSteps } from './match-tasks.ts';
import { pairsOfOccupied, placeOccupied, type PlacedOccupied } from './occupied.ts';
import type { Matching } from './open-matching.ts';
import { personFiles } from './person-files.ts';
import { weighPersons, type PersonPairs } from './person-pairs.ts';
import { partSize } from './ranges.ts';

/** All that is known of two lists before identities are asked for; nothing of it needs the lists any more. */
export interface WeighedLists extends EvidenceWeights, ListIds {
  /** Of each part of the list, in order. */
  readonly filed: readonly PersonPairs[];
  /** The person of each report. */
  readonly persons: readonly number[];
  readonly duplicates: readonly DuplicatePair[];
  readonly occupied: PlacedOccupied;
  readonly nameModel: string;
  /** Ids of DNA and of occupied persons that are in neither list. */
  readonly unknown: readonly string[];
}

/**
 * Weighs every individual found with the reports that it may be, in steps: gives tasks that do not depend on each other and
 * takes their answers in the same order, until it has the result. Reports stand in the order of a search (`inSearchOrder`),
 * remains in that of their ids. Who does the tasks (`openTasks`), in how many threads and when, changes nothing.
 * @param open - the same lists opened; asked for when the first tasks are done, so that others can begin before
 */
export function* weighLists(ids: ListIds, open: () => Matching, options: MatchOptions = {}): MatchSteps<WeighedLists> {
  const duplicates = yield* searchRepeats(ids.reports.length, partSize);
  const persons = groupReports(ids.reports.length, duplicates);
  const { matching, learned, parts } = yield* learnFromPart(open(), { persons, learnFrom: options.learnFrom ?? 'lists' });
  const outside = placeOutside(ids, { dna: options.dna ?? [], others: pairsOfOccupied(matching, ids, options.occupied ?? []) });
  const filed = yield* weighPersons(parts.map(({ part, pairs }) => ({ part, pairs, outside: outsideOf(outside.pairs, part) })), { learned, files: personFiles(persons, duplicates) });
  const occupied = placeOccupied(ids, persons, options.occupied ?? []);
  return {
    reports: ids.reports, remains: ids.remains, filed, persons, duplicates, occupied,
    settings: matching.settings, placesTaught: matching.context.placesTaught, nameModel: matching.nameModel.version, unknown: [...new Set([...outside.unknown, ...occupied.unknown])],
  };
}
