import { ProblemError } from '@imena/problem';
import type { NumberedQuestion, WorkerReply } from './answer-questions.ts';

/** A worker that is kept until it is closed: once it is loaded it needs no network. */
export interface OpenWorker<Q> {
  /** Refuses with the Problem that answering met. `transfer` is handed over and no longer usable here. */
  readonly ask: (question: Q, transfer?: Transferable[]) => Promise<unknown>;
  /** Ends it at once, whatever it computes; questions under way are never answered. */
  readonly close: () => void;
}

/** Speaks with a worker that runs `answerQuestions`. */
export function openWorker<Q>(worker: Worker): OpenWorker<Q> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', ({ data: reply }: MessageEvent<WorkerReply>) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('value' in reply) asked?.resolve(reply.value);
    else asked?.reject('problem' in reply ? new ProblemError(reply.problem) : new Error(reply.bug));
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  });
  return {
    ask: (question, transfer = []) => new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, question } satisfies NumberedQuestion<Q>, transfer);
    }),
    close: () => worker.terminate(),
  };
}
