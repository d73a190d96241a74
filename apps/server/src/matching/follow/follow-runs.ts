import { randomUUID } from 'node:crypto';
import type { ServerContext } from '../../http/context.ts';
import { asOfJob, isOpen, requestOfJob } from '../job-parameters.ts';
import { requestRun } from '../request-run.ts';
import { askAgain, type RefusedJobs } from './ask-again.ts';
import type { Followed } from './follow-evidence.ts';
import { findLastChange, listNewestJobs, type FollowedJob } from './follow.queries.ts';

/** What a DNA run computes from. */
const kinds = ['profile', 'family', 'relative'] as const;

/** The newest run of every scope is computed again, with the same request, when what it computes from changed. */
export async function followRuns(context: ServerContext, refused: RefusedJobs): Promise<Followed> {
  let followed: Followed = 'settled';
  for (const job of await listNewestJobs(context.ledger.worker, 'dna_run')) {
    if (isOpen(job) || (await repeat(context, job, refused))) followed = 'pending';
  }
  return followed;
}

/** Whether the run was asked for again. */
async function repeat(context: ServerContext, job: FollowedJob, refused: RefusedJobs): Promise<boolean> {
  const { worker, identity } = context.ledger;
  const [since, request] = [asOfJob(job), requestOfJob(job)];
  if (since === null || request === null) return false;
  const change = await findLastChange(worker, { kinds, scope: job.scope === identity.installation ? null : job.scope, since });
  return askAgain(context, { job, change, refused, ask: (account) => requestRun(context, { account, request, job: randomUUID(), address: 'installation', because: 'new_evidence', after: job.run }) });
}
