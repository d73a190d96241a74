import type { ChainHead } from '@imena/ledger';
import type { Problem } from '@imena/problem';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { KnownEntry } from './judge-entry.ts';
import type { PreparedEntry } from './prepared-entry.ts';

/** An entry about to be logged. */
export interface LogRow {
  readonly logIndex: number;
  readonly entry: PreparedEntry;
  readonly subjectKind: string;
  readonly isNewSubject: boolean;
}

export async function insertEntries(db: Database, rows: readonly LogRow[], receivedAt: Date): Promise<void> {
  const of = <T>(pick: (row: LogRow) => T): T[] => rows.map(pick);
  // Bytes of one column go as one value, cut up again by the database: as elements of an array each would be sent as
  // hex in a string, twice as long, and searched for characters to escape.
  const envelopes = of((row) => row.entry.signed.envelope);
  await sql`
    insert into entries (log_index, id, scope, subject, subject_kind, kind, by_account, device, seq, at, received_at, envelope, signature, envelope_hash, leaf_hash)
    select log_index, id, scope, subject, subject_kind, kind, by_account, device, seq, at, ${receivedAt}::timestamptz,
      substring(${Buffer.concat(envelopes)}::bytea from starts for length), substring(${Buffer.concat(of((row) => row.entry.signed.signature))}::bytea from n::integer * 64 - 63 for 64),
      envelope_hash, substring(${Buffer.concat(of((row) => row.entry.leafHash))}::bytea from n::integer * 32 - 31 for 32)
    from unnest(
      ${of((row) => row.logIndex)}::bigint[], ${of((row) => row.entry.envelope.id)}::uuid[], ${of((row) => row.entry.envelope.scope)}::uuid[],
      ${of((row) => row.entry.envelope.subject)}::uuid[], ${of((row) => row.subjectKind)}::text[], ${of((row) => row.entry.envelope.kind)}::text[],
      ${of((row) => row.entry.envelope.by)}::uuid[], ${of((row) => row.entry.envelope.device)}::text[], ${of((row) => row.entry.envelope.seq)}::bigint[],
      ${of((row) => row.entry.envelope.at)}::text[], ${startsOf(envelopes)}::integer[], ${envelopes.map((bytes) => bytes.length)}::integer[], ${of((row) => row.entry.envelopeHash)}::text[]
    ) with ordinality as t(log_index, id, scope, subject, subject_kind, kind, by_account, device, seq, at, starts, length, envelope_hash, n)`.execute(db);
  const bodies = of((row) => Buffer.from(row.entry.bodyText, 'utf8'));
  await sql`
    insert into entry_bodies (log_index, entry, subject, subject_kind, access_key, type, body, salt)
    select log_index, entry, subject, subject_kind, scope || ':' || subject_kind, type,
      convert_from(substring(${Buffer.concat(bodies)}::bytea from starts for length), 'UTF8'), substring(${Buffer.concat(of((row) => row.entry.salt))}::bytea from n::integer * 32 - 31 for 32)
    from unnest(
      ${of((row) => row.logIndex)}::bigint[], ${of((row) => row.entry.envelope.id)}::uuid[], ${of((row) => row.entry.envelope.subject)}::uuid[],
      ${of((row) => row.subjectKind)}::text[], ${of((row) => row.entry.envelope.scope)}::text[], ${of((row) => row.entry.body.type)}::text[],
      ${startsOf(bodies)}::integer[], ${bodies.map((bytes) => bytes.length)}::integer[]
    ) with ordinality as t(log_index, entry, subject, subject_kind, scope, type, starts, length, n)`.execute(db);
  await insertFiles(db, rows);
  await insertSubjects(db, rows);
}

/** Where each part begins in the whole, counted from 1 as PostgreSQL counts. */
function startsOf(parts: readonly Uint8Array[]): number[] {
  let next = 1;
  return parts.map(({ length }) => {
    const start = next;
    next += length;
    return start;
  });
}

