import type { Membership, RequestAccount } from '../access/index.ts';
import { hasRole } from '../access/index.ts';
import type { Database } from '../database/tables.ts';
import type { ServerContext } from '../http/context.ts';
import { itemFor } from './blinding.ts';
import { findItemsById } from './list-subjects.queries.ts';
import type { Item } from './subject-item.ts';
import type { RememberedCounts } from './remembered-counts.ts';
import { countRegisterTasks, countSubjects, findLedgerTasks, findRegisterTasks, type StateCount, type TaskCount } from './tasks.queries.ts';

export interface Overview {
  readonly asOf: { readonly size: number; readonly time: Date | null };
  readonly counts: readonly (StateCount & { readonly query: string })[];
  readonly waiting: readonly TaskCount[];
}

/** Counts with their unit, state and scope, each with the query that lists what was counted, and what waits for whom. */
export async function readOverview(
  tx: Database, { ledger, tasks }: ServerContext, { memberships, remembered }: { readonly memberships: readonly Membership[]; readonly remembered: RememberedCounts },
): Promise<Overview> {
  // Read before anything is counted: a figure is never older than it says.
  const asOf = { size: ledger.folder.position, time: ledger.state.checkpointAt };
  const { counts, waiting } = await remembered.of({ memberships, what: 'overview' }, async () => {
    const subjects = await countSubjects(tx);
    const { value, held } = await countRegisterTasks(tx);
    // Two statements: the roles must have been the same in both.
    return { value: { counts: subjects.value, waiting: value }, held: subjects.held === held ? held : null };
  });
  const others = countTasks([...(await findLedgerTasks(tx)), ...(await tasks.find(tx))]);
  return {
    asOf,
    counts: counts.map((count) => ({ ...count, query: `/subjects?${new URLSearchParams({ kind: count.unit, status: count.state, scope: count.scope }).toString()}` })),
    waiting: [...waiting, ...others],
  };
}

function countTasks(found: readonly { readonly task: string; readonly role: string }[]): TaskCount[] {
  const counts = new Map<string, TaskCount>();
  for (const { task, role } of found) counts.set(task, { task, role, count: (counts.get(task)?.count ?? 0) + 1 });
  return [...counts.values()];
}

export interface Task {
  readonly key: string;
  readonly task: string;
  readonly role: string;
  readonly subject: Item;
  readonly since: Date;
}

/** What waits: everything the account can see, or what waits for one of its own roles in that scope. */
export async function readTasks(tx: Database, { tasks }: ServerContext, { account, isMine }: { readonly account: RequestAccount; readonly isMine: boolean }): Promise<Task[]> {
  const found = [...(await findRegisterTasks(tx)), ...(await findLedgerTasks(tx)), ...(await tasks.find(tx))];
  const items = await findItemsById(tx, found.map((task) => task.subject));
  return found.flatMap(({ task, role, subject, since }) => {
    const item = items.get(subject);
    if (item === undefined || (isMine && !hasRole(account, [role], item.scope))) return [];
    return [{ key: `${task}:${subject}`, task, role, subject: itemFor(account, item), since }];
  });
}
