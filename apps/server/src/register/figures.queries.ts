import type { Subject } from '@imena/record';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

export interface StatementsFilter {
  readonly site: string | null;
  /** Statements whose place in the log lies before this one; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
}

/** Statements of sources that hold figures, newest first, folded whole; labels such as the number on a cross are no figures. */
export async function findStatementsWithFigures(tx: Database, { site, before, limit }: StatementsFilter): Promise<{ subject: Subject; lastIndex: number }[]> {
  const { rows } = await sql<{ folded: Subject; lastIndex: number }>`
    select s.folded, s.last_index as "lastIndex" from subjects s
    where s.kind = 'claim' and s.facets @> '{"hasFigures": true}' and (${before}::bigint is null or s.last_index < ${before}::bigint)
      and (${site}::uuid is null or exists (select 1 from subject_links l where l.from_subject = s.id and l.rel = 'about' and l.to_subject = ${site}::uuid))
    order by s.last_index desc, s.id limit ${limit}`.execute(tx);
  return rows.map(({ folded, lastIndex }) => ({ subject: folded, lastIndex }));
}

export interface DayCount {
  /** ISO day on which they were found or reported; null where nobody states a whole day. */
  readonly day: string | null;
  readonly count: number;
}

/** How many subjects of a kind there are by the earliest day that anybody states for them; of one site or of all. */
export async function countByDay(tx: Database, { kind, site }: { readonly kind: string; readonly site: string | null }): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    select s.facets->>'since' as day, count(*) as count from subjects s
    where s.kind = ${kind} and (${site}::uuid is null or exists (select 1 from subject_links l where l.from_subject = s.id and l.rel = 'site' and l.to_subject = ${site}::uuid))
    group by 1 order by 1 nulls last`.execute(tx);
  return rows;
}
