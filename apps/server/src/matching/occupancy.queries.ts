import type { Subject } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Folded remains of which somebody presumed who they are, or that an identification covers; those that may not be read are missing. */
export async function readTakenForSomebody(tx: Database): Promise<Subject[]> {
  const { rows } = await sql<{ folded: Subject }>`
    select s.folded from subjects s
    where s.kind = 'remains' and (exists (select 1 from subject_links l where l.from_subject = s.id and l.rel = 'presumed')
      or exists (select 1 from subject_links l where l.to_subject = s.id and l.rel = 'remains' and l.kind = 'identification')) order by s.id`.execute(tx);
  return rows.map((row) => row.folded);
}

/** Remains recovered from these graves. */
export async function findLyingIn(tx: Database, graves: readonly string[]): Promise<{ readonly grave: string; readonly remains: string }[]> {
  if (graves.length === 0) return [];
  const { rows } = await sql<{ grave: string; remains: string }>`
    select distinct l.to_subject as grave, l.from_subject as remains from subject_links l
    where l.kind = 'remains' and l.rel = 'grave' and l.to_subject = any (${graves}::uuid[]) order by 1, 2`.execute(tx);
  return rows;
}

/** Of these scopes those in which remains were recovered. */
export async function findOpened(tx: Database, scopes: readonly string[]): Promise<ReadonlySet<string>> {
  if (scopes.length === 0) return new Set();
  const { rows } = await sql<{ scope: string }>`select distinct scope from subjects where kind = 'remains' and scope = any (${scopes}::uuid[])`.execute(tx);
  return new Set(rows.map((row) => row.scope));
}
