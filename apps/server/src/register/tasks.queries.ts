import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { heldNow } from './held-now.queries.ts';
import type { Counted } from './remembered-counts.ts';
import type { FoundTask } from './task-sources.ts';

/** Most tasks of one sort that are listed; the overview counts them all. */
const mostOfOneSort = 500;

/**
 * What waits in the register, as the account of the transaction sees it. A sort of task is looked for only by who may
 * read everything it is judged by: to somebody who sees no profiles, every remains would seem to lack one.
 */
const tasks = sql`
  with reads as (select distinct split_part(k, ':', 2) as kind from unnest(readable_keys()) as k),
  found as (
    select 'resolve_disagreement' as task, 'coordinator' as role, s.id as subject, s.updated_at as since
    from subjects s where s.facets->>'disagreements' <> '0'
    union all
    select 'record_remains', 'recovery', s.id, s.updated_at from subjects s
    where s.kind = 'grave' and s.status in ('opened', 'emptied')
      and not exists (select 1 from subject_links l where l.to_subject = s.id and l.rel = 'grave' and l.kind = 'remains')
    union all
    select 'examine', 'mortuary', s.id, s.updated_at from subjects s where s.kind = 'remains' and s.status = 'recovered'
    union all
    select 'take_sample', 'mortuary', s.id, s.updated_at from subjects s
    where s.kind = 'remains' and exists (select 1 from reads where kind = 'sample')
      and not exists (select 1 from subject_links l where l.to_subject = s.id and l.rel = 'remains' and l.kind in ('sample', 'profile'))
    union all
    select 'type_profile', 'laboratory', s.id, s.updated_at from subjects s
    where s.kind = 'sample' and s.status not in ('failed') and exists (select 1 from reads where kind = 'profile')
      and exists (select 1 from subject_links r where r.from_subject = s.id and r.rel in ('remains', 'relative', 'person'))
      and not exists (select 1 from subject_links l where l.to_subject = s.id and l.rel = 'sample' and l.kind = 'profile')
      and not exists (select 1 from subject_links r join subject_links l on l.to_subject = r.to_subject and l.rel = r.rel and l.kind = 'profile'
        where r.from_subject = s.id and r.rel in ('remains', 'relative', 'person'))
    union all
    select 'take_reference', 'family_liaison', s.id, s.updated_at from subjects s
    where s.kind = 'person' and s.status = 'missing' and exists (select 1 from reads where kind = 'sample')
      and not exists (select 1 from subject_links m join subject_links r on r.to_subject = m.from_subject and r.rel = 'family' and r.kind = 'relative'
        join subject_links t on t.to_subject = r.from_subject and t.rel = 'relative' and t.kind in ('sample', 'profile')
        where m.to_subject = s.id and m.rel = 'missing' and m.kind = 'family')
      and not exists (select 1 from subject_links t where t.to_subject = s.id and t.rel = 'person' and t.kind in ('sample', 'profile'))
    union all
    select 'review', 'board', s.id, s.updated_at from subjects s where s.kind = 'identification' and s.status = 'proposed'
    union all
    select 'revise', 'analyst', s.id, s.updated_at from subjects s where s.kind = 'identification' and s.status = 'returned'
    union all
    select 'sign', 'board', s.id, s.updated_at from subjects s where s.kind = 'identification' and s.status = 'reviewed'
    union all
    select 'notify', 'family_liaison', s.id, s.updated_at from subjects s
    where s.kind = 'identification' and s.status in ('established', 'certified') and coalesce(jsonb_array_length(s.folded->'lists'->'notifications'), 0) = 0
  )`;

/** Tasks of the register, oldest first, at most 500 of one sort. */
export async function findRegisterTasks(tx: Database): Promise<FoundTask[]> {
  const { rows } = await sql<FoundTask>`
    ${tasks}, numbered as (select *, row_number() over (partition by task order by since, subject) as n from found)
    select task, role, subject, since from numbered where n <= ${mostOfOneSort} order by since, task, subject`.execute(tx);
  return rows;
}

/** What the ledger has put aside, by scope: it comes and goes without any change of the register. */
export async function findLedgerTasks(tx: Database): Promise<FoundTask[]> {
  const { rows } = await sql<FoundTask>`
    select 'look_at_quarantine' as task, 'coordinator' as role, q.scope as subject, min(q.received_at) as since from quarantined_entries q
    where exists (select 1 from subjects s where s.id = q.scope) group by q.scope
    union all
    select 'look_at_held', 'coordinator', w.scope, min(w.received_at) from waiting_entries w
    where exists (select 1 from subjects s where s.id = w.scope) group by w.scope
    order by since, task, subject`.execute(tx);
  return rows;
}

export interface TaskCount {
  readonly task: string;
  readonly role: string;
  readonly count: number;
}

/** How many tasks of each sort, with the roles under which they were counted. */
export async function countRegisterTasks(tx: Database): Promise<Counted<readonly TaskCount[]>> {
  const { rows } = await sql<Held & { readonly tasks: readonly TaskCount[] }>`
    ${tasks}, counted as (select task, role, count(*) as count from found group by task, role)
    select ${heldNow} as held, coalesce((select jsonb_agg(to_jsonb(c) order by c.task) from counted c), '[]'::jsonb) as tasks`.execute(tx);
  return { value: rows[0]?.tasks ?? [], held: rows[0]?.held ?? null };
}

export interface StateCount {
  readonly unit: string;
  readonly state: string;
  readonly scope: string;
  readonly value: number;
}

/** How many subjects of each kind are in each state, by scope. */
export async function countSubjects(tx: Database): Promise<Counted<readonly StateCount[]>> {
  const { rows } = await sql<StateCount & Held>`
    select s.kind as unit, s.status as state, s.scope, count(*) as value, ${heldNow} as held
    from subjects s group by s.kind, s.status, s.scope order by s.kind, s.status, s.scope`.execute(tx);
  return { value: rows.map(({ unit, state, scope, value }) => ({ unit, state, scope, value })), held: rows[0]?.held ?? null };
}

interface Held {
  readonly held: string;
}
