import { refuse } from '@imena/problem';
import { findAccountById, installationCoordinators, listAccounts, lockAdministration, markClosed, type AccountRow } from './accounts.queries.ts';
import { logAccess } from './access-log.queries.ts';
import { withConstraintProblems } from './constraint-problems.ts';
import type { Executor } from './executor.ts';
import { endMembership, insertMemberships, listMemberships, requireHeld, type HeldMembership } from './memberships.queries.ts';
import type { AccessOptions } from './options.ts';
import type { Membership, RequestAccount } from './roles.ts';
import { deleteSessionsOf } from './sessions.queries.ts';
import { withAccount } from './with-account.ts';

type Options = Pick<AccessOptions, 'db' | 'now'>;

/** Who does something to which account, from where. */
export interface Act {
  readonly account: RequestAccount;
  readonly subject: string;
  readonly address: string;
}

/** Every account with the memberships that the reader may see of it. */
export async function readAccounts({ db }: Options, reader: RequestAccount): Promise<(AccountRow & { memberships: HeldMembership[] })[]> {
  return withAccount(db, reader.id, async (tx) => {
    const held = await listMemberships(tx);
    return (await listAccounts(tx)).map((account) => ({ ...account, memberships: held.filter(({ accountId }) => accountId === account.id) }));
  });
}

/** Gives an account a role in a scope that the giver coordinates. @throws Problem `access.not_found`, `access.account_closed`, `access.scope_not_covered` */
export async function grantMembership({ db, now }: Options, { account, subject, address }: Act, membership: Membership): Promise<void> {
  await withConstraintProblems(() =>
    withAccount(db, account.id, async (tx) => {
      const found = await findAccountById(tx, subject);
      if (found === null) return refuse('access.not_found');
      if (found.closed) refuse('access.account_closed');
      await insertMemberships(tx, { accountId: subject, memberships: [membership], grantedBy: account.id, now: now() });
      await logAccess(tx, { account: account.id, action: 'membership.granted', subject, detail: { scope: membership.scope, role: membership.role }, address, at: now() });
    }),
  );
}

/** Ends a membership in a scope that the account coordinates. @throws Problem `access.not_found`, `access.last_coordinator` */
export async function revokeMembership({ db, now }: Options, { account, subject, address }: Act, membership: string): Promise<void> {
  await withAccount(db, account.id, async (tx) => {
    await lockAdministration(tx);
    const held = (await listMemberships(tx, subject)).find(({ id }) => id === membership);
    if (held === undefined) return refuse('access.not_found');
    await requireHeld(tx, ['coordinator'], held.scope);
    if (held.role === 'coordinator' && held.scope === null) await keepACoordinator(tx, subject);
    await endMembership(tx, { accountId: subject, id: membership, by: account.id, now: now() });
    await logAccess(tx, { account: account.id, action: 'membership.ended', subject, detail: { membership }, address, at: now() });
  });
}

/** Closes an account: every session ends, and the next request of its person is refused. @throws Problem `access.not_found`, `access.last_coordinator` */
export async function closeAccount({ db, now }: Options, { account, subject, address }: Act): Promise<void> {
  await withAccount(db, account.id, async (tx) => {
    await lockAdministration(tx);
    await requireHeld(tx, ['coordinator'], null);
    await keepACoordinator(tx, subject);
    if (!(await markClosed(tx, { id: subject, by: account.id, now: now() }))) refuse('access.not_found');
    await deleteSessionsOf(tx, subject);
    await logAccess(tx, { account: account.id, action: 'account.closed', subject, address, at: now() });
  });
}

// Without one, nobody could ever give that role again from inside.
async function keepACoordinator(tx: Executor, leaving: string): Promise<void> {
  const coordinators = await installationCoordinators(tx);
  if (coordinators.length === 1 && coordinators[0] === leaving) refuse('access.last_coordinator');
}
