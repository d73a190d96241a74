import type { Subject, Summary } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export async function readFoldPosition(db: Database): Promise<number> {
  const { rows } = await sql<{ next: number }>`select next_index as next from fold_position`.execute(db);
  return rows[0]?.next ?? 0;
}

export async function writeFoldPosition(db: Database, next: number): Promise<void> {
  await sql`update fold_position set next_index = ${next}`.execute(db);
}

/** The subjects that the entries from one log index on (at most `limit` of them) are about, and the index after the last. */
export async function findTouched(db: Database, from: number, limit: number): Promise<{ subjects: string[]; next: number }> {
  const { rows } = await sql<{ subject: string; log_index: number }>`
    select subject, log_index from entries where log_index >= ${from} order by log_index limit ${limit}`.execute(db);
  const last = rows[rows.length - 1];
  return { subjects: [...new Set(rows.map((row) => row.subject))], next: last === undefined ? from : last.log_index + 1 };
}

interface EntryRow {
  readonly log_index: number;
  readonly id: string;
  readonly scope: string;
  readonly subject: string;
  readonly kind: string;
  readonly by: string;
  readonly device: string;
  readonly at: string;
  readonly received_at: Date;
  readonly envelope: Buffer;
  readonly body: string | null;
  readonly erased_on: string | null;
  readonly erased_by: string | null;
  readonly ground: string | null;
}

export interface StoredEntry extends Omit<EntryRow, 'envelope'> {
  readonly envelope: Uint8Array;
}

/** Every entry of these subjects with body or tombstone, in log order. */
export async function readEntriesOf(db: Database, subjects: readonly string[]): Promise<StoredEntry[]> {
  const { rows } = await sql<EntryRow>`
    select e.log_index, e.id, e.scope, e.subject, e.kind, e.by_account as by, e.device, e.at, e.received_at, e.envelope, b.body,
      x.erased_on, x.erased_by, x.ground
    from entries e left join entry_bodies b on b.log_index = e.log_index left join erased_entries x on x.entry = e.id
    where e.subject = any (${subjects}::uuid[]) order by e.log_index`.execute(db);
  return rows;
}

export async function readFilesOf(db: Database, subjects: readonly string[]): Promise<{ log_index: number; position: number; sha256: string; size: number }[]> {
  const { rows } = await sql<{ log_index: number; position: number; sha256: string; size: number }>`
    select log_index, position, sha256, size from entry_files where subject = any (${subjects}::uuid[]) order by log_index, position`.execute(db);
  return rows;
}

/** A folded subject with its summary, ready to be stored. */
export interface FoldedRow {
  readonly subject: Subject;
  readonly summary: Summary;
  readonly updatedAt: Date;
}

/** Replaces these subjects in the register: those that no longer fold into anything are gone afterwards. */
export async function replaceSubjects(db: Database, ids: readonly string[], rows: readonly FoldedRow[]): Promise<void> {
  const kept = rows.map((row) => row.subject.id);
  await sql`delete from subject_links where from_subject = any (${ids}::uuid[])`.execute(db);
  await sql`delete from subject_aliases where subject = any (${ids}::uuid[])`.execute(db);
  if (kept.length < ids.length) await sql`delete from subjects where id = any (${ids.filter((id) => !kept.includes(id))}::uuid[])`.execute(db);
  if (rows.length === 0) return;
  // One value for all rows: as elements of an array each text, and above all each folded subject, would be searched for
  // characters to escape, doubled, and parsed by the database twice.
  await sql`
    insert into subjects (id, kind, scope, access_key, code, title, status, facets, words, code_words, code_sort, title_sort, x_mm, y_mm, folded, first_index, last_index, updated_at)
    select id, kind, scope, scope || ':' || kind, code, title, status, facets, words, code_words, code_sort, title_sort, x_mm, y_mm, folded, first_index, last_index, updated_at
    from jsonb_to_recordset(${JSON.stringify(rows.map(columnsOf))}::jsonb) as t(id uuid, kind text, scope uuid, code text, title text, status text, facets jsonb, words text, code_words text,
      code_sort text, title_sort text, x_mm bigint, y_mm bigint, folded jsonb, first_index bigint, last_index bigint, updated_at timestamptz)
    on conflict (id) do update set kind = excluded.kind, scope = excluded.scope, access_key = excluded.access_key, code = excluded.code, title = excluded.title,
      status = excluded.status, facets = excluded.facets, words = excluded.words, code_words = excluded.code_words, code_sort = excluded.code_sort,
      title_sort = excluded.title_sort, x_mm = excluded.x_mm, y_mm = excluded.y_mm, folded = excluded.folded, first_index = excluded.first_index,
      last_index = excluded.last_index, updated_at = excluded.updated_at`.execute(db);
  const links = rows.flatMap((row) => row.summary.links.map((link) => ({ ...link, row })));
  await insertLinks(db, links);
  await insertAliases(db, rows);
}

