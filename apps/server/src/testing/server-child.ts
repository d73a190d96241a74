import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';

/** The real program as a process of its own. */
export interface ServerChild {
  readonly process: ChildProcess;
  readonly url: string;
  /** The one-time link's token; null when there is an account already. */
  readonly token: string | null;
  /** Everything it has said. */
  output(): string;
  /** Sends a signal and resolves with the exit code, null when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const root = path.resolve(import.meta.dirname, '../../../..');

/** Bundles the server's program into `.build`, where node finds the packages of the clone. */
export async function compileServer(): Promise<string> {
  const outfile = path.join(root, '.build', 'test', `server-${process.pid}.mjs`);
  mkdirSync(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [path.join(import.meta.dirname, '../main.ts')], outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm',
    conditions: ['imena-source'], logLevel: 'error',
    plugins: [{
      name: 'outside',
      setup: (b) => { b.onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) => (kind === 'entry-point' || name.startsWith('@imena/') ? undefined : { path: name, external: true })); },
    }],
  });
  return outfile;
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Starts the program and waits until it serves; throws with its words when it ends first. */
export async function startServerChild(program: string, options: { readonly dataDir: string; readonly port: number; readonly more?: readonly string[] }): Promise<ServerChild> {
  const { dataDir, port, more = ['--empty'] } = options;
  const child = spawn(process.execPath, [program, '--port', String(port), '--data', dataDir, ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer): void => {
      said.push(part.toString('utf8'));
      if (/^Imena: http/m.test(said.join(''))) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => reject(new Error(`the server ended with code ${code ?? 'none'}: ${said.join('')}`)));
  });
  const url = `http://127.0.0.1:${port}`;
  const output = (): string => said.join('');
  const { needed } = (await (await fetch(`${url}/api/setup`)).json()) as { needed: boolean };
  return {
    process: child, url, output,
    token: needed ? await linkToken(output) : null,
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

async function linkToken(output: () => string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const token = /welcome#([A-Za-z0-9_-]{43})/.exec(output())?.[1];
    if (token !== undefined) return token;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`no link for the first account: ${output()}`);
}
