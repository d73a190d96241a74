import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from './client.ts';
import { freePort } from './free-port.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A temporary folder for one installation; as root the database's user must be able to pass through it. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'imena-bench-'));
  chmodSync(folder, 0o711);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The real server as a process of its own. */
export interface Installation {
  readonly port: number;
  readonly process: ChildProcess;
  /** Milliseconds from starting the process until it listened. */
  readonly startedInMs: number;
  /** The token of the link for the first account, when there is none yet. */
  readonly token: string | null;
  stop(): Promise<void>;
}

/** Starts the built server on a data folder and waits until it says its address. */
export async function startInstallation(dataDir: string, { args = ['--empty'], wait = 'address' }: { readonly args?: readonly string[]; readonly wait?: 'address' | 'link' } = {}): Promise<Installation> {
  const port = await freePort();
  const start = performance.now();
  const program = path.join(root, 'apps', 'server', 'dist', 'main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', program, '--port', String(port), '--data', dataDir, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  const wanted = wait === 'link' ? /welcome#[\w-]{43}/ : /^Imena: http/m;
  await new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      said += part.toString('utf8');
      if (wanted.test(said)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => reject(new Error(`the server ended with code ${String(code)}: ${said}`)));
  });
  const startedInMs = performance.now() - start;
  return {
    port, process: child, startedInMs, token: /welcome#([\w-]{43})/.exec(said)?.[1] ?? null,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Makes the first account, with every role in every scope, and answers its session. */
export async function firstAccount({ port, token }: Installation): Promise<{ readonly client: Client; readonly account: string }> {
  if (token === null) throw new Error('the server printed no link for the first account');
  const client = new Client(port);
  const body = { token, login: 'bench', displayName: 'Bench (synthetic)', password: 'eleven herons over the lake', allRoles: true };
  const { account } = await client.send<{ account: { id: string } }>('POST', '/api/setup', body);
  return { client, account: account.id };
}
