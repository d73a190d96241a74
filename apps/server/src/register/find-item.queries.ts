import type { Subject, SubjectKind } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** The kind and code of one subject; null when the register has none, or none that may be read. */
export async function findItem(tx: Database, id: string): Promise<{ kind: SubjectKind; code: string } | null> {
  const { rows } = await sql<{ kind: SubjectKind; code: string }>`select kind, code from subjects where id::text = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Every subject of a kind, folded, by code. */
export async function readFoldedOfKind(db: Database, kind: SubjectKind): Promise<Subject[]> {
  const { rows } = await sql<{ folded: Subject }>`select folded from subjects where kind = ${kind} order by code_sort, id`.execute(db);
  return rows.map((row) => row.folded);
}
