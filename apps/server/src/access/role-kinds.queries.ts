import { readableKinds } from '@imena/record';
import { sql } from 'kysely';
import type { Executor } from './executor.ts';

/**
 * Makes the table that row-level security reads equal to the rule in the record package; as owner, at every migration
 * and start. One statement, so that no reader ever meets it half changed.
 */
export async function syncRoleKinds(owner: Executor): Promise<void> {
  const rows = Object.entries(readableKinds).flatMap(([role, kinds]) => kinds.map((kind) => ({ role, kind })));
  await sql`
    with wanted as (select role, kind from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(role text, kind text)),
      gone as (delete from role_kinds k where not exists (select 1 from wanted w where w.role = k.role and w.kind = k.kind))
    insert into role_kinds (role, kind) select role, kind from wanted on conflict do nothing`.execute(owner);
}
