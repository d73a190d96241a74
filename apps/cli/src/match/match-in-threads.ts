import { matchSteps, openTasks, stageOf, type Matched, type Matching, type MatchOptions, type MatchTask } from '@imena/matching';
import type { Call } from '../command.ts';
import { openLists, readLists, type ListFiles, type ReadLists } from './open-lists.ts';
import { shareTasks, startThreads, tellCounted, ThreadWatch } from './share-tasks.ts';

export interface ThreadedMatch {
  readonly files: ListFiles;
  readonly workers: number;
  readonly options: MatchOptions;
  readonly workerFile?: URL;
}

/** Compares lists in so many threads, this one among them; the answer is that of one. @throws Problems of `readLists`, `cli.thread_ended` */
export async function matchInThreads(call: Call, { files, workers, options, workerFile = new URL('worker.js', import.meta.url) }: ThreadedMatch): Promise<{ readonly matching: Matching; readonly matched: Matched }> {
  const threads = startThreads(files, { count: workers - 1, workerFile });
  const watch = new ThreadWatch(threads);
  try {
    const lists = await readLists(files, call);
    tellCounted(threads, lists.counted);
    let opened: Matching | null = null;
    const open = (): Matching => (opened ??= openLists(lists, files));
    const perform = shareTasks({ open: () => openTasks(open()), threads, watch, onDone: progressTo(call, lists) });
    const steps = matchSteps(lists, open, options);
    let step = steps.next();
    while (step.done !== true) step = steps.next(await perform(step.value));
    return { matching: open(), matched: step.value };
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Words of progress at most so often, milliseconds. */
const pauseMs = 1000;

function progressTo({ err, language }: Call, { missing, remains }: ReadLists): (task: MatchTask) => void {
  let [kind, done, started, told] = ['', 0, performance.now(), -Infinity];
  return (task) => {
    const now = performance.now();
    const of = stageOf(task) === 'duplicates' ? missing.length : remains.length;
    // What the lists teach may be weighed twice.
    if (task.kind !== kind || done >= of) [kind, done, started] = [task.kind, 0, now];
    done += task.part.to - task.part.from;
    if (now - told < pauseMs && done < of) return;
    told = now;
    const left = Math.ceil(((now - started) / 1000 / done) * (of - done));
    const [en, uk] = words[task.kind];
    err(language === 'uk' ? `${uk}: порівняно ${done} з ${of}, ще близько ${left} с.` : `${en}: ${done} of ${of} compared, about ${left} s left.`);
  };
}

const words: Readonly<Record<MatchTask['kind'], readonly [en: string, uk: string]>> = {
  repeats: ['Repeated reports', 'Повторні повідомлення'],
  candidates: ['Candidates', 'Кандидати'],
  again: ['Candidates, with what the lists teach', 'Кандидати, з тим, чого навчають переліки'],
  files: ['Persons of several reports', 'Особи з кількома повідомленнями'],
};
