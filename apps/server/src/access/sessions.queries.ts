import { sql } from 'kysely';
import type { Executor } from './executor.ts';
import { idleMs } from './session-lifetime.ts';

/** A session with the account behind it. */
export interface SessionRow {
  readonly accountId: string;
  readonly login: string;
  readonly displayName: string;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** The session of a token hash, if its account is open. */
export async function findSession(tx: Executor, hash: Uint8Array): Promise<SessionRow | null> {
  const { rows } = await sql<SessionRow>`
    select a.id as "accountId", a.login, a.display_name as "displayName", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt"
    from sessions s join accounts a on a.id = s.account_id
    where s.token_hash = ${Buffer.from(hash)} and a.closed_at is null`.execute(tx);
  return rows[0] ?? null;
}

export interface NewSession {
  readonly hash: Uint8Array;
  readonly accountId: string;
  readonly now: Date;
  readonly expiresAt: Date;
  readonly address: string;
  readonly userAgent: string | null;
}

/** Keeps a new session, and sweeps those of the same account that are over. */
export async function insertSession(tx: Executor, session: NewSession): Promise<void> {
  const idleSince = new Date(session.now.getTime() - idleMs);
  await sql`delete from sessions where account_id = ${session.accountId} and (expires_at <= ${session.now} or last_seen_at <= ${idleSince})`.execute(tx);
  await sql`
    insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at, address, user_agent)
    values (${Buffer.from(session.hash)}, ${session.accountId}, ${session.now}, ${session.now}, ${session.expiresAt},
      ${session.address}, ${session.userAgent?.slice(0, 400) ?? null})`.execute(tx);
}

export async function touchSession(tx: Executor, hash: Uint8Array, now: Date): Promise<void> {
  await sql`update sessions set last_seen_at = ${now} where token_hash = ${Buffer.from(hash)}`.execute(tx);
}

export async function deleteSession(tx: Executor, hash: Uint8Array): Promise<void> {
  await sql`delete from sessions where token_hash = ${Buffer.from(hash)}`.execute(tx);
}

/** Ends every session of an account; `except` keeps one, by its token hash. */
export async function deleteSessionsOf(tx: Executor, accountId: string, except: Uint8Array | null = null): Promise<void> {
  const kept = except === null ? null : Buffer.from(except);
  await sql`delete from sessions where account_id = ${accountId} and (${kept}::bytea is null or token_hash <> ${kept})`.execute(tx);
}
