import { ProblemError } from '@imena/problem';
import { findRequestAccount, type RequestAccount } from '../../access/index.ts';
import type { ServerContext } from '../../http/context.ts';
import type { FollowedJob } from './follow.queries.ts';

/** Jobs that the rules refused to repeat, with the change for which they did. */
export type RefusedJobs = Map<string, number>;

export interface AskedAgain {
  readonly job: FollowedJob;
  /** The place in the log of the change that calls for it; null where nothing changed. */
  readonly change: number | null;
  /** Kept by the caller from look to look. */
  readonly refused: RefusedJobs;
  /** Asks as the account stands now, not as it stood when it asked. */
  readonly ask: (account: RequestAccount) => Promise<unknown>;
}

/**
 * Whether a job was asked for again, by the rights that who asked for it has now. What the rules refuse (somebody who may
 * not ask any more) is logged once for each change.
 */
export async function askAgain(context: ServerContext, { job, change, refused, ask }: AskedAgain): Promise<boolean> {
  if (change === null || refused.get(job.id) === change) return false;
  try {
    await ask(await findRequestAccount(context.db, job.requestedBy));
    return true;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    refused.set(job.id, change);
    context.log(`matching: job ${job.id} is not repeated by itself: ${error.problem.code}`);
    return false;
  }
}
