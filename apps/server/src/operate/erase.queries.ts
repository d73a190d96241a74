import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export interface Erasable {
  readonly id: string;
  readonly logIndex: number;
  readonly subject: string;
}

export async function findErasable(tx: Database, ids: readonly string[]): Promise<Erasable[]> {
  const { rows } = await sql<Erasable>`select id, log_index as "logIndex", subject from entries where id = any (${ids}::uuid[]) order by log_index`.execute(tx);
  return rows;
}

/** Leaves a tombstone in place of body, salt and files; answers which files no other entry carries any more. */
export async function eraseContent(
  tx: Database, { found, erasure, on, by, ground }: { readonly found: readonly Erasable[]; readonly erasure: string; readonly on: string; readonly by: string; readonly ground: string },
): Promise<string[]> {
  const indexes = found.map((entry) => entry.logIndex);
  await sql`
    insert into erased_entries (entry, log_index, erasure, erased_on, erased_by, ground)
    select id, log_index, ${erasure}::uuid, ${on}::text, ${by}::text, ${ground}::text from unnest(${found.map((entry) => entry.id)}::uuid[], ${indexes}::bigint[]) as t(id, log_index)
    on conflict (entry) do nothing`.execute(tx);
  const { rows } = await sql<{ sha256: string }>`delete from entry_files where log_index = any (${indexes}::bigint[]) returning sha256`.execute(tx);
  await sql`delete from entry_bodies where log_index = any (${indexes}::bigint[])`.execute(tx);
  const { rows: orphans } = await sql<{ sha256: string }>`
    select distinct h as sha256 from unnest(${rows.map((row) => row.sha256)}::text[]) as h where not exists (select 1 from entry_files f where f.sha256 = h) order by 1`.execute(tx);
  await sql`delete from file_uploads where sha256 = any (${orphans.map((row) => row.sha256)}::text[])`.execute(tx);
  return orphans.map((row) => row.sha256);
}
