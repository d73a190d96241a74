import { canonicalBytes } from '@imena/ledger';
import { refuse } from '@imena/problem';
import { logAccess, withAccount } from '../../access/index.ts';
import type { ServerContext } from '../../http/context.ts';
import { findNewestJobs, insertJob, type Job } from '../../jobs/jobs.queries.ts';

/** Asks for learning from the whole register; one at a time. It changes nothing by itself. @throws Problem `matching.weights_learning` */
export async function requestLearning({ db, files, ledger, now }: ServerContext, { account, job: id, address }: { readonly account: string; readonly job: string; readonly address: string }): Promise<Job> {
  const inputSha256 = await files.put(canonicalBytes({ schema: 'imena-weights-request/1' }));
  return withAccount(db, account, async (tx) => {
    const { open } = await findNewestJobs(tx, 'weights');
    if (open?.state === 'waiting' || open?.state === 'running') return refuse('matching.weights_learning');
    await logAccess(tx, { account, action: 'weights.learning_requested', address, at: now() });
    return insertJob(tx, { id, task: 'weights', scope: ledger.identity.installation, requestedBy: account, parameters: {}, inputSha256, createdAt: now() });
  });
}
