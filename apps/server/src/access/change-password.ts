import { refuse } from '@imena/problem';
import { findAccountById, setPasswordHash } from './accounts.queries.ts';
import { logAccess } from './access-log.queries.ts';
import { forgiveAttempt, reserveAttempt } from './login-limits.queries.ts';
import { openSession, type OpenedSession, type Visitor } from './open-session.ts';
import type { AccessOptions } from './options.ts';
import { passwordProblem } from './password-rules.ts';
import { hashPassword, isPasswordRight } from './passwords.ts';
import type { RequestAccount } from './roles.ts';
import { deleteSessionsOf } from './sessions.queries.ts';
import { withAccount } from './with-account.ts';

/**
 * Changes one's own password and ends every session of the account, the present one too: a new one is opened.
 * @throws Problem `access.too_many_attempts`, `access.password_wrong`, `access.password_*`
 */
export async function changePassword(
  options: Pick<AccessOptions, 'db' | 'now' | 'random'>,
  { account, present, wanted, visitor }: { account: RequestAccount; present: string; wanted: string; visitor: Visitor },
): Promise<OpenedSession> {
  const { db, now } = options;
  const problem = passwordProblem(wanted, account.login);
  if (problem !== null) refuse(problem.code, problem.details);
  const attempt = { login: account.login, address: visitor.address, now: now() };
  const wait = await withAccount(db, null, (tx) => reserveAttempt(tx, attempt));
  if (wait !== null) refuse(wait.code, wait.details);
  const row = await findAccountById(db, account.id);
  if (!(await isPasswordRight(row?.passwordHash ?? null, present))) refuse('access.password_wrong');
  const passwordHash = await hashPassword(wanted);
  return withAccount(db, account.id, async (tx) => {
    await forgiveAttempt(tx, { ...attempt, accountId: account.id });
    await setPasswordHash(tx, account.id, passwordHash);
    await deleteSessionsOf(tx, account.id);
    await logAccess(tx, { account: account.id, action: 'password.changed', address: visitor.address, at: now() });
    return openSession(tx, options, { accountId: account.id, visitor });
  });
}
