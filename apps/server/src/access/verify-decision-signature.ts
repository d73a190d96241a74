import { makeProblem, type Problem } from '@imena/problem';
import { concatBytes, decodeHex, encodeUtf8, equalBytes, sha256, verifyEd25519 } from '@imena/ledger';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Executor } from './executor.ts';
import { relyingParty } from './passkeys.ts';
import { lockSigningKey, noteAssertion, type SigningKeyKind, type SigningKeyRow } from './signing-keys.queries.ts';

/**
 * The bytes a passphrase key signs: `"imena-decision-v1\0" ‖ decision hash` (18 and 32 bytes). No other signature of
 * the project covers bytes that begin like this.
 * @param decisionHash SHA-256 of the canonical decision, lower-case hex
 */
export function decisionBytes(decisionHash: string): Uint8Array {
  return concatBytes(encodeUtf8('imena-decision-v1\0'), decodeHex(decisionHash));
}

/** A WebAuthn assertion as `identification.signed` carries it; every part base64url, as browsers give it. */
export interface Assertion {
  readonly id: string;
  readonly clientDataJson: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

/** A signature on a decision, as it was received. */
export interface DecisionSignature {
  /** The person who signs; the transaction must be theirs. */
  readonly account: string;
  readonly keyKind: SigningKeyKind;
  /** Id of the signing key. */
  readonly key: string;
  /** Passphrase key: 64 bytes of Ed25519, base64. */
  readonly signature?: string | undefined;
  /** Passkey. */
  readonly assertion?: Assertion | undefined;
  /** Lower-case hex. */
  readonly decisionHash: string;
  /** Where the signature was made: scheme, host and port. */
  readonly origin: string;
}

/**
 * Why a signature on a decision cannot be taken; null when it is right: the key is a live key of this person, and the
 * signature is over this decision, with the person verified by the authenticator where the key is a passkey.
 *
 * The same assertion may be checked again (an entry is sent twice); another with a counter that does not grow may not.
 * @returns Problem `access.signing_key_unknown`, `access.signing_key_revoked`, `access.decision_signature_wrong`
 */
export async function verifyDecisionSignature(tx: Executor, given: DecisionSignature): Promise<Problem | null> {
  const key = isUuid(given.key) ? await lockSigningKey(tx, given.key) : null;
  if (key === null || key.account !== given.account || key.kind !== given.keyKind) return makeProblem('access.signing_key_unknown');
  if (key.revokedAt !== null) return makeProblem('access.signing_key_revoked', { at: key.revokedAt.toISOString() });
  const right = key.kind === 'passphrase' ? isPassphraseSignature(key, given) : await isAssertion(tx, key, given);
  return right ? null : makeProblem('access.decision_signature_wrong');
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function isPassphraseSignature(key: SigningKeyRow, { signature, decisionHash }: DecisionSignature): boolean {
  return signature !== undefined && verifyEd25519(key.publicKey, decisionBytes(decisionHash), Buffer.from(signature, 'base64'));
}

async function isAssertion(tx: Executor, key: SigningKeyRow, { assertion, decisionHash, origin }: DecisionSignature): Promise<boolean> {
  if (assertion === undefined || assertion.id !== key.credentialId || key.rpId !== relyingParty(origin)) return false;
  const print = sha256(encodeUtf8(`${assertion.authenticatorData}.${assertion.clientDataJson}.${assertion.signature}`));
  const isRepeated = key.lastAssertion !== null && equalBytes(key.lastAssertion, print);
  const counter = await verifiedCounter(assertion, { key, decisionHash, origin, knownCounter: isRepeated ? 0 : key.counter });
  if (counter === null) return false;
  await noteAssertion(tx, key.id, { counter: Math.max(counter, key.counter), assertion: print });
  return true;
}

async function verifiedCounter(
  { id, clientDataJson: clientDataJSON, authenticatorData, signature }: Assertion,
  { key, decisionHash, origin, knownCounter }: { key: SigningKeyRow; decisionHash: string; origin: string; knownCounter: number },
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: Buffer.from(decisionHash, 'hex').toString('base64url'),
      expectedOrigin: origin,
      expectedRPID: relyingParty(origin),
      credential: { id, publicKey: new Uint8Array(key.publicKey), counter: knownCounter },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws for every kind of wrong assertion; which kind helps only whoever forges one.
    return null;
  }
}
