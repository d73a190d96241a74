import { randomUUID } from 'node:crypto';
import { ProblemError } from '@imena/problem';
import { findRequestAccount } from '../../access/index.ts';
import type { ServerContext } from '../../http/context.ts';
import { requestRun } from '../request-run.ts';
import type { Followed } from './follow-evidence.ts';
import { findLastChange, listNewestJobs, type FollowedJob } from './follow.queries.ts';
import { asOfJob, isOpen, requestOfJob } from '../job-parameters.ts';

/** What a DNA run computes from. */
const kinds = ['profile', 'family', 'relative'] as const;

/**
 * The newest run of every scope is computed again, with the same request and by the rights of who asked for it, when what
 * it computes from changed. What the rules refuse (somebody who may not ask any more) is logged once for each change.
 * @param refused - by job, the change for which it was refused; kept by the caller
 */
export async function followRuns(context: ServerContext, refused: Map<string, number>): Promise<Followed> {
  const { worker } = context.ledger;
  let followed: Followed = 'settled';
  for (const job of await listNewestJobs(worker, 'dna_run')) {
    if (isOpen(job)) {
      followed = 'pending';
      continue;
    }
    if (await repeat(context, job, refused)) followed = 'pending';
  }
  return followed;
}

/** Whether the run was asked for again. */
async function repeat(context: ServerContext, job: FollowedJob, refused: Map<string, number>): Promise<boolean> {
  const { worker, identity } = context.ledger;
  const [since, request] = [asOfJob(job), requestOfJob(job)];
  if (since === null || request === null) return false;
  const last = await findLastChange(worker, { kinds, scope: job.scope === identity.installation ? null : job.scope, since });
  if (last === null || refused.get(job.id) === last) return false;
  try {
    const account = await findRequestAccount(context.db, job.requestedBy);
    await requestRun(context, { account, request, job: randomUUID(), address: 'installation', because: 'new_evidence' });
    return true;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    refused.set(job.id, last);
    context.log(`matching: run of job ${job.id} is not repeated by itself: ${error.problem.code}`);
    return false;
  }
}
