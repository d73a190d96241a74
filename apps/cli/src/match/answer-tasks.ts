import type { MessagePort } from 'node:worker_threads';
import { openTasks, type MatchAnswer, type MatchTask } from '@imena/matching';
import { openLists, type ListFiles } from './open-lists.ts';

/** A task by its place among those given out together. */
export interface NumberedTask {
  readonly at: number;
  readonly task: MatchTask;
}

export interface NumberedAnswer {
  readonly at: number;
  readonly answer: MatchAnswer;
}

/** A thread of `imena match`: opens the lists by itself, then does the tasks it is given. The first thread says what rows hold. */
export function answerTasks(port: MessagePort, files: ListFiles): void {
  const opened = openLists(files, { err: () => undefined, language: 'en' }).then(openTasks);
  // What cannot be read is refused by the first thread, which reads the same.
  opened.catch(() => undefined);
  port.on('message', ({ at, task }: NumberedTask) => {
    void opened.then((perform) => { port.postMessage({ at, answer: perform(task) } satisfies NumberedAnswer); });
  });
}
