import { refuse } from '@imena/problem';
import { hasRole, type RequestAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import type { Job } from '../jobs/jobs.queries.ts';
import { readFoldPosition } from '../register/fold.queries.ts';
import { newRegisterJob, requestRegisterJob } from './register-work.ts';

/** Those who may state that two persons are one or two. */
export const comparers = ['family_liaison', 'analyst'] as const;

export interface RequestedDuplicates {
  readonly account: RequestAccount;
  readonly job: string;
  readonly address: string;
  /** Why the installation asks by itself; absent where a person asks. */
  readonly because?: 'new_evidence';
}

/** Asks for a search for repeated reports through the whole register; one at a time. @throws Problem `access.role_missing`, `matching.search_running` */
export async function requestDuplicates(context: ServerContext, { account, job: id, address, because }: RequestedDuplicates): Promise<Job> {
  // Asked by the installation, the one in whose name it asks may have lost the right since.
  if (!hasRole(account, comparers, 'any')) return refuse('access.role_missing', { roles: comparers });
  const reason = because === undefined ? {} : { because };
  const asOf = await readFoldPosition(context.ledger.worker);
  const job = await newRegisterJob(context, { id, task: 'duplicates', requestedBy: account.id, parameters: { asOf, ...reason } });
  return requestRegisterJob(context, job, { running: 'matching.search_running', access: { action: 'duplicates.requested', kind: 'person', detail: reason, address } });
}
