import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '@imena/problem';
import { identifyProcess, processesIn, stillRuns, worksIn } from './process-identity.ts';

/** What `postmaster.pid` says: the server's own note of who it is and where it listens. */
export interface PostmasterNote {
  readonly pid: number;
  readonly socketFolder: string;
  readonly port: number;
  readonly ready: boolean;
}

const patienceMs = { fast: 60_000, immediate: 15_000, orphans: 30_000, poll: 20 } as const;

/** Reads `postmaster.pid`; null when there is none or it is not yet complete. */
export function readPostmasterNote(data: string): PostmasterNote | null {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Math.abs(Number(lines[0])); // a single-user server writes its number negative
  if (!Number.isSafeInteger(pid) || pid === 0) return null;
  return {
    pid,
    port: Number(lines[3] ?? ''),
    socketFolder: (lines[4] ?? '').trim(),
    ready: (lines[7] ?? '').startsWith('ready'),
  };
}

/** The server that works on `data` now, whoever started it, or null. */
export function findPostmaster(data: string): PostmasterNote | null {
  const note = readPostmasterNote(data);
  return note !== null && identifyProcess(note.pid) !== null && worksIn(note.pid, data) ? note : null;
}

/**
 * Brings `data` to a state in which a server may start: a postmaster that outlived a killed Imena is stopped, and a
 * note that names nobody is removed. Returns the process number of the server that was stopped, or null.
 *
 * Stopping was chosen over adopting: the old server may run with settings and programs of an earlier release, its log
 * and its end would not reach us, and transactions of the killed process may still be at work in it. A fast stop rolls
 * them back, writes a checkpoint and costs well under a second; then there is one way to start instead of two.
 *
 * The caller holds the lock of the folder, so no living Imena uses that server.
 *
 * Problem: `cluster.leftover` when it does not stop, or when it belongs to another user.
 */
export async function clearLeftovers(data: string): Promise<number | null> {
  const found = findPostmaster(data);
  if (found !== null) await stopProcess(found.pid, data);
  // Backends of a postmaster that was killed end by themselves once they notice; before that the data are not free.
  const deadline = Date.now() + patienceMs.orphans;
  for (let orphans = processesIn(data); orphans.length > 0; orphans = processesIn(data)) {
    if (Date.now() > deadline) refuse('cluster.leftover', { folder: data, pid: orphans[0] ?? 0 });
    await wait(patienceMs.poll);
  }
  // PostgreSQL removes the note of a process that is gone, after looking whether anybody still holds its shared memory.
  // It refuses to start when the number is alive, and counts as alive a zombie and an unrelated process that was given
  // the number since. Only then do we remove the note ourselves: it carries PostgreSQL's own safeguard.
  const note = readPostmasterNote(data);
  if (note !== null && isAliveToPostgres(note.pid)) rmSync(path.join(data, 'postmaster.pid'), { force: true });
  return found?.pid ?? null;
}

/**
 * Stops a server: fast first (open transactions are rolled back, a checkpoint is written), immediate if that takes too
 * long (the next start recovers from the write-ahead log; nothing acknowledged is lost). Problem: `cluster.leftover`.
 */
async function stopProcess(pid: number, data: string): Promise<void> {
  const identity = identifyProcess(pid);
  if (identity === null) return;
  for (const [signal, patience] of [
    ['SIGINT', patienceMs.fast],
    ['SIGQUIT', patienceMs.immediate],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (!stillRuns(identity)) return;
      if (error instanceof Error && 'code' in error && error.code === 'EPERM')
        refuse('cluster.leftover', { folder: data, pid });
      throw error;
    }
    const deadline = Date.now() + patience;
    while (stillRuns(identity) && Date.now() < deadline) await wait(patienceMs.poll);
    if (!stillRuns(identity)) return;
  }
  refuse('cluster.leftover', { folder: data, pid });
}

function isAliveToPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
