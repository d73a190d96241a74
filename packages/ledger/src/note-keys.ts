import { ProblemError, refuse } from '@imena/problem';
import { concatBytes, decodeBase64, encodeBase64, encodeHex, encodeUtf8 } from './codecs.ts';
import { ed25519PublicKey, sha256, signEd25519 } from './primitives.ts';

/** Signature type of plain Ed25519 in C2SP signed-note; other types (cosignatures: 0x04) are not read here. */
const ed25519NoteType = 0x01;

/** A key that verifies notes. */
export interface VerifierKey {
  readonly name: string;
  /** Eight lower-case hex digits. */
  readonly keyId: string;
  readonly publicKey: Uint8Array;
}

/** A key that signs notes; `sign` gives a 64-byte Ed25519 signature of the bytes. */
export interface NoteSigner {
  readonly name: string;
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** A signer from a 32-byte Ed25519 seed. @throws Problem `ledger.seed_length`, `ledger.key_name` */
export function noteSigner({ name, seed }: { readonly name: string; readonly seed: Uint8Array }): NoteSigner {
  if (seed.length !== 32) refuse('ledger.seed_length', { length: seed.length });
  checkKeyName(name);
  return { name, publicKey: ed25519PublicKey(seed), sign: (message) => signEd25519(seed, message) };
}

/** Key id of C2SP signed-note: the first 4 bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). */
export function noteKeyId(name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(concatBytes(encodeUtf8(name), Uint8Array.of(0x0a, ed25519NoteType), publicKey)).slice(0, 4);
}

/** The verifier key (vkey) text of a name and a 32-byte public key. @throws Problem `ledger.key_name`, `ledger.hash_length` */
export function vkeyOf(name: string, publicKey: Uint8Array): string {
  checkKeyName(name);
  if (publicKey.length !== 32) refuse('ledger.hash_length', { length: publicKey.length });
  return `${name}+${encodeHex(noteKeyId(name, publicKey))}+${encodeBase64(concatBytes(Uint8Array.of(ed25519NoteType), publicKey))}`;
}

/** Reads a verifier key (vkey) text. @throws Problem `ledger.verifier_key` */
export function parseVkey(vkey: string): VerifierKey {
  // The base64 at the end may itself contain plus signs.
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(vkey);
  if (match === null) refuse('ledger.verifier_key', { vkey });
  const [, name = '', keyId = '', encoded = ''] = match;
  const bytes = decodeKey(encoded, vkey);
  const publicKey = bytes.slice(1);
  if (!isKeyName(name) || bytes.length !== 33 || bytes[0] !== ed25519NoteType) refuse('ledger.verifier_key', { vkey });
  if (encodeHex(noteKeyId(name, publicKey)) !== keyId) refuse('ledger.verifier_key', { vkey });
  return { name, keyId, publicKey };
}

/** Whether a text can name a key: not empty, no Unicode space, no plus sign, no control character. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\p{White_Space}+\p{Cc}\p{Surrogate}]/u.test(name);
}

function checkKeyName(name: string): void {
  if (!isKeyName(name)) refuse('ledger.key_name', { name });
}

function decodeKey(encoded: string, vkey: string): Uint8Array {
  try {
    return decodeBase64(encoded);
  } catch (error) {
    if (error instanceof ProblemError) refuse('ledger.verifier_key', { vkey });
    throw error;
  }
}
