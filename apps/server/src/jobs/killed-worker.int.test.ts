import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemonstrationServer, waitForJob, type DemonstrationServer, type JobAnswer } from '../matching/testing/demonstration-server.ts';
import { startWorkerChild, type WorkerChild } from './start-worker-child.ts';
import { compileWorker } from './testing/compile-worker.ts';

let s: DemonstrationServer;
let program: string;
let worker: WorkerChild;
const lines: string[] = [];

beforeAll(async () => {
  program = await compileWorker();
  s = await startDemonstrationServer({ worker: 'none' });
  const { targets, files } = s.server.context;
  worker = startWorkerChild({ program, target: targets.worker, files: files.folder, log: (line) => lines.push(line), onComputed: () => undefined });
});
afterAll(async () => {
  await worker.stop();
  await s.close();
  rmSync(program, { force: true });
});

const ask = async (expectedMissing: number): Promise<JobAnswer> => (await s.analyst.person.expect<{ job: JobAnswer }>(202, 'POST', '/api/runs', { theta: 0, expectedMissing })).job;

/** Kills the worker while it computes; false when it was done sooner. */
async function killWhileRunning(job: JobAnswer): Promise<boolean> {
  const found = await waitForJob(s.analyst, job.id, (state) => state !== 'waiting');
  if (found.state !== 'running' || worker.pid === undefined) return false;
  process.kill(worker.pid, 'SIGKILL');
  return (await waitForJob(s.analyst, job.id, () => true)).run === null;
}

it('a run whose worker is killed with -9 is taken up again and gives one entry', async () => {
  const { ledger } = s.server.context;
  let job = await ask(1000);
  for (let attempt = 1; !(await killWhileRunning(job)); attempt++) {
    if (attempt > 5) throw new Error('no run was long enough to be caught');
    await waitForJob(s.analyst, job.id, (state) => state === 'done');
    job = await ask(1000 + attempt);
  }
  const size = ledger.state.size;
  const done = await waitForJob(s.analyst, job.id, (state) => state !== 'running');
  expect(done).toMatchObject({ state: 'done', problem: null });
  expect(ledger.state.size).toBe(size + 1);
  expect(lines.join('\n')).toContain('SIGKILL');
});

it('a worker ends when the server that started it is gone, or stops it', async () => {
  const pid = worker.pid ?? 0;
  expect(isAlive(pid)).toBe(true);
  await worker.stop();
  expect(isAlive(pid)).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
