import { canonicalBytes } from '@imena/ledger';
import { refuse, type Json } from '@imena/problem';
import { logAccess, withAccount, type AccessEvent } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import { findNewestJobs, insertJob, type Job, type NewJob } from '../jobs/jobs.queries.ts';
import { isOpen } from './job-parameters.ts';

/** A job that reads the whole register itself when it begins: its input says only which work it is. */
export async function newRegisterJob({ files, ledger, now }: ServerContext, { id, task, requestedBy, parameters }: Pick<NewJob, 'id' | 'requestedBy'> & { readonly task: 'duplicates' | 'weights'; readonly parameters: Readonly<Record<string, Json>> }): Promise<NewJob> {
  return { id, task, scope: ledger.identity.installation, requestedBy, parameters, inputSha256: await files.put(canonicalBytes({ schema: `imena-${task}-request/1` })), createdAt: now() };
}

/** Asks for such work, one at a time. @throws Problem `running` while one waits or runs */
export async function requestRegisterJob({ db, now }: ServerContext, job: NewJob, { running, access }: { readonly running: 'matching.search_running' | 'matching.weights_learning'; readonly access: Pick<AccessEvent, 'action' | 'kind' | 'detail' | 'address'> }): Promise<Job> {
  return withAccount(db, job.requestedBy, async (tx) => {
    const { open } = await findNewestJobs(tx, job.task);
    if (open !== null && isOpen(open)) return refuse(running);
    await logAccess(tx, { account: job.requestedBy, ...access, at: now() });
    return insertJob(tx, job);
  });
}
