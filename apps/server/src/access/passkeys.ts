import { randomUUID } from 'node:crypto';
import { ProblemError, refuse } from '@imena/problem';
import {
  generateAuthenticationOptions, generateRegistrationOptions, verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON, type PublicKeyCredentialRequestOptionsJSON, type RegistrationResponseJSON, type WebAuthnCredential,
} from '@simplewebauthn/server';
import { logAccess } from './access-log.queries.ts';
import { insertChallenge, spendChallenge } from './challenges.queries.ts';
import { withConstraintProblems } from './constraint-problems.ts';
import type { AccessOptions } from './options.ts';
import type { RequestAccount } from './roles.ts';
import { insertPasskey, listSigningKeys, type SigningKeyRow } from './signing-keys.queries.ts';
import { makeToken, tokenHash } from './tokens.ts';
import { withAccount } from './with-account.ts';

/** EdDSA, ES256 and RS256 (COSE numbers): what authenticators have and an outside verifier can check with plain tools. */
const algorithms = [-8, -7, -257];

/** The host that a passkey is bound to; works on http://localhost as browsers allow there. */
export function relyingParty(origin: string): string {
  return new URL(origin).hostname;
}

type Options = Pick<AccessOptions, 'db' | 'now' | 'random'>;

async function livePasskeys({ db }: Pick<Options, 'db'>, account: RequestAccount): Promise<SigningKeyRow[]> {
  const keys = await withAccount(db, account.id, listSigningKeys);
  return keys.filter((key) => key.kind === 'passkey' && key.revokedAt === null);
}

function described(keys: readonly SigningKeyRow[]): { id: string; transports: string[] }[] {
  return keys.flatMap(({ credentialId: id, transports }) => (id === null ? [] : [{ id, transports: [...transports] }]));
}

/** What a browser needs to make a passkey for this person on this origin. */
export async function offerPasskey(options: Options, account: RequestAccount, origin: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { token, hash } = makeToken(options.random);
  await withAccount(options.db, account.id, (tx) => insertChallenge(tx, { hash, accountId: account.id, purpose: 'passkey', now: options.now() }));
  return generateRegistrationOptions({
    rpName: 'Imena',
    rpID: relyingParty(origin),
    userName: account.login,
    userDisplayName: account.displayName,
    userID: new TextEncoder().encode(account.id),
    challenge: bytesOf(token),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: described(await livePasskeys(options, account)),
  });
}

/** Keeps a passkey that the browser made. @throws Problem `access.challenge_invalid`, `access.passkey_refused`, `access.key_taken`, `access.key_label_taken` */
export async function addPasskey(
  options: Options,
  { account, response, label, origin, address }: { account: RequestAccount; response: RegistrationResponseJSON; label: string; origin: string; address: string },
): Promise<string> {
  const { db, now } = options;
  const { credential, challenge } = await verified(response, origin);
  const id = randomUUID();
  await withConstraintProblems(() =>
    withAccount(db, account.id, async (tx) => {
      const isOurs = await spendChallenge(tx, { hash: tokenHash(challenge), accountId: account.id, purpose: 'passkey', now: now() });
      if (!isOurs) refuse('access.challenge_invalid');
      const { id: credentialId, publicKey, counter, transports = [] } = credential;
      await insertPasskey(tx, { id, accountId: account.id, label, publicKey, credentialId, counter, transports, rpId: relyingParty(origin), now: now() });
      await logAccess(tx, { account: account.id, action: 'key.added', subject: id, detail: { kind: 'passkey' }, address, at: now() });
    }),
  );
  return id;
}

// The challenge is only read here; whether it is one of ours and unspent is decided in the transaction that follows.
async function verified(response: RegistrationResponseJSON, origin: string): Promise<{ credential: WebAuthnCredential; challenge: string }> {
  let challenge = '';
  const expectedChallenge = (received: string) => {
    challenge = received;
    return true;
  };
  try {
    const result = await verifyRegistrationResponse({
      response, expectedChallenge, expectedOrigin: origin, expectedRPID: relyingParty(origin), requireUserVerification: true, supportedAlgorithmIDs: algorithms,
    });
    return result.verified ? { credential: result.registrationInfo.credential, challenge } : refuse('access.passkey_refused', { reason: 'not verified' });
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    // The library throws plain errors for whatever a browser may have sent wrong.
    return refuse('access.passkey_refused', { reason: error instanceof Error ? error.message : String(error) });
  }
}

/** What a browser needs to sign a decision with a passkey: the challenge is the decision's hash itself. */
export async function offerAssertion(options: Pick<Options, 'db'>, { account, decisionHash, origin }: { account: RequestAccount; decisionHash: string; origin: string }): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: relyingParty(origin),
    challenge: new Uint8Array(Buffer.from(decisionHash, 'hex')),
    allowCredentials: described(await livePasskeys(options, account)),
    userVerification: 'required',
  });
}

function bytesOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(token, 'base64url'));
}
