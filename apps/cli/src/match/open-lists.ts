import {
  countFound, countReportShares, inOrderOfIds, inSearchOrder, joinFound, leaveOutFound, openMatching, parseMissing, parseRemains, populationOf,
  type CountedFound, type EvidenceWeights, type FoundList, type FoundRemains, type LeftOutKind, type ListIds, type Matching, type MissingReport, type OpenedNames, type Population, type Range, type ReportShares,
} from '@imena/matching';
import type { Call } from '../command.ts';
import { openRows, type ListRows, type ReadPart } from './list-rows.ts';
import { joinParts, readList } from './read-list.ts';

/** What a thread needs to open the same lists. Plain data. */
export interface ListFiles {
  readonly missing: string;
  /** Null where reports alone are looked at. */
  readonly remains: string | null;
  readonly without: readonly LeftOutKind[];
  /** Null: the documented ones, from which the lists are learned from. */
  readonly weights: EvidenceWeights | null;
}

/** Which of how many threads, from 0. */
export interface ThreadShare {
  readonly at: number;
  readonly of: number;
}

/** What a thread knows by itself: all reports, in the order of a search, and its part of the remains. */
export interface BegunLists {
  readonly missing: readonly MissingReport[];
  readonly rows: ListRows<FoundRemains>;
  readonly part: CountedPart;
}

/** A part of the remains, read and counted. Plain data. */
export interface CountedPart extends ReadPart {
  readonly counted: CountedFound;
}

/** What all threads take from the first. Plain data. */
export interface CountedLists {
  readonly population: Population;
  /** Of the reports against themselves. */
  readonly between: ReportShares;
  /** Of each of the remains, in the order of their ids, the line of the file. */
  readonly lines: Int32Array;
}

/** Both lists in an order of their own, whatever that of their rows. */
export interface ReadLists {
  readonly missing: readonly MissingReport[];
  readonly remains: FoundList;
  readonly ids: ListIds;
  readonly counted: CountedLists;
}

/** Reads the reports, and of the remains the part of this thread. @throws Problems of `readList`, of the reports */
export async function beginLists(files: ListFiles, share: ThreadShare, call: Pick<Call, 'err' | 'language'>): Promise<BegunLists> {
  const missing = inSearchOrder(await readList(files.missing, parseMissing, call));
  const leftOut = new Set(files.without);
  const rows = await openRows(files.remains, (text, place, hear) => leaveOutFound(parseRemains(text, place, hear), leftOut));
  const part = rows.readPart(partOf(rows.length, share));
  return { missing, rows, part: { ...part, counted: countFound(part.lines.flatMap((line) => rows.at(line) ?? [])) } };
}

/** The part of a list that a thread begins with. */
export function partOf(count: number, { at, of }: ThreadShare): Range {
  return { from: Math.floor((count * at) / of), to: Math.floor((count * (at + 1)) / of) };
}

/** Both lists, of which others read the parts behind this one. @throws Problems of `readList`, of the remains */
export async function joinLists({ missing, rows, part }: BegunLists, others: () => Promise<readonly CountedPart[]>, call: Pick<Call, 'err' | 'language'>): Promise<ReadLists> {
  // What needs the reports alone is counted while others may still read.
  const reported = countFound(missing);
  const between = countReportShares(missing, reported);
  const parts = [part, ...await others()];
  const found = inOrderOfIds(Array.from(joinParts(rows.file, parts, call), ([id, line]) => ({ id, line })));
  const counted = { between, population: populationOf(missing, reported, joinFound(parts.map((one) => one.counted))), lines: Int32Array.from(found, ({ line }) => line) };
  return { missing, remains: listFound(rows, counted), ids: { reports: missing.map(({ id }) => id), remains: found.map(({ id }) => id) }, counted };
}

/** The remains in the order of their ids; those of another part are read when they are asked for. */
export function listFound(rows: ListRows<FoundRemains>, { lines }: CountedLists): FoundList {
  const at = (place: number): FoundRemains | undefined => {
    const line = lines[place];
    return line === undefined ? undefined : rows.at(line);
  };
  return {
    length: lines.length, at,
    *[Symbol.iterator]() {
      for (const line of lines) {
        const row = rows.at(line);
        if (row !== undefined) yield row;
      }
    },
  };
}

/** Opens what was read. @param names - of the reports, where they were opened before */
export function openLists({ missing, remains, counted: { population } }: Omit<ReadLists, 'ids'>, { weights }: ListFiles, names?: OpenedNames): Matching {
  return openMatching(missing, remains, { population, ...(names === undefined ? {} : { names }), ...weights });
}
