import {
  countPopulation, inOrderOfIds, inSearchOrder, leaveOutFound, openMatching, openNames, parseMissing, parseRemains,
  type EvidenceWeights, type FoundRemains, type LeftOutKind, type Matching, type MissingReport, type Population, type Range,
} from '@imena/matching';
import type { Call } from '../command.ts';
import { readTextLines } from '../read-text.ts';
import { readList, today } from './read-lists.ts';

/** What a thread needs to open the same lists. Plain data. */
export interface ListFiles {
  readonly missing: string;
  /** Null where reports alone are looked at. */
  readonly remains: string | null;
  readonly without: readonly LeftOutKind[];
  /** Null: the documented ones, from which the lists are learned from. */
  readonly weights: EvidenceWeights | null;
}

/** Both lists in an order of their own, whatever that of their rows, and what the first thread counts for all. */
export interface ReadLists {
  readonly missing: readonly MissingReport[];
  readonly remains: readonly FoundRemains[];
  readonly counted: CountedLists;
}

/** What no thread but the first counts. Plain data. */
export interface CountedLists {
  readonly population: Population;
  /** Of each of the remains, in the order of their ids, which row of the file it is, from 0; empty lines do not count. */
  readonly rows: Int32Array;
}

/** Reads and counts both lists. @throws Problems of `readList` */
export async function readLists({ missing, remains, without }: ListFiles, call: Pick<Call, 'err' | 'language'>): Promise<ReadLists> {
  const reports = inSearchOrder(await readList(missing, parseMissing, call));
  const inFile = remains === null ? [] : await readList(remains, parseRemains, call);
  const rowOf = new Map(inFile.map(({ id }, row) => [id, row]));
  const leftOut = new Set(without);
  const found = inOrderOfIds(inFile).map((one) => leaveOutFound(one, leftOut));
  return { missing: reports, remains: found, counted: { population: countPopulation(reports, found), rows: Int32Array.from(found, ({ id }) => rowOf.get(id) ?? 0) } };
}

/** Opens what was read. */
export function openLists({ missing, remains, counted: { population } }: ReadLists, { weights }: ListFiles): Matching {
  return openMatching(missing, remains, { population, ...weights });
}

/** Lists of which a thread reads the remains part by part. */
export interface PartlyOpened {
  readonly matching: Matching;
  /** Has the remains of a part ready. */
  readonly have: (part: Range) => void;
}

/** Opens the same lists in another thread: names at once, remains as they are asked for, and what the first thread counts when it has. @throws Problems of `readList` */
export async function openPartly(files: ListFiles, counting: Promise<CountedLists>): Promise<PartlyOpened> {
  // What cannot be read or understood is told by the first thread.
  const missing = inSearchOrder(await readList(files.missing, parseMissing, { err: () => undefined, language: 'en' }));
  const texts: string[] = [];
  if (files.remains !== null) for await (const { text } of readTextLines(files.remains)) if (text.trim() !== '') texts.push(text);
  const names = openNames(missing);
  const { population, rows } = await counting;
  const remains = new Array<FoundRemains>(rows.length);
  const leftOut = new Set(files.without);
  const place = { file: files.remains ?? '', today: today() };
  return {
    matching: openMatching(missing, remains, { population, names, ...files.weights }),
    have: ({ from, to }) => {
      for (let i = from; i < to; i++) {
        const row = rows[i] ?? 0;
        remains[i] ??= leaveOutFound(parseRemains(texts[row] ?? '', { ...place, line: row + 1 }), leftOut);
        texts[row] = '';
      }
    },
  };
}
