import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export interface LogStateRow {
  readonly origin: string;
  readonly installation: string;
  readonly device: string;
  readonly logPublicKey: Buffer;
  readonly devicePublicKey: Buffer;
  readonly generation: number;
  readonly demonstration: boolean;
}

export async function readLogState(db: Database): Promise<LogStateRow | null> {
  const { rows } = await sql<LogStateRow>`
    select origin, installation, device, log_public_key as "logPublicKey", device_public_key as "devicePublicKey", generation, demonstration
    from log_state`.execute(db);
  return rows[0] ?? null;
}

export async function insertLogState(db: Database, row: LogStateRow, at: Date): Promise<void> {
  await sql`
    insert into log_state (origin, installation, device, log_public_key, device_public_key, generation, demonstration, created_at)
    values (${row.origin}, ${row.installation}, ${row.device}, ${row.logPublicKey}, ${row.devicePublicKey}, ${row.generation}, ${row.demonstration}, ${at})`.execute(db);
}

export async function markDemonstration(db: Database, isDemonstration: boolean): Promise<void> {
  await sql`update log_state set demonstration = ${isDemonstration}`.execute(db);
}

/** Takes the lock of the one writer for as long as the connection lives; false when another holds it. */
export async function tryWriterLock(db: Database): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(hashtextextended('imena ledger writer', 0)) as taken`.execute(db);
  return rows[0]?.taken ?? false;
}
