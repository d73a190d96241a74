import { Worker } from 'node:worker_threads';
import { setImmediate as pause } from 'node:timers/promises';
import { refuse } from '@imena/problem';
import { answerChunk, type ChunkAnswer } from './answer-chunk.ts';
import { ChunkWorker } from './chunk-worker.ts';
import type { ChunkResult, Refused, ScreenPlan } from './plan.ts';

export interface ChunkRun {
  readonly plan: ScreenPlan;
  readonly chunks: readonly number[];
  /** Threads beside this one; 1 works in this one. */
  readonly workers: number;
  readonly workerFile: URL;
  readonly onResult: (result: ChunkResult) => void;
  readonly signal: AbortSignal;
}

/** Has every chunk done; gives the refusal of the earliest place, if any. The order of results is that in which they end. */
export async function runChunks(run: ChunkRun): Promise<Refused | null> {
  return run.workers <= 1 ? runHere(run) : runInThreads(run);
}

async function runHere({ plan, chunks, onResult, signal }: ChunkRun): Promise<Refused | null> {
  let worker: ChunkWorker | null = null;
  for (const chunk of chunks) {
    const answer = answerChunk(chunk, () => (worker ??= new ChunkWorker(plan)));
    if (answer.kind === 'refused') return answer.refused;
    onResult(answer.result);
    await pause();
    if (signal.aborted) return null;
  }
  return null;
}

function runInThreads({ plan, chunks, workers, workerFile, onResult, signal }: ChunkRun): Promise<Refused | null> {
  return new Promise((resolve, reject) => {
    let next = 0;
    let busy = 0;
    let refused: Refused | null = null;
    const threads: Worker[] = [];
    const end = (): void => {
      signal.removeEventListener('abort', end);
      void Promise.all(threads.map((t) => t.terminate())).then(() => resolve(refused));
    };
    const give = (thread: Worker): void => {
      // After a refusal nothing new is begun; what is under way may still find an earlier one, so that all runs tell the same.
      const chunk = refused === null ? chunks[next++] : undefined;
      if (chunk !== undefined) {
        busy += 1;
        thread.postMessage(chunk);
      } else if (busy === 0) end();
    };
    signal.addEventListener('abort', end);
    const count = Math.max(1, Math.min(workers, chunks.length));
    for (let i = 0; i < count; i++) {
      const thread = new Worker(workerFile, { workerData: plan });
      threads.push(thread);
      thread.on('error', (error) => {
        end();
        reject(error);
      });
      thread.on('message', (answer: ChunkAnswer) => {
        busy -= 1;
        if (answer.kind === 'refused') {
          if (refused === null || answer.refused.at < refused.at) refused = answer.refused;
        } else {
          try {
            onResult(answer.result);
          } catch (error) {
            end();
            reject(error instanceof Error ? error : new Error(String(error)));
            return;
          }
        }
        give(thread);
      });
      give(thread);
    }
    if (chunks.length === 0) end();
  });
}

/** Hits are sorted in memory; more than this cannot be worth reading. */
export const hitLimit = 5_000_000;

export function refuseTooManyHits(): never {
  return refuse('screen.too_many_hits', { limit: hitLimit });
}
