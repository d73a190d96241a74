import type { Subject } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export async function findFolded(tx: Database, id: string): Promise<Subject | null> {
  const { rows } = await sql<{ folded: Subject }>`select folded from subjects where id = ${id}`.execute(tx);
  return rows[0]?.folded ?? null;
}

export interface LinkRow {
  readonly rel: string;
  readonly direction: 'in' | 'out';
  readonly id: string;
}

/** What a subject names and what names it; at most `limit` in each direction. */
export async function findLinks(tx: Database, id: string, limit: number): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    (select rel, 'out' as direction, to_subject as id from subject_links where from_subject = ${id} order by rel, to_subject limit ${limit})
    union all
    (select rel, 'in' as direction, from_subject as id from subject_links where to_subject = ${id} order by rel, from_subject limit ${limit})`.execute(tx);
  return rows;
}

/** Of the remains recovered from a grave: how many, and how many with signed findings. */
export async function countExamined(tx: Database, grave: string): Promise<{ all: number; examined: number }> {
  const { rows } = await sql<{ all: number; examined: number }>`
    select count(*) as all, count(*) filter (where s.status = 'examined') as examined
    from subject_links l join subjects s on s.id = l.from_subject where l.to_subject = ${grave} and l.rel = 'grave' and s.kind = 'remains'`.execute(tx);
  return rows[0] ?? { all: 0, examined: 0 };
}

/** Of all remains of a scope: how many, and how many with signed findings. */
export async function countExaminedOfScope(tx: Database, scope: string): Promise<{ all: number; examined: number }> {
  const { rows } = await sql<{ all: number; examined: number }>`
    select count(*) as all, count(*) filter (where status = 'examined') as examined from subjects where kind = 'remains' and scope = ${scope}`.execute(tx);
  return rows[0] ?? { all: 0, examined: 0 };
}
