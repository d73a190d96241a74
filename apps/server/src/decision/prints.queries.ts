import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** How often the certificate of an identification was printed, drafts apart. */
export async function countPrints(worker: Database, identification: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select certificate_prints(${identification}) as n`.execute(worker);
  return rows[0]?.n ?? 0;
}
