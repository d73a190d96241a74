import { refuse } from '@imena/problem';
import { findAccountByLogin, setPasswordHash } from './accounts.queries.ts';
import { logAccess } from './access-log.queries.ts';
import type { Executor } from './executor.ts';
import { forgiveAttempt, reserveAttempt } from './login-limits.queries.ts';
import { normaliseLogin } from './logins.ts';
import type { AccessOptions } from './options.ts';
import { hashPassword, isHashDated, isPasswordRight } from './passwords.ts';
import { absoluteMs } from './session-lifetime.ts';
import { deleteSession, insertSession } from './sessions.queries.ts';
import { makeToken } from './tokens.ts';
import { withAccount } from './with-account.ts';

/** From where and with what a person comes to the door. */
export interface Visitor {
  readonly address: string;
  readonly userAgent: string | null;
  /** Hash of the session token the browser already carried; that session ends, whoever planted it. */
  readonly oldSession: Uint8Array | null;
}

/** A new session: the token for the cookie, and whose it is. */
export interface OpenedSession {
  readonly token: string;
  readonly accountId: string;
}

type Options = Pick<AccessOptions, 'db' | 'now' | 'random'>;

/**
 * Logs a person in.
 * @throws Problem `access.too_many_attempts`; `access.wrong_login` for a wrong password, an unknown login and a closed
 * account alike, after the same work
 */
export async function logIn(options: Options, { login: typed, password, visitor }: { login: string; password: string; visitor: Visitor }): Promise<OpenedSession> {
  const { db, now } = options;
  const attempt = { login: normaliseLogin(typed), address: visitor.address, now: now() };
  const wait = await withAccount(db, null, (tx) => reserveAttempt(tx, attempt));
  const account = await findAccountByLogin(db, attempt.login);
  if (wait !== null) {
    await logAccess(db, { account: null, action: 'session.slowed', subject: account?.id ?? null, address: visitor.address, at: attempt.now });
    return refuse(wait.code, wait.details);
  }
  const right = await isPasswordRight(account?.passwordHash ?? null, password);
  if (!right || account === null || account.closed) {
    await logAccess(db, { account: null, action: 'session.refused', subject: account?.id ?? null, address: visitor.address, at: attempt.now });
    return refuse('access.wrong_login');
  }
  const renewed = isHashDated(account.passwordHash) ? await hashPassword(password) : null;
  return withAccount(db, account.id, async (tx) => {
    await forgiveAttempt(tx, { ...attempt, accountId: account.id });
    if (renewed !== null) await setPasswordHash(tx, account.id, renewed);
    return openSession(tx, options, { accountId: account.id, visitor });
  });
}

/** Opens a session with a fresh token in a transaction that has decided that the person may come in. */
export async function openSession(tx: Executor, { now, random }: Pick<Options, 'now' | 'random'>, { accountId, visitor }: { accountId: string; visitor: Visitor }): Promise<OpenedSession> {
  const moment = now();
  const { token, hash } = makeToken(random);
  const { address, userAgent } = visitor;
  if (visitor.oldSession !== null) await deleteSession(tx, visitor.oldSession);
  await insertSession(tx, { hash, accountId, now: moment, expiresAt: new Date(moment.getTime() + absoluteMs), address, userAgent });
  await logAccess(tx, { account: accountId, action: 'session.opened', address, at: moment });
  return { token, accountId };
}
