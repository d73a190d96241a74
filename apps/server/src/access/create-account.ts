import { randomUUID } from 'node:crypto';
import { refuse } from '@imena/problem';
import { insertAccount } from './accounts.queries.ts';
import type { Executor } from './executor.ts';
import { loginProblem, normaliseLogin } from './logins.ts';
import { passwordProblem } from './password-rules.ts';
import { hashPassword } from './passwords.ts';

/** An account that may be written: its login is well formed and its password hashed. */
export interface PreparedAccount {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly passwordHash: string;
}

/**
 * Checks login and password and does the slow hashing, outside any transaction.
 * @throws Problem `access.login_invalid`, `access.password_*`
 */
export async function prepareAccount({ login: typed, displayName, password }: { login: string; displayName: string; password: string }): Promise<PreparedAccount> {
  const login = normaliseLogin(typed);
  const problem = loginProblem(login) ?? passwordProblem(password, login);
  if (problem !== null) refuse(problem.code, problem.details);
  return { id: randomUUID(), login, displayName, passwordHash: await hashPassword(password) };
}

/** Writes a prepared account. A login that is taken breaks the constraint `accounts_login_key`. */
export async function createAccount(tx: Executor, account: PreparedAccount, now: Date): Promise<void> {
  await insertAccount(tx, { ...account, now });
}
