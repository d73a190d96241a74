import { decodeBase64, encodeBase64, verifyEd25519 } from '@imena/ledger';
import { refuse } from '@imena/problem';
import { z } from 'zod';
import { decisionBytes } from './decision-bytes.ts';

/** OWASP's floor for PBKDF2 with SHA-256 (2023); the server cannot see the rounds, so fewer are refused here. */
export const leastRounds = 600_000;
/** More would only keep the person waiting: a wrapped key that asks for it is damaged or forged. */
const mostRounds = 10_000_000;
export const leastPassphraseLength = 12;

const wrappedKey = z.strictObject({
  v: z.literal(1), kdf: z.literal('PBKDF2-HMAC-SHA256'), rounds: z.int().min(leastRounds).max(mostRounds),
  salt: z.string(), iv: z.string(), sealed: z.string(),
});
/** A private key under a passphrase: PBKDF2-HMAC-SHA256, then AES-256-GCM over its PKCS #8 with the public key as further data. */
export type WrappedKey = z.infer<typeof wrappedKey>;

export interface PassphraseKey {
  readonly publicKey: Uint8Array;
  readonly wrapped: WrappedKey;
}

/** Why a passphrase cannot be taken; null when it can. */
export function passphraseFault(passphrase: string, repeated: string): 'too_short' | 'too_plain' | 'not_the_same' | null {
  if (Array.from(normalised(passphrase)).length < leastPassphraseLength) return 'too_short';
  if (new Set(normalised(passphrase).toLowerCase()).size < 5) return 'too_plain';
  return passphrase === repeated ? null : 'not_the_same';
}

/**
 * Makes a personal signing key under a passphrase. The private half exists in clear only for the length of this call.
 * @throws Problem `web.no_ed25519`, `web.insecure_address`, `web.passphrase_short`
 */
export async function makePassphraseKey(passphrase: string, random: (length: number) => Uint8Array): Promise<PassphraseKey> {
  if (!globalThis.isSecureContext && 'isSecureContext' in globalThis) refuse('web.insecure_address');
  if (passphraseFault(passphrase, passphrase) !== null) refuse('web.passphrase_short', { least: leastPassphraseLength });
  const pair = await generate();
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const salt = random(16);
  const iv = random(12);
  const sealing = await sealingKey(passphrase, { salt, rounds: leastRounds });
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: bytes(iv), additionalData: bytes(publicKey) }, sealing, privateKey));
  privateKey.fill(0);
  return { publicKey, wrapped: { v: 1, kdf: 'PBKDF2-HMAC-SHA256', rounds: leastRounds, salt: encodeBase64(salt), iv: encodeBase64(iv), sealed: encodeBase64(sealed) } };
}

/**
 * Opens a key with its passphrase and signs one decision; the signature is checked before it is given out.
 * @returns 64 bytes of Ed25519, base64
 * @throws Problem `web.passphrase_wrong`, `web.key_damaged`
 */
export async function signWithPassphrase({ wrapped, publicKey, passphrase, decisionHash }: { readonly wrapped: unknown; readonly publicKey: Uint8Array; readonly passphrase: string; readonly decisionHash: string }): Promise<string> {
  const parsed = wrappedKey.safeParse(wrapped);
  if (!parsed.success) refuse('web.key_damaged');
  const key = await openKey(parsed.data, { publicKey, passphrase });
  const message = decisionBytes(decisionHash);
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes(message)));
  if (!verifyEd25519(publicKey, message, signature)) refuse('web.key_damaged');
  return encodeBase64(signature);
}

async function openKey({ salt, rounds, iv, sealed }: WrappedKey, { publicKey, passphrase }: { readonly publicKey: Uint8Array; readonly passphrase: string }): Promise<CryptoKey> {
  const sealing = await sealingKey(passphrase, { salt: decodeBase64(salt), rounds });
  const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(decodeBase64(iv)), additionalData: bytes(publicKey) }, sealing, bytes(decodeBase64(sealed))).catch((error: unknown) => {
    // AES-GCM answers a wrong passphrase and a changed byte alike.
    if (error instanceof DOMException) return refuse('web.passphrase_wrong');
    throw error;
  });
  const key = await crypto.subtle.importKey('pkcs8', opened, 'Ed25519', false, ['sign']);
  new Uint8Array(opened).fill(0);
  return key;
}

async function sealingKey(passphrase: string, { salt, rounds }: { readonly salt: Uint8Array; readonly rounds: number }): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(normalised(passphrase)), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: rounds }, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** One passphrase is one, whatever keyboard typed its accents. */
function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

async function generate(): Promise<CryptoKeyPair> {
  try {
    const key = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
    if ('privateKey' in key) return key;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return refuse('web.no_ed25519');
}

/** A copy on an ordinary buffer, which WebCrypto's types ask for. */
function bytes(source: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(source);
}
