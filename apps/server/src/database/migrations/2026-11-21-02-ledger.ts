import { sql, type Kysely } from 'kysely';

/** The ledger (only added to), what stands beside it and can be erased, and what waits outside it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of [log, content, outside, functions, walls, grants]) await sql.raw(step).execute(db);
}

const log = `
create table log_state (
  one boolean primary key default true constraint log_state_one_row check (one),
  origin text not null,
  installation uuid not null,
  device text not null,
  log_public_key bytea not null constraint log_state_key_length check (length(log_public_key) = 32),
  device_public_key bytea not null constraint log_state_device_key_length check (length(device_public_key) = 32),
  generation integer not null default 1,
  demonstration boolean not null default false,
  created_at timestamptz not null
);
comment on table log_state is 'Which log this is: its origin, its public key and the device of the installation itself. Private keys are in the data folder.';

create table entries (
  log_index bigint primary key constraint entries_log_index_from_zero check (log_index >= 0),
  id uuid not null constraint entries_id_key unique,
  scope uuid not null,
  subject uuid not null,
  subject_kind text not null,
  kind text not null,
  by_account uuid not null,
  device text not null,
  seq bigint not null,
  at text not null,
  received_at timestamptz not null,
  envelope bytea not null constraint entries_envelope_size check (length(envelope) between 1 and 16384),
  signature bytea not null constraint entries_signature_size check (length(signature) = 64),
  envelope_hash text not null,
  leaf_hash bytea not null constraint entries_leaf_hash_size check (length(leaf_hash) = 32),
  constraint entries_chain_key unique (device, scope, seq)
);
comment on table entries is 'The log: what was signed, as received, in log order without gaps. Rows are only added.';
comment on constraint entries_chain_key on entries is 'A device uses each number once in a scope; a second use is a cloned device.';
create index entries_scope on entries (scope, log_index);
create index entries_subject on entries (subject, log_index);

create table checkpoints (
  size bigint primary key,
  root bytea not null constraint checkpoints_root_size check (length(root) = 32),
  note text not null,
  signed_at timestamptz not null
);
comment on table checkpoints is 'Every signed checkpoint, one a batch, as it was handed out. Rows are only added.';

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only added', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger entries_only_added before update or delete on entries for each row execute function refuse_ledger_change();
create trigger checkpoints_only_added before update or delete on checkpoints for each row execute function refuse_ledger_change();

create table ledger_subjects (
  id uuid primary key,
  kind text not null,
  scope uuid not null,
  created_index bigint not null references entries (log_index)
);
comment on table ledger_subjects is 'Which kind a subject is and to which scope it belongs, by the first entry that brought it into being. Follows from the entries.';
`;

const content = `
create table entry_bodies (
  log_index bigint primary key references entries (log_index),
  entry uuid not null constraint entry_bodies_entry_key unique,
  subject uuid not null,
  subject_kind text not null,
  access_key text not null,
  type text not null,
  body text not null,
  salt bytea not null constraint entry_bodies_salt_size check (length(salt) = 32)
);
comment on table entry_bodies is 'Canonical body and salt of each entry, apart from the log because they can be erased.';
create index entry_bodies_subject on entry_bodies (subject, log_index);

create table entry_files (
  log_index bigint not null references entries (log_index),
  position integer not null,
  entry uuid not null,
  subject uuid not null,
  subject_kind text not null,
  access_key text not null,
  sha256 text not null constraint entry_files_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  salt bytea not null constraint entry_files_salt_size check (length(salt) = 32),
  size bigint not null,
  name text,
  media_type text,
  constraint entry_files_pkey primary key (log_index, position)
);
comment on table entry_files is 'Which file each reference of an envelope means, apart from the log because it can be erased.';
create index entry_files_sha256 on entry_files (sha256);
create index entry_files_entry on entry_files (entry);
create index entry_files_subject on entry_files (subject, log_index);

create table entry_subjects (
  subject uuid not null,
  log_index bigint not null references entries (log_index),
  constraint entry_subjects_pkey primary key (subject, log_index)
);
comment on table entry_subjects is 'Every subject an entry is about or mentions, so that what an entry touches can be found after its body was erased.';
create index entry_subjects_index on entry_subjects (log_index);

create table erased_entries (
  entry uuid primary key,
  log_index bigint not null references entries (log_index),
  erasure uuid not null,
  erased_on text not null,
  erased_by text not null,
  ground text not null
);
comment on table erased_entries is 'The tombstone of each entry whose content was erased, and the logged erasure that did it.';
`;

const outside = `
create table quarantined_entries (
  number bigint generated always as identity primary key,
  entry uuid,
  device text,
  scope uuid,
  wire jsonb not null,
  problem jsonb not null,
  account_id uuid,
  received_at timestamptz not null
);
comment on table quarantined_entries is 'Entries that claim what cannot be: an id used for other bytes, a number used twice, a forked chain. Kept as evidence.';

create table waiting_entries (
  entry uuid primary key,
  device text not null,
  scope uuid not null,
  seq bigint not null,
  subject uuid not null,
  reason text not null constraint waiting_entries_reason_known check (reason in ('predecessor', 'subject')),
  envelope_hash text not null,
  wire jsonb not null,
  problem jsonb not null,
  account_id uuid not null,
  received_at timestamptz not null
);
comment on table waiting_entries is 'Entries whose predecessor or subject has not arrived; taken into the log when the gap closes.';
create index waiting_entries_chain on waiting_entries (device, scope, seq);
create index waiting_entries_subject on waiting_entries (subject);
`;

// The writer judges on behalf of many accounts at once, so it may ask what each of them holds; nobody else may.
const functions = `
create function roles_of(wanted uuid[]) returns table (account_id uuid, scope uuid, role text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.account_id, m.scope, m.role from public.memberships m join public.accounts a on a.id = m.account_id
  where m.account_id = any (wanted) and a.closed_at is null and m.ended_at is null
$$;
revoke execute on function roles_of from public;
grant execute on function roles_of to imena_worker;

create function is_member_of(wanted_scope uuid) returns boolean language sql stable as $$
  select wanted_scope::text || ':office' = any ((select readable_keys())::text[]) or '*:office' = any ((select readable_keys())::text[])
$$;
comment on function is_member_of is 'Whether the account holds any role in a scope: every role may read the office or site it is held in.';
`;

const walls = `
alter table log_state enable row level security;
create policy log_state_seen on log_state for select to imena_app using (true);
create policy log_state_kept on log_state to imena_worker using (true) with check (true);

alter table entries enable row level security;
create policy entries_seen on entries for select to imena_app using (
  scope::text || ':office' = any ((select readable_keys())::text[]) or '*:office' = any ((select readable_keys())::text[]));
create policy entries_written on entries to imena_worker using (true) with check (true);

alter table checkpoints enable row level security;
create policy checkpoints_seen on checkpoints for select to imena_app using (current_account() is not null);
create policy checkpoints_written on checkpoints to imena_worker using (true) with check (true);

alter table ledger_subjects enable row level security;
create policy ledger_subjects_seen on ledger_subjects for select to imena_app using (
  scope::text || ':' || kind = any ((select readable_keys())::text[]) or '*:' || kind = any ((select readable_keys())::text[]));
create policy ledger_subjects_written on ledger_subjects to imena_worker using (true) with check (true);

alter table entry_bodies enable row level security;
create policy entry_bodies_seen on entry_bodies for select to imena_app using (
  access_key = any ((select readable_keys())::text[]) or '*:' || subject_kind = any ((select readable_keys())::text[]));
create policy entry_bodies_kept on entry_bodies to imena_worker using (true) with check (true);

alter table entry_files enable row level security;
create policy entry_files_seen on entry_files for select to imena_app using (
  access_key = any ((select readable_keys())::text[]) or '*:' || subject_kind = any ((select readable_keys())::text[]));
create policy entry_files_kept on entry_files to imena_worker using (true) with check (true);

alter table entry_subjects enable row level security;
create policy entry_subjects_kept on entry_subjects to imena_worker using (true) with check (true);

alter table erased_entries enable row level security;
create policy erased_entries_seen on erased_entries for select to imena_app using (current_account() is not null);
create policy erased_entries_kept on erased_entries to imena_worker using (true) with check (true);

alter table quarantined_entries enable row level security;
create policy quarantined_entries_seen on quarantined_entries for select to imena_app
  using (holds(array['coordinator', 'auditor'], scope));
create policy quarantined_entries_kept on quarantined_entries to imena_worker using (true) with check (true);

alter table waiting_entries enable row level security;
create policy waiting_entries_seen on waiting_entries for select to imena_app
  using (account_id = current_account() or holds(array['coordinator', 'auditor'], scope));
create policy waiting_entries_kept on waiting_entries to imena_worker using (true) with check (true);
`;

const grants = `
grant select on log_state, entries, checkpoints, ledger_subjects, entry_bodies, entry_files, erased_entries,
  quarantined_entries, waiting_entries to imena_app;
grant select, insert on entries, checkpoints, ledger_subjects, entry_subjects, erased_entries, quarantined_entries to imena_worker;
grant select, insert, delete on entry_bodies, entry_files, waiting_entries to imena_worker;
grant select, insert on log_state to imena_worker;
grant update (demonstration) on log_state to imena_worker;
`;
