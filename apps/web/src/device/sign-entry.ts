import {
  bodyHash, canonicalBytes, encodeWireEntry, envelopeHash, fileRef, makeEnvelope, roundedFileSize, signingBytes, uuidV7,
  type EntryKind, type WireEntry, type SeenCheckpoint,
} from '@imena/ledger';
import type { Json } from '@imena/problem';
import { momentWithOffset } from '../format/dates.ts';
import type { ChainPosition } from './chain-position.ts';
import type { DeviceKey } from './database.ts';
import { signWith } from './keys.ts';

/** A file to be carried by an entry: its bytes stay in the outbox until the server has verified them. */
export interface NewFile {
  readonly sha256: string;
  readonly size: number;
  readonly name?: string;
  readonly mediaType?: string;
}

export interface NewEntry {
  readonly scope: string;
  readonly subject: string;
  readonly kind: EntryKind;
  readonly body: Json;
  readonly supersedes: readonly string[];
  readonly files: readonly NewFile[];
}

export interface SignedHere {
  readonly id: string;
  readonly wire: WireEntry;
  readonly envelopeHash: string;
}

export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A new random id, ordered by time. */
export function newId(): string {
  return uuidV7({ timeMs: Date.now(), random: randomBytes(10) });
}

/** Makes and signs an entry at a place of the device's chain, with fresh salts for body and files. */
export async function signNewEntry(key: DeviceKey, entry: NewEntry, { position, seen }: { position: ChainPosition; seen: SeenCheckpoint | null }): Promise<SignedHere> {
  const id = newId();
  const salt = randomBytes(32);
  const bytes = canonicalBytes(entry.body);
  const files = entry.files.map((file) => ({ ...file, salt: randomBytes(32) }));
  const now = new Date();
  const envelope = makeEnvelope({
    v: 1, id, scope: entry.scope, device: key.device, seq: position.seq, prev: position.prev, by: key.account,
    at: momentWithOffset(now.getTime(), -now.getTimezoneOffset()), kind: entry.kind, subject: entry.subject,
    ...(entry.supersedes.length === 0 ? {} : { supersedes: entry.supersedes }),
    seen,
    body: bodyHash(salt, bytes),
    ...(files.length === 0 ? {} : { files: files.map((file) => ({ ref: fileRef(file.salt, file.sha256), size: roundedFileSize(file.size) })) }),
  });
  const signature = await signWith(key, signingBytes(envelope));
  return { id, envelopeHash: envelopeHash(envelope), wire: encodeWireEntry({ envelope, signature, body: { salt, bytes }, ...(files.length === 0 ? {} : { files }) }) };
}
