import { refuse } from '@imena/problem';
import { codeLists } from '@imena/record';
import { hasAccounts, lockAdministration } from './accounts.queries.ts';
import { logAccess } from './access-log.queries.ts';
import { withConstraintProblems } from './constraint-problems.ts';
import { createAccount, prepareAccount } from './create-account.ts';
import type { Executor } from './executor.ts';
import { insertMemberships } from './memberships.queries.ts';
import { isSetupLinkOpen, replaceSetupLink, spendSetupLink } from './one-time-links.queries.ts';
import { openSession, type OpenedSession, type Visitor } from './open-session.ts';
import type { AccessOptions } from './options.ts';
import { makeToken, tokenHash } from './tokens.ts';
import { setAccount } from './with-account.queries.ts';
import { withAccount } from './with-account.ts';

/** Whether the first account is still to be made. */
export async function needsSetup(tx: Executor): Promise<boolean> {
  return !(await hasAccounts(tx));
}

/**
 * Makes the one-time link for the first account and ends the one made before; null when there is an account already.
 * The token stands after the `#`, so that it reaches no server log.
 */
export async function makeSetupLink({ db, now, random, origin }: Pick<AccessOptions, 'db' | 'now' | 'random' | 'origin'>): Promise<string | null> {
  const { token, hash } = makeToken(random);
  return withAccount(db, null, async (tx) => {
    await lockAdministration(tx);
    if (!(await needsSetup(tx))) return null;
    await replaceSetupLink(tx, hash, now());
    return `${origin}/welcome#${token}`;
  });
}

/** What the first person fills in. */
export interface FirstAccount {
  readonly token: string;
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  /** For trying the system out alone: every role in every scope, which no real case may be worked with. */
  readonly allRoles: boolean;
  readonly visitor: Visitor;
}

/**
 * Makes the first account, coordinator of every scope, and logs it in.
 * @throws Problem `access.link_invalid`, `access.setup_done`, `access.login_invalid`, `access.password_*`
 */
export async function setUp(options: Pick<AccessOptions, 'db' | 'now' | 'random'>, first: FirstAccount): Promise<OpenedSession> {
  const { db, now } = options;
  const hash = tokenHash(first.token);
  // Before the slow hashing, so that strangers cannot make the server hash.
  if (!(await isSetupLinkOpen(db, hash))) refuse('access.link_invalid');
  const account = await prepareAccount(first);
  const roles = first.allRoles ? codeLists.roles : (['coordinator'] as const);
  return withConstraintProblems(() =>
    withAccount(db, null, async (tx) => {
      await lockAdministration(tx);
      if (!(await needsSetup(tx))) refuse('access.setup_done');
      if (!(await spendSetupLink(tx, hash, now()))) refuse('access.link_invalid');
      await createAccount(tx, account, now());
      await insertMemberships(tx, { accountId: account.id, memberships: roles.map((role) => ({ scope: null, role })), grantedBy: null, now: now() });
      await setAccount(tx, account.id);
      await logAccess(tx, { account: account.id, action: 'account.first', subject: account.id, detail: { roles }, address: first.visitor.address, at: now() });
      return openSession(tx, options, { accountId: account.id, visitor: first.visitor });
    }),
  );
}
