import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Takes every entry and everything that follows from entries away; the owner's act, possible for a demonstration only. */
export async function emptyLog(owner: Database): Promise<void> {
  await sql`truncate entries, checkpoints, ledger_subjects, entry_bodies, entry_files, entry_subjects, erased_entries, quarantined_entries, waiting_entries,
    subjects, subject_links, subject_aliases, fold_failures`.execute(owner);
  await sql`update fold_position set next_index = 0`.execute(owner);
}

/** The next log of the same installation. */
export async function beginLog(owner: Database, log: { readonly origin: string; readonly generation: number }): Promise<void> {
  await sql`update log_state set origin = ${log.origin}, generation = ${log.generation}, demonstration = false`.execute(owner);
}
