import type { Database, Transaction } from '../database/tables.ts';
import { setAccount } from './with-account.queries.ts';

/**
 * Runs `work` in one transaction that belongs to an account: row-level security shows it what that account may see,
 * and with `null` nothing. The setting ends with the transaction, so a pooled connection never carries it on.
 *
 * @throws whatever `work` throws, after rolling back
 */
export async function withAccount<Result>(
  db: Database,
  accountId: string | null,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await setAccount(tx, accountId);
    return work(tx);
  });
}
