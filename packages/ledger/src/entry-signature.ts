import { verifyEd25519 } from './ed25519.ts';
import { signEd25519 } from './primitives.ts';
import { refuse } from '@imena/problem';

/**
 * The first byte of what a key signs, so that a signature of one kind can never pass for another.
 * 0x01: an entry of the ledger. A signed note (checkpoint) can hold no such byte, so the two never meet.
 */
export const entrySignatureType = 0x01;

/** The bytes an entry's signature covers: signature-type byte 0x01 ‖ envelope bytes. */
export function signingBytes(envelopeBytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(1 + envelopeBytes.length);
  out[0] = entrySignatureType;
  out.set(envelopeBytes, 1);
  return out;
}

/** Signs an envelope with a 32-byte Ed25519 seed (browsers sign `signingBytes` with WebCrypto instead). @throws Problem `ledger.seed_length` */
export function signEntry(envelopeBytes: Uint8Array, seed: Uint8Array): Uint8Array {
  if (seed.length !== 32) refuse('ledger.seed_length', { length: seed.length });
  return signEd25519(seed, signingBytes(envelopeBytes));
}

/** Whether the signature (64 bytes) over an envelope is by the key (32 bytes). */
export function verifyEntrySignature(envelopeBytes: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  return verifyEd25519(publicKey, signingBytes(envelopeBytes), signature);
}
