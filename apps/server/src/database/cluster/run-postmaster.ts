import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '@imena/problem';
import type { Binaries } from './binaries.ts';
import { readPostmasterNote } from './postmaster-file.ts';
import { runAs, type ServerUser } from './server-user.ts';
import { socketPort } from './socket-folder.ts';

/** A server process that is our child. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves when the process ended, asked or not. */
  readonly ended: Promise<void>;
  /** Ends it in order: sessions are closed, a checkpoint is written. Problem: `cluster.stop_failed`. */
  stop(): Promise<void>;
}

/** What makes a reply "saved" true, written out although it is PostgreSQL's default: these must not drift. */
const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

const pollMs = 20;
const slowAfterMs = 5_000;
const stopSeconds = 90;
const longestLogBytes = 10_000_000;

/**
 * Starts the server on a data folder and waits until it takes connections. There is no limit on that wait while the
 * process lives, because recovery after a crash takes what it takes; `log` hears of it.
 *
 * Problem: `cluster.start_failed` with the end of the server's log.
 */
export async function runPostmaster(options: {
  readonly data: string;
  readonly logFile: string;
  readonly socketFolder: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}): Promise<Postmaster> {
  const { data, logFile, user, log } = options;
  const settings = {
    ...durable,
    listen_addresses: '',
    unix_socket_directories: options.socketFolder,
    unix_socket_permissions: '0700',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const program = path.join(options.binaries.folder, 'postgres');
  // The log goes to a file and not through a pipe of ours: when we are killed, writing to a broken pipe would harm the
  // server. Detached, because Ctrl-C in a terminal reaches the whole group: the server has to outlive our own closing.
  const logHandle = openLog(logFile);
  const child = spawn(program, ['-D', data, '-p', String(socketPort), ...flags], {
    ...runAs(user),
    detached: true,
    stdio: ['ignore', logHandle, logHandle],
  });
  closeSync(logHandle);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  await waitUntilReady({ child, data, logFile, log });
  const { pid } = child;
  if (pid === undefined) throw new Error('a server that is ready has a process number');
  return { pid, ended, stop: () => stopChild(child, ended) };
}

async function waitUntilReady(options: {
  readonly child: ChildProcess;
  readonly data: string;
  readonly logFile: string;
  readonly log: (line: string) => void;
}): Promise<void> {
  const { child, data, logFile, log } = options;
  const failures: Error[] = [];
  child.once('error', (error) => failures.push(error));
  const start = Date.now();
  let told = 0;
  for (;;) {
    if (failures[0] !== undefined) refuse('cluster.start_failed', { folder: data, reason: failures[0].message });
    if (child.exitCode !== null || child.signalCode !== null)
      refuse('cluster.start_failed', { folder: data, reason: lastWords(logFile) });
    const note = readPostmasterNote(data);
    if (note !== null && note.pid === child.pid && note.ready) return;
    const waited = Math.floor((Date.now() - start) / slowAfterMs);
    if (waited > told) {
      told = waited;
      log(`the database is starting: ${lastWords(logFile).split('\n').at(-1) ?? ''}`);
    }
    await wait(pollMs);
  }
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGINT');
  const timer = new AbortController();
  const late = wait(stopSeconds * 1000, 'late' as const, { signal: timer.signal }).catch(() => 'in time' as const);
  const answer = await Promise.race([ended, late]);
  timer.abort();
  if (answer === 'late') refuse('cluster.stop_failed', { pid: child.pid, seconds: stopSeconds });
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longestLogBytes) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function lastWords(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
}
