import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseTarget } from '../database/open-database.ts';

export interface WorkerChildOptions {
  /** The compiled `worker.js`. */
  readonly program: string;
  readonly target: DatabaseTarget;
  /** The folder of files. */
  readonly files: string;
  readonly log: (line: string) => void;
  /** Told when a result waits for its entry. */
  readonly onComputed: () => void;
}

export interface WorkerChild {
  /** The process that works now; another after it died. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/** A worker that dies at once is not started in a tight circle. */
const restartMs = [200, 1000, 5000, 15_000] as const;

/** Where the worker's program lies beside this one, in the clone; null before it is built. */
export function findWorkerProgram(here: string): string | null {
  const places = ['worker.js', '../../server/dist/worker.js', '../../dist/worker.js'].map((place) => path.resolve(here, place));
  return places.find((place) => existsSync(place)) ?? null;
}

/** Runs a worker as a process of its own, so that computing never delays an answer, and another when it dies. */
export function startWorkerChild({ program, target, files, log, onComputed }: WorkerChildOptions): WorkerChild {
  let child: ChildProcess | null = null;
  let stopping = false;
  let quickDeaths = 0;
  let timer: NodeJS.Timeout | null = null;
  const start = (): void => {
    const startedAt = performance.now();
    const next = fork(program, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: { ...process.env, IMENA_WORKER: JSON.stringify({ target, files }) } });
    child = next;
    next.stderr?.on('data', (text: Buffer) => log(text.toString('utf8').trimEnd()));
    next.on('message', onComputed);
    next.on('error', (error) => log(`the worker could not be started: ${error.message}`));
    next.once('close', (code, signal) => {
      if (stopping) return;
      quickDeaths = performance.now() - startedAt < 10_000 ? quickDeaths + 1 : 0;
      log(`the worker ended (${signal ?? String(code)}) and is started again`);
      timer = setTimeout(start, restartMs[Math.min(quickDeaths, restartMs.length - 1)] ?? 0);
    });
  };
  start();
  return {
    get pid() { return child?.pid; },
    stop: async () => {
      stopping = true;
      if (timer !== null) clearTimeout(timer);
      const last = child;
      if (last === null || last.exitCode !== null || last.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => last.once('close', () => resolve()));
      last.kill('SIGTERM');
      // What it was computing is taken up by the next worker; there is nothing to wait for.
      const force = setTimeout(() => last.kill('SIGKILL'), 2000);
      await gone;
      clearTimeout(force);
    },
  };
}
