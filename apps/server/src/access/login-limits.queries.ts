import { createHash } from 'node:crypto';
import { makeProblem, type Problem } from '@imena/problem';
import { sql } from 'kysely';
import type { Executor } from './executor.ts';
import { accountRule, addressBlock, addressRule, judgeAttempt, knownAddressMs, type Attempts, type LimitRule } from './login-limits.ts';

/** One attempt to log in, as the limits see it. */
export interface Attempt {
  readonly login: string;
  readonly address: string;
  readonly now: Date;
}

interface Limit {
  readonly key: string;
  readonly rule: LimitRule;
}

/**
 * Counts an attempt before the password is looked at, or says how long to wait. In a transaction of its own that
 * commits: a crash afterwards leaves one wrong attempt too many, never one too few.
 */
export async function reserveAttempt(tx: Executor, attempt: Attempt): Promise<Problem | null> {
  const limits = await limitsOf(tx, attempt);
  const judged = [];
  for (const { key, rule } of limits) judged.push({ key, verdict: judgeAttempt(await lockAttempts(tx, key, attempt.now), attempt.now, rule) });
  const waits = judged.flatMap(({ verdict }) => (verdict.kind === 'wait' ? [verdict.seconds] : []));
  if (waits.length > 0) return makeProblem('access.too_many_attempts', { seconds: Math.max(...waits) });
  for (const { key, verdict } of judged) {
    if (verdict.kind === 'wait') continue;
    await sql`update login_attempts set failures = ${verdict.failures}, last_at = ${attempt.now}, blocked_until = ${verdict.blockedUntil} where key = ${key}`.execute(tx);
  }
  return null;
}

/** After a right password: the account's count ends, the address gets this one attempt back, and it is known from now on. */
export async function forgiveAttempt(tx: Executor, attempt: Attempt & { readonly accountId: string }): Promise<void> {
  const { accountId, now } = attempt;
  for (const key of (await limitsOf(tx, attempt)).map((limit) => limit.key).filter((key) => !key.startsWith('address:'))) {
    await sql`delete from login_attempts where key = ${key}`.execute(tx);
  }
  await sql`
    update login_attempts set failures = greatest(failures - 1, 0),
      blocked_until = case when failures - 1 < ${addressRule.free} then null else blocked_until end
    where key = ${addressKey(attempt.address)}`.execute(tx);
  await sql`
    insert into known_addresses (account_id, address, seen_at) values (${accountId}, ${addressBlock(attempt.address)}, ${now})
    on conflict (account_id, address) do update set seen_at = excluded.seen_at`.execute(tx);
  await sql`delete from login_attempts where last_at < ${new Date(now.getTime() - accountRule.forgetAfterMs)} and (blocked_until is null or blocked_until < ${now})`.execute(tx);
}

/** Ends every delay of an account, after a recovery. */
export async function forgiveAccount(tx: Executor, login: string): Promise<void> {
  const hash = loginHash(login);
  await sql`delete from login_attempts where key = ${`login:${hash}`} or starts_with(key, ${`pair:${hash}:`})`.execute(tx);
}

// From an address where the account has logged in before, its attempts are counted apart: a stranger who guesses
// elsewhere slows down strangers only. The answer is the same shape of work for a login that does not exist.
async function limitsOf(tx: Executor, { login, address, now }: Attempt): Promise<Limit[]> {
  const { rows } = await sql`
    select 1 from known_addresses k join accounts a on a.id = k.account_id
    where a.login = ${login} and k.address = ${addressBlock(address)} and k.seen_at > ${new Date(now.getTime() - knownAddressMs)}`.execute(tx);
  const hash = loginHash(login);
  const account = rows.length > 0 ? `pair:${hash}:${addressBlock(address)}` : `login:${hash}`;
  // Always the address first, so that two transactions never wait for each other.
  return [{ key: addressKey(address), rule: addressRule }, { key: account, rule: accountRule }];
}

async function lockAttempts(tx: Executor, key: string, now: Date): Promise<Attempts | null> {
  await sql`insert into login_attempts (key, failures, last_at) values (${key}, 0, ${now}) on conflict do nothing`.execute(tx);
  const { rows } = await sql<Attempts>`
    select failures, last_at as "lastAt", blocked_until as "blockedUntil" from login_attempts where key = ${key} for update`.execute(tx);
  return rows[0] ?? null;
}

// Hashed: people type a password into the field of the login now and then, and this table must not keep it.
function loginHash(login: string): string {
  return createHash('sha256').update(login, 'utf8').digest('hex');
}

function addressKey(address: string): string {
  return `address:${addressBlock(address)}`;
}
