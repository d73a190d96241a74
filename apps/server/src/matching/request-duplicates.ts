import type { ServerContext } from '../http/context.ts';
import type { Job } from '../jobs/jobs.queries.ts';
import { readFoldPosition } from '../register/fold.queries.ts';
import { newRegisterJob, requestRegisterJob } from './register-work.ts';

/** Asks for a search for repeated reports through the whole register; one at a time. @throws Problem `matching.search_running` */
export async function requestDuplicates(context: ServerContext, { account, job: id, address }: { readonly account: string; readonly job: string; readonly address: string }): Promise<Job> {
  const asOf = await readFoldPosition(context.ledger.worker);
  const job = await newRegisterJob(context, { id, task: 'duplicates', requestedBy: account, parameters: { asOf } });
  return requestRegisterJob(context, job, { running: 'matching.search_running', access: { action: 'duplicates.requested', kind: 'person', address } });
}
