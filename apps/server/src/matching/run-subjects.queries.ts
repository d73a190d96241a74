import type { Subject } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Folded subjects of a kind that this account may read; of one scope, or of all. */
export async function readSubjectsOf(tx: Database, kind: string, scope: string | null): Promise<Subject[]> {
  const { rows } = await sql<{ folded: Subject }>`
    select folded from subjects where kind = ${kind} and (${scope}::uuid is null or scope = ${scope}::uuid) order by id`.execute(tx);
  return rows.map((row) => row.folded);
}

/** Missing persons that this account may read and that nobody has found. */
export async function countMissing(tx: Database, scope: string | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from subjects where kind = 'person' and status = 'missing' and (${scope}::uuid is null or scope = ${scope}::uuid)`.execute(tx);
  return rows[0]?.n ?? 0;
}
