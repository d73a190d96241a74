import type { Subject } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Folded subjects of these kinds in a scope, as this account may read them, by code. */
export async function readScope(tx: Database, scope: string, kinds: readonly string[]): Promise<Subject[]> {
  const { rows } = await sql<{ folded: Subject }>`
    select folded from subjects where scope = ${scope}::uuid and kind = any (${kinds}::text[]) order by kind, code_sort, id`.execute(tx);
  return rows.map((row) => row.folded);
}

/** How many subjects of these kinds a scope has for this account, and the place in the log of the last that was said of any of them. */
export async function markScope(tx: Database, scope: string, kinds: readonly string[]): Promise<string> {
  const { rows } = await sql<{ n: number; last: number }>`
    select count(*) as n, coalesce(max(last_index), -1) as last from subjects where scope = ${scope}::uuid and kind = any (${kinds}::text[])`.execute(tx);
  return `${rows[0]?.n ?? 0} ${rows[0]?.last ?? -1}`;
}

/** A subject as a table of many names it. */
export interface NamedSubject {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly title: string;
}

/** The names of subjects, in no order; those that may not be read are missing. */
export async function nameSubjects(tx: Database, ids: readonly string[]): Promise<NamedSubject[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<NamedSubject>`select id, kind, code, title from subjects where id = any (${ids}::uuid[])`.execute(tx);
  return rows;
}
