import { inOrderOfIds, leaveOutFound, openMatching, parseMissing, parseRemains, type EvidenceSettings, type LeftOutKind, type Matching } from '@imena/matching';
import type { Call } from '../command.ts';
import { readList } from './read-lists.ts';

/** What a thread needs to open the same lists. Plain data. */
export interface ListFiles {
  readonly missing: string;
  /** Null where reports alone are looked at. */
  readonly remains: string | null;
  readonly without: readonly LeftOutKind[];
  /** Null: the documented ones, from which the lists are learned from. */
  readonly settings: EvidenceSettings | null;
}

/** Reads and opens both lists, whatever the order of their rows; every thread that does it gets the same. @throws Problems of `readList` */
export async function openLists({ missing, remains, without, settings }: ListFiles, call: Pick<Call, 'err' | 'language'>): Promise<Matching> {
  const reports = inOrderOfIds(await readList(missing, parseMissing, call));
  const found = remains === null ? [] : inOrderOfIds(await readList(remains, parseRemains, call));
  const leftOut = new Set(without);
  return openMatching(reports, found.map((one) => leaveOutFound(one, leftOut)), settings === null ? {} : { settings });
}
