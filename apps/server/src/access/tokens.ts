import { createHash } from 'node:crypto';

/** Gives so many random bytes; handed in, so that tests can foresee them. */
export type Random = (length: number) => Uint8Array;

/** A secret that is shown once, and its SHA-256, which is what the database keeps. */
export interface Token {
  readonly token: string;
  readonly hash: Uint8Array;
}

/** Makes an opaque token of 256 random bits, written as 43 characters of base64url. */
export function makeToken(random: Random): Token {
  const token = Buffer.from(random(32)).toString('base64url');
  return { token, hash: tokenHash(token) };
}

/** SHA-256 of a token's text. A plain hash is enough: a token of 256 bits cannot be guessed. */
export function tokenHash(token: string): Uint8Array {
  return createHash('sha256').update(token, 'utf8').digest();
}
