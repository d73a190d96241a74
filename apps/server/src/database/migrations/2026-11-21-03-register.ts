import { sql, type Kysely } from 'kysely';

/** The register: what the entries fold into. All of it can be dropped and rebuilt from ledger and bodies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of [extension, register, outside, search, walls, grants]) await sql.raw(step).execute(db);
}

// A trusted extension: the owner of the database may make it without being a superuser.
const extension = `create extension if not exists pg_trgm;`;

const register = `
create table subjects (
  id uuid primary key,
  kind text not null,
  scope uuid not null,
  access_key text not null,
  code text not null,
  title text not null,
  status text not null,
  facets jsonb not null,
  words text not null,
  code_words text not null,
  code_sort text collate "C" not null,
  title_sort text collate "C" not null,
  x_mm bigint,
  y_mm bigint,
  folded jsonb not null,
  first_index bigint not null,
  last_index bigint not null,
  updated_at timestamptz not null
);
comment on table subjects is 'Present state of each subject, folded whole from its entries; code, title, status, facets and words are its summary.';
create index subjects_by_code on subjects (kind, code_sort, id);
create index subjects_by_title on subjects (kind, title_sort, id);
create index subjects_by_update on subjects (kind, last_index desc, id);
create index subjects_counted on subjects (kind, status, access_key, scope);
create index subjects_by_scope on subjects (scope, kind);
create index subjects_words on subjects using gin (words gin_trgm_ops);
create index subjects_code_words on subjects using gin (code_words gin_trgm_ops);
create index subjects_facets on subjects using gin (facets jsonb_path_ops);
create index subjects_code_exact on subjects (lower(code));

create table subject_links (
  from_subject uuid not null references subjects on delete cascade,
  rel text not null,
  to_subject uuid not null,
  kind text not null,
  access_key text not null,
  constraint subject_links_pkey primary key (from_subject, rel, to_subject)
);
comment on table subject_links is 'What a subject names: its grave, site, family. kind and access key are those of the subject that names.';
create index subject_links_to on subject_links (to_subject, rel, from_subject);

create table subject_aliases (
  subject uuid not null references subjects on delete cascade,
  alias text not null,
  origin text not null,
  kind text not null,
  access_key text not null,
  constraint subject_aliases_pkey primary key (subject, alias, origin)
);
comment on table subject_aliases is 'Every other number found in the world, with its source.';
create index subject_aliases_alias on subject_aliases (lower(alias));

create table fold_position (
  one boolean primary key default true constraint fold_position_one_row check (one),
  next_index bigint not null
);
comment on table fold_position is 'Every entry before this log index is in the register; a fold that was cut off goes on from here.';
insert into fold_position (next_index) values (0);

create table fold_failures (
  subject uuid primary key,
  words text not null,
  at timestamptz not null
);
comment on table fold_failures is 'Subjects whose fold failed: a defect of the program, shown by imena doctor; the rest of the register goes on.';
`;

const outside = `
create table import_mappings (
  target text not null,
  name text not null,
  mapping jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  constraint import_mappings_pkey primary key (target, name)
);
comment on table import_mappings is 'Saved mappings of import columns; outside the register.';
`;

// The trigram and containment operators are not leakproof, so under row-level security no index would serve them. This
// function looks them up as owner and applies the same wall itself; what it finds is joined under the wall once more.
const search = `
create function find_subjects(in_kind text, patterns text[], by_code_only boolean, wanted_facets jsonb) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  keys text[] := public.readable_keys();
  searched text := case when by_code_only then 'code_words' else 'words' end;
  condition text := '';
  pattern text;
begin
  foreach pattern in array coalesce(patterns, '{}'::text[]) loop
    condition := condition || format(' and %I ~ %L', searched, pattern);
  end loop;
  if in_kind is not null then condition := condition || format(' and kind = %L', in_kind); end if;
  if wanted_facets is not null then condition := condition || format(' and facets @> %L::jsonb', wanted_facets); end if;
  return query execute
    'select id from public.subjects where (access_key = any ($1) or ''*:'' || kind = any ($1))' || condition using keys;
end $$;
comment on function find_subjects is 'Ids of readable subjects that match every pattern; the only way search and facets can use their indexes.';
create function resembling_subjects(keys text[], by_code_only boolean, at_most integer) returns table (id uuid, likeness real)
language plpgsql stable security definer set search_path = public, pg_catalog, pg_temp as $$
declare
  readable text[] := public.readable_keys();
begin
  if by_code_only then
    return query select s.id, max(word_similarity(k, s.code_words)) as likeness from unnest(keys) k join subjects s on k <% s.code_words
      where s.access_key = any (readable) or '*:' || s.kind = any (readable) group by s.id order by 2 desc, s.id limit at_most;
  else
    return query select s.id, max(word_similarity(k, s.words)) as likeness from unnest(keys) k join subjects s on k <% s.words
      where s.access_key = any (readable) or '*:' || s.kind = any (readable) group by s.id order by 2 desc, s.id limit at_most;
  end if;
end $$;
comment on function resembling_subjects is 'Ids of readable subjects whose words resemble one of the keys, most alike first.';
revoke execute on function find_subjects, resembling_subjects from public;
`;

const walls = `
alter table subjects enable row level security;
create policy subjects_seen on subjects for select to imena_app using (
  access_key = any ((select readable_keys())::text[]) or '*:' || kind = any ((select readable_keys())::text[]));
create policy subjects_kept on subjects to imena_worker using (true) with check (true);

alter table subject_links enable row level security;
create policy subject_links_seen on subject_links for select to imena_app using (
  access_key = any ((select readable_keys())::text[]) or '*:' || kind = any ((select readable_keys())::text[]));
create policy subject_links_kept on subject_links to imena_worker using (true) with check (true);

alter table subject_aliases enable row level security;
create policy subject_aliases_seen on subject_aliases for select to imena_app using (
  access_key = any ((select readable_keys())::text[]) or '*:' || kind = any ((select readable_keys())::text[]));
create policy subject_aliases_kept on subject_aliases to imena_worker using (true) with check (true);

alter table import_mappings enable row level security;
create policy import_mappings_shared on import_mappings to imena_app
  using (current_account() is not null) with check (saved_by = current_account());
`;

const grants = `
grant select on subjects, subject_links, subject_aliases, fold_position to imena_app;
grant select, insert, update, delete, truncate on subjects, subject_links, subject_aliases, fold_position, fold_failures to imena_worker;
grant select, insert, update on import_mappings to imena_app;
grant execute on function find_subjects, resembling_subjects to imena_app;
`;
