import { setImmediate } from 'node:timers/promises';
import { parentPort, Worker } from 'node:worker_threads';
import { advise, KinshipError, type AdviceInput, type AdviceResult } from '@imena/kinship';
import { makeProblem, ProblemError, type Problem } from '@imena/problem';

interface Question {
  readonly id: number;
  readonly input: AdviceInput;
}

type Reply = { readonly id: number; readonly results: readonly AdviceResult[] } | { readonly id: number; readonly problem: Problem } | { readonly id: number; readonly bug: string };

/**
 * Computes what somebody waits for in a thread beside the server, one question after another, so that seconds of
 * computing delay no other answer. A thread that dies is replaced at the next question.
 */
export class Calculator {
  readonly #program: string | null;
  readonly #waiting = new Map<number, { resolve: (results: readonly AdviceResult[]) => void; reject: (error: Error) => void }>();
  #thread: Worker | null = null;
  #last = 0;

  /** @param program the compiled `worker.js`; null computes in this process, for tests and where nothing is built */
  constructor(program: string | null) {
    this.#program = program;
  }

  /** @throws Problem `kinship.*` */
  async advise(input: AdviceInput): Promise<readonly AdviceResult[]> {
    if (this.#program === null) {
      await setImmediate();
      const reply = answer({ id: 0, input });
      if ('results' in reply) return reply.results;
      throw errorOf(reply);
    }
    const thread = (this.#thread ??= this.#start(this.#program));
    return new Promise((resolve, reject) => {
      this.#last += 1;
      this.#waiting.set(this.#last, { resolve, reject });
      thread.postMessage({ id: this.#last, input } satisfies Question);
    });
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }

  #start(program: string): Worker {
    const thread = new Worker(program);
    // An idle thread must not keep a server from ending.
    thread.unref();
    thread.on('message', (reply: Reply) => {
      const asked = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if ('results' in reply) asked?.resolve(reply.results);
      else asked?.reject(errorOf(reply));
    });
    const lost = (error: Error): void => {
      if (this.#thread === thread) this.#thread = null;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
    thread.on('error', lost);
    thread.on('exit', () => lost(new Error('the thread that computes has ended')));
    return thread;
  }
}

/** The thread's side: answers every question until it is ended. */
export function answerCalculations(): void {
  parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question)));
}

function answer({ id, input }: Question): Reply {
  try {
    return { id, results: advise(input) };
  } catch (error) {
    if (error instanceof KinshipError) return { id, problem: makeProblem(error.code, error.details) };
    return { id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function errorOf(reply: Exclude<Reply, { readonly results: unknown }>): Error {
  return 'problem' in reply ? new ProblemError(reply.problem) : new Error(reply.bug);
}
