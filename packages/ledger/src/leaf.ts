import { refuse } from '@imena/problem';
import { maximumEnvelopeBytes } from './envelope.ts';
import { entrySignatureType } from './entry-signature.ts';
import { leafHash } from './merkle-hash.ts';

const headerBytes = 3;
const signatureBytes = 64;

/**
 * The data of a leaf of the log, in the one framing there is:
 * signature-type byte 0x01 ‖ length of the envelope (2 bytes, big-endian) ‖ envelope ‖ signature (64 bytes).
 * At most 16,451 bytes, within the 65,535 a C2SP entry bundle can hold.
 * @throws Problem `ledger.leaf_format`
 */
export function leafData(envelopeBytes: Uint8Array, signature: Uint8Array): Uint8Array {
  const length = envelopeBytes.length;
  if (length === 0 || length > maximumEnvelopeBytes || signature.length !== signatureBytes) refuse('ledger.leaf_format', {});
  const out = new Uint8Array(headerBytes + length + signatureBytes);
  out[0] = entrySignatureType;
  out[1] = length >> 8;
  out[2] = length & 0xff;
  out.set(envelopeBytes, headerBytes);
  out.set(signature, headerBytes + length);
  return out;
}

/** The envelope and signature of a leaf, the inverse of `leafData`. @throws Problem `ledger.leaf_format` */
export function parseLeaf(bytes: Uint8Array): { readonly envelope: Uint8Array; readonly signature: Uint8Array } {
  const [type, high = 0, low = 0] = bytes;
  const length = (high << 8) | low;
  const isWhole = bytes.length === headerBytes + length + signatureBytes;
  if (type !== entrySignatureType || length === 0 || length > maximumEnvelopeBytes || !isWhole) refuse('ledger.leaf_format', {});
  return { envelope: bytes.slice(headerBytes, headerBytes + length), signature: bytes.slice(headerBytes + length) };
}

/** The leaf hash of an entry in the log. @throws Problem `ledger.leaf_format` */
export function entryLeafHash(envelopeBytes: Uint8Array, signature: Uint8Array): Uint8Array {
  return leafHash(leafData(envelopeBytes, signature));
}
