import { parseStrictJson, refuse } from '@imena/problem';
import { canonicalBytes } from './canonicalize.ts';
import { encodeHex, equalBytes } from './codecs.ts';
import { checkEnvelopeFields } from './envelope-fields.ts';
import type { Envelope } from './envelope-types.ts';
import { sha256 } from './primitives.ts';

/** An envelope has at most 16 KiB. */
export const maximumEnvelopeBytes = 16_384;

/**
 * Reads an envelope. Its bytes must be exactly its canonical form: nothing that was signed is ever re-serialised.
 * @throws Problem `ledger.envelope_too_long`, `json.*`, `ledger.envelope_unknown_field`, `ledger.envelope_field`,
 * `ledger.envelope_not_canonical`
 */
export function parseEnvelope(bytes: Uint8Array): Envelope {
  checkLength(bytes);
  const value = parseStrictJson(bytes);
  const envelope = checkEnvelopeFields(value);
  if (!equalBytes(canonicalBytes(value), bytes)) refuse('ledger.envelope_not_canonical', {});
  return envelope;
}

/**
 * The canonical bytes of an envelope, ready to be signed.
 * @throws the Problems of `parseEnvelope`, so that nothing is signed that would be refused on receipt.
 */
export function makeEnvelope(fields: Envelope): Uint8Array {
  const { supersedes, files, seen, ...rest } = fields;
  const bytes = canonicalBytes({
    ...rest,
    seen: seen === null ? null : { ...seen },
    ...(supersedes === undefined ? {} : { supersedes }),
    ...(files === undefined ? {} : { files: files.map((file) => ({ ...file })) }),
  });
  checkLength(bytes);
  checkEnvelopeFields(parseStrictJson(bytes));
  return bytes;
}

/** SHA-256 of the envelope bytes in hex: the `prev` of the device's next entry in the scope. */
export function envelopeHash(bytes: Uint8Array): string {
  return encodeHex(sha256(bytes));
}

/** The device id of a 32-byte Ed25519 public key: its SHA-256 in hex. @throws Problem `ledger.hash_length` */
export function deviceId(publicKey: Uint8Array): string {
  if (publicKey.length !== 32) refuse('ledger.hash_length', { length: publicKey.length });
  return encodeHex(sha256(publicKey));
}

function checkLength(bytes: Uint8Array): void {
  if (bytes.length > maximumEnvelopeBytes) refuse('ledger.envelope_too_long', { bytes: bytes.length, maximum: maximumEnvelopeBytes });
}
