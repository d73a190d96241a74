import { randomUUID } from 'node:crypto';
import type { ServerContext } from '../../http/context.ts';
import { insertJob } from '../../jobs/jobs.queries.ts';
import { readFoldPosition } from '../../register/fold.queries.ts';
import { putDuplicatesRequest } from '../request-duplicates.ts';
import { asOfJob, isOpen } from './job-parameters.ts';
import type { Followed } from './follow-evidence.ts';
import { findLastChange, listNewestJobs } from './follow.queries.ts';

/** Where somebody once asked for the search for repeated reports, it is done again when persons changed. */
export async function followDuplicates({ files, ledger: { worker, identity }, now }: ServerContext): Promise<Followed> {
  const [newest] = (await listNewestJobs(worker, 'duplicates')).filter(({ scope }) => scope === identity.installation);
  if (newest === undefined) return 'settled';
  if (isOpen(newest)) return 'pending';
  const since = asOfJob(newest) ?? 0;
  if ((await findLastChange(worker, { kinds: ['person'], scope: null, since })) === null) return 'settled';
  const asOf = await readFoldPosition(worker);
  await insertJob(worker, {
    id: randomUUID(), task: 'duplicates', scope: identity.installation, requestedBy: newest.requestedBy, parameters: { asOf, because: 'new_evidence' },
    inputSha256: await putDuplicatesRequest(files), createdAt: now(),
  });
  return 'pending';
}
