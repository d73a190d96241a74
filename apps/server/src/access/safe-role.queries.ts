import { refuse } from '@imena/problem';
import { sql } from 'kysely';
import type { Executor } from './executor.ts';

interface RoleRow {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly makes_roles: boolean;
  readonly owns: boolean;
}

/**
 * Refuses to serve as a role that row-level security does not bind: a superuser, one that bypasses it, one that may
 * make roles, or (a member of) the owner of the database or of any table in it.
 *
 * It asks about the role that logged in, not the one set afterwards: the latter can be reset by any query.
 * @throws Problem `access.unsafe_role`
 */
export async function assertSafeRole(connection: Executor): Promise<void> {
  const { rows } = await sql<RoleRow>`
    select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses, r.rolcreaterole as makes_roles,
      exists (select 1 from pg_database d where d.datname = current_database() and pg_has_role(r.oid, d.datdba, 'MEMBER'))
      or exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and pg_has_role(r.oid, c.relowner, 'MEMBER')) as owns
    from pg_roles r where r.rolname = session_user`.execute(connection);
  const role = rows[0];
  if (role === undefined) throw new Error('the role of this connection is not in pg_roles');
  const trait = role.superuser ? 'superuser' : role.bypasses ? 'bypassrls' : role.makes_roles ? 'createrole' : role.owns ? 'owner' : null;
  if (trait !== null) refuse('access.unsafe_role', { role: role.name, trait });
}
