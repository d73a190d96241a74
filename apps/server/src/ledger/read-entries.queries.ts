import type { Problem } from '@imena/problem';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** One line of the log; `type` only where the body may be read. */
export interface EntryLine {
  readonly index: number;
  readonly id: string;
  readonly kind: string;
  readonly scope: string;
  readonly subject: string;
  readonly by: string;
  readonly device: string;
  readonly at: string;
  readonly receivedAt: Date;
  readonly leafHash: string;
  readonly type: string | null;
}

export async function listEntries(
  tx: Database, filter: { readonly before: number; readonly limit: number; readonly subject: string | null; readonly scope: string | null; readonly type: string | null },
): Promise<EntryLine[]> {
  const subject = filter.subject === null ? sql`true` : sql`e.subject = ${filter.subject}`;
  const scope = filter.scope === null ? sql`true` : sql`e.scope = ${filter.scope}`;
  // Hidden bodies do not join: a type finds only what the account may read.
  const type = filter.type === null ? sql`true` : sql`b.type = ${filter.type}`;
  const { rows } = await sql<EntryLine>`
    select e.log_index as index, e.id, e.kind, e.scope, e.subject, e.by_account as by, e.device, e.at, e.received_at as "receivedAt",
      encode(e.leaf_hash, 'hex') as "leafHash", b.type
    from entries e left join entry_bodies b on b.log_index = e.log_index
    where e.log_index < ${filter.before} and ${subject} and ${scope} and ${type} order by e.log_index desc limit ${filter.limit}`.execute(tx);
  return rows;
}

export interface EntryRow {
  readonly index: number;
  readonly subject: string;
  readonly subjectKind: string;
  readonly device: string;
  readonly envelope: Buffer;
  readonly signature: Buffer;
  readonly leafHash: Buffer;
  readonly body: string | null;
  readonly salt: Buffer | null;
}

export async function findEntry(tx: Database, id: string): Promise<EntryRow | null> {
  const { rows } = await sql<EntryRow>`
    select e.log_index as index, e.subject, e.subject_kind as "subjectKind", e.device, e.envelope, e.signature, e.leaf_hash as "leafHash", b.body, b.salt
    from entries e left join entry_bodies b on b.log_index = e.log_index where e.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export interface EntryFileRow {
  readonly sha256: string;
  readonly salt: Buffer;
  readonly size: number;
  readonly name: string | null;
  readonly mediaType: string | null;
}

export async function findEntryFiles(tx: Database, logIndex: number): Promise<EntryFileRow[]> {
  const { rows } = await sql<EntryFileRow>`
    select sha256, salt, size, name, media_type as "mediaType" from entry_files where log_index = ${logIndex} order by position`.execute(tx);
  return rows;
}

export async function listQuarantine(tx: Database): Promise<{ number: number; entry: string | null; device: string | null; problem: Problem; account: string | null; receivedAt: Date }[]> {
  const { rows } = await sql<{ number: number; entry: string | null; device: string | null; problem: Problem; account: string | null; receivedAt: Date }>`
    select number, entry, device, problem, account_id as account, received_at as "receivedAt" from quarantined_entries order by number desc limit 1000`.execute(tx);
  return rows;
}

export async function listHeld(tx: Database): Promise<{ entry: string; device: string; scope: string; seq: number; problem: Problem; account: string; receivedAt: Date }[]> {
  const { rows } = await sql<{ entry: string; device: string; scope: string; seq: number; problem: Problem; account: string; receivedAt: Date }>`
    select entry, device, scope, seq, problem, account_id as account, received_at as "receivedAt" from waiting_entries order by received_at, entry limit 1000`.execute(tx);
  return rows;
}
