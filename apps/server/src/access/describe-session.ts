import { refuse } from '@imena/problem';
import { findAccountById } from './accounts.queries.ts';
import { listMemberships } from './memberships.queries.ts';
import type { AccessOptions } from './options.ts';
import { withAccount } from './with-account.ts';

/** Who is logged in, with which roles, to which log of which installation. */
export async function describeSession({ db, describeInstallation }: Pick<AccessOptions, 'db' | 'describeInstallation'>, accountId: string) {
  const { log, installation } = await describeInstallation();
  return withAccount(db, accountId, async (tx) => {
    const account = await findAccountById(tx, accountId);
    if (account === null || account.closed) return refuse('access.no_session');
    const memberships = (await listMemberships(tx, accountId)).map(({ scope, role }) => ({ scope, role }));
    return { account: { id: account.id, login: account.login, displayName: account.displayName }, memberships, log, installation };
  });
}
