import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export interface ScopeChains {
  readonly scope: string;
  readonly chains: readonly { readonly device: string; readonly length: number; readonly last: string }[];
}

/**
 * The length and last envelope of every chain of each scope that has grown since its heads were last recorded. Chains
 * of the log's first `size` entries; entries of kind `heads` do not count, or recording them would never end.
 */
export async function findGrownScopes(db: Database, size: number): Promise<ScopeChains[]> {
  const { rows } = await sql<ScopeChains>`
    with grown as (
      select e.scope from entries e where e.log_index < ${size}
      group by e.scope
      having max(e.log_index) filter (where e.kind <> 'heads') > coalesce(max(e.log_index) filter (where e.kind = 'heads'), -1)
    ), last as (
      select distinct on (e.scope, e.device) e.scope, e.device, e.seq, e.envelope_hash from entries e join grown g on g.scope = e.scope
      where e.log_index < ${size} order by e.scope, e.device, e.seq desc
    )
    select scope, jsonb_agg(jsonb_build_object('device', device, 'length', seq + 1, 'last', envelope_hash) order by device) as chains
    from last group by scope order by scope`.execute(db);
  return rows;
}
