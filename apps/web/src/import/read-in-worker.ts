import { openWorker } from '../workers/open-worker.ts';
import type { ImportRequest, OpenedTable, PreparedAnswer } from './worker-protocol.ts';

/** A worker that holds one file: reading and checking a large table never freezes the page. Close it when done. */
export interface FileReaderInWorker {
  readonly open: (request: Extract<ImportRequest, { kind: 'open' }>) => Promise<OpenedTable>;
  readonly prepare: (request: Extract<ImportRequest, { kind: 'prepare' }>) => Promise<PreparedAnswer>;
  readonly close: () => void;
}

/** Starts the worker. What is asked is refused with the Problem that reading met. */
export function startReader(): FileReaderInWorker {
  const worker = openWorker<ImportRequest>(new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' }));
  return {
    // The worker answers each kind of question with its own kind of answer: worker-protocol.ts.
    open: async (request) => (await worker.ask(request, [request.bytes.buffer as ArrayBuffer])) as OpenedTable,
    prepare: async (request) => (await worker.ask(request)) as PreparedAnswer,
    close: () => worker.close(),
  };
}
