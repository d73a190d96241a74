import { parentPort, workerData } from 'node:worker_threads';
import { answerTasks } from './match/answer-tasks.ts';
import type { ListFiles } from './match/open-lists.ts';
import { answerChunk } from './screen/answer-chunk.ts';
import { ChunkWorker } from './screen/chunk-worker.ts';
import type { ScreenPlan } from './screen/plan.ts';

/** A thread of `imena screen`, which gets the plan once, then numbers of chunks; or of `imena match`, which gets the files. */
const port = parentPort;
if (port === null) throw new Error('this file is started as a worker');
const data = workerData as ScreenPlan | { readonly match: ListFiles };
if ('match' in data) answerTasks(port, data.match);
else {
  let worker: ChunkWorker | null = null;
  port.on('message', (chunk: number) => {
    port.postMessage(answerChunk(chunk, () => (worker ??= new ChunkWorker(data))));
  });
}
