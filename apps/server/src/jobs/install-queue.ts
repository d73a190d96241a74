import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { DatabaseTarget } from '../database/open-database.ts';

export const silent = new Logger(() => () => undefined);

/**
 * Makes the queue's own tables, as the owner of the database, and gives the worker role the use of them. The queue has
 * row-level security without policies, which shuts out everybody but the owner; the worker gets policies here.
 * Running it again changes nothing.
 */
export async function installJobQueue(owner: DatabaseTarget): Promise<void> {
  const pool = openQueuePool(owner, { max: 2, onError: () => undefined });
  try {
    await runMigrations({ pgPool: pool, logger: silent });
    await pool.query(openToWorker);
  } finally {
    await pool.end();
  }
}

/** A pool as the queue wants it: somebody listens on it and on each of its connections when they break. */
export function openQueuePool(target: DatabaseTarget, { max, onError }: { readonly max: number; readonly onError: (error: Error) => void }): pg.Pool {
  const pool = new pg.Pool({ ...target, max });
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

const openToWorker = `
do $$
declare queue_table text;
begin
  grant usage on schema graphile_worker to imena_worker;
  grant select, insert, update, delete on all tables in schema graphile_worker to imena_worker;
  grant usage, select on all sequences in schema graphile_worker to imena_worker;
  grant execute on all functions in schema graphile_worker to imena_worker;
  for queue_table in select c.relname from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'imena_worker_works')
  loop
    execute format('create policy imena_worker_works on graphile_worker.%I to imena_worker using (true) with check (true)', queue_table);
  end loop;
end $$;
`;
