import { sql } from 'kysely';
import type { Executor } from './executor.ts';

/** Sets the account of the running transaction; null takes it away. */
export async function setAccount(tx: Executor, accountId: string | null): Promise<void> {
  await sql`select set_config('imena.account', ${accountId ?? ''}, true)`.execute(tx);
}
