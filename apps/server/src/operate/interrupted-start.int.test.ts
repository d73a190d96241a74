import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDoctor } from './commands.ts';
import { compileServer, freePort } from '../testing/server-child.ts';

let program: string;
let dataDir: string;

beforeAll(async () => {
  program = await compileServer();
  const parent = await mkdtemp(path.join(tmpdir(), 'imena-interrupted-'));
  // As root the database is another user, who must pass through.
  await chmod(parent, 0o711);
  dataDir = path.join(parent, 'data');
});
afterAll(async () => {
  await rm(program, { force: true });
  await rm(path.dirname(dataDir), { recursive: true, force: true });
});

/** Starts the program, interrupts it as soon as `moment` says so, and answers its exit code and words. */
function startUntil(port: number, moment: (said: string) => boolean, { signal = 'SIGINT', data = dataDir }: { readonly signal?: NodeJS.Signals; readonly data?: string } = {}): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, '--port', String(port), '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let isInterrupted = false;
    const look = (): void => {
      if (isInterrupted || !moment(said)) return;
      isInterrupted = true;
      child.kill(signal);
    };
    const polling = setInterval(look, 20);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => {
        said += part.toString('utf8');
        look();
      });
    }
    child.once('close', (code) => {
      clearInterval(polling);
      resolve({ code, said });
    });
  });
}

describe('Ctrl-C during the start', () => {
  it('while the database is made or migrated and while the demonstration loads stops cleanly; the next start goes on to the end', { timeout: 400_000 }, async () => {
    const port = await freePort();
    const early = await startUntil(port, () => existsSync(dataDir));
    expect([early.code, /Error|FAILURE|at .*:\d+:\d+/.test(early.said)], early.said).toEqual([0, false]);
    const loading = await startUntil(port, (said) => /Loading the demonstration: [1-9]/.test(said));
    expect([loading.code, /Error|FAILURE|at .*:\d+:\d+/.test(loading.said)], loading.said).toEqual([0, false]);
    expect(existsSync(path.join(dataDir, 'demonstration.loading'))).toBe(true);
    const whole = await startUntil(port, (said) => /^Imena: http/m.test(said));
    expect([whole.code, /Error|FAILURE|at .*:\d+:\d+/.test(whole.said)], whole.said).toEqual([0, false]);
    expect(existsSync(path.join(dataDir, 'demonstration.loading'))).toBe(false);
    // It goes on where it was, not from the beginning.
    const first = (said: string): number => Number(/\((\d+) of \d+ entries\)/.exec(said)?.[1] ?? 0);
    expect(first(whole.said)).toBeGreaterThan(first(loading.said));
  });

  it('a port that is taken is said in words, and nothing stays behind', { timeout: 120_000 }, async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    try {
      const { code, said } = await startUntil(port, () => false);
      expect([code, said.includes(String(port)), /\bat .*:\d+:\d+/.test(said)], said).toEqual([1, true, false]);
    } finally {
      other.close();
    }
  });
});

const isLong = process.env['IMENA_LONG'] === '1';

describe.runIf(isLong)('kill -9 during the very first start', () => {
  it('at any moment leaves what the next start makes good: it ends with the whole demonstration', { timeout: 900_000 }, async () => {
    const port = await freePort();
    const data = path.join(path.dirname(dataDir), 'killed');
    const moments: Readonly<Record<string, (said: string) => boolean>> = {
      'the folder is there': () => existsSync(data),
      'the database is being made': () => existsSync(path.join(data, 'cluster')),
      'the database is made': (said) => said.includes('migrations:'),
      'the keys are there': () => existsSync(path.join(data, 'keys')),
      'the log is to be begun': () => existsSync(path.join(data, 'demonstration.loading')),
      'a part is loaded': (said) => /Loading the demonstration: [1-9]/.test(said),
      'more is loaded': (said) => /Loading the demonstration: [5-9]\d /.test(said),
    };
    for (const [when, moment] of Object.entries(moments)) expect([when, (await startUntil(port, moment, { signal: 'SIGKILL', data })).code]).toEqual([when, null]);
    const whole = await startUntil(port, (said) => /^Imena: http/m.test(said), { data });
    expect(whole.code, whole.said).toBe(0);
    expect(existsSync(path.join(data, 'demonstration.loading'))).toBe(false);
    const total = Number(/\(\d+ of (\d+) entries\)/.exec(whole.said)?.[1]);
    expect(total).toBeGreaterThan(1000);
    // Every entry once, and the register what they fold into.
    const findings = await runDoctor({ environment: {}, data, log: () => undefined }, { isFull: true });
    expect(findings.filter((finding) => !finding.ok)).toEqual([]);
    // The demonstration and the enrolment of the installation's own device: nothing is missing, nothing else, nothing twice.
    const logged = findings.find((finding) => finding.check === 'signatures')?.count ?? 0;
    expect([logged >= total, logged < total + 10], `${logged} of ${total}`).toEqual([true, true]);
  });
});
