import type { Envelope } from '@imena/ledger';
import { foldSubject, summarise, type EntryFile, type Erased, type FoldEntry } from '@imena/record';
import type { Database } from '../database/tables.ts';
import type { Derivation } from './derivation.ts';
import {
  deleteFoldFailures, insertFoldFailure, readEntriesOf, readFilesOf, replaceSubjects, type FoldedRow, type StoredEntry,
} from './fold.queries.ts';

/**
 * Folds subjects whole from all their entries and replaces them in the register. A subject whose fold fails (a defect
 * of ours) is left as it was and noted, so that one does not stop all.
 */
export async function foldSubjects(tx: Database, ids: readonly string[], { now, derivations }: { readonly now: Date; readonly derivations: readonly Derivation[] }): Promise<void> {
  const { entries, foldEntries } = await readFoldEntries(tx, ids);
  const rows: FoldedRow[] = [];
  const done: string[] = [];
  for (const id of ids) {
    const stored = entries.get(id) ?? [];
    try {
      const subject = foldSubject(foldEntries(stored));
      const updatedAt = stored[stored.length - 1]?.received_at;
      if (subject !== null && updatedAt !== undefined) rows.push({ subject, summary: summarise(subject), updatedAt });
      done.push(id);
    } catch (error) {
      await insertFoldFailure(tx, { subject: id, words: error instanceof Error ? error.message : String(error), at: now });
    }
  }
  await deleteFoldFailures(tx, done);
  await replaceSubjects(tx, done, rows);
  for (const derivation of derivations) await derivation.replace(tx, done, rows.map((row) => row.subject));
}

/** Every entry of one subject in the log, as the fold sees it: what a rule adds the entry to that it decides about. */
export async function readEntriesToFold(tx: Database, subject: string): Promise<FoldEntry[]> {
  const { entries, foldEntries } = await readFoldEntries(tx, [subject]);
  return foldEntries(entries.get(subject) ?? []);
}

async function readFoldEntries(tx: Database, ids: readonly string[]): Promise<{ entries: Map<string, StoredEntry[]>; foldEntries: (stored: readonly StoredEntry[]) => FoldEntry[] }> {
  const files = groupByIndex(await readFilesOf(tx, ids));
  return {
    entries: groupBySubject(await readEntriesOf(tx, ids)),
    foldEntries: (stored) => stored.map((entry) => foldEntry(entry, files.get(entry.log_index) ?? [])),
  };
}

function foldEntry(entry: StoredEntry, files: readonly { readonly position: number; readonly sha256: string; readonly size: number }[]): FoldEntry {
  const envelope = signedEnvelope(entry.envelope);
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

/**
 * What the fold needs of an envelope. Its canonical form was proved when it was received, and `imena doctor` proves it
 * again; proving it at every fold took a third of the fold's time.
 */
function signedEnvelope(bytes: Uint8Array): Pick<Envelope, 'supersedes' | 'files'> {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as Envelope;
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
