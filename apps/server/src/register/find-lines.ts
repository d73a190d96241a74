import type { RequestAccount } from '../access/index.ts';
import type { Database } from '../database/tables.ts';
import { itemFor } from './blinding.ts';
import { findItems } from './list-subjects.queries.ts';
import type { Item } from './subject-item.ts';

/** The lines of subjects named by their ids; what the account may not read, or what is not there, is left out. */
export async function findLines(tx: Database, account: RequestAccount, ids: readonly string[]): Promise<Item[]> {
  return (await findItems(tx, ids)).map((item) => itemFor(account, item));
}