async function insertFiles(db: Database, rows: readonly LogRow[]): Promise<void> {
  const files = rows.flatMap((row) => (row.entry.signed.files ?? []).map((file, position) => ({ row, file, position })));
  if (files.length === 0) return;
  const of = <T>(pick: (item: (typeof files)[number]) => T): T[] => files.map(pick);
  await sql`
    insert into entry_files (log_index, position, entry, subject, subject_kind, access_key, sha256, salt, size, name, media_type)
    select log_index, position, entry, subject, subject_kind, scope || ':' || subject_kind, sha256, salt, size, name, media_type
    from unnest(
      ${of((item) => item.row.logIndex)}::bigint[], ${of((item) => item.position)}::integer[], ${of((item) => item.row.entry.envelope.id)}::uuid[],
      ${of((item) => item.row.entry.envelope.subject)}::uuid[], ${of((item) => item.row.subjectKind)}::text[], ${of((item) => item.row.entry.envelope.scope)}::text[],
      ${of((item) => item.file.sha256)}::text[], ${of((item) => bytea(item.file.salt))}::bytea[], ${of((item) => item.file.size)}::bigint[],
      ${of((item) => item.file.name ?? null)}::text[], ${of((item) => item.file.mediaType ?? null)}::text[]
    ) as t(log_index, position, entry, subject, subject_kind, scope, sha256, salt, size, name, media_type)`.execute(db);
}

async function insertSubjects(db: Database, rows: readonly LogRow[]): Promise<void> {
  const mentions = rows.flatMap((row) => {
    const named = Array.isArray(row.entry.body['subjects']) ? (row.entry.body['subjects'] as readonly string[]) : [];
    return [...new Set([row.entry.envelope.subject, ...named])].map((subject) => ({ subject, logIndex: row.logIndex }));
  });
  await sql`
    insert into entry_subjects (subject, log_index)
    select * from unnest(${mentions.map((item) => item.subject)}::uuid[], ${mentions.map((item) => item.logIndex)}::bigint[])`.execute(db);
  const made = rows.filter((row) => row.isNewSubject);
  if (made.length === 0) return;
  await sql`
    insert into ledger_subjects (id, kind, scope, created_index)
    select * from unnest(${made.map((row) => row.entry.envelope.subject)}::uuid[], ${made.map((row) => row.subjectKind)}::text[],
      ${made.map((row) => row.entry.envelope.scope)}::uuid[], ${made.map((row) => row.logIndex)}::bigint[])`.execute(db);
}

export async function insertCheckpoint(db: Database, checkpoint: { readonly size: number; readonly root: Uint8Array; readonly note: string; readonly at: Date }): Promise<void> {
  await sql`insert into checkpoints (size, root, note, signed_at)
    values (${checkpoint.size}, ${Buffer.from(checkpoint.root)}, ${checkpoint.note}, ${checkpoint.at})`.execute(db);
}

export interface Quarantined {
  readonly entry: PreparedEntry;
  readonly problem: Problem;
  readonly account: string;
}

export async function insertQuarantined(db: Database, rows: readonly Quarantined[], receivedAt: Date): Promise<void> {
  for (const { entry, problem, account } of rows) {
    const { envelope } = entry;
    await sql`insert into quarantined_entries (entry, device, scope, wire, problem, account_id, received_at)
      select ${envelope.id}::uuid, ${envelope.device}::text, ${envelope.scope}::uuid, ${JSON.stringify(entry.wire)}::jsonb, ${JSON.stringify(problem)}::jsonb, ${account}::uuid, ${receivedAt}::timestamptz
      where not exists (select 1 from quarantined_entries q where q.entry = ${envelope.id}::uuid and q.wire = ${JSON.stringify(entry.wire)}::jsonb)`.execute(db);
  }
}

export interface Waiting extends Quarantined {
  readonly reason: 'predecessor' | 'subject';
}

/** Returns how many are new in the waiting room. */
export async function insertWaiting(db: Database, rows: readonly Waiting[], receivedAt: Date): Promise<number> {
  let added = 0;
  for (const { entry, problem, account, reason } of rows) {
    const { envelope } = entry;
    const result = await sql`
      insert into waiting_entries (entry, device, scope, seq, subject, reason, envelope_hash, wire, problem, account_id, received_at)
      values (${envelope.id}, ${envelope.device}, ${envelope.scope}, ${envelope.seq}, ${envelope.subject}, ${reason}, ${entry.envelopeHash},
        ${JSON.stringify(entry.wire)}::jsonb, ${JSON.stringify(problem)}::jsonb, ${account}, ${receivedAt})
      on conflict (entry) do nothing`.execute(db);
    added += Number(result.numAffectedRows ?? 0n);
  }
  return added;
}

