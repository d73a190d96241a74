import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Names under which accounts appear, by id. */
export async function findAccountNames(tx: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, display_name as name from accounts where id = any (${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.name]));
}
