import type { MessagePort } from 'node:worker_threads';
import { openTasks, type MatchAnswer, type MatchTask, type TaskBasis } from '@imena/matching';
import { openPartly, type CountedLists, type ListFiles } from './open-lists.ts';

/** A task by its place among those given out together; what it rests on is told before. */
export interface NumberedTask {
  readonly at: number;
  readonly task: WithoutBasis<MatchTask>;
}

type WithoutBasis<Task> = Task extends { readonly basis: TaskBasis } ? Omit<Task, 'basis'> : Task;

export interface NumberedAnswer {
  readonly at: number;
  readonly answer: MatchAnswer;
}

/** What a thread is told: once what the first thread counted, then tasks, and what they rest on before the first of them that does. */
export type ToThread = { readonly counted: CountedLists } | { readonly basis: TaskBasis } | NumberedTask;

/** A thread of `imena match`: opens the lists beside the first, which says what rows hold, then does the tasks it is given. */
export function answerTasks(port: MessagePort, files: ListFiles): void {
  let count: (counted: CountedLists) => void = () => undefined;
  const opened = openPartly(files, new Promise((resolve) => { count = resolve; })).then(({ matching, have }) => ({ perform: openTasks(matching), have }));
  // What cannot be read is refused by the first thread, which reads the same.
  opened.catch(() => undefined);
  let basis: TaskBasis = { learned: null, files: [] };
  port.on('message', (message: ToThread) => {
    if ('counted' in message) {
      count(message.counted);
      return;
    }
    if ('basis' in message) {
      ({ basis } = message);
      return;
    }
    const { at, task } = message;
    const own: MatchTask = task.kind === 'repeats' ? task : { ...task, basis };
    void opened.then(({ perform, have }) => {
      if (own.kind !== 'repeats') have(own.part);
      const answer = perform(own);
      port.postMessage({ at, answer } satisfies NumberedAnswer, buffersOf(answer));
    });
  });
}

/** The columns of an answer, which are handed over instead of copied. */
function buffersOf(answer: MatchAnswer): ArrayBuffer[] {
  if ('repeats' in answer) return [];
  const columns = 'pairs' in answer ? Object.values(answer.pairs) : [...Object.values(answer.persons.pairs), answer.persons.ofPerson, answer.persons.part, answer.persons.relatives];
  return columns.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
