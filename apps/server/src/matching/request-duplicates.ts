import { canonicalBytes } from '@imena/ledger';
import { refuse } from '@imena/problem';
import { logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import type { FileStore } from '../files/file-store.ts';
import { readFoldPosition } from '../register/fold.queries.ts';
import { findNewestJobs, insertJob, type Job } from '../jobs/jobs.queries.ts';

/** Asks for a search for repeated reports through the whole register; one at a time. @throws Problem `matching.search_running` */
export async function requestDuplicates({ db, files, ledger, now }: ServerContext, { account, job: id, address }: { readonly account: string; readonly job: string; readonly address: string }): Promise<Job> {
  const inputSha256 = await putDuplicatesRequest(files);
  const asOf = await readFoldPosition(ledger.worker);
  return withAccount(db, account, async (tx) => {
    const { open } = await findNewestJobs(tx, 'duplicates');
    if (open?.state === 'waiting' || open?.state === 'running') return refuse('matching.search_running');
    await logAccess(tx, { account, action: 'duplicates.requested', kind: 'person', address, at: now() });
    return insertJob(tx, { id, task: 'duplicates', scope: ledger.identity.installation, requestedBy: account, parameters: { asOf }, inputSha256, createdAt: now() });
  });
}

/** The search reads the register itself; its input says only which search it is. */
export function putDuplicatesRequest(files: FileStore): Promise<string> {
  return files.put(canonicalBytes({ schema: 'imena-duplicates-request/1' }));
}
