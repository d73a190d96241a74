import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { ListFiles, ThreadShare } from './match/open-lists.ts';
import type { ChunkShare } from './screen/share-chunks.ts';

/** A thread of `imena screen`, which gets its work once; or of `imena match`, which gets the files. Each reads only its own program. */
const port = parentPort;
if (port === null) throw new Error('this file is started as a worker');
const data = workerData as 'screen' | { readonly match: ListFiles; readonly share: ThreadShare };
if (data === 'screen') await screen(port);
else (await import('./match/answer-tasks.ts')).answerTasks(port, data.match, data.share);

async function screen(to: MessagePort): Promise<void> {
  const { doChunks } = await import('./screen/share-chunks.ts');
  to.once('message', (share: ChunkShare) => {
    void doChunks(share, (answer) => to.postMessage(answer)).then(() => to.postMessage(null));
  });
}
