import { setImmediate as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { openTasks, type MatchAnswer, type MatchTask, type Matching } from '@imena/matching';
import type { NumberedAnswer, NumberedTask } from './answer-tasks.ts';
import type { ListFiles } from './open-lists.ts';

export interface SharedTasks {
  /** What this thread has opened itself. */
  readonly matching: Matching;
  readonly threads: readonly Worker[];
  readonly onDone: (task: MatchTask) => void;
}

/** Starts threads beside this one; each opens the lists by itself. */
export function startThreads(files: ListFiles, { count, workerFile }: { readonly count: number; readonly workerFile: URL }): Worker[] {
  return Array.from({ length: count }, () => new Worker(workerFile, { workerData: { match: files } }));
}

/**
 * Has tasks done by this thread and others, each by whoever is free; the answers come in the order of the tasks.
 * The answer rejects with what a thread fails with.
 */
export function shareTasks({ matching, threads, onDone }: SharedTasks): (tasks: readonly MatchTask[]) => Promise<MatchAnswer[]> {
  const perform = openTasks(matching);
  let failed: Error | null = null;
  let wake = (): void => undefined;
  for (const thread of threads) thread.on('error', (error) => {
    failed ??= error instanceof Error ? error : new Error(String(error));
    wake();
  });
  return async (tasks) => {
    const answers: MatchAnswer[] = [];
    let [next, open] = [0, tasks.length];
    const take = (at: number, task: MatchTask, answer: MatchAnswer): void => {
      answers[at] = answer;
      open--;
      onDone(task);
    };
    const endings = threads.map((thread) => {
      const give = (): void => {
        const at = next++;
        const task = tasks[at];
        if (task !== undefined) thread.postMessage({ at, task } satisfies NumberedTask);
      };
      const heard = ({ at, answer }: NumberedAnswer): void => {
        const task = tasks[at];
        if (task !== undefined) take(at, task, answer);
        give();
        wake();
      };
      thread.on('message', heard);
      give();
      return () => thread.off('message', heard);
    });
    while (open > 0 && failed === null) {
      const at = next < tasks.length ? next++ : -1;
      const task = tasks[at];
      if (task !== undefined) {
        take(at, task, perform(task));
        // What other threads have sent is heard between two tasks.
        await pause();
      } else await new Promise<void>((resolve) => { wake = resolve; });
    }
    for (const end of endings) end();
    if (failed !== null) throw failed;
    return answers;
  };
}
