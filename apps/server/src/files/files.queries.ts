import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export interface FileOfEntry {
  readonly subject: string;
  readonly kind: string;
  readonly name: string | null;
  readonly mediaType: string | null;
  readonly body: string;
}

/** A file as an entry that may be read carries it; null when there is none. */
export async function findFileOfEntry(tx: Database, sha256: string, entry: string): Promise<FileOfEntry | null> {
  const { rows } = await sql<FileOfEntry>`
    select f.subject, f.subject_kind as kind, f.name, f.media_type as "mediaType", b.body
    from entry_files f join entry_bodies b on b.log_index = f.log_index where f.entry = ${entry} and f.sha256 = ${sha256} limit 1`.execute(tx);
  return rows[0] ?? null;
}
