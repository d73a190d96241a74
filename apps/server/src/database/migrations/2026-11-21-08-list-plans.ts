import { sql, type Kysely } from 'kysely';

/** Every list by the way that suits the number of its rows, whatever the database has learnt about its tables so far. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of [drop, indexes, wall, condition, pages, counts, grants]) await sql.raw(step).execute(db);
}

const drop = `
drop function page_of_subjects;
drop function count_of_subjects;
drop function subject_condition;
`;

// With state and scope in the leaves, a list filtered by them is walked in the index alone, even where what is wanted
// stands at the very end. Lists across kinds by title had no order to walk along.
const indexes = `
drop index subjects_by_code;
create index subjects_by_code on subjects (kind, code_sort, id) include (status, scope);
drop index subjects_by_title;
create index subjects_by_title on subjects (kind, title_sort, id) include (status, scope);
drop index subjects_by_update;
create index subjects_by_update on subjects (kind, last_index desc, id) include (status, scope);
create index subjects_all_by_title on subjects (title_sort, id);
drop index subject_links_to;
create index subject_links_to on subject_links (to_subject, rel, kind, from_subject);
`;

// The wall as the planner can use it: "one of these scopes" or nothing at all, where the general form (this key, or the
// key of all scopes) is an "or" that no index serves, so that whoever may read little had everything read for it.
const wall = `
create function subject_wall(in_kind text, keys text[]) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
  whole boolean := exists (select 1 from unnest(keys) k where k like '*:%');
  scopes text[] := array(select distinct split_part(k, ':', 1) from unnest(keys) k where k not like '*:%' and (in_kind is null or split_part(k, ':', 2) = in_kind));
begin
  if in_kind is not null and '*:' || in_kind = any (keys) then return 'true'; end if;
  if in_kind is null and whole then return '(s.access_key = any ($1) or ''*:'' || s.kind = any ($1))'; end if;
  -- Of one kind the scope says it all; across kinds it only leads to the rows.
  return format('s.scope = any (%L::uuid[])', scopes) || case when in_kind is null then ' and s.access_key = any ($1)' else '' end;
end $$;
comment on function subject_wall is 'What an account with these keys may read, as SQL; $1 stands for the keys.';
revoke execute on function subject_wall from public;
`;

const condition = `
create function subject_condition(keys text[], in_kind text, in_scope uuid, in_status text, patterns text[], by_code_only boolean, wanted_facets jsonb, wanted_links jsonb,
  is_walked boolean)
returns text language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  condition text := public.subject_wall(in_kind, keys);
  pattern text;
  link jsonb;
begin
  if in_kind is not null then condition := condition || format(' and s.kind = %L', in_kind); end if;
  if in_scope is not null then condition := condition || format(' and s.scope = %L', in_scope); end if;
  if in_status is not null then condition := condition || format(' and s.status = %L', in_status); end if;
  foreach pattern in array coalesce(patterns, '{}'::text[]) loop
    condition := condition || format(' and s.%I ~ %L', case when by_code_only then 'code_words' else 'words' end, pattern);
  end loop;
  if wanted_facets is not null then condition := condition || format(' and s.facets @> %L::jsonb', wanted_facets); end if;
  for link in select * from jsonb_array_elements(coalesce(wanted_links, '[]'::jsonb)) loop
    condition := condition || format(' and exists (select 1 from public.subject_links l where l.from_subject = s.id and l.rel = %L and l.to_subject = %L%s%s)',
      link->>'rel', link->>'to', case when in_kind is null then '' else format(' and l.kind = %L', in_kind) end,
      -- Asked of each row that the walk passes; without this the planner turns it round and reads all the links first.
      case when is_walked then ' offset 0' else '' end);
  end loop;
  return condition;
end $$;
comment on function subject_condition is 'The condition of a list as SQL, with the wall; $1 stands for the keys that the account may read.';
revoke execute on function subject_condition from public;
`;

// Which of the two is the better is known before: how many rows a list has was counted, and the count is remembered. Left
// to itself the planner guesses from statistics that a register filled a minute ago does not have yet, gathers
// 70,000 rows and sorts them to show a hundred.
const pages = `
create function page_query(keys text[], in_kind text, in_scope uuid, in_status text, patterns text[], by_code_only boolean, wanted_facets jsonb, wanted_links jsonb,
  sort text, after_value text, after_id uuid, at_most integer, is_gathered boolean) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  condition text := public.subject_condition(keys, in_kind, in_scope, in_status, patterns, by_code_only, wanted_facets, wanted_links, not is_gathered);
  col text := case sort when 'title' then 'title_sort' when '-updated' then 'last_index' else 'code_sort' end;
  ordering text := case sort when '-updated' then 's.last_index desc, s.id' else format('s.%I, s.id', col) end;
begin
  if after_id is not null then
    condition := condition || case sort
      when '-updated' then format(' and s.last_index <= %1$L::bigint and (s.last_index < %1$L::bigint or s.id > %2$L)', after_value, after_id)
      else format(' and (s.%I, s.id) > (%L, %L::uuid)', col, after_value, after_id) end;
  end if;
  return format('with s as %s (select s.id, s.%I from public.subjects s where %s) select s.id from s order by %s limit %s',
    case when is_gathered then 'materialized' else 'not materialized' end, col, condition, ordering, at_most);
end $$;
comment on function page_query is 'One page of a list as SQL; gathered: every row is found before any is sorted.';
revoke execute on function page_query from public;

create function page_by_walking(in_kind text, in_scope uuid, in_status text, patterns text[], by_code_only boolean, wanted_facets jsonb, wanted_links jsonb,
  sort text, after_value text, after_id uuid, at_most integer) returns setof uuid
language plpgsql stable security definer
set search_path = public, pg_catalog, pg_temp set enable_sort = off set enable_bitmapscan = off set enable_seqscan = off as $$
declare
  keys text[] := public.readable_keys();
begin
  return query execute public.page_query(keys, in_kind, in_scope, in_status, patterns, by_code_only, wanted_facets, wanted_links, sort, after_value, after_id, at_most, false) using keys;
end $$;
comment on function page_by_walking is 'Ids of one page of a list of many rows: along the order until the page is full.';

create function page_by_gathering(in_kind text, in_scope uuid, in_status text, patterns text[], by_code_only boolean, wanted_facets jsonb, wanted_links jsonb,
  sort text, after_value text, after_id uuid, at_most integer) returns setof uuid
language plpgsql stable security definer
set search_path = public, pg_catalog, pg_temp as $$
declare
  keys text[] := public.readable_keys();
begin
  return query execute public.page_query(keys, in_kind, in_scope, in_status, patterns, by_code_only, wanted_facets, wanted_links, sort, after_value, after_id, at_most, true) using keys;
end $$;
comment on function page_by_gathering is 'Ids of one page of a list of few rows: all of them by their indexes, then sorted.';
revoke execute on function page_by_walking, page_by_gathering from public;
`;

const counts = `
create function count_of_subjects(in_kind text, in_scope uuid, patterns text[], by_code_only boolean, wanted_facets jsonb, wanted_links jsonb)
returns table (status text, n bigint)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  keys text[] := public.readable_keys();
begin
  return query execute 'select s.status, count(*) from public.subjects s where '
    || public.subject_condition(keys, in_kind, in_scope, null, patterns, by_code_only, wanted_facets, wanted_links, false) || ' group by s.status order by s.status'
    using keys;
end $$;
comment on function count_of_subjects is 'How many subjects of a list are in each status.';
revoke execute on function count_of_subjects from public;
`;

const grants = `
grant execute on function page_by_walking, page_by_gathering, count_of_subjects to imena_app;
`;
