import { ProblemError, type Problem } from '@imena/problem';
import { answerDocument, type DocumentRequest } from './document-protocol.ts';

export type DocumentReply = { readonly value: unknown } | { readonly problem: Problem } | { readonly bug: string };

addEventListener('message', (event: MessageEvent<DocumentRequest>) => {
  void answerDocument(event.data).then(
    (value): DocumentReply => ({ value }),
    (error: unknown): DocumentReply => (error instanceof ProblemError ? { problem: error.problem } : { bug: error instanceof Error ? error.message : String(error) }),
  ).then((reply) => postMessage(reply));
});
