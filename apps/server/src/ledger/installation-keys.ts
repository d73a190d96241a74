import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { decodeHex, deviceId, ed25519PublicKey, encodeHex } from '@imena/ledger';
import { refuse } from '@imena/problem';

/** A private key of the installation: 32-byte Ed25519 seed and what follows from it. */
export interface InstallationKey {
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
}

export interface InstallationKeys {
  /** Signs checkpoints. */
  readonly log: InstallationKey;
  /** Signs the installation's own entries. */
  readonly device: InstallationKey;
  readonly deviceId: string;
}

/** Where the keys lie in the data folder. */
export const keysFolder = (dataDir: string): string => path.join(dataDir, 'keys');

/**
 * Reads the installation's keys, mode 0600, making them when this is a new log.
 * @param isNew whether a log without keys may get new ones: never where entries exist already.
 * @throws Problem `server.keys_missing`, `server.key_damaged`
 */
export function loadInstallationKeys(dataDir: string, { isNew }: { readonly isNew: boolean }): InstallationKeys {
  const folder = keysFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const log = loadKey(path.join(folder, 'log.key'), isNew);
  const device = loadKey(path.join(folder, 'device.key'), isNew);
  return { log, device, deviceId: deviceId(device.publicKey) };
}

function loadKey(file: string, isNew: boolean): InstallationKey {
  if (!existsSync(file)) {
    if (!isNew) refuse('server.keys_missing', { file });
    writeDurably(file, `${encodeHex(randomBytes(32))}\n`);
  }
  chmodSync(file, 0o600);
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) refuse('server.key_damaged', { file });
  const seed = decodeHex(text);
  return { seed, publicKey: ed25519PublicKey(seed) };
}

/** A key must be on the disk before anything is signed with it: written aside, synced, then moved into place. */
function writeDurably(file: string, content: string): void {
  const draft = `${file}.draft`;
  const handle = openSync(draft, 'w', 0o600);
  writeSync(handle, content);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, file);
  const folder = openSync(path.dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
