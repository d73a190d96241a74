import type { ServerContext } from '../../http/context.ts';
import type { JobDesk } from '../../jobs/job-desk.ts';
import type { RefusedJobs } from './ask-again.ts';
import { followDuplicates } from './follow-duplicates.ts';
import { followRuns } from './follow-runs.ts';

/** Whether everything follows the register, or something is under way after which to look again. */
export type Followed = 'settled' | 'pending';

export interface FollowerOptions {
  readonly context: ServerContext;
  readonly desk: JobDesk;
  /** How long nothing must have changed: what is typed or imported in one go is computed once. */
  readonly quietMs: number;
}

/** How often it is looked whether the register changed; costs nothing while it does not. */
const lookMs = 500;
/** Where the register does not come to rest, it is computed all the same. */
const mostWaitMs = 60_000;

/**
 * Has what people once asked for computed again when evidence came: DNA runs where profiles, families or relatives
 * changed, the search for repeated reports where persons did. What is to be done follows from jobs and log alone, so that
 * a server that was killed does it after its start; what people decided is no part of it and stays.
 */
export class EvidenceFollower {
  readonly #options: FollowerOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #refused: RefusedJobs = new Map();
  #revision = -1;
  #changedAt = 0;
  #waitingSince: number | null = performance.now();
  #running: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#tick(), lookMs);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  #tick(): void {
    const [now, { revision }] = [performance.now(), this.#options.context.ledger.folder];
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#changedAt = now;
      this.#waitingSince ??= now;
    }
    if (this.#waitingSince === null || this.#running !== null || this.#isClosed) return;
    if (now - this.#changedAt < this.#options.quietMs && now - this.#waitingSince < mostWaitMs) return;
    this.#running = this.#look(revision).finally(() => { this.#running = null; });
  }

  async #look(revision: number): Promise<void> {
    const { context, desk } = this.#options;
    try {
      const followed = [await followRuns(context, this.#refused), await followDuplicates(context, this.#refused)];
      if (followed.includes('pending')) desk.wake();
      else if (revision === this.#revision) this.#waitingSince = null;
    } catch (error) {
      // The database is away: the next look tries again from what is stored.
      if (!this.#isClosed) context.log(`matching: following the register failed: ${String(error)}`);
    }
  }
}
