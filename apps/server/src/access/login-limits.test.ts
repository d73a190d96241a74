import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountRule, addressBlock, judgeAttempt, type Attempts } from './login-limits.ts';

const start = new Date('2026-03-01T08:00:00Z');
const later = (ms: number) => new Date(start.getTime() + ms);

/** Tries as fast as the rule allows; returns the waits in seconds between attempts. */
function waits(attempts: number): number[] {
  const seen: number[] = [];
  let state: Attempts | null = null;
  let now = start;
  for (let i = 0; i < attempts; i++) {
    const first = judgeAttempt(state, now, accountRule);
    if (first.kind === 'wait') now = new Date(now.getTime() + first.seconds * 1000);
    seen.push(first.kind === 'wait' ? first.seconds : 0);
    const verdict = judgeAttempt(state, now, accountRule);
    if (verdict.kind === 'wait') throw new Error('still refused after the stated wait');
    state = { failures: verdict.failures, lastAt: now, blockedUntil: verdict.blockedUntil };
  }
  return seen;
}

describe('the limit on wrong logins', () => {
  it('gives five attempts, then doubles the wait from one second to fifteen minutes', () => {
    expect(waits(18)).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it('never closes for ever: whatever happened, fifteen minutes of quiet open it again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 10 * 86_400_000 }), (failures, agoMs) => {
        const before = judgeAttempt({ failures, lastAt: start, blockedUntil: null }, later(agoMs), accountRule);
        if (before.kind === 'wait') return false;
        const after = { failures: before.failures, lastAt: later(agoMs), blockedUntil: before.blockedUntil };
        return judgeAttempt(after, later(agoMs + accountRule.longestMs), accountRule).kind === 'try';
      }),
    );
  });

  it('forgets after a day of quiet', () => {
    const verdict = judgeAttempt({ failures: 40, lastAt: start, blockedUntil: null }, later(accountRule.forgetAfterMs + 1), accountRule);
    expect(verdict).toEqual({ kind: 'try', failures: 1, blockedUntil: null });
  });

  it('counts by what one attacker holds of an address', () => {
    expect(addressBlock('192.0.2.7')).toBe('192.0.2.7');
    expect(addressBlock('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(addressBlock('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(addressBlock('2001:0db8:0001:0002::9')).toBe('2001:db8:1:2::/64');
    expect(addressBlock('2001:db8::9')).toBe('2001:db8:0:0::/64');
    expect(addressBlock('::1')).toBe('0:0:0:0::/64');
    expect(addressBlock('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  });
});
