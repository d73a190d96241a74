import type { Json } from '@imena/problem';
import { sql } from 'kysely';
import type { Executor } from './executor.ts';

/** One line of the access log: who did what to which subject. Never the data that were read. */
export interface AccessEvent {
  readonly account: string | null;
  /** A dotted word, like `session.opened`, `subject.read`, `export.csv`. */
  readonly action: string;
  readonly subject?: string | null;
  /** The kind of the subject. */
  readonly kind?: string | null;
  readonly detail?: Readonly<Record<string, Json>>;
  readonly address?: string | null;
  /** Default: the database's clock. */
  readonly at?: Date;
}

/** Adds a line to the access log, in the transaction of what it tells of. */
export async function logAccess(tx: Executor, event: AccessEvent): Promise<void> {
  await sql`
    insert into access_log (at, account_id, action, subject, kind, detail, address)
    values (coalesce(${event.at ?? null}::timestamptz, now()), ${event.account}, ${event.action}, ${event.subject ?? null},
      ${event.kind ?? null}, ${JSON.stringify(event.detail ?? {})}::jsonb, ${event.address ?? null})`.execute(tx);
}

/** A line as it is read back. */
export interface AccessLine {
  readonly id: string;
  readonly at: Date;
  readonly account: string | null;
  readonly action: string;
  readonly subject: string | null;
  readonly kind: string | null;
  readonly detail: Readonly<Record<string, Json>>;
  readonly address: string | null;
}

export interface AccessLogQuery {
  readonly account?: string | undefined;
  readonly subject?: string | undefined;
  /** Only lines older than this id. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Lines of the access log, newest first; empty unless the transaction's account is coordinator or auditor everywhere. */
export async function readAccessLog(tx: Executor, query: AccessLogQuery): Promise<AccessLine[]> {
  const { rows } = await sql<AccessLine>`
    select id::text, at, account_id as account, action, subject, kind, detail, address from access_log
    where (${query.account ?? null}::uuid is null or account_id = ${query.account ?? null})
      and (${query.subject ?? null}::text is null or subject = ${query.subject ?? null})
      and (${query.after ?? null}::bigint is null or access_log.id < ${query.after ?? null})
    order by access_log.id desc limit ${query.limit}`.execute(tx);
  return rows;
}
