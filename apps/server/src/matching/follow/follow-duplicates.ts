import { randomUUID } from 'node:crypto';
import type { ServerContext } from '../../http/context.ts';
import { insertJob } from '../../jobs/jobs.queries.ts';
import { readFoldPosition } from '../../register/fold.queries.ts';
import { asOfJob, isOpen } from '../job-parameters.ts';
import { newRegisterJob } from '../register-work.ts';
import type { Followed } from './follow-evidence.ts';
import { findLastChange, listNewestJobs } from './follow.queries.ts';

/** Where somebody once asked for the search for repeated reports, it is done again when persons changed. */
export async function followDuplicates(context: ServerContext): Promise<Followed> {
  const { worker, identity } = context.ledger;
  const [newest] = (await listNewestJobs(worker, 'duplicates')).filter(({ scope }) => scope === identity.installation);
  if (newest === undefined) return 'settled';
  if (isOpen(newest)) return 'pending';
  const since = asOfJob(newest) ?? 0;
  if ((await findLastChange(worker, { kinds: ['person'], scope: null, since })) === null) return 'settled';
  const asOf = await readFoldPosition(worker);
  await insertJob(worker, await newRegisterJob(context, { id: randomUUID(), task: 'duplicates', requestedBy: newest.requestedBy, parameters: { asOf, because: 'new_evidence' } }));
  return 'pending';
}
