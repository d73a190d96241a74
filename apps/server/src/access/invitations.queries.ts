import { sql } from 'kysely';
import type { Executor } from './executor.ts';
import type { Membership } from './roles.ts';

export interface InvitationRow {
  readonly id: string;
  readonly displayName: string;
  readonly memberships: readonly Membership[];
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly acceptedAccount: string | null;
  readonly withdrawnAt: Date | null;
}

const columns = sql`id, display_name as "displayName", memberships, invited_by as "invitedBy", created_at as "createdAt",
  expires_at as "expiresAt", accepted_at as "acceptedAt", accepted_account as "acceptedAccount", withdrawn_at as "withdrawnAt"`;

export async function listInvitations(tx: Executor): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`select ${columns} from invitations order by created_at desc, id`.execute(tx);
  return rows;
}

/** An invitation that may still be accepted. */
export async function findOpenInvitation(tx: Executor, hash: Uint8Array, now: Date): Promise<InvitationRow | null> {
  const { rows } = await sql<InvitationRow>`
    select ${columns} from invitations
    where token_hash = ${Buffer.from(hash)} and accepted_at is null and withdrawn_at is null and expires_at > ${now}`.execute(tx);
  return rows[0] ?? null;
}

export interface NewInvitation {
  readonly id: string;
  readonly hash: Uint8Array;
  readonly displayName: string;
  readonly memberships: readonly Membership[];
  readonly invitedBy: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function insertInvitation(tx: Executor, invitation: NewInvitation): Promise<void> {
  await sql`
    insert into invitations (id, token_hash, display_name, memberships, invited_by, created_at, expires_at)
    values (${invitation.id}, ${Buffer.from(invitation.hash)}, ${invitation.displayName}, ${JSON.stringify(invitation.memberships)}::jsonb,
      ${invitation.invitedBy}, ${invitation.now}, ${invitation.expiresAt})`.execute(tx);
}

/** Uses an open invitation up; false when it was withdrawn or accepted in between. */
export async function spendInvitation(tx: Executor, spend: { id: string; account: string; now: Date }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update invitations set accepted_at = ${spend.now}, accepted_account = ${spend.account}
    where id = ${spend.id} and accepted_at is null and withdrawn_at is null and expires_at > ${spend.now}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Withdraws an invitation nobody has accepted; returns whether there was one. */
export async function withdrawInvitation(tx: Executor, id: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update invitations set withdrawn_at = ${now} where id = ${id} and accepted_at is null and withdrawn_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
