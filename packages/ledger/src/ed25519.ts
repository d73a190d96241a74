import { encodeHex } from './codecs.ts';
import { runEd25519Verify } from './primitives.ts';

// y-coordinates of the eight points of small order, little-endian, sign bit cleared: 0, 1, p-1 and the two of order 8.
const smallOrderY = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

/**
 * Verifies an Ed25519 signature by one rule everywhere: RFC 8032 section 5.1.7 in its cofactorless form, S below
 * the group order, R and public key canonically encoded, and no public key of small order (with such a key one
 * signature fits many messages). The verdict is the same with the portable and with node:crypto primitives.
 *
 * @param publicKey 32 bytes; @param message any bytes; @param signature 64 bytes. Other lengths give false.
 */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  if (!isAcceptableKey(publicKey)) return false;
  return runEd25519Verify(publicKey, message, signature);
}

/** Whether 32 bytes may be a public key here: y below the field prime and not a point of small order. */
export function isAcceptableKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== 32) return false;
  // Not `slice`: a Buffer's shares memory, and clearing the bit would change the caller's key.
  const y = Uint8Array.from(publicKey);
  y[31] = (y[31] ?? 0) & 0x7f;
  return isBelowPrime(y) && !smallOrderY.has(encodeHex(y));
}

// p = 2^255 - 19 is ed ff .. ff 7f in little-endian bytes.
function isBelowPrime(y: Uint8Array): boolean {
  if (y[31] !== 0x7f) return true;
  for (let i = 30; i >= 1; i--) if (y[i] !== 0xff) return true;
  return (y[0] ?? 0) < 0xed;
}
