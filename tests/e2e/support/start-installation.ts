import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const main = path.resolve(import.meta.dirname, '../../../apps/server/dist/main.js');

/** A whole installation in its own folder, run as people run it. */
export interface Installation {
  readonly url: string;
  /** The one-time link for the first account. */
  readonly setupLink: string;
  stop(): Promise<void>;
}

/** Starts the built server on a free port and waits for its one-time link; `arguments` as for `npm start`. */
export async function startInstallation(given: readonly string[]): Promise<Installation> {
  if (!existsSync(main)) throw new Error('the server is not built: run npm run build first (npm test does)');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'imena-e2e-'));
  const port = await freePort();
  const child = spawn(process.execPath, [main, '--data', dataDir, '--port', String(port), ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
  const setupLink = await waitForLink(child);
  const url = `http://localhost:${port}`;
  return {
    url,
    setupLink,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function waitForLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const link = /http:\/\/\S+\/welcome#\S+/.exec(said);
      if (link !== null) resolve(link[0]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}: ${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