export interface WaitingRow {
  readonly entry: string;
  readonly wire: unknown;
  readonly account: string;
}

/** What waits in these chains, and what waits for one of these subjects. */
export async function findWaiting(db: Database, chains: readonly ChainHead[], subjects: readonly string[]): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select w.entry, w.wire, w.account_id as account from waiting_entries w where exists (
      select 1 from unnest(${chains.map((head) => head.device)}::text[], ${chains.map((head) => head.scope)}::uuid[]) as c(device, scope)
      where w.device = c.device and w.scope = c.scope)
      or (w.reason = 'subject' and w.subject = any (${subjects}::uuid[]))
    order by w.device, w.scope, w.seq, w.entry`.execute(db);
  return rows;
}

/** Everything that waits, oldest chain numbers first. */
export async function readWaiting(db: Database): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select entry, wire, account_id as account from waiting_entries order by device, scope, seq, entry`.execute(db);
  return rows;
}

/** Returns how many were there. */
export async function deleteWaiting(db: Database, ids: readonly string[]): Promise<number> {
  const result = await sql`delete from waiting_entries where entry = any (${ids}::uuid[])`.execute(db);
  return Number(result.numAffectedRows ?? 0n);
}

/** A buffer as PostgreSQL writes it, for arrays. */
function bytea(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`;
}

export async function findKnownEntries(db: Database, ids: readonly string[]): Promise<(KnownEntry & { readonly id: string })[]> {
  const { rows } = await sql<KnownEntry & { readonly id: string }>`
    select id, log_index as "logIndex", envelope_hash as "envelopeHash", signature, subject, by_account as by
    from entries where id = any (${ids}::uuid[])`.execute(db);
  return rows;
}

export async function findDevices(db: Database, ids: readonly string[]): Promise<{ id: string; account: string; isRevoked: boolean; publicKey: Buffer }[]> {
  const { rows } = await sql<{ id: string; account: string; isRevoked: boolean; publicKey: Buffer }>`
    select id, account_id as account, revoked_at is not null as "isRevoked", public_key as "publicKey" from devices where id = any (${ids}::text[])`.execute(db);
  return rows;
}

export async function findRoles(db: Database, accounts: readonly string[]): Promise<{ account: string; scope: string | null; role: string }[]> {
  const { rows } = await sql<{ account: string; scope: string | null; role: string }>`
    select account_id as account, scope, role from roles_of(${accounts}::uuid[])`.execute(db);
  return rows;
}

export async function findLedgerSubjects(db: Database, ids: readonly string[]): Promise<{ id: string; kind: string; scope: string }[]> {
  const { rows } = await sql<{ id: string; kind: string; scope: string }>`
    select id, kind, scope from ledger_subjects where id = any (${ids}::uuid[])`.execute(db);
  return rows;
}

/** Leaf hashes in log order, from an index on. */
export async function readLeafHashes(db: Database, from: number, limit: number): Promise<Buffer[]> {
  const { rows } = await sql<{ leaf_hash: Buffer }>`
    select leaf_hash from entries where log_index >= ${from} and log_index < ${from + limit} order by log_index`.execute(db);
  return rows.map((row) => row.leaf_hash);
}

export async function readHeads(db: Database): Promise<ChainHead[]> {
  const { rows } = await sql<ChainHead>`
    select distinct on (device, scope) device, scope, seq, envelope_hash as "envelopeHash" from entries order by device, scope, seq desc`.execute(db);
  return rows;
}

export async function readNewestCheckpoint(db: Database): Promise<{ size: number; note: string; signed_at: Date; root: Buffer } | null> {
  const { rows } = await sql<{ size: number; note: string; signed_at: Date; root: Buffer }>`
    select size, note, signed_at, root from checkpoints order by size desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function countWaiting(db: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from waiting_entries`.execute(db);
  return rows[0]?.n ?? 0;
}
