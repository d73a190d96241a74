import { concatBytes, decodeHex, encodeBase64 } from './codecs.ts';
import type { Primitives } from './primitives.ts';

/** The part of `node:crypto` that is used; handed in, so that this package never imports it. */
export interface NodeCrypto<Key> {
  hash(algorithm: 'sha256', data: Uint8Array, outputEncoding: 'binary'): string;
  createPublicKey(key: { key: Record<'kty' | 'crv' | 'x', string>; format: 'jwk' }): Key;
  createPrivateKey(pem: string): NoInfer<Key>;
  verify(algorithm: null, data: Uint8Array, key: NoInfer<Key>, signature: Uint8Array): boolean;
  sign(algorithm: null, data: Uint8Array, key: NoInfer<Key>): Uint8Array;
}

// RFC 8410: the fixed DER before the 32 bytes of an Ed25519 private key (PKCS #8). Not as JWK, which would need
// the public key too.
const pkcs8Prefix = decodeHex('302e020100300506032b657004220420');

/**
 * The primitives of Node, for `usePrimitives(primitivesFromNode(await import('node:crypto')))`.
 * @param crypto the module `node:crypto` of Node 20.12 or later (`crypto.hash`).
 */
export function primitivesFromNode<Key>(crypto: NodeCrypto<Key>): Required<Primitives> {
  return {
    // Asked for as a string of 32 characters, the digest comes four times faster than as a Buffer.
    sha256: (data) => bytesOfBinary(crypto.hash('sha256', data, 'binary')),
    ed25519Verify(publicKey, message, signature) {
      // As JWK (RFC 8037) a key is read ten times faster than as PEM.
      const x = encodeBase64(publicKey).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
      const key = crypto.createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
      return crypto.verify(null, message, key, signature);
    },
    ed25519Sign(seed, message) {
      const key = crypto.createPrivateKey(pemOf(concatBytes(pkcs8Prefix, seed)));
      return plainBytes(crypto.sign(null, message, key));
    },
  };
}

function pemOf(der: Uint8Array): string {
  return `-----BEGIN PRIVATE KEY-----\n${encodeBase64(der)}\n-----END PRIVATE KEY-----\n`;
}

function bytesOfBinary(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < out.length; i++) out[i] = text.charCodeAt(i);
  return out;
}

// A Buffer is a Uint8Array with other methods (`slice` shares memory): only plain ones leave this package.
function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
