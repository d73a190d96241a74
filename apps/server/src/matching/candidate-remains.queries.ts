import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Remains of which a run lists at least one pair. */
export async function listRemainsWithCandidates(tx: Database, run: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ remains: string }>`select distinct remains from candidates where run = ${run}`.execute(tx);
  return new Set(rows.map((row) => row.remains));
}
