import { sql, type Kysely } from 'kysely';

/** Who sent which file, and how much in a day. Whoever only knows the hash of a file has not sent it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of [tables, functions, walls, grants]) await sql.raw(step).execute(db);
}

const tables = `
create table file_uploads (
  sha256 text not null constraint file_uploads_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  account_id uuid not null references accounts,
  at timestamptz not null,
  constraint file_uploads_pkey primary key (sha256, account_id)
);
comment on table file_uploads is 'Files that an account sent whole. An entry hands out a file only if its author sent it: to know a hash is not to have the file.';
create table upload_days (
  account_id uuid not null references accounts,
  day date not null,
  bytes bigint not null constraint upload_days_bytes_from_zero check (bytes >= 0),
  constraint upload_days_pkey primary key (account_id, day)
);
comment on table upload_days is 'Bytes that an account sent today (UTC); earlier days are deleted.';
`;

const functions = `
create function entry_file_arrived(wanted_entry uuid, wanted_sha256 text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from public.entries e where e.id = wanted_entry and (
      exists (select 1 from public.file_uploads u where u.sha256 = wanted_sha256 and u.account_id = e.by_account)
      or exists (select 1 from public.log_state l where l.device = e.device)))
$$;
comment on function entry_file_arrived is 'Whether the author of an entry sent this file; what the installation states, it has itself.';
revoke execute on function entry_file_arrived from public;
`;

const walls = `
alter table file_uploads enable row level security;
create policy file_uploads_own on file_uploads to imena_app using (account_id = current_account()) with check (account_id = current_account());
create policy file_uploads_erased on file_uploads to imena_worker using (true);
alter table upload_days enable row level security;
create policy upload_days_own on upload_days to imena_app using (account_id = current_account()) with check (account_id = current_account());
`;

const grants = `
grant execute on function entry_file_arrived to imena_app;
grant select, insert on file_uploads to imena_app;
grant select, delete on file_uploads to imena_worker;
grant select, insert, update, delete on upload_days to imena_app;
`;
