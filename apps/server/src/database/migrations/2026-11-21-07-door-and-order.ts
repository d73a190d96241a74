import { sql, type Kysely } from 'kysely';

/** The door asks one question a request: whose session a token is, and what that account holds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of [door, order]) await sql.raw(step).execute(db);
}

// security definer: the policy on memberships wants the account of the transaction, which is not known before the
// session is read. Whoever has the hash of a token may know what its account holds; that is all this answers.
const door = `
create function session_of(wanted_hash bytea) returns table (account_id uuid, login text, display_name text, last_seen_at timestamptz, expires_at timestamptz, memberships jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id, a.login, a.display_name, s.last_seen_at, s.expires_at,
    coalesce((select jsonb_agg(jsonb_build_object('scope', m.scope, 'role', m.role) order by m.role, m.scope nulls first, m.id)
      from public.memberships m where m.account_id = a.id and m.ended_at is null), '[]'::jsonb)
  from public.sessions s join public.accounts a on a.id = s.account_id
  where s.token_hash = wanted_hash and a.closed_at is null
$$;
comment on function session_of is 'The session of a token hash, if its account is open, with the live memberships of that account.';
revoke execute on function session_of from public;
grant execute on function session_of to imena_app;
`;

// Lists across kinds, as of a whole site, sorted 100,000 rows before they showed the first hundred.
const order = `
create index subjects_all_by_code on subjects (code_sort, id);
create index subjects_all_by_update on subjects (last_index desc, id);
`;
