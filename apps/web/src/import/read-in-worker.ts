import { ProblemError } from '@imena/problem';
import type { WorkerReply } from './import-worker.ts';
import type { ImportRequest, OpenedTable, PreparedAnswer } from './worker-protocol.ts';

/** A worker that holds one file: reading and checking a large table never freezes the page. Close it when done. */
export interface FileReaderInWorker {
  readonly open: (request: Extract<ImportRequest, { kind: 'open' }>) => Promise<OpenedTable>;
  readonly prepare: (request: Extract<ImportRequest, { kind: 'prepare' }>) => Promise<PreparedAnswer>;
  readonly close: () => void;
}

/** Starts the worker. What is asked is refused with the Problem that reading met. */
export function startReader(): FileReaderInWorker {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', (event: MessageEvent<WorkerReply>) => {
    const reply = event.data;
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('value' in reply) asked?.resolve(reply.value as never);
    else asked?.reject('problem' in reply ? new ProblemError(reply.problem) : new Error(reply.bug));
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  });
  const ask = <T>(request: ImportRequest): Promise<T> => new Promise<T>((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ id: last, request }, request.kind === 'open' ? [request.bytes.buffer] : []);
  });
  return { open: (request) => ask<OpenedTable>(request), prepare: (request) => ask<PreparedAnswer>(request), close: () => worker.terminate() };
}