function columnsOf({ subject, summary, updatedAt }: FoldedRow): Readonly<Record<string, unknown>> {
  const { id, kind, scope, firstIndex, lastIndex } = subject;
  const { code, title, status, facets, words, codeWords, xMm, yMm } = summary;
  return {
    id, kind, scope, code, title, status, facets, words, code_words: codeWords, code_sort: sortKey(code), title_sort: sortKey(title), x_mm: xMm, y_mm: yMm,
    folded: subject, first_index: firstIndex, last_index: lastIndex, updated_at: updatedAt,
  };
}

async function insertLinks(db: Database, links: readonly { readonly rel: string; readonly to: string; readonly row: FoldedRow }[]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    insert into subject_links (from_subject, rel, to_subject, kind, access_key)
    select * from unnest(${links.map((link) => link.row.subject.id)}::uuid[], ${links.map((link) => link.rel)}::text[], ${links.map((link) => link.to)}::uuid[],
      ${links.map((link) => link.row.subject.kind)}::text[], ${links.map((link) => accessKey(link.row.subject))}::text[])`.execute(db);
}

async function insertAliases(db: Database, rows: readonly FoldedRow[]): Promise<void> {
  const aliases = rows.flatMap((row) => row.summary.aliases.map((alias) => ({ ...alias, row })));
  if (aliases.length === 0) return;
  await sql`
    insert into subject_aliases (subject, alias, origin, kind, access_key)
    select * from unnest(${aliases.map((alias) => alias.row.subject.id)}::uuid[], ${aliases.map((alias) => alias.alias)}::text[],
      ${aliases.map((alias) => alias.origin)}::text[], ${aliases.map((alias) => alias.row.subject.kind)}::text[],
      ${aliases.map((alias) => accessKey(alias.row.subject))}::text[])
    on conflict do nothing`.execute(db);
}

function accessKey(subject: Subject): string {
  return `${subject.scope}:${subject.kind}`;
}

/**
 * Numbers inside a code sort as numbers: 9 before 10. Lower case, so that sorting does not depend on a locale. Half a
 * character at the cut is no text, and JSON for the database would be refused with it.
 */
function sortKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(10, '0')).slice(0, 300).replace(/[\uD800-\uDBFF]$/, '');
}

export async function emptyRegister(db: Database): Promise<void> {
  await sql`truncate subjects, subject_links, subject_aliases, fold_failures`.execute(db);
  await writeFoldPosition(db, 0);
}

export async function insertFoldFailure(db: Database, failure: { readonly subject: string; readonly words: string; readonly at: Date }): Promise<void> {
  await sql`insert into fold_failures (subject, words, at) values (${failure.subject}, ${failure.words}, ${failure.at})
    on conflict (subject) do update set words = excluded.words, at = excluded.at`.execute(db);
}

export async function deleteFoldFailures(db: Database, subjects: readonly string[]): Promise<void> {
  await sql`delete from fold_failures where subject = any (${subjects}::uuid[])`.execute(db);
}
