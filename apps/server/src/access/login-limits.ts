/** Wrong attempts so far under one key; null before the first. */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: Date;
  readonly blockedUntil: Date | null;
}

/** How many attempts are free, how long the growing delay may become, after how long of quiet all is forgotten. */
export interface LimitRule {
  readonly free: number;
  readonly longestMs: number;
  readonly forgetAfterMs: number;
}

const dayMs = 24 * 3_600_000;

/** One account, seen from everywhere or from one address: 5 free, then 1 s, 2 s, 4 s ... at most 15 minutes. */
export const accountRule: LimitRule = { free: 5, longestMs: 15 * 60_000, forgetAfterMs: dayMs };
/** One address: 20 free, because a whole office may stand behind one; at most 5 minutes. */
export const addressRule: LimitRule = { free: 20, longestMs: 5 * 60_000, forgetAfterMs: dayMs };

/** How long an address stays known to an account after a login from it. */
export const knownAddressMs = 90 * dayMs;

/** Either the wait in whole seconds, or what to write down before the password is looked at. */
export type Verdict = { readonly kind: 'wait'; readonly seconds: number } | { readonly kind: 'try'; readonly failures: number; readonly blockedUntil: Date | null };

/**
 * Judges one more attempt. It counts as wrong until proven right, so that a hundred parallel guesses are a hundred
 * guesses. A refused attempt is not counted: hammering on a closed door does not lengthen the wait.
 */
export function judgeAttempt(before: Attempts | null, now: Date, rule: LimitRule): Verdict {
  if (before?.blockedUntil != null && now.getTime() < before.blockedUntil.getTime()) {
    return { kind: 'wait', seconds: Math.ceil((before.blockedUntil.getTime() - now.getTime()) / 1000) };
  }
  const forgotten = before === null || now.getTime() - before.lastAt.getTime() > rule.forgetAfterMs;
  const failures = (forgotten ? 0 : before.failures) + 1;
  if (failures < rule.free) return { kind: 'try', failures, blockedUntil: null };
  // 2^20 seconds are far beyond any rule; the bound keeps the power finite.
  const delayMs = Math.min(rule.longestMs, 1000 * 2 ** Math.min(20, failures - rule.free));
  return { kind: 'try', failures, blockedUntil: new Date(now.getTime() + delayMs) };
}

/** The part of an address that one attacker holds: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
