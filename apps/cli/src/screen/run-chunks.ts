import { setImmediate as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { indexRemains, prepareScreenMarkers } from '@imena/kinship';
import { refuse } from '@imena/problem';
import type { ChunkAnswer } from './answer-chunk.ts';
import type { ChunkResult, Refused, ScreenPlan } from './plan.ts';
import { doChunks, takeNoMore, type ChunkShare } from './share-chunks.ts';

export interface ChunkRun {
  readonly plan: ScreenPlan;
  readonly chunks: readonly number[];
  /** Threads beside this one. */
  readonly threads: readonly ScreenThread[];
  readonly onResult: (result: ChunkResult) => void;
  readonly signal: AbortSignal;
}

export interface ScreenThread {
  readonly worker: Worker;
  /** Rejects with what the thread fails with, whenever that is. */
  readonly failure: Promise<never>;
}

/** Starts threads beside this one: they read their program while this one reads the remains. */
export function startThreads(workerFile: URL, count: number): ScreenThread[] {
  return Array.from({ length: count }, () => {
    const worker = new Worker(workerFile, { workerData: 'screen' });
    const failure = new Promise<never>((_, reject) => worker.on('error', reject));
    // Heard where the answers are; until then nobody asks.
    failure.catch(() => undefined);
    return { worker, failure };
  });
}

/** Has every chunk done by this thread and the others; gives the refusal of the earliest place, if any. The order of results is that in which they end. */
export async function runChunks({ plan, chunks, threads, onResult, signal }: ChunkRun): Promise<Refused | null> {
  const remains = indexRemains(prepareScreenMarkers(plan.markers, { outsideAllele: { kind: 'refuse' }, normalisation: 'asGiven' }), plan.remainsCodes, plan.remainsSexes);
  const share: ChunkShare = { plan, remains, chunks: Int32Array.from(chunks), next: new Int32Array(new SharedArrayBuffer(4)) };
  let refused: Refused | null = null;
  const take = (answer: ChunkAnswer): void => {
    if (answer.kind === 'done') onResult(answer.result);
    else if (refused === null || answer.refused.at < refused.at) refused = answer.refused;
  };
  const stop = (): void => takeNoMore(share);
  signal.addEventListener('abort', stop);
  try {
    const others = threads.map((thread) => listen(thread, take));
    for (const { worker } of threads) worker.postMessage(share);
    // Answers of other threads are heard between two chunks.
    await Promise.all([...others, doChunks(share, (answer) => {
      take(answer);
      return pause();
    })]);
  } finally {
    stop();
    signal.removeEventListener('abort', stop);
  }
  return refused;
}

/** Hears the answers of a thread until it has no more; it then ends by itself. */
function listen({ worker, failure }: ScreenThread, take: (answer: ChunkAnswer) => void): Promise<void> {
  const heard = new Promise<void>((resolve, reject) => {
    worker.on('message', (answer: ChunkAnswer | null) => {
      try {
        if (answer === null) resolve();
        else take(answer);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
  return Promise.race([heard, failure]);
}

/** Hits are sorted in memory; more than this cannot be worth reading. */
export const hitLimit = 5_000_000;

export function refuseTooManyHits(): never {
  return refuse('screen.too_many_hits', { limit: hitLimit });
}
