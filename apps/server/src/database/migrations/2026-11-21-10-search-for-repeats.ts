import { sql, type Kysely } from 'kysely';

/**
 * A second task for workers: the search for repeated reports. Its result proposes pairs of persons and is no entry, so it
 * has no run. Whoever may compare reports sees and asks for it; who only works with genotypes does not.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`
alter table jobs drop constraint jobs_task_known;
alter table jobs add constraint jobs_task_known check (task in ('dna_run', 'duplicates'));
alter table jobs drop constraint jobs_done_has_run;
alter table jobs add constraint jobs_done_has_run check (task <> 'dna_run' or state <> 'done' or run is not null);

create function holds_somewhere(wanted_roles text[]) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.live_memberships() m where m.role = any (wanted_roles))
$$;
comment on function holds_somewhere is 'Whether the account of this transaction holds one of the roles in any scope.';

drop policy jobs_seen on jobs;
create policy jobs_seen on jobs for select to imena_app using (case task
  when 'duplicates' then (select holds_somewhere(array['family_liaison', 'analyst']))
  else requested_by = current_account() or scope::text || ':run' = any ((select readable_keys())::text[]) or '*:run' = any ((select readable_keys())::text[]) end);
drop policy jobs_asked on jobs;
create policy jobs_asked on jobs for insert to imena_app with check (requested_by = current_account() and case task
  when 'duplicates' then holds_somewhere(array['family_liaison', 'analyst']) else holds(array['laboratory', 'analyst'], scope) end);
drop policy jobs_cancelled on jobs;
create policy jobs_cancelled on jobs for update to imena_app
  using (case task when 'duplicates' then holds_somewhere(array['family_liaison', 'analyst']) else holds(array['laboratory', 'analyst'], scope) end)
  with check (case task when 'duplicates' then holds_somewhere(array['family_liaison', 'analyst']) else holds(array['laboratory', 'analyst'], scope) end);
`).execute(db);
}
