import { openTasks, rankCandidates, weighLists, type Matching, type MatchOptions, type MatchTask, type Ranked, type WeighedLists } from '@imena/matching';
import type { Call } from '../command.ts';
import { beginLists, joinLists, openLists, type ListFiles, type ReadLists } from './open-lists.ts';
import { hearParts, shareTasks, startThreads, tellCounted, ThreadWatch } from './share-tasks.ts';

export interface ThreadedMatch {
  readonly files: ListFiles;
  readonly workers: number;
  readonly options: MatchOptions;
  readonly workerFile?: URL;
  /** Told the lists when they are read; otherwise nobody keeps them. */
  readonly onRead?: (lists: ReadLists) => void;
}

/** Compares lists in so many threads, this one among them; the answer is that of one. @throws Problems of `readList`, `cli.thread_ended` */
export async function matchInThreads(call: Call, asked: ThreadedMatch): Promise<Ranked> {
  // Lists, names and tables are let go before identities are asked for: what is kept is looked through again and again for what is not.
  const weighed = await weighInThreads(call, asked);
  return rankCandidates(weighed, asked.options);
}

async function weighInThreads(call: Call, { files, workers, options, workerFile = new URL('worker.js', import.meta.url), onRead }: ThreadedMatch): Promise<WeighedLists> {
  const threads = startThreads(files, { workers, workerFile });
  const watch = new ThreadWatch(threads);
  try {
    const others = hearParts(threads, watch);
    const lists = await joinLists(await beginLists(files, { at: 0, of: workers }, call), others, call);
    tellCounted(threads, lists.counted);
    onRead?.(lists);
    let opened: Matching | null = null;
    const open = (): Matching => (opened ??= openLists(lists, files));
    const perform = shareTasks({ open: () => openTasks(open(), lists.counted.between), threads, watch });
    const steps = weighLists(lists.ids, open, options);
    let step = steps.next();
    while (step.done !== true) step = steps.next(await perform(step.value, progressTo(call, step.value)));
    return step.value;
  } finally {
    // Nobody waits until what they held is given back.
    for (const thread of threads) void thread.terminate();
  }
}

/** Words of progress at most so often, milliseconds. */
const pauseMs = 1000;

/** Tells how many reports or individuals of these tasks are done; of tasks that look at no part of a list nothing. */
function progressTo({ err, language }: Call, tasks: readonly MatchTask[]): (task: MatchTask) => void {
  const sizeOf = (task: MatchTask): number => ('part' in task ? task.part.to - task.part.from : 0);
  const of = tasks.reduce((sum, task) => sum + sizeOf(task), 0);
  const started = performance.now();
  let [done, told] = [0, -Infinity];
  return (task) => {
    if (!('part' in task)) return;
    const now = performance.now();
    done += sizeOf(task);
    if (now - told < pauseMs && done < of) return;
    told = now;
    const left = Math.ceil(((now - started) / 1000 / done) * (of - done));
    const [en, uk] = words[task.kind];
    err(language === 'uk' ? `${uk}: порівняно ${done} з ${of}, ще близько ${left} с.` : `${en}: ${done} of ${of} compared, about ${left} s left.`);
  };
}

const words: Readonly<Record<Exclude<MatchTask['kind'], 'teach'>, readonly [en: string, uk: string]>> = {
  repeats: ['Repeated reports', 'Повторні повідомлення'],
  candidates: ['Candidates', 'Кандидати'],
  again: ['Candidates, with what the lists teach', 'Кандидати, з тим, чого навчають переліки'],
  persons: ['Candidates and their persons', 'Кандидати та їхні особи'],
};
