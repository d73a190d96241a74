import { parentPort, workerData } from 'node:worker_threads';
import { answerChunk } from './screen/answer-chunk.ts';
import { ChunkWorker } from './screen/chunk-worker.ts';
import type { ScreenPlan } from './screen/plan.ts';

/** A thread of `imena screen`: gets the plan once, then numbers of chunks. */
const port = parentPort;
if (port === null) throw new Error('this file is started as a worker');
let worker: ChunkWorker | null = null;
port.on('message', (chunk: number) => {
  port.postMessage(answerChunk(chunk, () => (worker ??= new ChunkWorker(workerData as ScreenPlan))));
});
