import { randomUUID } from 'node:crypto';
import { refuse } from '@imena/problem';
import { findAccountById, findAccountByLogin } from './accounts.queries.ts';
import { logAccess } from './access-log.queries.ts';
import { withConstraintProblems } from './constraint-problems.ts';
import { normaliseLogin } from './logins.ts';
import { requireHeld } from './memberships.queries.ts';
import type { AccessOptions } from './options.ts';
import { insertRecovery, insertServerRecovery, listRecoveries, lockRecovery, markApproved, type RecoveryKind, type RecoveryRow } from './recoveries.queries.ts';
import type { RequestAccount } from './roles.ts';
import { makeToken } from './tokens.ts';
import { withAccount } from './with-account.ts';

/** A recovery link is good for a day: the person it is for is waiting. */
export const recoveryMs = 24 * 3_600_000;

type Options = Pick<AccessOptions, 'db' | 'now' | 'random' | 'origin'>;

/** A secret to hand to the person in person or over a line where the voice is known. */
export interface RecoveryLink {
  readonly token: string;
  readonly link: string;
}

export async function readRecoveries({ db }: Pick<Options, 'db'>, reader: RequestAccount): Promise<RecoveryRow[]> {
  return withAccount(db, reader.id, listRecoveries);
}

/** Opens a recovery; nothing changes until a second person approves. @throws Problem `access.not_found`, `access.account_closed` */
export async function openRecovery(
  { db, now }: Pick<Options, 'db' | 'now'>,
  { account, subject, what, explanation, address }: { account: RequestAccount; subject: string; what: RecoveryKind; explanation: string; address: string },
): Promise<string> {
  const id = randomUUID();
  return withAccount(db, account.id, async (tx) => {
    await requireHeld(tx, ['coordinator'], null);
    const found = await findAccountById(tx, subject);
    if (found === null) return refuse('access.not_found');
    if (found.closed) refuse('access.account_closed');
    await insertRecovery(tx, { id, account: subject, what, explanation, openedBy: account.id, now: now() });
    await logAccess(tx, { account: account.id, action: 'recovery.opened', subject, detail: { recovery: id, what, explanation }, address, at: now() });
    return id;
  });
}

/**
 * Approves a recovery as a second person and makes its link.
 * @throws Problem `access.not_found`, `access.recovery_over`, `access.second_person_needed`
 */
export async function approveRecovery({ db, now, random, origin }: Options, { account, id, address }: { account: RequestAccount; id: string; address: string }): Promise<RecoveryLink> {
  const { token, hash } = makeToken(random);
  return withConstraintProblems(() =>
    withAccount(db, account.id, async (tx) => {
      await requireHeld(tx, ['coordinator'], null);
      const recovery = await lockRecovery(tx, id);
      if (recovery === null) return refuse('access.not_found');
      if (recovery.approvedAt !== null || recovery.openedBy === null) refuse('access.recovery_over');
      const moment = now();
      await markApproved(tx, { id, by: account.id, now: moment, hash, expiresAt: new Date(moment.getTime() + recoveryMs) });
      await logAccess(tx, { account: account.id, action: 'recovery.approved', subject: recovery.account, detail: { recovery: id, what: recovery.what }, address, at: moment });
      return { token, link: `${origin}/recovery#${token}` };
    }),
  );
}

/**
 * Makes a link for a new password on the server's own machine: for an installation whose only coordinator forgot it.
 * Whoever can run this holds the database anyway; the log says that it happened and that nobody approved.
 * @throws Problem `access.account_unknown`, `access.account_closed`
 */
export async function recoverOnServer({ db, now, random, origin }: Options, typedLogin: string): Promise<RecoveryLink> {
  const login = normaliseLogin(typedLogin);
  const { token, hash } = makeToken(random);
  return withAccount(db, null, async (tx) => {
    const account = await findAccountByLogin(tx, login);
    if (account === null) return refuse('access.account_unknown', { login });
    if (account.closed) refuse('access.account_closed');
    const moment = now();
    const id = randomUUID();
    const explanation = 'made on the server’s own machine';
    await insertServerRecovery(tx, { id, account: account.id, what: 'password', explanation, now: moment, hash, expiresAt: new Date(moment.getTime() + recoveryMs) });
    await logAccess(tx, { account: null, action: 'recovery.on_server', subject: account.id, detail: { recovery: id, what: 'password' }, at: moment });
    return { token, link: `${origin}/recovery#${token}` };
  });
}
