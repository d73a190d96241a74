import type { FrequencyTable } from '@imena/kinship';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export async function listInstalledTables(tx: Database): Promise<FrequencyTable[]> {
  const { rows } = await sql<{ content: FrequencyTable }>`select content from frequency_tables order by id`.execute(tx);
  return rows.map((row) => row.content);
}

/** Adds a table; false when the id is taken. */
export async function insertTable(tx: Database, table: FrequencyTable, by: { readonly account: string; readonly now: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into frequency_tables (id, content, added_by, added_at) values (${table.id}, ${JSON.stringify(table)}::jsonb, ${by.account}, ${by.now})
    on conflict (id) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}
