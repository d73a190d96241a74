import { makeProblem, refuse, type Problem } from '@imena/problem';
import { concatBytes, deviceId, encodeUtf8, isAcceptableKey, verifyEd25519 } from '@imena/ledger';
import { logAccess } from './access-log.queries.ts';
import { insertChallenge, spendChallenge } from './challenges.queries.ts';
import { withConstraintProblems } from './constraint-problems.ts';
import { findDevice, insertDevice, type DeviceRow } from './devices.queries.ts';
import type { AccessOptions } from './options.ts';
import { recordDevices } from './record-devices.ts';
import type { RequestAccount } from './roles.ts';
import { makeToken, tokenHash } from './tokens.ts';
import { withAccount } from './with-account.ts';

/** Gives an account a challenge (32 random bytes, base64url) to sign with a new device key. */
export async function challengeDevice({ db, now, random }: Pick<AccessOptions, 'db' | 'now' | 'random'>, account: RequestAccount): Promise<string> {
  const { token, hash } = makeToken(random);
  await withAccount(db, account.id, (tx) => insertChallenge(tx, { hash, accountId: account.id, purpose: 'device', now: now() }));
  return token;
}

/**
 * The bytes that show possession of a device key: `"imena-device-v1\0" ‖ account id ‖ "\0" ‖ challenge` (32 bytes).
 * The account is inside, so that a proof made for one person enrols nothing for another. No entry begins like this: its
 * signed bytes begin with 0x01.
 */
export function possessionBytes(accountId: string, challenge: Uint8Array): Uint8Array {
  return concatBytes(encodeUtf8(`imena-device-v1\0${accountId}\0`), challenge);
}

/** What a browser sends to enrol its key; keys, challenge and signature as base64url. */
export interface Enrolment {
  readonly account: RequestAccount;
  readonly publicKey: string;
  readonly label: string;
  readonly challenge: string;
  readonly possession: string;
  readonly address: string;
}

/**
 * Enrols a device key for a person and says so in the ledger. The same person may send the same key again.
 * @throws Problem `access.challenge_invalid`, `access.key_malformed`, `access.possession_unproven`, `access.device_taken`
 */
export async function enrolDevice(options: Pick<AccessOptions, 'db' | 'now' | 'appendAsInstallation'>, enrolment: Enrolment): Promise<DeviceRow> {
  const { db, now } = options;
  const { account, label, challenge, address } = enrolment;
  const publicKey = Buffer.from(enrolment.publicKey, 'base64url');
  // Spent in a transaction of its own: a challenge is good once, also when the signature turns out wrong.
  const spent = await withAccount(db, account.id, (tx) => spendChallenge(tx, { hash: tokenHash(challenge), accountId: account.id, purpose: 'device', now: now() }));
  const problem = spent ? possessionProblem(enrolment, publicKey) : makeProblem('access.challenge_invalid');
  if (problem !== null) refuse(problem.code, problem.details);
  const id = deviceId(publicKey);
  const possession = `${challenge}.${enrolment.possession}`;
  await withConstraintProblems(() =>
    withAccount(db, account.id, async (tx) => {
      const known = await findDevice(tx, id);
      if (known !== null && known.account === account.id && known.revokedAt === null) return;
      await insertDevice(tx, { id, publicKey, accountId: account.id, label, possession, now: now() });
      await logAccess(tx, { account: account.id, action: 'device.enrolled', subject: id, address, at: now() });
    }),
  );
  await recordDevices(options, [id]);
  return (await findDevice(db, id)) ?? refuse('access.not_found');
}

function possessionProblem({ account, challenge, possession }: Enrolment, publicKey: Uint8Array): Problem | null {
  if (!isAcceptableKey(publicKey)) return makeProblem('access.key_malformed');
  const message = possessionBytes(account.id, Buffer.from(challenge, 'base64url'));
  return verifyEd25519(publicKey, message, Buffer.from(possession, 'base64url')) ? null : makeProblem('access.possession_unproven');
}
