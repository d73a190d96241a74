import type { RequestAccount } from '../access/index.ts';
import { hasRole } from '../access/index.ts';
import type { Database } from '../database/tables.ts';
import type { ServerContext } from '../http/context.ts';
import { blindItem, isBlinded } from './blinding.ts';
import { findItems } from './list-subjects.queries.ts';
import type { Item } from './subject-item.ts';
import { countRegisterTasks, countSubjects, findRegisterTasks, type StateCount, type TaskCount } from './tasks.queries.ts';

export interface Overview {
  readonly asOf: { readonly size: number; readonly time: Date | null };
  readonly counts: readonly (StateCount & { readonly query: string })[];
  readonly waiting: readonly TaskCount[];
}

/** Counts with their unit, state and scope, each with the query that lists what was counted, and what waits for whom. */
export async function readOverview(tx: Database, { ledger, tasks }: ServerContext): Promise<Overview> {
  const counts = await countSubjects(tx);
  const others = countTasks(await tasks.find(tx));
  return {
    asOf: { size: ledger.folder.position, time: ledger.state.checkpointAt },
    counts: counts.map((count) => ({ ...count, query: `/subjects?${new URLSearchParams({ kind: count.unit, status: count.state, scope: count.scope }).toString()}` })),
    waiting: [...(await countRegisterTasks(tx)), ...others],
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
  const found = [...(await findRegisterTasks(tx)), ...(await tasks.find(tx))];
  const items = new Map((await findItems(tx, [...new Set(found.map((task) => task.subject))])).map((item) => [item.id, item]));
  const blinded = isBlinded(account);
  return found.flatMap(({ task, role, subject, since }) => {
    const item = items.get(subject);
    if (item === undefined || (isMine && !hasRole(account, [role], item.scope))) return [];
    return [{ key: `${task}:${subject}`, task, role, subject: blinded ? blindItem(item) : item, since }];
  });
}
