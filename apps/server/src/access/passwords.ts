import { hash, parseOptions, verify } from '@node-rs/argon2';

/**
 * argon2id as the OWASP Password Storage Cheat Sheet recommends (second of its equal settings): 19 MiB, two passes, one
 * lane. About 20 ms here; more memory would let a handful of parallel logins exhaust a small server.
 */
export const argon2Parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** Hashes a password exactly as typed (no trimming, no case folding, no cut) to a PHC string with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, argon2Parameters);
}

let decoy: Promise<string> | null = null;

/**
 * Whether a password is right. With no hash (an unknown login) the same work is done against a hash nobody has the
 * password of, so that the time of the answer does not tell who exists.
 */
export async function isPasswordRight(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const right = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && right;
}

/** Whether a hash was made with weaker or other parameters than today's, and should be made anew at this login. */
export function isHashDated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism, outputLen } = parseOptions(passwordHash);
  const now = argon2Parameters;
  return memoryCost !== now.memoryCost || timeCost !== now.timeCost || parallelism !== now.parallelism || outputLen !== now.outputLen;
}
