import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../bench/support/free-port.ts';

const main = path.resolve(import.meta.dirname, '../../../apps/server/dist/main.js');

/** A whole installation in its own folder, run as people run it. */
export interface Installation {
  readonly url: string;
  /** The one-time link for the first account. */
  readonly setupLink: string;
  /** Everything the server has printed so far. */
  readonly output: () => string;
  /** Ends the server as a power cut does, without a chance to put anything away. */
  kill(): Promise<void>;
  /** Starts it again in the same folder and on the same port. */
  startAgain(): Promise<void>;
  /** Stops it and removes its folder. */
  stop(): Promise<void>;
}

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
}

/** Starts the built server on a free port and waits for its one-time link; `given` as for `npm start`. */
export async function startInstallation(given: readonly string[]): Promise<Installation> {
  if (!existsSync(main)) throw new Error('the server is not built: run npm run build first (npm test does)');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'imena-e2e-'));
  chmodSync(dataDir, 0o711); // as root the database runs under another user, who must pass through
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const start = (): Started => spawnServer(['--data', dataDir, '--port', String(port), ...given]);
  let server = start();
  const setupLink = await waitForWords(server, /http:\/\/\S+\/welcome#[A-Za-z0-9_-]{43}/);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (server.child.exitCode !== null || server.child.signalCode !== null) return;
    const ended = new Promise((resolve) => server.child.once('exit', resolve));
    server.child.kill(signal);
    await ended;
  };
  return {
    url, setupLink,
    output: () => server.output(),
    kill: () => end('SIGKILL'),
    startAgain: async () => {
      server = start();
      await waitForWords(server, new RegExp(`${url}\\b`));
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function spawnServer(args: readonly string[]): Started {
  const child = spawn(process.execPath, ['--enable-source-maps', main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const listen = (chunk: Buffer): void => {
    said += chunk.toString('utf8');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return { child, output: () => said };
}

function waitForWords({ child, output }: Started, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = pattern.exec(output());
      if (found !== null) resolve(found[0]);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}: ${output()}`)));
    look();
  });
}
