import { sql, type Kysely } from 'kysely';

/** Jobs, frequency tables of the installation, and what follows from matching runs and identifications. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of [jobs, frequencyTables, candidates, decisions, walls, grants, prints]) await sql.raw(step).execute(db);
}

const jobs = `
create table jobs (
  id uuid primary key,
  task text not null constraint jobs_task_known check (task in ('dna_run')),
  scope uuid not null,
  requested_by uuid not null references accounts,
  parameters jsonb not null,
  state text not null default 'waiting' constraint jobs_state_known check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer not null default 0,
  created_at timestamptz not null,
  queued_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  input_sha256 text not null constraint jobs_input_form check (input_sha256 ~ '^[0-9a-f]{64}$'),
  result_sha256 text constraint jobs_result_form check (result_sha256 ~ '^[0-9a-f]{64}$'),
  run uuid,
  problem jsonb,
  cancel_requested boolean not null default false,
  constraint jobs_done_has_run check (state <> 'done' or run is not null),
  constraint jobs_failed_has_reason check ((state = 'failed') = (problem is not null))
);
comment on table jobs is 'Work in the background: asked for, computed by a worker, recorded by the server. The result is an entry; this is how far it has come.';
create index jobs_open on jobs (state, created_at) where state in ('waiting', 'running');
create index jobs_recent on jobs (created_at desc, id);
`;

const frequencyTables = `
create table frequency_tables (
  id text primary key constraint frequency_tables_id_form check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'),
  content jsonb not null,
  added_by uuid not null references accounts,
  added_at timestamptz not null
);
comment on table frequency_tables is 'Allele frequencies that this installation added to the shipped ones; never changed, because runs name them. Outside the register.';
`;

const candidates = `
create table candidates (
  run uuid not null,
  place integer not null,
  remains uuid not null,
  person uuid not null,
  family uuid not null,
  profile uuid not null,
  ln_lr double precision not null,
  log10_lr double precision not null,
  posterior double precision not null,
  markers_used integer not null,
  rank integer not null constraint candidates_rank_from_one check (rank >= 1),
  alike uuid[] not null,
  access_key text not null,
  constraint candidates_pkey primary key (run, place),
  constraint candidates_pair_key unique (run, remains, person, family)
);
comment on table candidates is 'Pairs of a run above its threshold, from the result file of the run; place counts by LR over the whole run, rank among those of the same remains.';
create index candidates_remains on candidates (remains, run);
create index candidates_person on candidates (person, run);

create table direct_pairs (
  run uuid not null,
  a uuid not null,
  b uuid not null,
  kind text not null constraint direct_pairs_kind_known check (kind in ('remains', 'person')),
  ln_lr double precision not null,
  log10_lr double precision not null,
  markers_used integer not null,
  access_key text not null,
  constraint direct_pairs_pkey primary key (run, a, b)
);
comment on table direct_pairs is 'Two profiles of one person, as far as their DNA says: two bags, or remains and a person known by a sample of their own.';
create index direct_pairs_a on direct_pairs (a, run);
create index direct_pairs_b on direct_pairs (b, run);
`;

const decisions = `
create table decision_signatures (
  entry uuid primary key,
  identification uuid not null,
  decision_hash text not null,
  signer uuid not null,
  key text not null,
  access_key text not null,
  constraint decision_signatures_one_signer unique (identification, decision_hash, signer),
  constraint decision_signatures_one_key unique (identification, decision_hash, key)
);
comment on table decision_signatures is 'Standing signatures on identifications.';
comment on constraint decision_signatures_one_signer on decision_signatures is 'Nobody signs the same decision twice.';
comment on constraint decision_signatures_one_key on decision_signatures is 'No key signs the same decision twice.';

create table standing_decisions (
  identification uuid primary key,
  person uuid not null constraint standing_decisions_person_once unique,
  stage text not null constraint standing_decisions_stage_known check (stage in ('established', 'certified')),
  access_key text not null
);
comment on table standing_decisions is 'Identifications that are established or certified.';
comment on constraint standing_decisions_person_once on standing_decisions is 'A person is identified once.';

create table standing_remains (
  remains uuid constraint standing_remains_once primary key,
  identification uuid not null,
  access_key text not null
);
comment on table standing_remains is 'Remains that an established or certified identification covers.';
comment on constraint standing_remains_once on standing_remains is 'Remains are of one person.';
create index standing_remains_identification on standing_remains (identification);
`;

const derived = ['candidates', 'direct_pairs', 'decision_signatures', 'standing_decisions', 'standing_remains'];
const seenKind = (table: string): string => (table === 'candidates' || table === 'direct_pairs' ? 'run' : 'identification');

const walls = `
alter table jobs enable row level security;
create policy jobs_seen on jobs for select to imena_app using (
  requested_by = current_account() or scope::text || ':run' = any ((select readable_keys())::text[]) or '*:run' = any ((select readable_keys())::text[]));
create policy jobs_asked on jobs for insert to imena_app
  with check (requested_by = current_account() and holds(array['laboratory', 'analyst'], scope));
create policy jobs_cancelled on jobs for update to imena_app
  using (holds(array['laboratory', 'analyst'], scope)) with check (holds(array['laboratory', 'analyst'], scope));
create policy jobs_worked on jobs to imena_worker using (true) with check (true);

alter table frequency_tables enable row level security;
create policy frequency_tables_seen on frequency_tables for select to imena_app using (current_account() is not null);
create policy frequency_tables_added on frequency_tables for insert to imena_app
  with check (added_by = current_account() and holds(array['laboratory', 'analyst'], null));

${derived.map((table) => `
alter table ${table} enable row level security;
create policy ${table}_seen on ${table} for select to imena_app using (
  access_key = any ((select readable_keys())::text[]) or '*:${seenKind(table)}' = any ((select readable_keys())::text[]));
create policy ${table}_kept on ${table} to imena_worker using (true) with check (true);`).join('\n')}
`;

// The writer checks signatures in its own transaction, with the account set to the one that signs.
const grants = `
grant select, insert on jobs, frequency_tables to imena_app;
grant update (cancel_requested) on jobs to imena_app;
grant select, insert, update, delete on jobs to imena_worker;
grant select on ${derived.join(', ')} to imena_app;
grant select, insert, update, delete, truncate on ${derived.join(', ')} to imena_worker;
grant select, update (counter, last_assertion) on signing_keys to imena_worker;
`;

// The access log is closed to the worker but for adding; how often something was printed is a number that people need
// who must not read the log.
const prints = `
create function certificate_prints(wanted uuid) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) from public.access_log l where l.subject = wanted::text and l.action = 'certificate.printed'
$$;
comment on function certificate_prints is 'How often the certificate of an identification was printed.';
revoke execute on function certificate_prints from public;
grant execute on function certificate_prints to imena_worker;
`;
