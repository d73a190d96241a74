import { describe, expect, it } from 'vitest';
import { invitationState, mayApprove, recoveryState } from './link-states.ts';

const now = Date.parse('2026-11-21T10:00:00Z');
const later = '2026-11-22T10:00:00Z';
const earlier = '2026-11-20T10:00:00Z';

describe('what became of a link', () => {
  it('is told by what happened last: accepted, withdrawn, open, over', () => {
    const none = { acceptedAt: null, withdrawnAt: null, expiresAt: later };
    expect(invitationState(none, now)).toEqual({ state: 'open', at: later });
    expect(invitationState({ ...none, expiresAt: earlier }, now).state).toBe('expired');
    expect(invitationState({ ...none, withdrawnAt: earlier }, now)).toEqual({ state: 'withdrawn', at: earlier });
    expect(invitationState({ ...none, expiresAt: earlier, acceptedAt: earlier }, now).state).toBe('accepted');
  });
  it('of a request for lost access waits until a second person made it', () => {
    const opened = { usedAt: null, expiresAt: null, openedAt: earlier };
    expect(recoveryState(opened, now)).toEqual({ state: 'waiting', at: earlier });
    expect(recoveryState({ ...opened, expiresAt: later }, now).state).toBe('approved');
    expect(recoveryState({ ...opened, expiresAt: earlier }, now).state).toBe('expired');
    expect(recoveryState({ ...opened, expiresAt: earlier, usedAt: earlier }, now).state).toBe('used');
  });
});

describe('approving a request for lost access', () => {
  const request = { approvedAt: null, openedBy: 'a', account: 'b' };
  it('is for a third person only', () => {
    expect(mayApprove(request, 'a')).toBe(false);
    expect(mayApprove(request, 'b')).toBe(false);
    expect(mayApprove(request, 'c')).toBe(true);
  });
  it('happens once, and not for what the server’s own machine made', () => {
    expect(mayApprove({ ...request, approvedAt: earlier }, 'c')).toBe(false);
    expect(mayApprove({ ...request, openedBy: null }, 'c')).toBe(false);
  });
});
