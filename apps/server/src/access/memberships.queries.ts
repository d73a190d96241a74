import { ProblemError, makeProblem } from '@imena/problem';
import type { Role } from '@imena/record';
import { sql } from 'kysely';
import type { Executor } from './executor.ts';
import { knownRole, type Membership } from './roles.ts';

/** A membership with its id and holder. */
export interface HeldMembership extends Membership {
  readonly id: string;
  readonly accountId: string;
}

interface Row {
  readonly id: string;
  readonly accountId: string;
  readonly scope: string | null;
  readonly role: string;
}

/** The live memberships that the account of the transaction may see: its own, and as coordinator or auditor others'. */
export async function listMemberships(tx: Executor, accountId: string | null = null): Promise<HeldMembership[]> {
  const { rows } = await sql<Row>`
    select id, account_id as "accountId", scope, role from memberships
    where ended_at is null and (${accountId}::uuid is null or account_id = ${accountId})
    order by account_id, role, scope nulls first, id`.execute(tx);
  return rows.map(({ role, ...row }) => ({ ...row, role: knownRole(role) }));
}

/**
 * Refuses unless the transaction's account holds one of the roles now, in a scope or (null) in every one. The check at
 * the door was made before; what changes rights asks again where nobody can come in between.
 * @throws Problem `access.role_missing`
 */
export async function requireHeld(tx: Executor, roles: readonly Role[], scope: string | null): Promise<void> {
  const { rows } = await sql<{ held: boolean }>`select holds(${[...roles]}::text[], ${scope}::uuid) as held`.execute(tx);
  if (rows[0]?.held !== true) throw new ProblemError(makeProblem('access.role_missing', { roles }));
}

export interface Grant {
  readonly accountId: string;
  readonly memberships: readonly Membership[];
  readonly grantedBy: string | null;
  readonly now: Date;
}

/** Gives roles; what is held already stays as it is. Row-level security refuses what the giver does not coordinate. */
export async function insertMemberships(tx: Executor, grant: Grant): Promise<void> {
  await sql`
    insert into memberships (account_id, scope, role, granted_by, granted_at)
    select ${grant.accountId}::uuid, scope, role, ${grant.grantedBy}::uuid, ${grant.now}
    from jsonb_to_recordset(${JSON.stringify(grant.memberships)}::jsonb) as g(scope uuid, role text)
    on conflict do nothing`.execute(tx);
}

/** Ends a membership. @throws Problem `access.not_found` when it is not there, over, or not the transaction's to end */
export async function endMembership(tx: Executor, end: { accountId: string; id: string; by: string; now: Date }): Promise<void> {
  const { numAffectedRows } = await sql`
    update memberships set ended_at = ${end.now}, ended_by = ${end.by}
    where id = ${end.id} and account_id = ${end.accountId} and ended_at is null`.execute(tx);
  if (numAffectedRows !== 1n) throw new ProblemError(makeProblem('access.not_found'));
}
