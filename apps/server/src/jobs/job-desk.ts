import { makeProblem, ProblemError } from '@imena/problem';
import type { Database } from '../database/tables.ts';
import { completeJob, endJob, listComputed, listGivenUp, queueNewJobs, type JobFiles } from './jobs.queries.ts';
import { releaseDeadWorkers } from './worker-lock.queries.ts';

export interface JobDeskOptions {
  /** As the worker role. */
  readonly db: Database;
  /** Puts the result of a job into the ledger; returns the subject it became, null where it becomes none. Repeating it changes nothing. */
  readonly record: (job: JobFiles) => Promise<string | null>;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

/** How often the desk looks by itself; whoever knows of something new wakes it. */
const lookMs = 1000;

/**
 * The server's side of jobs: puts new ones into the queue, has the results of workers recorded, and gives up on jobs
 * whose workers keep dying. Each step can be repeated after a crash at any point.
 */
export class JobDesk {
  readonly #options: JobDeskOptions;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #again = false;
  #closed = false;

  constructor(options: JobDeskOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.wake(), lookMs);
  }

  /** Looks now, or once more when it is just looking. */
  wake(): void {
    if (this.#closed) return;
    this.#again = this.#running !== null;
    this.#running ??= this.#look().finally(() => {
      this.#running = null;
      if (this.#again) this.wake();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #look(): Promise<void> {
    const { db, now, log } = this.#options;
    try {
      await queueNewJobs(db, now());
      await releaseDeadWorkers(db);
      for (const job of await listComputed(db)) await this.#complete(job);
      for (const id of await listGivenUp(db)) await endJob(db, id, { state: 'failed', problem: makeProblem('jobs.worker_died'), now: now() });
    } catch (error) {
      // The database is away, or the ledger refuses: the next look tries again from what is stored.
      if (!this.#closed) log(`jobs: ${String(error)}`);
    }
  }

  async #complete(job: JobFiles): Promise<void> {
    const { db, record, now } = this.#options;
    try {
      await completeJob(db, job.id, { run: await record(job), now: now() });
    } catch (error) {
      // What the rules refuse they will refuse again.
      if (!(error instanceof ProblemError)) throw error;
      await endJob(db, job.id, { state: 'failed', problem: error.problem, now: now() });
    }
  }
}
