import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WritingDevice } from './device.ts';
import { freePort } from '../support/free-port.ts';

/** The built server as a process of its own, on a folder of its own, with one account that holds every role. */
export interface BenchServer {
  readonly dataDir: string;
  readonly account: string;
  get(url: string): Promise<Response>;
  post(url: string, body: unknown): Promise<unknown>;
  enrol(): Promise<WritingDevice>;
  /** Ends the server; the folder stays until `remove`. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

// The same from the sources (bench/real-server) and bundled (bench/dist).
const program = path.resolve(import.meta.dirname, '../../apps/server/dist/main.js');

export async function startBenchServer(): Promise<BenchServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'imena-bench-'));
  await chmod(dataDir, 0o711);
  const port = await freePort();
  const child = spawn(process.execPath, [program, '--empty', '--port', String(port), '--data', dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const token = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString('utf8');
      const found = /welcome#([A-Za-z0-9_-]{43})/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code ?? 'none'}`)));
  });
  const origin = `http://127.0.0.1:${port}`;
  let cookie = '';
  const post = async (url: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(`${origin}${url}`, { method: 'POST', headers: { 'x-imena': '1', cookie, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    cookie = /imena_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? cookie;
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const session = (await post('/api/setup', { token, login: 'bench', displayName: 'Bench (synthetic)', password: 'eleven herons over the lake', allRoles: true })) as { account: { id: string } };
  return {
    dataDir, account: session.account.id, post,
    get: (url) => fetch(`${origin}${url}`, { headers: { cookie } }),
    enrol: () => new WritingDevice(session.account.id).enrol(post),
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}
