import type { Json } from '@imena/problem';
import { sql } from 'kysely';
import type { Database } from '../../database/tables.ts';
import type { JobState } from '../../jobs/jobs.queries.ts';

/** The newest job of a task in a scope, with what it was asked with. */
export interface FollowedJob {
  readonly id: string;
  readonly scope: string;
  readonly requestedBy: string;
  readonly state: JobState;
  readonly parameters: Json;
  /** What came of it; null where nothing did. */
  readonly run: string | null;
}

/** The newest job of a task in each scope. */
export async function listNewestJobs(worker: Database, task: string): Promise<FollowedJob[]> {
  const { rows } = await sql<FollowedJob>`
    select distinct on (scope) id, scope, requested_by as "requestedBy", state, parameters, run from jobs where task = ${task} order by scope, created_at desc, id`.execute(worker);
  return rows;
}

/**
 * The place in the log of the last that was said of subjects of these kinds, in one scope or in all, at a place or later;
 * an erasure that was logged since counts as something said. Null where nothing was.
 */
export async function findLastChange(worker: Database, { kinds, scope, since }: { readonly kinds: readonly string[]; readonly scope: string | null; readonly since: number }): Promise<number | null> {
  const { rows } = await sql<{ last: number | null }>`
    select greatest(
      (select max(last_index) from subjects where kind = any (${kinds}::text[]) and (${scope}::uuid is null or scope = ${scope}::uuid) and last_index >= ${since}),
      (select max(k.log_index) from erased_entries x join entries e on e.log_index = x.log_index join entries k on k.id = x.erasure
        where k.log_index >= ${since} and e.kind = any (${kinds}::text[]) and (${scope}::uuid is null or e.scope = ${scope}::uuid))) as last`.execute(worker);
  return rows[0]?.last ?? null;
}
