import type { MessagePort } from 'node:worker_threads';
import { openNames, openTasks, type MatchAnswer, type MatchTask, type Matching, type Range, type TaskBasis } from '@imena/matching';
import { beginLists, listFound, openLists, partOf, type CountedLists, type CountedPart, type ListFiles, type ThreadShare } from './open-lists.ts';

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

/** What a thread is told: once what all parts together hold, then tasks, and what they rest on before the first of them that does. */
export type ToThread = { readonly counted: CountedLists } | { readonly basis: TaskBasis } | NumberedTask;

/** What a thread tells: once what it read, then its answers. */
export type FromThread = { readonly part: CountedPart } | NumberedAnswer;

/** A thread of `imena match`: opens the lists beside the first, which says what all of them hold, then does the tasks it is given. */
export function answerTasks(port: MessagePort, files: ListFiles, share: ThreadShare): void {
  const tell = (told: FromThread, given: ArrayBuffer[] = []): void => { port.postMessage(told, given); };
  let count: (counted: CountedLists) => void = () => undefined;
  const counting = new Promise<CountedLists>((resolve) => { count = resolve; });
  const open = async (): Promise<(task: MatchTask) => MatchAnswer> => {
    // What is not used or understood in the reports is told by the first thread, which reads the same.
    const { missing, rows, part } = await beginLists(files, share, { err: () => undefined, language: 'en' });
    tell({ part });
    const names = openNames(missing);
    const counted = await counting;
    const matching = openLists({ missing, remains: listFound(rows, counted), counted }, files, names);
    const perform = openTasks(matching, counted.between);
    prepareAhead(matching, partOf(matching.remains.length, share));
    return perform;
  };
  const opened = open();
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
    const own: MatchTask = task.kind === 'repeats' || task.kind === 'teach' ? task : { ...task, basis };
    void opened.then((perform) => {
      const answer = perform(own);
      tell({ at, answer }, buffersOf(answer));
    });
  });
}

/** Individuals prepared at once: some milliseconds, so that no task waits for them. */
const preparedAtOnce = 50;

/** Reads the individuals that this thread begins with, and their names, whenever it has no task. */
function prepareAhead({ foundNames }: Matching, { from, to }: Range): void {
  let at = from;
  const some = (): void => {
    for (const end = Math.min(to, at + preparedAtOnce); at < end; at++) foundNames.nameAt(at);
    if (at < to) setImmediate(some);
  };
  setImmediate(some);
}

/** The columns of an answer, which are handed over instead of copied. */
function buffersOf(answer: MatchAnswer): ArrayBuffer[] {
  if ('repeats' in answer || 'taught' in answer) return [];
  const columns = 'pairs' in answer ? Object.values(answer.pairs) : [...Object.values(answer.persons.pairs), answer.persons.ofPerson, answer.persons.part, answer.persons.relatives];
  return columns.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
