import type { Subject } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Folded subjects of a kind that this account may read; of one scope, or of all. */
export async function readSubjectsOf(tx: Database, kind: string, scope: string | null): Promise<Subject[]> {
  const { rows } = await sql<{ folded: Subject }>`
    select folded from subjects where kind = ${kind} and (${scope}::uuid is null or scope = ${scope}::uuid) order by id`.execute(tx);
  return rows.map((row) => row.folded);
}

/** Missing persons that this account may read and that nobody has found. */
export async function countMissing(tx: Database, scope: string | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from subjects where kind = 'person' and status = 'missing' and (${scope}::uuid is null or scope = ${scope}::uuid)`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** The newest run that this account may read; null where there is none. */
export async function findNewestRun(tx: Database): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from subjects where kind = 'run' order by last_index desc, id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

/** How many subjects of these kinds there are, and the place in the log of the last that was said of any of them; -1 of none. */
export async function countSubjectsOf(tx: Database, kinds: readonly string[]): Promise<{ readonly count: number; readonly lastIndex: number }> {
  const { rows } = await sql<{ n: number; last: number }>`
    select count(*) as n, coalesce(max(last_index), -1) as last from subjects where kind = any (${kinds}::text[])`.execute(tx);
  return { count: rows[0]?.n ?? 0, lastIndex: rows[0]?.last ?? -1 };
}

/** Persons read at a time. */
const personsAtOnce = 1000;

/** The next folded persons by id, beginning after one; empty at the end. */
export async function readPersonsAfter(db: Database, after: string | null): Promise<Subject[]> {
  const { rows } = await sql<{ folded: Subject }>`
    select folded from subjects where kind = 'person' and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${personsAtOnce}`.execute(db);
  return rows.map((row) => row.folded);
}

/** Content goes a moment after its erasure was logged: so many entries back it is looked at again. */
const erasuresBack = 1000;

/** Persons of whom something was said, or erased, at this place of the log or later; `folded` is null of those that are no more. */
export async function readPersonsChangedSince(db: Database, index: number): Promise<{ readonly id: string; readonly folded: Subject | null }[]> {
  const { rows } = await sql<{ id: string; folded: Subject | null }>`
    with changed as (
      select subject as id from entries where log_index >= ${index} and kind = 'person'
      union select e.subject from erased_entries x join entries e on e.log_index = x.log_index join entries k on k.id = x.erasure
        where k.log_index >= ${index - erasuresBack} and e.kind = 'person')
    select c.id, s.folded from changed c left join subjects s on s.id = c.id and s.kind = 'person' order by c.id`.execute(db);
  return rows;
}

/** Folded persons that somebody compared with another. */
export async function readComparedPersons(tx: Database): Promise<Subject[]> {
  const { rows } = await sql<{ folded: Subject }>`
    select folded from subjects s where kind = 'person' and exists (select 1 from subject_links l where l.from_subject = s.id and l.rel in ('same_person', 'kept_apart')) order by id`.execute(tx);
  return rows.map((row) => row.folded);
}

/** Which of these subjects this account may read. */
export async function findReadable(tx: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select id from subjects where id = any (${ids}::uuid[])`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

/** Folded subjects of a kind, as this account sees them, that something was said of at this place of the log or later. */
export async function readChangedSince(tx: Database, kind: string, index: number): Promise<Subject[]> {
  const { rows } = await sql<{ folded: Subject }>`select folded from subjects where kind = ${kind} and last_index >= ${index} order by id`.execute(tx);
  return rows.map((row) => row.folded);
}

/** Where the register stands for an account: what lists of its persons and remains are followed by. */
export interface RegisterMark {
  readonly persons: number;
  readonly remains: number;
  /** The place in the log of the last that was said of a person, remains or a grave; -1 of none. */
  readonly lastIndex: number;
  /** Entries of the log that were erased; what they said is gone from the register when this number shows it. */
  readonly erased: number;
}

export async function markRegister(tx: Database): Promise<RegisterMark> {
  const { rows } = await sql<RegisterMark>`
    select count(*) filter (where kind = 'person') as persons, count(*) filter (where kind = 'remains') as remains, coalesce(max(last_index), -1) as "lastIndex",
      (select count(*) from erased_entries) as erased
    from subjects where kind in ('person', 'remains', 'grave')`.execute(tx);
  return rows[0] ?? { persons: 0, remains: 0, lastIndex: -1, erased: 0 };
}

/** How many subjects of a kind, as this account sees them, something was said of at this place of the log or later. */
export async function countChangedSince(tx: Database, kind: string, index: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from subjects where kind = ${kind} and last_index >= ${index}`.execute(tx);
  return rows[0]?.n ?? 0;
}
