import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';

/** Holds a worker's lock for as long as its connection lives; false when somebody holds it already. */
export async function holdWorkerLock(connection: Database, worker: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_lock(hashtextextended(${`imena worker ${worker}`}, 0)) as held`.execute(connection);
  return rows[0]?.held ?? false;
}

/**
 * Gives free what workers hold whose lock nobody holds any more: they are dead, and the queue alone would wait four
 * hours for them. Returns their ids. Whoever else sweeps at the same moment waits for nothing and frees nothing twice.
 */
export async function releaseDeadWorkers(db: Database): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ worker: string }>`
      select distinct locked_by as worker from graphile_worker._private_jobs where locked_by is not null order by locked_by`.execute(tx);
    const dead: string[] = [];
    for (const { worker } of rows) {
      const { rows: tried } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`imena worker ${worker}`}, 0)) as free`.execute(tx);
      if (tried[0]?.free === true) dead.push(worker);
    }
    if (dead.length > 0) await sql`select graphile_worker.force_unlock_workers(${dead}::text[])`.execute(tx);
    return dead;
  });
}
