import { parseStrictJson, ProblemError, refuse } from '@imena/problem';
import { canonicalBytes } from './canonicalize.ts';
import { equalBytes } from './codecs.ts';
import { verifyEntrySignature } from './entry-signature.ts';
import { deviceId, parseEnvelope } from './envelope.ts';
import type { Envelope, EntryFile, SignedEntry } from './envelope-types.ts';
import { bodyHash, fileRef, roundedFileSize } from './salted-hash.ts';

/** A body has at most 1 MiB of canonical JSON. */
export const maximumBodyBytes = 1_048_576;

export interface EntryCheck {
  /** The 32-byte key that the device was enrolled with. */
  readonly publicKey: Uint8Array;
  /**
   * `whole` (the default): body and every file must be there, as when an entry is received.
   * `mayBeErased`: what is there must be right; what is missing has been erased.
   */
  readonly content?: 'whole' | 'mayBeErased';
}

/**
 * Verifies everything an entry says about itself: envelope, device, signature, body and files. Not its chain, not
 * its place in the log, not whether the key is enrolled: those need what stands around it.
 * @throws the Problems of `parseEnvelope`; `ledger.device_mismatch`, `ledger.signature`, `ledger.body_missing`,
 * `ledger.body_too_long`, `ledger.body_not_canonical`, `ledger.body_hash`, `ledger.salt_length`, `ledger.file_count`,
 * `ledger.file_hash`, `ledger.file_size`.
 */
export function checkSignedEntry(entry: SignedEntry, { publicKey, content = 'whole' }: EntryCheck): Envelope {
  const envelope = parseEnvelope(entry.envelope);
  if (deviceId(publicKey) !== envelope.device) refuse('ledger.device_mismatch', { id: envelope.id });
  if (!verifyEntrySignature(entry.envelope, entry.signature, publicKey)) refuse('ledger.signature', { id: envelope.id });
  checkEntryContent(entry, envelope, content);
  return envelope;
}

/**
 * The part of `checkSignedEntry` without device and signature, for a receiver that verifies signatures elsewhere
 * (on other threads): body and files against the envelope.
 * @param envelope what `parseEnvelope` made of the entry's own envelope bytes.
 */
export function checkEntryContent(entry: SignedEntry, envelope: Envelope, content: 'whole' | 'mayBeErased' = 'whole'): void {
  checkBody(entry, envelope, content);
  checkFiles(entry.files ?? [], envelope, content);
}

function checkBody(entry: SignedEntry, envelope: Envelope, content: 'whole' | 'mayBeErased'): void {
  if (entry.body === undefined) {
    if (content === 'whole') refuse('ledger.body_missing', { id: envelope.id });
    return;
  }
  const { salt, bytes } = entry.body;
  if (bytes.length > maximumBodyBytes) refuse('ledger.body_too_long', { bytes: bytes.length, maximum: maximumBodyBytes });
  if (bodyHash(salt, bytes) !== envelope.body) refuse('ledger.body_hash', { id: envelope.id });
  if (!isCanonicalObject(bytes)) refuse('ledger.body_not_canonical', { id: envelope.id });
}

function isCanonicalObject(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x7b) return false;
  try {
    return equalBytes(canonicalBytes(parseStrictJson(bytes)), bytes);
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

function checkFiles(files: readonly EntryFile[], envelope: Envelope, content: 'whole' | 'mayBeErased'): void {
  const signed = envelope.files ?? [];
  const isWrongCount = content === 'whole' ? files.length !== signed.length : files.length > signed.length;
  if (isWrongCount) refuse('ledger.file_count', { id: envelope.id, expected: signed.length, found: files.length });
  let from = 0;
  files.forEach((file, i) => {
    const ref = fileRef(file.salt, file.sha256);
    // Files stand in the order of the envelope; where some are erased, the search goes on past their places.
    const at = content === 'whole' ? i : signed.findIndex((one, place) => place >= from && one.ref === ref);
    const expected = signed[at];
    if (expected?.ref !== ref) refuse('ledger.file_hash', { id: envelope.id, number: i + 1 });
    if (roundedFileSize(file.size) !== expected.size) refuse('ledger.file_size', { size: file.size });
    from = at + 1;
  });
}
