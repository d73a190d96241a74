import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 as nobleSha256, sha512 as nobleSha512 } from '@noble/hashes/sha2.js';
import { encodeHex, equalBytes } from './codecs.ts';

/** The computations a runtime may do faster than JavaScript; each must give the same bytes and verdicts. */
export interface Primitives {
  /** Must not keep `data`: the caller may fill it anew. */
  sha256(data: Uint8Array): Uint8Array;
  /** Cofactorless verification (RFC 8032 5.1.7 as OpenSSL does it); keys and lengths are checked before the call. */
  ed25519Verify?(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
  /** RFC 8032 5.1.6; `seed` is the 32-byte private key. */
  ed25519Sign?(seed: Uint8Array, message: Uint8Array): Uint8Array;
}

/** SHA-256 and Ed25519 in JavaScript (@noble), the same in Node and browser. */
export const portablePrimitives: Required<Primitives> = {
  sha256: (data) => nobleSha256(data),
  ed25519Verify: verifyCofactorless,
  ed25519Sign: (seed, message) => ed25519.sign(message, seed),
};

let current: Required<Primitives> = portablePrimitives;

/**
 * Hands in faster primitives for the whole process, once, before anything else; what is left out stays portable.
 * Process-wide and not an argument, because the exported signatures are fixed and the results do not depend on it.
 */
export function usePrimitives(primitives: Primitives): void {
  current = { ...portablePrimitives, ...primitives };
}

/** SHA-256 of `data`. */
export function sha256(data: Uint8Array): Uint8Array {
  return current.sha256(data);
}

/** SHA-256 of `data` as lower-case hex. */
export function sha256Hex(data: Uint8Array): string {
  return encodeHex(sha256(data));
}

/** Ed25519 verification without the rules on keys; use `verifyEd25519`. */
export function runEd25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return current.ed25519Verify(publicKey, message, signature);
}

/** Ed25519 signature (64 bytes) of `message` by the 32-byte `seed`. */
export function signEd25519(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return current.ed25519Sign(seed, message);
}

/** The 32-byte public key of a 32-byte seed. */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

const groupOrder = ed25519.Point.Fn.ORDER;

// noble's own verify is cofactored and OpenSSL's is not: one signature could be good on a phone and bad on the
// server. So the equation is written out here: R must be the encoding of [S]B - [k]A.
function verifyCofactorless(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  if (s >= groupOrder) return false;
  let a;
  try {
    a = ed25519.Point.fromBytes(publicKey, false);
  } catch {
    // The only way noble says "these bytes are not a point of the curve".
    return false;
  }
  const digest = nobleSha512.create().update(r).update(publicKey).update(message).digest();
  const k = littleEndian(digest) % groupOrder;
  const expected = ed25519.Point.BASE.multiplyUnsafe(s).subtract(a.multiplyUnsafe(k));
  return equalBytes(expected.toBytes(), r);
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] ?? 0);
  return value;
}
