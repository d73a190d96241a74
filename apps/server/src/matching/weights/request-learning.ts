import type { ServerContext } from '../../http/context.ts';
import type { Job } from '../../jobs/jobs.queries.ts';
import { newRegisterJob, requestRegisterJob } from '../register-work.ts';

/** Asks for learning from the whole register; one at a time. It changes nothing by itself. @throws Problem `matching.weights_learning` */
export async function requestLearning(context: ServerContext, { account, job: id, address }: { readonly account: string; readonly job: string; readonly address: string }): Promise<Job> {
  const job = await newRegisterJob(context, { id, task: 'weights', requestedBy: account, parameters: {} });
  return requestRegisterJob(context, job, { running: 'matching.weights_learning', access: { action: 'weights.learning_requested', address } });
}
