import { setImmediate as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { MatchAnswer, MatchTask, TaskBasis } from '@imena/matching';
import { makeProblem, ProblemError } from '@imena/problem';
import type { NumberedAnswer, ToThread } from './answer-tasks.ts';
import type { CountedLists, ListFiles } from './open-lists.ts';

export interface SharedTasks {
  /** How this thread does a task: asked for when the others have theirs, because making it ready may take long. */
  readonly open: () => (task: MatchTask) => MatchAnswer;
  readonly threads: readonly Worker[];
  readonly watch: ThreadWatch;
}

/** Tasks that a thread has before it at most, so that it need not wait while this one is at work; and at least, as long as there are any. */
const mostAhead = 16;
const leastAhead = 2;

/** Room for what is made and forgotten, MiB: with little of it, what is kept is moved about with it. */
const youngMb = 192;

/** Starts threads beside this one; each reads the lists by itself. */
export function startThreads(files: ListFiles, { count, workerFile }: { readonly count: number; readonly workerFile: URL }): Worker[] {
  return Array.from({ length: count }, () => new Worker(workerFile, { workerData: { match: files }, resourceLimits: { maxYoungGenerationSizeMb: youngMb } }));
}

/** Hears of threads that end before their work is done, from their start on: nobody else does while the lists are read. */
export class ThreadWatch {
  failed: Error | null = null;
  /** Called when one has. */
  wake: () => void = () => undefined;

  constructor(threads: readonly Worker[]) {
    for (const thread of threads) {
      thread.on('error', (error: unknown) => { this.#fail(endedBy(error)); });
      thread.on('exit', (code) => { this.#fail(ended(`exit ${code}`)); });
    }
  }

  #fail(error: Error): void {
    this.failed ??= error;
    this.wake();
  }
}

/** Tells threads what they wait for after reading. */
export function tellCounted(threads: readonly Worker[], counted: CountedLists): void {
  for (const thread of threads) thread.postMessage({ counted } satisfies ToThread);
}

/**
 * Has tasks done by this thread and others, each by whoever is free; the answers come in the order of the tasks.
 * The answer rejects with Problem `cli.thread_ended` where a thread ends before its work is done, and with what it fails with.
 */
export function shareTasks({ open, threads, watch }: SharedTasks): (tasks: readonly MatchTask[], onDone: (task: MatchTask) => void) => Promise<MatchAnswer[]> {
  let perform: ((task: MatchTask) => MatchAnswer) | null = null;
  return async (tasks, onDone) => {
    const answers: MatchAnswer[] = [];
    let [next, done] = [0, 0];
    const take = (at: number, answer: MatchAnswer): void => {
      answers[at] = answer;
      done++;
      const task = tasks[at];
      if (task !== undefined) onDone(task);
    };
    const endings = threads.map((thread) => {
      let before = 0;
      let told: TaskBasis | null = null;
      const give = (): void => {
        const ahead = Math.max(leastAhead, Math.min(mostAhead, Math.floor((tasks.length - next) / (4 * (threads.length + 1)))));
        for (; before < ahead; before++) {
          const task = tasks[next];
          if (task === undefined) return;
          if (task.kind === 'repeats') thread.postMessage({ at: next++, task } satisfies ToThread);
          else {
            const { basis, ...own } = task;
            if (basis !== told) thread.postMessage({ basis } satisfies ToThread);
            told = basis;
            thread.postMessage({ at: next++, task: own } satisfies ToThread);
          }
        }
      };
      const heard = ({ at, answer }: NumberedAnswer): void => {
        before--;
        take(at, answer);
        give();
        watch.wake();
      };
      thread.on('message', heard);
      give();
      return () => thread.off('message', heard);
    });
    while (done < tasks.length && watch.failed === null) {
      const at = next < tasks.length ? next++ : -1;
      const task = tasks[at];
      if (task !== undefined) {
        perform ??= open();
        take(at, perform(task));
        // What other threads have sent is heard between two tasks.
        await pause();
      } else await new Promise<void>((resolve) => { watch.wake = resolve; });
    }
    for (const end of endings) end();
    if (watch.failed !== null) throw watch.failed;
    return answers;
  };
}

/** What memory ended is said in words; any other fault is the thread's own and stays what it is. */
export function endedBy(error: unknown): Error {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return ended(error.message);
  return error instanceof Error ? error : new Error(String(error));
}

/** Problem `cli.thread_ended`. */
export function ended(reason: string): ProblemError {
  return new ProblemError(makeProblem('cli.thread_ended', { reason }));
}
