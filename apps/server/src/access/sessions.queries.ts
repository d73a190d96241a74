import { sql } from 'kysely';
import type { Executor } from './executor.ts';
import { knownRole, type Membership } from './roles.ts';
import { idleMs } from './session-lifetime.ts';

/** A session with the account behind it. */
export interface SessionRow {
  readonly accountId: string;
  readonly login: string;
  readonly displayName: string;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly memberships: readonly Membership[];
}

/** The session of a token hash, if its account is open, with what the account holds now; one statement, because every request asks. */
export async function findSession(tx: Executor, hash: Uint8Array): Promise<SessionRow | null> {
  const { rows } = await sql<Omit<SessionRow, 'memberships'> & { readonly memberships: readonly { readonly scope: string | null; readonly role: string }[] }>`
    select account_id as "accountId", login, display_name as "displayName", last_seen_at as "lastSeenAt", expires_at as "expiresAt", memberships
    from session_of(${Buffer.from(hash)})`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : { ...row, memberships: row.memberships.map(({ scope, role }) => ({ scope, role: knownRole(role) })) };
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
