import type { Tone } from '../components/index.ts';
import type { Invitation, Recovery } from './administration-api.ts';

/** How long links live; the server decides, this only tells. */
export const weekMs = 7 * 24 * 3_600_000;
export const dayMs = 24 * 3_600_000;

export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired';
export type RecoveryState = 'waiting' | 'approved' | 'used' | 'expired';

export const linkTones: Readonly<Record<InvitationState | RecoveryState, Tone>> = { open: 'info', accepted: 'good', withdrawn: 'plain', expired: 'plain', waiting: 'warn', approved: 'info', used: 'good' };

/** What became of an invitation, and when. */
export function invitationState(invitation: Pick<Invitation, 'acceptedAt' | 'withdrawnAt' | 'expiresAt'>, nowMs: number): { readonly state: InvitationState; readonly at: string } {
  if (invitation.acceptedAt !== null) return { state: 'accepted', at: invitation.acceptedAt };
  if (invitation.withdrawnAt !== null) return { state: 'withdrawn', at: invitation.withdrawnAt };
  return { state: Date.parse(invitation.expiresAt) > nowMs ? 'open' : 'expired', at: invitation.expiresAt };
}

/** What became of a request for lost access, and when. One made on the server itself has a link without an approval. */
export function recoveryState(recovery: Pick<Recovery, 'usedAt' | 'expiresAt' | 'openedAt'>, nowMs: number): { readonly state: RecoveryState; readonly at: string } {
  if (recovery.usedAt !== null) return { state: 'used', at: recovery.usedAt };
  if (recovery.expiresAt === null) return { state: 'waiting', at: recovery.openedAt };
  return { state: Date.parse(recovery.expiresAt) > nowMs ? 'approved' : 'expired', at: recovery.expiresAt };
}

/** Whether somebody may approve a request: a second person, neither who opened it nor whose account it is. */
export function mayApprove(recovery: Pick<Recovery, 'approvedAt' | 'openedBy' | 'account'>, approver: string): boolean {
  return recovery.approvedAt === null && recovery.openedBy !== null && recovery.openedBy !== approver && recovery.account !== approver;
}
