import { parseEnvelope } from '@imena/ledger';
import { foldSubject, summarise, type EntryFile, type Erased, type FoldEntry } from '@imena/record';
import type { Database } from '../database/tables.ts';
import {
  deleteFoldFailures, insertFoldFailure, readEntriesOf, readFilesOf, replaceSubjects, type FoldedRow, type StoredEntry,
} from './fold.queries.ts';

/**
 * Folds subjects whole from all their entries and replaces them in the register. A subject whose fold fails (a defect
 * of ours) is left as it was and noted, so that one does not stop all.
 */
export async function foldSubjects(tx: Database, ids: readonly string[], now: Date): Promise<void> {
  const entries = groupBySubject(await readEntriesOf(tx, ids));
  const files = groupByIndex(await readFilesOf(tx, ids));
  const rows: FoldedRow[] = [];
  const done: string[] = [];
  for (const id of ids) {
    const stored = entries.get(id) ?? [];
    try {
      const subject = foldSubject(stored.map((entry) => foldEntry(entry, files.get(entry.log_index) ?? [])));
      const updatedAt = stored[stored.length - 1]?.received_at;
      if (subject !== null && updatedAt !== undefined) rows.push({ subject, summary: summarise(subject), updatedAt });
      done.push(id);
    } catch (error) {
      await insertFoldFailure(tx, { subject: id, words: error instanceof Error ? error.message : String(error), at: now });
    }
  }
  await deleteFoldFailures(tx, done);
  await replaceSubjects(tx, done, rows);
}

function foldEntry(entry: StoredEntry, files: readonly { readonly position: number; readonly sha256: string; readonly size: number }[]): FoldEntry {
  const envelope = parseEnvelope(entry.envelope);
  const signed = envelope.files ?? [];
  return {
    id: entry.id, index: entry.log_index, scope: entry.scope, subject: entry.subject, kind: entry.kind, by: entry.by, device: entry.device, at: entry.at,
    supersedes: envelope.supersedes ?? [],
    body: bodyOf(entry),
    files: signed.map((file, position): EntryFile => {
      const known = files.find((candidate) => candidate.position === position);
      return { sha256: known?.sha256 ?? null, size: known?.size ?? file.size };
    }),
  };
}

/** Bodies were parsed when they were received; what has no body was erased, with a tombstone or, by hand, without one. */
function bodyOf(entry: StoredEntry): FoldEntry['body'] {
  if (entry.body !== null) return JSON.parse(entry.body) as Exclude<FoldEntry['body'], Erased>;
  return { kind: 'erased', on: entry.erased_on ?? '', by: entry.erased_by ?? '', ground: entry.ground ?? '' };
}

function groupBySubject(entries: readonly StoredEntry[]): Map<string, StoredEntry[]> {
  const groups = new Map<string, StoredEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.subject);
    if (group === undefined) groups.set(entry.subject, [entry]);
    else group.push(entry);
  }
  return groups;
}

function groupByIndex<T extends { readonly log_index: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) groups.set(row.log_index, [...(groups.get(row.log_index) ?? []), row]);
  return groups;
}
