import type { Json } from '@imena/problem';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** A hash over every row of the register's tables, in a fixed order: equal registers give equal texts. */
export async function digestRegister(db: Database, furtherTables: readonly string[] = []): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const table of ['subjects', 'subject_links', 'subject_aliases', 'fold_position', ...furtherTables]) {
    const { rows } = await sql<{ digest: string }>`
      select count(*) || ':' || coalesce(encode(sha256(convert_to(string_agg(line, '' order by line collate "C"), 'UTF8')), 'hex'), '') as digest
      from (select encode(sha256(convert_to(t::text, 'UTF8')), 'hex') as line from ${sql.table(table)} t) as lines`.execute(db);
    digests[table] = rows[0]?.digest ?? '';
  }
  return digests;
}

// A subject's row with its links and aliases; only the hash of each row, because all rows together may be longer than a text can be.
const subjectLines = sql`(
  select t.id as subject, encode(sha256(convert_to(t::text, 'UTF8')), 'hex') as line from subjects t
  union all select t.from_subject, encode(sha256(convert_to(t::text, 'UTF8')), 'hex') from subject_links t
  union all select t.subject, encode(sha256(convert_to(t::text, 'UTF8')), 'hex') from subject_aliases t) as lines`;
const bucketOf = sql`left(subject::text, 3)`;

/** Subjects by the first three characters of their ids, at most 4,096 groups, each with a hash over all of its rows. */
export async function digestSubjectGroups(db: Database): Promise<Map<string, string>> {
  const { rows } = await sql<{ bucket: string; digest: string }>`
    select ${bucketOf} as bucket, encode(sha256(convert_to(string_agg(line, '' order by line collate "C"), 'UTF8')), 'hex') as digest
    from ${subjectLines} group by 1`.execute(db);
  return new Map(rows.map((row) => [row.bucket, row.digest]));
}

/** Each subject of some groups with a hash over its rows. */
export async function digestSubjects(db: Database, groups: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ subject: string; digest: string }>`
    select subject, string_agg(line, '' order by line collate "C") as digest from ${subjectLines} where ${bucketOf} = any (${groups}::text[]) group by subject`.execute(db);
  return new Map(rows.map((row) => [row.subject, row.digest]));
}

export async function readSettingsOf(db: Database): Promise<{ name: string; setting: string }[]> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'server_version_num') order by name`.execute(db);
  return rows;
}

export async function readCyrillic(db: Database): Promise<{ similarity: number; lower: string }> {
  const { rows } = await sql<{ similarity: number; lower: string }>`select similarity('Ковальчук', 'Коваль') as similarity, lower('Є') as lower`.execute(db);
  return rows[0] ?? { similarity: 0, lower: '' };
}

export interface LoggedEntry {
  readonly logIndex: number;
  readonly id: string;
  readonly device: string;
  readonly scope: string;
  readonly subject: string;
  readonly envelope: Buffer;
  readonly signature: Buffer;
  readonly leafHash: Buffer;
  readonly body: string | null;
  readonly salt: Buffer | null;
  readonly erased: boolean;
}

/** The log with its bodies, a page in log order. */
export async function readLog(db: Database, from: number, limit: number): Promise<LoggedEntry[]> {
  const { rows } = await sql<LoggedEntry>`
    select e.log_index as "logIndex", e.id, e.device, e.scope, e.subject, e.envelope, e.signature, e.leaf_hash as "leafHash", b.body, b.salt,
      x.entry is not null as erased
    from entries e left join entry_bodies b on b.log_index = e.log_index left join erased_entries x on x.entry = e.id
    where e.log_index >= ${from} order by e.log_index limit ${limit}`.execute(db);
  return rows;
}

export async function readLogFiles(db: Database, from: number, to: number): Promise<{ logIndex: number; position: number; sha256: string; salt: Buffer; size: number }[]> {
  const { rows } = await sql<{ logIndex: number; position: number; sha256: string; salt: Buffer; size: number }>`
    select log_index as "logIndex", position, sha256, salt, size from entry_files where log_index >= ${from} and log_index < ${to} order by log_index, position`.execute(db);
  return rows;
}

export async function readDeviceKeys(db: Database): Promise<{ id: string; publicKey: Buffer }[]> {
  const { rows } = await sql<{ id: string; publicKey: Buffer }>`select id, public_key as "publicKey" from devices`.execute(db);
  return rows;
}

export async function readCheckpoints(db: Database): Promise<{ size: number; note: string }[]> {
  const { rows } = await sql<{ size: number; note: string }>`select size, note from checkpoints order by size`.execute(db);
  return rows;
}

export async function readFileNames(db: Database): Promise<{ sha256: string; size: number }[]> {
  const { rows } = await sql<{ sha256: string; size: number }>`select distinct sha256, size from entry_files order by sha256`.execute(db);
  return rows;
}

export async function readFoldFailures(db: Database): Promise<{ subject: string; words: string }[]> {
  const { rows } = await sql<{ subject: string; words: string }>`select subject, words from fold_failures order by subject`.execute(db);
  return rows;
}

export interface SampledSubject {
  readonly id: string;
  readonly folded: Json;
  readonly summary: { readonly code: string; readonly title: string; readonly status: string; readonly facets: Json; readonly words: string; readonly codeWords: string; readonly xMm: number | null; readonly yMm: number | null };
  /** While an entry about it is not folded yet. */
  readonly isBehind: boolean;
}

/** Subjects of the register spread over all, or one. */
export async function sampleSubjects(db: Database, limit: number, id: string | null = null): Promise<SampledSubject[]> {
  const which = id === null ? sql`true` : sql`s.id = ${id}`;
  const { rows } = await sql<SampledSubject>`
    select s.id, s.folded, exists (select 1 from entries e where e.subject = s.id and e.log_index > s.last_index) as "isBehind",
      jsonb_build_object('code', s.code, 'title', s.title, 'status', s.status, 'facets', s.facets, 'words', s.words, 'codeWords', s.code_words, 'xMm', s.x_mm, 'yMm', s.y_mm) as summary
    from subjects s where ${which} order by sha256(s.id::text::bytea) limit ${limit}`.execute(db);
  return rows;
}

export async function countArrivals(db: Database): Promise<{ held: number; quarantined: number }> {
  const { rows } = await sql<{ held: number; quarantined: number }>`
    select (select count(*) from waiting_entries) as held, (select count(*) from quarantined_entries) as quarantined`.execute(db);
  return rows[0] ?? { held: 0, quarantined: 0 };
}
