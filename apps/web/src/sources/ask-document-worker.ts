import { makeProblem, ProblemError } from '@imena/problem';
import type { DocumentReply } from './document-worker.ts';
import type { DocumentAnswers, DocumentRequest } from './document-protocol.ts';

const longestMs = 120_000;

/**
 * Asks one thing of a worker of its own, which ends with the answer: a hostile file takes nothing with it.
 * @throws ProblemError with what reading met; `web.reading_too_long` after two minutes
 */
export function askDocumentWorker<K extends DocumentRequest['kind']>(request: Extract<DocumentRequest, { kind: K }>): Promise<DocumentAnswers[K]> {
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<DocumentAnswers[K]>((resolve, reject) => {
    const timer = setTimeout(() => reject(new ProblemError(makeProblem('web.reading_too_long'))), longestMs);
    worker.addEventListener('message', (event: MessageEvent<DocumentReply>) => {
      clearTimeout(timer);
      const reply = event.data;
      // The worker answers each kind of question with its own kind of answer: document-protocol.ts.
      if ('value' in reply) resolve(reply.value as DocumentAnswers[K]);
      else reject('problem' in reply ? new ProblemError(reply.problem) : new Error(reply.bug));
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
