import { codeLists } from '@imena/record';
import { z } from 'zod';
import { maximumPasswordLength } from './password-rules.ts';

/** The parts that requests and answers of this folder are made of. Strict: a field nobody asked for is refused. */
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const instant = z.string();
export const name = z.string().trim().min(1).max(200).regex(/^[^\p{Cc}\u2028\u2029]*$/u);
export const explanation = z.string().trim().min(1).max(2000);
export const login = z.string().max(200);
/** Bounded generously; the exact rule answers in words. */
export const password = z.string().max(4 * maximumPasswordLength);
export const base64url = (max: number) => z.string().min(1).max(max).regex(/^[A-Za-z0-9_-]+$/);
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

export const membership = z.strictObject({ scope: id.nullable(), role: z.enum(codeLists.roles) });

export const idParams = z.strictObject({ id });

export const sessionAnswer = z.strictObject({
  account: z.strictObject({ id, login: z.string(), displayName: z.string() }),
  memberships: z.array(membership),
  log: z.strictObject({ origin: z.string(), vkey: z.string() }),
  installation: z.strictObject({ id: z.string(), device: z.string(), demonstration: z.boolean() }),
});

/** A route that answers nothing. */
export const nothing = z.null();
