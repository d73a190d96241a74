import type { Database } from '../database/tables.ts';
import { findAccountById } from './accounts.queries.ts';
import { listMemberships } from './memberships.queries.ts';
import type { RequestAccount } from './roles.ts';
import { withAccount } from './with-account.ts';

/** An account with what it holds now, for work that was asked for by it and is done again; one that was closed holds nothing. */
export async function findRequestAccount(db: Database, id: string): Promise<RequestAccount> {
  return withAccount(db, id, async (tx) => {
    const row = await findAccountById(tx, id);
    const isLive = row !== null && !row.closed;
    return { id, login: row?.login ?? '', displayName: row?.displayName ?? '', memberships: isLive ? await listMemberships(tx, id) : [] };
  });
}
