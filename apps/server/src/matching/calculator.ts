import { setImmediate } from 'node:timers/promises';
import { parentPort, Worker } from 'node:worker_threads';
import { advise, KinshipError } from '@imena/kinship';
import { auditSubjects, explainJointly, individualsOf, reconcileSubjects, type Audit, type AuditedSubjects, type AuditOptions } from '@imena/matching';
import { makeProblem, ProblemError, type Problem } from '@imena/problem';

interface AuditQuestion {
  readonly subjects: AuditedSubjects;
  /** log10 LR of DNA by the id of the identity. */
  readonly dna: ReadonlyMap<string, number>;
  readonly options: AuditOptions;
}

/** What the thread computes; inputs and results are plain data, copied between the threads. */
const tasks = {
  advise, explainJointly, reconcile: reconcileSubjects, countIndividuals: individualsOf,
  audit: ({ subjects, dna, options }: AuditQuestion): Audit => auditSubjects(subjects, dna, options),
};
type Tasks = typeof tasks;
type TaskName = keyof Tasks;
type InputOf<K extends TaskName> = Parameters<Tasks[K]>[0];
type ResultOf<K extends TaskName> = ReturnType<Tasks[K]>;

interface Question {
  readonly id: number;
  readonly task: TaskName;
  readonly input: unknown;
}

type Reply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly problem: Problem } | { readonly id: number; readonly bug: string };

/**
 * Computes what somebody waits for in a thread beside the server, one question after another, so that seconds of
 * computing delay no other answer. A thread that dies is replaced at the next question.
 */
export class Calculator {
  readonly #program: string | null;
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #thread: Worker | null = null;
  #last = 0;

  /** @param program the compiled `worker.js`; null computes in this process, for tests and where nothing is built */
  constructor(program: string | null) {
    this.#program = program;
  }

  /** @throws Problem `kinship.*`, and those of the task */
  async compute<K extends TaskName>(task: K, input: InputOf<K>): Promise<ResultOf<K>> {
    // The one place where what came back is taken for what the task gives.
    return (await this.#ask(task, input)) as ResultOf<K>;
  }

  async #ask(task: TaskName, input: unknown): Promise<unknown> {
    if (this.#program === null) {
      await setImmediate();
      const reply = answer({ id: 0, task, input });
      if ('result' in reply) return reply.result;
      throw errorOf(reply);
    }
    const thread = (this.#thread ??= this.#start(this.#program));
    return new Promise((resolve, reject) => {
      this.#last += 1;
      this.#waiting.set(this.#last, { resolve, reject });
      thread.postMessage({ id: this.#last, task, input } satisfies Question);
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
      if ('result' in reply) asked?.resolve(reply.result);
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

function answer({ id, task, input }: Question): Reply {
  try {
    const work = tasks[task] as (given: unknown) => unknown;
    return { id, result: work(input) };
  } catch (error) {
    if (error instanceof ProblemError) return { id, problem: error.problem };
    if (error instanceof KinshipError) return { id, problem: makeProblem(error.code, error.details) };
    return { id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function errorOf(reply: Exclude<Reply, { readonly result: unknown }>): Error {
  return 'problem' in reply ? new ProblemError(reply.problem) : new Error(reply.bug);
}
