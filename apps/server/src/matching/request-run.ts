import { canonicalBytes } from '@imena/ledger';
import { assembleRunInput, type RunInput } from '@imena/matching';
import { makeProblem, ProblemError, type Json } from '@imena/problem';
import { agreedValue, type Subject } from '@imena/record';
import { hasRole, logAccess, withAccount, type RequestAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import { insertJob, type Job } from '../jobs/jobs.queries.ts';
import { readFoldPosition } from '../register/fold.queries.ts';
import { findTable } from './frequency-tables.ts';
import { readOccupancy } from './read-occupancy.ts';
import { completeParameters, type RunRequest } from './run-parameters.ts';
import { countMissing, readSubjectsOf } from './run-subjects.queries.ts';
import { readStandingWeights } from './weights/standing-weights.ts';
import { nameOf } from './weights/weights.ts';

export interface RequestedRun {
  readonly account: RequestAccount;
  readonly request: RunRequest;
  readonly job: string;
  readonly address: string;
  /** Why the installation asks by itself; absent where a person asks. */
  readonly because?: 'new_evidence';
  /** The run in whose place it asks; null where that came to nothing. */
  readonly after?: string | null;
}

/**
 * Gathers what a run computes from, as the one who asks may see it, stores it as a file and asks for the job. The file
 * is the whole input: the worker reads nothing else, and the ledger will hold its hash. The run names the weights under
 * which the other evidence of its pairs is read; its own numbers are DNA alone.
 * @throws Problem `matching.scope_needed`, `access.role_missing`, `matching.table_unknown`, `matching.nothing_to_compare`
 */
export async function requestRun({ db, files, ledger, now }: ServerContext, { account, request, job: id, address, because, after }: RequestedRun): Promise<Job> {
  const only = scopeOf(account, request);
  // Read before anything else: what is said meanwhile counts as said after it.
  const asOf = await readFoldPosition(ledger.worker);
  const { input, sha256 } = await withAccount(db, account.id, async (tx) => {
    const table = await findTable(tx, request.frequencyTable ?? completeParameters(request, 0).frequencyTable);
    const profiles = await readSubjectsOf(tx, 'profile', only);
    const families = await readSubjectsOf(tx, 'family', only);
    const relatives = await readSubjectsOf(tx, 'relative', only);
    const parameters = completeParameters(request, Math.max(await countMissing(tx, only), countListed(families)));
    const assembled = assembleRunInput({ profiles, families, relatives, occupancy: await readOccupancy(tx, families) }, table, parameters);
    const sha = await files.put(canonicalBytes(assembled as unknown as Json));
    return { input: assembled, sha256: sha };
  });
  refuseEmpty(input);
  const scope = only ?? ledger.identity.installation;
  const reason = { ...(because === undefined ? {} : { because }), ...(typeof after === 'string' ? { after } : {}) };
  const weights = nameOf(await readStandingWeights({ db: ledger.worker, installation: ledger.identity.installation }));
  return withAccount(db, account.id, async (tx) => {
    const detail = { scope, remains: input.remains.length, families: input.families.length, inputsHash: sha256, ...reason };
    await logAccess(tx, { account: account.id, action: 'run.requested', kind: 'run', detail, address, at: now() });
    return insertJob(tx, { id, task: 'dna_run', scope, requestedBy: account.id, parameters: { ...(input.parameters as unknown as Record<string, Json>), weights, request: request as unknown as Json, asOf, ...reason }, inputSha256: sha256, createdAt: now() });
  });
}

/** Null for everything. A run over everything is recorded with the installation, so only who may ask everywhere may ask for it. */
function scopeOf(account: RequestAccount, { scope }: RunRequest): string | null {
  const askers = ['laboratory', 'analyst'] as const;
  if (scope !== undefined) {
    if (!hasRole(account, askers, scope)) throw new ProblemError(makeProblem('access.role_missing', { roles: askers }));
    return scope;
  }
  if (hasRole(account, askers, null)) return null;
  const held = new Set(account.memberships.filter((item) => item.role === 'laboratory' || item.role === 'analyst').map((item) => item.scope));
  const [single] = [...held];
  if (held.size === 1 && typeof single === 'string') return single;
  throw new ProblemError(makeProblem('matching.scope_needed'));
}

function countListed(families: readonly Subject[]): number {
  return new Set(families.flatMap((family) => (agreedValue(family, 'missing') ?? []) as readonly string[])).size;
}

function refuseEmpty(input: RunInput): void {
  const comparesFamilies = input.remains.length > 0 && input.families.length > 0;
  const comparesDirectly = input.remains.length + input.persons.length > 1 && input.remains.length > 0;
  if (!comparesFamilies && !comparesDirectly) throw new ProblemError(makeProblem('matching.nothing_to_compare', { remains: input.remains.length, families: input.families.length }));
}
