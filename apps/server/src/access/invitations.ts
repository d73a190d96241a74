import { randomUUID } from 'node:crypto';
import { refuse } from '@imena/problem';
import { logAccess } from './access-log.queries.ts';
import { withConstraintProblems } from './constraint-problems.ts';
import { createAccount, prepareAccount } from './create-account.ts';
import { findOpenInvitation, insertInvitation, listInvitations, spendInvitation, withdrawInvitation, type InvitationRow } from './invitations.queries.ts';
import { insertMemberships } from './memberships.queries.ts';
import { openSession, type OpenedSession, type Visitor } from './open-session.ts';
import type { AccessOptions } from './options.ts';
import { hasRole, type Membership, type RequestAccount } from './roles.ts';
import { makeToken, tokenHash } from './tokens.ts';
import { setAccount } from './with-account.queries.ts';
import { withAccount } from './with-account.ts';

/** An invitation is good for a week. */
export const invitationMs = 7 * 24 * 3_600_000;

type Options = Pick<AccessOptions, 'db' | 'now' | 'random' | 'origin'>;

/** Whether an account coordinates every scope of some memberships. */
export function coordinates(account: RequestAccount, memberships: readonly Membership[]): boolean {
  return memberships.every(({ scope }) => hasRole(account, ['coordinator'], scope));
}

/** The invitations within what an account coordinates, newest first. */
export async function readInvitations({ db }: Options, account: RequestAccount): Promise<InvitationRow[]> {
  const all = await withAccount(db, account.id, listInvitations);
  return all.filter(({ memberships }) => coordinates(account, memberships));
}

/** Invites a person to roles that the inviter coordinates. @throws Problem `access.scope_not_covered` */
export async function invite(
  options: Options,
  { account, displayName, memberships, address }: { account: RequestAccount; displayName: string; memberships: readonly Membership[]; address: string },
): Promise<{ id: string; token: string; link: string }> {
  const { db, now, random, origin } = options;
  if (!coordinates(account, memberships)) refuse('access.scope_not_covered');
  const { token, hash } = makeToken(random);
  const id = randomUUID();
  const moment = now();
  await withAccount(db, account.id, async (tx) => {
    await insertInvitation(tx, { id, hash, displayName, memberships, invitedBy: account.id, now: moment, expiresAt: new Date(moment.getTime() + invitationMs) });
    await logAccess(tx, { account: account.id, action: 'invitation.made', subject: id, detail: { memberships: memberships.map(({ scope, role }) => ({ scope, role })) }, address, at: moment });
  });
  return { id, token, link: `${origin}/invitation#${token}` };
}

/** Withdraws an open invitation within what the account coordinates. @throws Problem `access.not_found` */
export async function uninvite(options: Options, { account, id, address }: { account: RequestAccount; id: string; address: string }): Promise<void> {
  const found = (await readInvitations(options, account)).some((invitation) => invitation.id === id);
  await withAccount(options.db, account.id, async (tx) => {
    if (!found || !(await withdrawInvitation(tx, id, options.now()))) refuse('access.not_found');
    await logAccess(tx, { account: account.id, action: 'invitation.withdrawn', subject: id, address, at: options.now() });
  });
}

/**
 * Makes the account of an invited person and logs it in. The roles are given in the name of the inviter, so they are
 * worth what the inviter may give at this moment: one who was dismissed invites nobody any more.
 * @throws Problem `access.link_invalid`, `access.scope_not_covered`, `access.login_*`, `access.password_*`
 */
export async function acceptInvitation(options: Options, { token, login, password, visitor }: { token: string; login: string; password: string; visitor: Visitor }): Promise<OpenedSession> {
  const { db, now } = options;
  const invitation = await findOpenInvitation(db, tokenHash(token), now());
  if (invitation === null) return refuse('access.link_invalid');
  const { id, displayName, memberships, invitedBy } = invitation;
  const account = await prepareAccount({ login, password, displayName });
  return withConstraintProblems(() =>
    withAccount(db, invitedBy, async (tx) => {
      await createAccount(tx, account, now());
      if (!(await spendInvitation(tx, { id, account: account.id, now: now() }))) refuse('access.link_invalid');
      await insertMemberships(tx, { accountId: account.id, memberships, grantedBy: invitedBy, now: now() });
      await setAccount(tx, account.id);
      await logAccess(tx, { account: account.id, action: 'invitation.accepted', subject: id, address: visitor.address, at: now() });
      return openSession(tx, options, { accountId: account.id, visitor });
    }),
  );
}
