import { setImmediate } from 'node:timers/promises';
import * as nodeCrypto from 'node:crypto';
import { primitivesFromNode, usePrimitives } from '@imena/ledger';
import { makeProblem, ProblemError } from '@imena/problem';
import { run, type Runner, type TaskList } from 'graphile-worker';
import { openDatabase, openSingleConnection, type DatabaseTarget } from '../database/open-database.ts';
import type { Database } from '../database/tables.ts';
import type { FileStore } from '../files/file-store.ts';
import { openQueuePool, silent } from './install-queue.ts';
import { beginJob, endJob, noteProgress, noteResult, type JobFiles } from './jobs.queries.ts';
import { holdWorkerLock, releaseDeadWorkers } from './worker-lock.queries.ts';

/**
 * Computes a job; returns the SHA-256 of the result file it stored. A run computes from its input file alone; a search
 * that leaves no entry may read the register (`db`, as worker).
 */
export type JobWork = (job: JobFiles, tools: JobTools) => Promise<string>;

export interface JobTools {
  readonly db: Database;
  readonly files: FileStore;
  readonly onProgress: (done: number, total: number) => Promise<void>;
}

export interface WorkerOptions {
  /** As the worker role. */
  readonly target: DatabaseTarget;
  readonly files: FileStore;
  readonly work: Readonly<Record<string, JobWork>>;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Told when a result waits for its entry. */
  readonly onComputed?: (job: string) => void;
}

export interface RunningWorker {
  /** Resolves with the reason when the worker can no longer prove that it lives, and must end. */
  readonly lost: Promise<Error | null>;
  /** Stops taking jobs; one that is being computed is left to whoever takes it next. */
  stop(): Promise<void>;
}

/** How often progress is written and a wish to cancel is read. */
const progressMs = 250;
/** How often workers that died are looked for. */
export const sweepMs = 2000;

class Cancelled extends Error {}

/**
 * Takes jobs from the queue one after another. It holds a lock as long as it lives; a worker whose lock is free is dead,
 * and what it held is given to another within seconds. A job that is computed twice gives the same bytes.
 */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  usePrimitives(primitivesFromNode(nodeCrypto));
  const { target, log } = options;
  const onError = (error: Error): void => log(`worker: a database connection was lost: ${error.message}`);
  const db = openDatabase(target, { max: 3, onError });
  const life = await openSingleConnection(target);
  const pool = openQueuePool(target, { max: 3, onError });
  let stopped = false;
  const held = new Set<string>();
  const startWorker = async (_: unknown, { worker }: { readonly worker: { readonly workerPool: { readonly id: string } } }): Promise<void> => {
    const { id } = worker.workerPool;
    if (held.has(id)) return;
    if (!(await holdWorkerLock(life.db, id))) throw new Error(`the lock of worker ${id} is taken`);
    held.add(id);
  };
  const tasks: TaskList = Object.fromEntries(Object.entries(options.work).map(([task, work]) => [
    task, (payload: unknown) => workOn(idOf(payload), { ...options, db, work, isStopped: () => stopped }),
  ]));
  const runner: Runner = await run({
    pgPool: pool, taskList: tasks, concurrency: 1, pollInterval: 1000, noHandleSignals: true, logger: silent, parsedCronItems: [], gracefulShutdownAbortTimeout: 500,
    preset: { plugins: [{ name: 'imena-worker-lock', version: '1.0.0', worker: { hooks: { startWorker } } }] },
  });
  const sweep = setInterval(() => {
    releaseDeadWorkers(db).then((dead) => { if (dead.length > 0) log(`worker: took over from ${dead.join(', ')}`); }).catch((error: unknown) => { if (!stopped) log(`worker: looking for dead workers failed: ${String(error)}`); });
  }, sweepMs);
  return {
    lost: Promise.race([life.ended, runner.promise.then(() => null, (error: unknown) => (error instanceof Error ? error : new Error(String(error))))]),
    stop: async () => {
      stopped = true;
      clearInterval(sweep);
      await runner.stop().catch((error: unknown) => log(`worker: ${String(error)}`));
      await pool.end();
      await db.destroy();
      await life.close();
    },
  };
}

function idOf(payload: unknown): string {
  if (typeof payload === 'object' && payload !== null && 'job' in payload && typeof payload.job === 'string') return payload.job;
  throw new Error('a job without an id');
}

interface Bench extends Omit<WorkerOptions, 'work'> {
  readonly db: Database;
  readonly work: JobWork;
  readonly isStopped: () => boolean;
}

async function workOn(id: string, { db, work, files, now, log, onComputed, isStopped }: Bench): Promise<void> {
  const job = await beginJob(db, id, now());
  if (job === null) return;
  try {
    await noteOrStop(db, id, { done: 0, total: job.total });
    const result = await work(job, { db, files, onProgress: reporter(db, id, isStopped) });
    // Between here and the next line a crash leaves a file that the same job will store again.
    await noteResult(db, id, result);
    onComputed?.(id);
  } catch (error) {
    if (isStopped()) throw error;
    if (error instanceof Cancelled) return endJob(db, id, { state: 'cancelled', problem: null, now: now() });
    if (!(error instanceof ProblemError)) log(`worker: job ${id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const problem = error instanceof ProblemError ? error.problem : makeProblem('jobs.failed', { reason: error instanceof Error ? error.message : String(error) });
    await endJob(db, id, { state: 'failed', problem, now: now() });
  }
}

/** Lets other work of the process through at every call, and the database at most four times a second. */
function reporter(db: Database, id: string, isStopped: () => boolean): (done: number, total: number) => Promise<void> {
  let last = performance.now();
  return async (done, total) => {
    await setImmediate();
    if (isStopped()) throw new Error('the worker is stopping');
    if (performance.now() - last < progressMs && done < total) return;
    last = performance.now();
    await noteOrStop(db, id, { done, total });
  };
}

async function noteOrStop(db: Database, id: string, progress: { readonly done: number; readonly total: number }): Promise<void> {
  const { cancelRequested } = await noteProgress(db, id, progress);
  if (cancelRequested) throw new Cancelled();
}
