import { concatBytes, decodeBase64, deviceId, encodeBase64, encodeUtf8 } from '@imena/ledger';
import { refuse } from '@imena/problem';
import { read, write, type DeviceKey } from './database.ts';

/** Where a key lives: one log, one person. */
export function keyOwner({ origin, account }: { readonly origin: string; readonly account: string }): string {
  return `${origin}/${account}`;
}

export function readDeviceKey(owner: { readonly origin: string; readonly account: string }): Promise<DeviceKey | undefined> {
  return read('keys', keyOwner(owner));
}

/**
 * Makes an Ed25519 key whose private half never leaves the browser, and keeps it before anybody hears of it.
 * @throws Problem `web.insecure_address`, `web.no_ed25519`
 */
export async function makeDeviceKey({ origin, account }: { readonly origin: string; readonly account: string }): Promise<DeviceKey> {
  if (!isSecureContext) refuse('web.insecure_address');
  const pair = await generate();
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const key: DeviceKey = {
    owner: keyOwner({ origin, account }), account, origin,
    device: deviceId(publicKey), publicKey: encodeBase64(publicKey), privateKey: pair.privateKey, enrolled: false,
  };
  await write([{ store: 'keys', put: key }]);
  return key;
}

async function generate(): Promise<CryptoKeyPair> {
  try {
    const key = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
    if ('privateKey' in key) return key;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
  return refuse('web.no_ed25519');
}

export async function signWith(key: DeviceKey, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key.privateKey, new Uint8Array(bytes)));
}

/** The signature that shows possession of the key: over account and challenge behind a fixed word, so that it can never pass for an entry. */
export async function provePossession(key: DeviceKey, challenge: string): Promise<string> {
  const message = concatBytes(encodeUtf8(`imena-device-v1\0${key.account}\0`), decodeBase64Url(challenge));
  return encodeBase64Url(await signWith(key, message));
}

export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function decodeBase64Url(text: string): Uint8Array {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return decodeBase64(base64 + '='.repeat((4 - (base64.length % 4)) % 4));
}
