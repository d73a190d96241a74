import type { MessagePort } from 'node:worker_threads';
import { openTasks, type MatchAnswer, type MatchTask } from '@imena/matching';
import { openPartly, type CountedLists, type ListFiles } from './open-lists.ts';

/** A task by its place among those given out together. */
export interface NumberedTask {
  readonly at: number;
  readonly task: MatchTask;
}

export interface NumberedAnswer {
  readonly at: number;
  readonly answer: MatchAnswer;
}

/** What a thread is told: once what the first thread counted, then tasks. */
export type ToThread = { readonly counted: CountedLists } | NumberedTask;

/** A thread of `imena match`: opens the lists beside the first, which says what rows hold, then does the tasks it is given. */
export function answerTasks(port: MessagePort, files: ListFiles): void {
  let count: (counted: CountedLists) => void = () => undefined;
  const opened = openPartly(files, new Promise((resolve) => { count = resolve; })).then(({ matching, have }) => ({ perform: openTasks(matching), have }));
  // What cannot be read is refused by the first thread, which reads the same.
  opened.catch(() => undefined);
  port.on('message', (message: ToThread) => {
    if ('counted' in message) {
      count(message.counted);
      return;
    }
    const { at, task } = message;
    void opened.then(({ perform, have }) => {
      if (task.kind !== 'repeats') have(task.part);
      port.postMessage({ at, answer: perform(task) } satisfies NumberedAnswer);
    });
  });
}
