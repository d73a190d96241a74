import type { Json } from '@imena/problem';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export interface SavedMapping {
  readonly name: string;
  readonly mapping: Json;
  readonly savedBy: string;
  readonly savedAt: Date;
}

export async function listMappings(tx: Database, target: string): Promise<SavedMapping[]> {
  const { rows } = await sql<SavedMapping>`
    select name, mapping, saved_by as "savedBy", saved_at as "savedAt" from import_mappings where target = ${target} order by name`.execute(tx);
  return rows;
}

export async function saveMapping(
  tx: Database, row: { readonly target: string; readonly name: string; readonly mapping: unknown; readonly account: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into import_mappings (target, name, mapping, saved_by, saved_at)
    values (${row.target}, ${row.name}, ${JSON.stringify(row.mapping)}::jsonb, ${row.account}, ${row.at})
    on conflict (target, name) do update set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = excluded.saved_at`.execute(tx);
}
