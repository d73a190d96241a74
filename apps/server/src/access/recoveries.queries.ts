import { sql } from 'kysely';
import type { Executor } from './executor.ts';

/** What was lost. */
export const recoveryKinds = ['password', 'device', 'key'] as const;
export type RecoveryKind = (typeof recoveryKinds)[number];

export interface RecoveryRow {
  readonly id: string;
  readonly account: string;
  readonly what: RecoveryKind;
  readonly explanation: string;
  readonly openedBy: string | null;
  readonly openedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly usedAt: Date | null;
}

const columns = sql`id, account_id as account, what, explanation, opened_by as "openedBy", opened_at as "openedAt",
  approved_by as "approvedBy", approved_at as "approvedAt", expires_at as "expiresAt", used_at as "usedAt"`;

export async function listRecoveries(tx: Executor): Promise<RecoveryRow[]> {
  const { rows } = await sql<RecoveryRow>`select ${columns} from recoveries order by opened_at desc, id`.execute(tx);
  return rows;
}

/** A recovery, locked until the transaction ends. */
export async function lockRecovery(tx: Executor, id: string): Promise<RecoveryRow | null> {
  const { rows } = await sql<RecoveryRow>`select ${columns} from recoveries where id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

/** The recovery of a token that may still be used, locked. */
export async function lockUsableRecovery(tx: Executor, hash: Uint8Array, now: Date): Promise<RecoveryRow | null> {
  const { rows } = await sql<RecoveryRow>`
    select ${columns} from recoveries
    where token_hash = ${Buffer.from(hash)} and used_at is null and expires_at > ${now} for update`.execute(tx);
  return rows[0] ?? null;
}

export interface NewRecovery {
  readonly id: string;
  readonly account: string;
  readonly what: RecoveryKind;
  readonly explanation: string;
  readonly openedBy: string;
  readonly now: Date;
}

export async function insertRecovery(tx: Executor, recovery: NewRecovery): Promise<void> {
  await sql`
    insert into recoveries (id, account_id, what, explanation, opened_by, opened_at)
    values (${recovery.id}, ${recovery.account}, ${recovery.what}, ${recovery.explanation}, ${recovery.openedBy}, ${recovery.now})`.execute(tx);
}

/** A recovery made on the server's own machine: nobody opened or approved it from inside. */
export async function insertServerRecovery(tx: Executor, recovery: Omit<NewRecovery, 'openedBy'> & { hash: Uint8Array; expiresAt: Date }): Promise<void> {
  await sql`
    insert into recoveries (id, account_id, what, explanation, opened_at, token_hash, expires_at)
    values (${recovery.id}, ${recovery.account}, ${recovery.what}, ${recovery.explanation}, ${recovery.now}, ${Buffer.from(recovery.hash)}, ${recovery.expiresAt})`.execute(tx);
}

/** Approves; the constraint `recoveries_two_people` refuses the opener and the person concerned. */
export async function markApproved(tx: Executor, approval: { id: string; by: string; now: Date; hash: Uint8Array; expiresAt: Date }): Promise<void> {
  await sql`
    update recoveries set approved_by = ${approval.by}, approved_at = ${approval.now}, token_hash = ${Buffer.from(approval.hash)}, expires_at = ${approval.expiresAt}
    where id = ${approval.id}`.execute(tx);
}

export async function markUsed(tx: Executor, id: string, now: Date): Promise<void> {
  await sql`update recoveries set used_at = ${now} where id = ${id}`.execute(tx);
}
