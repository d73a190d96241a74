import { refuse } from '@imena/problem';
import { concatBytes, decodeHex, encodeHex } from './codecs.ts';
import { sha256 } from './primitives.ts';

const saltBytes = 32;
const sizeStep = 65_536;

/**
 * The hash of a body as it stands in the envelope: SHA-256(salt ‖ canonical body), lower-case hex.
 * Salted, because a name or a profile could be guessed from its bare hash.
 * @param salt 32 random bytes; @param bodyBytes canonical JSON (RFC 8785).
 * @throws Problem `ledger.salt_length`
 */
export function bodyHash(salt: Uint8Array, bodyBytes: Uint8Array): string {
  checkSalt(salt);
  return encodeHex(sha256(concatBytes(salt, bodyBytes)));
}

/**
 * The reference of a file as it stands in the envelope: SHA-256(salt ‖ SHA-256 of the file), lower-case hex.
 * @param salt 32 random bytes, another for each file; @param fileSha256 lower-case hex.
 * @throws Problem `ledger.salt_length`, `ledger.hex`, `ledger.hash_length`
 */
export function fileRef(salt: Uint8Array, fileSha256: string): string {
  checkSalt(salt);
  const hash = decodeHex(fileSha256);
  if (hash.length !== 32) refuse('ledger.hash_length', { length: hash.length });
  return encodeHex(sha256(concatBytes(salt, hash)));
}

/**
 * The size of a file as it stands in the envelope: rounded up to a whole number of 64 KiB, at least one,
 * so that a known photograph is not recognised by its length.
 * @param bytes exact size, a whole number. @throws Problem `ledger.file_size`
 */
export function roundedFileSize(bytes: number): number {
  if (!Number.isSafeInteger(bytes) || bytes < 0 || bytes > Number.MAX_SAFE_INTEGER - sizeStep) refuse('ledger.file_size', { size: String(bytes) });
  return Math.max(1, Math.ceil(bytes / sizeStep)) * sizeStep;
}

/** Whether a number can be a rounded size. */
export function isRoundedFileSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= sizeStep && size % sizeStep === 0;
}

function checkSalt(salt: Uint8Array): void {
  if (salt.length !== saltBytes) refuse('ledger.salt_length', { length: salt.length });
}
