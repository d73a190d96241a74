import { ProblemError, type Problem } from '@imena/problem';

/** A question with its number, so that answers find whoever asked. */
export interface NumberedQuestion<Q> {
  readonly id: number;
  readonly question: Q;
}

export type WorkerReply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly problem: Problem } | { readonly id: number; readonly bug: string };

/** Makes this worker answer every question that `openWorker` sends, in order; what the answer throws goes back as a Problem or a bug. */
export function answerQuestions(answer: (question: never) => unknown): void {
  addEventListener('message', ({ data: { id, question } }: MessageEvent<NumberedQuestion<never>>) => postMessage(replyTo(id, () => answer(question))));
}

function replyTo(id: number, answer: () => unknown): WorkerReply {
  try {
    return { id, value: answer() };
  } catch (error) {
    return error instanceof ProblemError ? { id, problem: error.problem } : { id, bug: error instanceof Error ? error.message : String(error) };
  }
}
