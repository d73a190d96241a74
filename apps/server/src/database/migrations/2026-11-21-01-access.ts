import { sql, type Kysely } from 'kysely';

/** Roles of the cluster, accounts, what accounts hold, and the functions that row-level security asks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of [databaseRoles, accounts, sessions, invitations, devices, signingKeys, limits, accessLog, functions, walls, grants]) {
    await sql.raw(step).execute(db);
  }
}

// Roles belong to the cluster, so several databases (and parallel tests) share them; rights are given per database.
// The two exceptions are the two ways in which PostgreSQL says that somebody else was faster.
const databaseRoles = `
do $$
declare wanted text;
begin
  foreach wanted in array array['imena_app', 'imena_worker'] loop
    if not exists (select 1 from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I login nosuperuser nobypassrls nocreaterole nocreatedb', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$;
`;

const accounts = `
create table accounts (
  id uuid primary key default gen_random_uuid(),
  login text not null constraint accounts_login_key unique constraint accounts_login_lower check (login = lower(login) and length(login) between 2 and 64),
  display_name text not null constraint accounts_display_name_length check (length(display_name) between 1 and 200),
  password_hash text not null constraint accounts_password_argon2id check (password_hash like '$argon2id$%'),
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references accounts
);
comment on table accounts is 'People who may log in. Entries name only the id; closing keeps it, so that old entries keep their author.';

create table role_kinds (
  role text not null,
  kind text not null,
  constraint role_kinds_pkey primary key (role, kind)
);
comment on table role_kinds is 'Which kinds of subject a role may read; made equal to the table of the record package at every start.';

create table memberships (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references accounts,
  scope uuid,
  role text not null constraint memberships_role_known check (role in
    ('coordinator', 'recovery', 'mortuary', 'family_liaison', 'laboratory', 'analyst', 'board', 'auditor')),
  granted_by uuid references accounts,
  granted_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references accounts
);
comment on table memberships is 'A role of an account in one scope (a site or an office); scope null means every scope. Ended, never deleted.';
create unique index memberships_live_once on memberships (account_id, role, coalesce(scope, '00000000-0000-0000-0000-000000000000'))
  where ended_at is null;
`;

const sessions = `
create table sessions (
  token_hash bytea primary key constraint sessions_token_hash_length check (length(token_hash) = 32),
  account_id uuid not null references accounts,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text,
  user_agent text constraint sessions_user_agent_length check (length(user_agent) <= 400)
);
comment on table sessions is 'Open sessions by the SHA-256 of their token; the token itself is only in the cookie.';
create index sessions_account on sessions (account_id);

create table challenges (
  hash bytea primary key,
  account_id uuid not null references accounts,
  purpose text not null constraint challenges_purpose_known check (purpose in ('device', 'passkey')),
  expires_at timestamptz not null
);
comment on table challenges is 'Random challenges handed out to one account for one purpose, each good once.';
`;

const invitations = `
create table one_time_links (
  token_hash bytea primary key,
  purpose text not null constraint one_time_links_purpose_known check (purpose in ('setup')),
  created_at timestamptz not null,
  used_at timestamptz
);
comment on table one_time_links is 'The link for the first account; a newer one ends the older.';

create table invitations (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null constraint invitations_token_hash_key unique,
  display_name text not null,
  memberships jsonb not null,
  invited_by uuid not null references accounts,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_account uuid references accounts,
  withdrawn_at timestamptz
);
comment on table invitations is 'An account that somebody was invited to make, and the roles it will be given.';

create table recoveries (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references accounts,
  what text not null constraint recoveries_what_known check (what in ('password', 'device', 'key')),
  explanation text not null,
  opened_by uuid references accounts,
  opened_at timestamptz not null,
  approved_by uuid references accounts,
  approved_at timestamptz,
  token_hash bytea constraint recoveries_token_hash_key unique,
  expires_at timestamptz,
  used_at timestamptz,
  -- A second person: neither the one who opened it nor the one whose account it is.
  constraint recoveries_two_people check (approved_by is null or (approved_by <> account_id and approved_by <> opened_by)),
  -- Without an approver there is a token only where nobody opened it from inside: on the server's own machine.
  constraint recoveries_token_approved check (token_hash is null or approved_by is not null or opened_by is null)
);
comment on table recoveries is 'A forgotten password, a lost device or key: opened by one coordinator, approved by another.';
`;

const devices = `
create table devices (
  id text primary key constraint devices_id_is_key_hash check (id = encode(sha256(public_key), 'hex')),
  public_key bytea not null constraint devices_public_key_length check (length(public_key) = 32),
  account_id uuid not null references accounts,
  subject_id uuid not null default gen_random_uuid() constraint devices_subject_key unique,
  label text not null constraint devices_label_length check (length(label) between 1 and 200),
  possession text not null,
  enrolled_at timestamptz not null,
  enrolled_entry uuid,
  revoked_at timestamptz,
  revoked_by uuid references accounts,
  revocation text,
  revoked_entry uuid,
  constraint devices_revocation_whole check ((revoked_at is null) = (revocation is null))
);
comment on table devices is 'One Ed25519 key of one person in one browser. The entries are null until the ledger has taken the enrolment or revocation.';
create index devices_account on devices (account_id);
`;

const signingKeys = `
create table signing_keys (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references accounts,
  kind text not null constraint signing_keys_kind_known check (kind in ('passkey', 'passphrase')),
  label text not null constraint signing_keys_label_length check (length(label) between 1 and 200),
  public_key bytea not null constraint signing_keys_public_key_key unique,
  wrapped jsonb constraint signing_keys_wrapped_size check (octet_length(wrapped::text) <= 8192),
  credential_id text constraint signing_keys_credential_id_key unique,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  rp_id text,
  last_assertion bytea,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint signing_keys_whole check (case kind
    when 'passphrase' then wrapped is not null and credential_id is null and length(public_key) = 32
    else wrapped is null and credential_id is not null and rp_id is not null end)
);
comment on table signing_keys is 'Personal keys that sign decisions. wrapped: the private key under the passphrase of its person, closed to the server.';
create unique index signing_keys_live_label on signing_keys (account_id, label) where revoked_at is null;
`;

const limits = `
create table login_attempts (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
comment on table login_attempts is 'Wrong logins by account (hash of the login), by address, and by both; kept so that a restart forgives nothing.';

create table known_addresses (
  account_id uuid not null references accounts,
  address text not null,
  seen_at timestamptz not null,
  constraint known_addresses_pkey primary key (account_id, address)
);
comment on table known_addresses is 'Where an account has logged in before: there a stranger who guesses elsewhere cannot keep the person out.';
`;

const accessLog = `
create table access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account_id uuid,
  action text not null,
  subject text,
  kind text,
  detail jsonb not null default '{}',
  address text
);
comment on table access_log is 'Who logged in, read, exported, printed, granted, was refused. Rows are only added.';
create index access_log_account on access_log (account_id, id desc);
create index access_log_subject on access_log (subject, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only added', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger access_log_only_added before update or delete on access_log for each row execute function refuse_change();
create trigger access_log_never_emptied before truncate on access_log for each statement execute function refuse_change();
`;

// security definer: the application may ask what an account holds, and policies may ask without asking themselves.
// Every name is written out and the search path is fixed, so that nobody can put another table in front.
const functions = `
create function current_account() returns uuid language sql stable as
$$ select nullif(pg_catalog.current_setting('imena.account', true), '')::pg_catalog.uuid $$;
comment on function current_account is 'The account of this transaction, or null.';

create function live_memberships() returns table (scope uuid, role text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.scope, m.role from public.memberships m join public.accounts a on a.id = m.account_id
  where a.id = public.current_account() and a.closed_at is null and m.ended_at is null
$$;
comment on function live_memberships is 'What the account of this transaction holds now; nothing when it is unset or closed.';

create function readable_keys() returns text[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct coalesce(m.scope::text, '*') || ':' || k.kind), '{}'::text[])
  from public.live_memberships() m join public.role_kinds k on k.role = m.role
$$;
comment on function readable_keys is 'What may be read: scope:kind, or *:kind for a role held in every scope.';

create function holds(wanted_roles text[], wanted_scope uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.live_memberships() m
    where m.role = any (wanted_roles) and (m.scope is null or m.scope = wanted_scope))
$$;
comment on function holds is 'Whether the account of this transaction holds one of the roles in a scope; scope null asks for every scope.';

create function has_no_memberships() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select 1 from public.memberships)
$$;
comment on function has_no_memberships is 'True only before the first account: then the first role may be given without a giver.';

create function public_signing_key(key uuid) returns table (id uuid, account_id uuid, kind text, public_key bytea, revoked_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.id, k.account_id, k.kind, k.public_key, k.revoked_at from public.signing_keys k
  where k.id = key and public.current_account() is not null
$$;
comment on function public_signing_key is 'The public part of anybody''s signing key, for checking a signature; never the wrapped private part.';

revoke execute on function live_memberships, readable_keys, holds, has_no_memberships, public_signing_key from public;
`;

const walls = `
alter table memberships enable row level security;
create policy memberships_seen on memberships for select
  using (account_id = current_account() or holds(array['coordinator', 'auditor'], scope));
create policy memberships_granted on memberships for insert
  with check (holds(array['coordinator'], scope) or has_no_memberships());
create policy memberships_ended on memberships for update
  using (holds(array['coordinator'], scope)) with check (holds(array['coordinator'], scope));

alter table signing_keys enable row level security;
create policy signing_keys_own on signing_keys using (account_id = current_account()) with check (account_id = current_account());

alter table access_log enable row level security;
create policy access_log_seen on access_log for select using (holds(array['coordinator', 'auditor'], null));
create policy access_log_added on access_log for insert with check (true);
`;

const grants = `
grant usage on schema public to imena_app, imena_worker;
grant execute on function live_memberships, readable_keys, holds, has_no_memberships, public_signing_key to imena_app, imena_worker;
grant select, insert, update on accounts, invitations, one_time_links, recoveries, devices, known_addresses, signing_keys to imena_app;
grant select, insert on memberships, access_log to imena_app;
grant update (ended_at, ended_by) on memberships to imena_app;
grant select, insert, update, delete on sessions, login_attempts to imena_app;
grant select, insert, delete on challenges to imena_app;
grant select on role_kinds to imena_app, imena_worker;
grant select on devices to imena_worker;
grant insert on access_log to imena_worker;
`;
