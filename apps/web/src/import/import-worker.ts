import { ProblemError, type Problem } from '@imena/problem';
import { newId } from '../device/sign-entry.ts';
import { makeImportReader, type ImportRequest } from './worker-protocol.ts';

export type WorkerReply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly problem: Problem } | { readonly id: number; readonly bug: string };

const reader = makeImportReader(newId);

function answer(request: ImportRequest): unknown {
  switch (request.kind) {
    case 'open': return reader.open(request);
    case 'prepare': return reader.prepare(request);
  }
}

addEventListener('message', (event: MessageEvent<{ readonly id: number; readonly request: ImportRequest }>) => {
  const { id, request } = event.data;
  let reply: WorkerReply;
  try {
    reply = { id, value: answer(request) };
  } catch (error) {
    reply = error instanceof ProblemError ? { id, problem: error.problem } : { id, bug: error instanceof Error ? error.message : String(error) };
  }
  postMessage(reply);
});
