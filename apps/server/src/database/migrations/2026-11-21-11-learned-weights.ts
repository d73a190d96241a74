import { sql, type Kysely } from 'kysely';

/**
 * A third task for workers: learning the weights of the evidence from the register. Its result is no entry; the choice of
 * weights is. Whoever looks at identities with all their evidence sees it, analysts ask for it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const ask = `case task when 'duplicates' then holds_somewhere(array['family_liaison', 'analyst']) when 'weights' then holds_somewhere(array['analyst']) else holds(array['laboratory', 'analyst'], scope) end`;
  await sql.raw(`
alter table jobs drop constraint jobs_task_known;
alter table jobs add constraint jobs_task_known check (task in ('dna_run', 'duplicates', 'weights'));

drop policy jobs_seen on jobs;
create policy jobs_seen on jobs for select to imena_app using (case task
  when 'duplicates' then (select holds_somewhere(array['family_liaison', 'analyst']))
  when 'weights' then (select holds_somewhere(array['analyst', 'board']))
  else requested_by = current_account() or scope::text || ':run' = any ((select readable_keys())::text[]) or '*:run' = any ((select readable_keys())::text[]) end);
drop policy jobs_asked on jobs;
create policy jobs_asked on jobs for insert to imena_app with check (requested_by = current_account() and ${ask});
drop policy jobs_cancelled on jobs;
create policy jobs_cancelled on jobs for update to imena_app using (${ask}) with check (${ask});
`).execute(db);
}
