import { defaultDnaThreshold } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import type { FoundTask } from '../register/task-sources.ts';

const mostOfOneSort = 500;

/**
 * What matching and decisions leave to be done, as the account of the transaction sees it. Candidates count from the
 * newest run of each scope. What rested on a revoked decision waits until somebody has told the family, and until a
 * note says what became of the certificate.
 */
export async function findDecisionTasks(tx: Database): Promise<FoundTask[]> {
  const { rows } = await sql<FoundTask>`
    with newest as (select distinct on (scope) id from subjects where kind = 'run' order by scope, last_index desc),
    revoked as (
      select s.*, (select max((r->>'index')::bigint) from jsonb_array_elements(s.folded->'lists'->'revocations') r) as revoked_index
      from subjects s where s.kind = 'identification' and s.status = 'revoked'),
    found as (
      select 'look_at_candidate' as task, 'analyst' as role, s.id as subject, max(run.updated_at) as since
      from candidates c join newest on newest.id = c.run join subjects run on run.id = c.run join subjects s on s.id = c.remains
      where c.rank = 1 and c.posterior >= ${defaultDnaThreshold}
        and not exists (select 1 from subject_links l join subjects i on i.id = l.from_subject
          where l.to_subject = c.remains and l.rel = 'remains' and i.kind = 'identification' and i.status <> 'revoked')
        and not exists (select 1 from subject_links e where e.from_subject = c.remains and e.rel = 'excluded' and e.to_subject = c.person)
      group by s.id
      union all
      select 'tell_of_revocation', 'family_liaison', r.id, r.updated_at from revoked r
      where jsonb_array_length(coalesce(r.folded->'lists'->'notifications', '[]'::jsonb)) > 0
        and not exists (select 1 from jsonb_array_elements(r.folded->'lists'->'notifications') n where (n->>'index')::bigint > r.revoked_index)
      union all
      select 'recall_certificate', 'coordinator', r.id, r.updated_at from revoked r
      where jsonb_array_length(coalesce(r.folded->'fields'->'certificate', '[]'::jsonb)) > 0
        and not exists (select 1 from jsonb_array_elements(coalesce(r.folded->'lists'->'notes', '[]'::jsonb)) n where (n->>'index')::bigint > r.revoked_index)
    ), numbered as (select *, row_number() over (partition by task order by since, subject) as n from found)
    select task, role, subject, since from numbered where n <= ${mostOfOneSort} order by since, task, subject`.execute(tx);
  return rows;
}
