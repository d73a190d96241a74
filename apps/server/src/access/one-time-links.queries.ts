import { sql } from 'kysely';
import type { Executor } from './executor.ts';

/** Keeps a new link for the first account and ends every older one. */
export async function replaceSetupLink(tx: Executor, hash: Uint8Array, now: Date): Promise<void> {
  await sql`update one_time_links set used_at = ${now} where purpose = 'setup' and used_at is null`.execute(tx);
  await sql`insert into one_time_links (token_hash, purpose, created_at) values (${Buffer.from(hash)}, 'setup', ${now})`.execute(tx);
}

export async function isSetupLinkOpen(tx: Executor, hash: Uint8Array): Promise<boolean> {
  const { rows } = await sql`select 1 from one_time_links where token_hash = ${Buffer.from(hash)} and purpose = 'setup' and used_at is null`.execute(tx);
  return rows.length === 1;
}

/** Uses the link up; false when somebody was faster. */
export async function spendSetupLink(tx: Executor, hash: Uint8Array, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update one_time_links set used_at = ${now} where token_hash = ${Buffer.from(hash)} and purpose = 'setup' and used_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
