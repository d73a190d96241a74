import { setImmediate as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { MatchAnswer, MatchTask, TaskBasis } from '@imena/matching';
import { makeProblem, ProblemError } from '@imena/problem';
import type { FromThread, NumberedAnswer, ToThread } from './answer-tasks.ts';
import { partOf, type CountedLists, type CountedPart, type ListFiles } from './open-lists.ts';

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

/** Starts threads beside this one, which is the first of so many; each reads the reports and its part of the remains by itself. */
export function startThreads(files: ListFiles, { workers, workerFile }: { readonly workers: number; readonly workerFile: URL }): Worker[] {
  return Array.from({ length: workers - 1 }, (_, at) => new Worker(workerFile, { workerData: { match: files, share: { at: at + 1, of: workers } }, resourceLimits: { maxYoungGenerationSizeMb: youngMb } }));
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

  /** Waits until it is woken. */
  async sleep(): Promise<void> {
    await new Promise<void>((resolve) => { this.wake = resolve; });
  }

  #fail(error: Error): void {
    this.failed ??= error;
    this.wake();
  }
}

/** Hears from their start on what threads read, to be asked for later, in their order. The answer rejects as that of `shareTasks`. */
export function hearParts(threads: readonly Worker[], watch: ThreadWatch): () => Promise<readonly CountedPart[]> {
  const parts = new Map<Worker, CountedPart>();
  for (const thread of threads) {
    thread.once('message', (told: FromThread) => {
      if ('part' in told) parts.set(thread, told.part);
      watch.wake();
    });
  }
  return async () => {
    while (parts.size < threads.length && watch.failed === null) await watch.sleep();
    if (watch.failed !== null) throw watch.failed;
    return threads.flatMap((thread) => parts.get(thread) ?? []);
  };
}

/** Tells threads what they wait for after reading. */
export function tellCounted(threads: readonly Worker[], counted: CountedLists): void {
  for (const thread of threads) thread.postMessage({ counted } satisfies ToThread);
}

/**
 * Has tasks done by this thread and others, each beginning with its own part of them; the answers come in the order of the tasks.
 * The answer rejects with Problem `cli.thread_ended` where a thread ends before its work is done, and with what it fails with.
 */
export function shareTasks({ open: openLists, threads, watch }: SharedTasks): (tasks: readonly MatchTask[], onDone: (task: MatchTask) => void) => Promise<MatchAnswer[]> {
  let perform: ((task: MatchTask) => MatchAnswer) | null = null;
  return async (tasks, onDone) => {
    const answers: MatchAnswer[] = [];
    const open = new OpenTasks(tasks, threads.length + 1);
    let done = 0;
    const take = (at: number, answer: MatchAnswer): void => {
      answers[at] = answer;
      done++;
      const task = tasks[at];
      if (task !== undefined) onDone(task);
    };
    const endings = threads.map((thread, k) => {
      let before = 0;
      let told: TaskBasis | null = null;
      const give = (): void => {
        const ahead = Math.max(leastAhead, Math.min(mostAhead, Math.floor(open.left / (4 * (threads.length + 1)))));
        for (; before < ahead; before++) {
          const taken = open.take(k + 1);
          if (taken === null) return;
          const { at, task } = taken;
          if (!('basis' in task)) thread.postMessage({ at, task } satisfies ToThread);
          else {
            const { basis, ...own } = task;
            if (basis !== told) thread.postMessage({ basis } satisfies ToThread);
            told = basis;
            thread.postMessage({ at, task: own } satisfies ToThread);
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
      const own = open.take(0);
      if (own === null) await watch.sleep();
      else {
        perform ??= openLists();
        take(own.at, perform(own.task));
        // What other threads have sent is heard between two tasks.
        await pause();
      }
    }
    for (const end of endings) end();
    if (watch.failed !== null) throw watch.failed;
    return answers;
  };
}

/** Tasks that nobody has yet. Each thread begins with those of its part of the list, whose rows it has read, and goes on with what is left behind them. */
class OpenTasks {
  readonly #tasks: readonly MatchTask[];
  readonly #taken: Uint8Array;
  readonly #next: number[];
  left: number;

  constructor(tasks: readonly MatchTask[], threads: number) {
    this.#tasks = tasks;
    this.#taken = new Uint8Array(tasks.length);
    this.#next = Array.from({ length: threads }, (_, at) => partOf(tasks.length, { at, of: threads }).from);
    this.left = tasks.length;
  }

  /** The next task for a thread, by its number from 0; null where none is left. */
  take(thread: number): { readonly at: number; readonly task: MatchTask } | null {
    if (this.left === 0) return null;
    let at = this.#next[thread] ?? 0;
    while (this.#taken[at] !== 0) at = at + 1 < this.#taken.length ? at + 1 : 0;
    const task = this.#tasks[at];
    if (task === undefined) return null;
    this.#taken[at] = 1;
    this.#next[thread] = at;
    this.left--;
    return { at, task };
  }
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
