import { sql } from 'kysely';
import type { Executor } from './executor.ts';

export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly closed: boolean;
}

export interface AccountWithHash extends AccountRow {
  readonly passwordHash: string;
}

export async function findAccountByLogin(tx: Executor, login: string): Promise<AccountWithHash | null> {
  const { rows } = await sql<AccountWithHash>`
    select id, login, display_name as "displayName", closed_at is not null as closed, password_hash as "passwordHash"
    from accounts where login = ${login}`.execute(tx);
  return rows[0] ?? null;
}

export async function findAccountById(tx: Executor, id: string): Promise<AccountWithHash | null> {
  const { rows } = await sql<AccountWithHash>`
    select id, login, display_name as "displayName", closed_at is not null as closed, password_hash as "passwordHash"
    from accounts where id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function listAccounts(tx: Executor): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select id, login, display_name as "displayName", closed_at is not null as closed from accounts order by display_name, id`.execute(tx);
  return rows;
}

export async function hasAccounts(tx: Executor): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`select exists (select 1 from accounts) as some`.execute(tx);
  return rows[0]?.some === true;
}

export interface NewAccount {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly now: Date;
}

export async function insertAccount(tx: Executor, account: NewAccount): Promise<void> {
  await sql`
    insert into accounts (id, login, display_name, password_hash, created_at)
    values (${account.id}, ${account.login}, ${account.displayName}, ${account.passwordHash}, ${account.now})`.execute(tx);
}

export async function setPasswordHash(tx: Executor, id: string, passwordHash: string): Promise<void> {
  await sql`update accounts set password_hash = ${passwordHash} where id = ${id}`.execute(tx);
}

/** Closes an open account; returns whether it was open. */
export async function markClosed(tx: Executor, close: { id: string; by: string; now: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update accounts set closed_at = ${close.now}, closed_by = ${close.by} where id = ${close.id} and closed_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** The open accounts that coordinate every scope. */
export async function installationCoordinators(tx: Executor): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from accounts a join memberships m on m.account_id = a.id
    where a.closed_at is null and m.ended_at is null and m.role = 'coordinator' and m.scope is null order by a.id`.execute(tx);
  return rows.map((row) => row.id);
}

/** Makes the transactions that change who is in charge (first account, last coordinator) wait for each other. */
export async function lockAdministration(tx: Executor): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('imena.access.administration'))`.execute(tx);
}
