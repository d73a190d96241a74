import path from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { FolderFileStore } from './files/file-store.ts';
import { runWorker } from './jobs/run-worker.ts';
import type { DatabaseTarget } from './database/open-database.ts';
import { answerCalculations } from './matching/calculator.ts';
import { jobWork } from './matching/compute-run.ts';

/**
 * A worker as a process of its own. The server starts one and tells it where to work in IMENA_WORKER; on another machine
 * it needs DATABASE_URL (a login that is a member of imena_worker) and IMENA_DATA, whose `files` folder is shared.
 * As a thread of the server the same program computes what somebody waits for.
 */
if (isMainThread) await workOnJobs();
else answerCalculations();

async function workOnJobs(): Promise<never> {
  const log = (line: string): void => console.error(line);
  const { target, files } = place();
  const worker = await runWorker({
    target, files: new FolderFileStore(files), work: jobWork, now: () => new Date(), log,
    onComputed: (job) => process.send?.({ computed: job }),
  });
  const reason = await Promise.race([worker.lost.then((error) => error?.message ?? 'its connection was closed'), asked()]);
  if (reason !== null) log(`the worker ends: ${reason}`);
  // Leaving at once is as safe as being killed, and the same code takes over what was being computed.
  process.exit(reason === null ? 0 : 1);
}

function place(): { target: DatabaseTarget; files: string } {
  const given = process.env['IMENA_WORKER'];
  if (given !== undefined) return JSON.parse(given) as { target: DatabaseTarget; files: string };
  const url = process.env['DATABASE_URL'];
  if (url === undefined || url === '') throw new Error('DATABASE_URL is not set: a worker of its own needs the address of the database');
  return { target: { connectionString: url, options: '-c role=imena_worker' }, files: path.join(process.env['IMENA_DATA'] ?? 'data', 'files') };
}

/** Resolves when the worker is asked to end, or the server that started it is gone. */
function asked(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null));
    process.once('disconnect', () => resolve(null));
  });
}
