import { randomUUID } from 'node:crypto';
import type { ServerContext } from '../../http/context.ts';
import { asOfJob, isOpen } from '../job-parameters.ts';
import { requestDuplicates } from '../request-duplicates.ts';
import { askAgain, type RefusedJobs } from './ask-again.ts';
import type { Followed } from './follow-evidence.ts';
import { findLastChange, listNewestJobs } from './follow.queries.ts';

/** Where somebody once asked for the search for repeated reports, and may ask still, it is done again when persons changed. */
export async function followDuplicates(context: ServerContext, refused: RefusedJobs): Promise<Followed> {
  const { worker, identity } = context.ledger;
  const [newest] = (await listNewestJobs(worker, 'duplicates')).filter(({ scope }) => scope === identity.installation);
  if (newest === undefined) return 'settled';
  if (isOpen(newest)) return 'pending';
  const change = await findLastChange(worker, { kinds: ['person'], scope: null, since: asOfJob(newest) ?? 0 });
  const isAsked = await askAgain(context, { job: newest, change, refused, ask: (account) => requestDuplicates(context, { account, job: randomUUID(), address: 'installation', because: 'new_evidence' }) });
  return isAsked ? 'pending' : 'settled';
}
