import type { Subject } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Folded subjects by id, in no order; those that may not be read are missing. */
export async function findFoldedMany(tx: Database, ids: readonly string[]): Promise<Subject[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ folded: Subject }>`select folded from subjects where id = any (${ids}::uuid[])`.execute(tx);
  return rows.map((row) => row.folded);
}

/** Folded remains of these graves. */
export async function findRemainsIn(tx: Database, graves: readonly string[]): Promise<Subject[]> {
  if (graves.length === 0) return [];
  const { rows } = await sql<{ folded: Subject }>`
    select distinct on (s.id) s.folded from subject_links l join subjects s on s.id = l.from_subject
    where s.kind = 'remains' and l.rel = 'grave' and l.to_subject = any (${graves}::uuid[]) order by s.id`.execute(tx);
  return rows.map((row) => row.folded);
}

/** Profiles of these remains, persons or relatives. */
export async function findProfilesOf(tx: Database, owners: readonly string[]): Promise<Subject[]> {
  const { rows } = await sql<{ folded: Subject }>`
    select distinct on (s.id) s.folded from subject_links l join subjects s on s.id = l.from_subject
    where s.kind = 'profile' and l.rel in ('remains', 'person', 'relative') and l.to_subject = any (${owners}::uuid[]) order by s.id`.execute(tx);
  return rows.map((row) => row.folded);
}

/** Families in which these persons are missing. */
export async function findFamiliesOf(tx: Database, persons: readonly string[]): Promise<Subject[]> {
  const { rows } = await sql<{ folded: Subject }>`
    select distinct on (s.id) s.folded from subject_links l join subjects s on s.id = l.from_subject
    where s.kind = 'family' and l.rel = 'missing' and l.to_subject = any (${persons}::uuid[]) order by s.id`.execute(tx);
  return rows.map((row) => row.folded);
}
