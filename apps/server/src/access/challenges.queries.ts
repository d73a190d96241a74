import { sql } from 'kysely';
import type { Executor } from './executor.ts';

export type ChallengePurpose = 'device' | 'passkey';

/** A challenge is good for five minutes. */
export const challengeMs = 5 * 60_000;

export interface Challenge {
  readonly hash: Uint8Array;
  readonly accountId: string;
  readonly purpose: ChallengePurpose;
  readonly now: Date;
}

/** Keeps a challenge handed out to an account, and sweeps those that are over. */
export async function insertChallenge(tx: Executor, { hash, accountId, purpose, now }: Challenge): Promise<void> {
  await sql`delete from challenges where expires_at <= ${now}`.execute(tx);
  await sql`
    insert into challenges (hash, account_id, purpose, expires_at)
    values (${Buffer.from(hash)}, ${accountId}, ${purpose}, ${new Date(now.getTime() + challengeMs)})`.execute(tx);
}

/** Uses a challenge up; false unless it was given to this account for this purpose and is still good. */
export async function spendChallenge(tx: Executor, { hash, accountId, purpose, now }: Challenge): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from challenges where hash = ${Buffer.from(hash)} and account_id = ${accountId} and purpose = ${purpose} and expires_at > ${now}`.execute(tx);
  return numAffectedRows === 1n;
}
