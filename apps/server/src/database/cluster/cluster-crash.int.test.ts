import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compileChild, runChild, type Child } from '../testing/run-child.ts';
import { clearLeftovers } from './postmaster-file.ts';
import { identifyProcess } from './process-identity.ts';

const rounds = process.env['IMENA_LONG'] === '1' ? 20 : 5;
const isRoot = process.getuid?.() === 0;
let program = '';
let folder = '';
let running: Child[] = [];

beforeAll(async () => {
  program = await compileChild('cluster-child');
});
afterAll(() => rmSync(program, { force: true }));

function start(mode: 'write' | 'lock', as?: { uid: number; gid: number }): Child {
  const child = runChild(program, [mode, folder], as);
  running.push(child);
  return child;
}

function freshFolder(): void {
  folder = mkdtempSync('/tmp/imena-crash-');
  chmodSync(folder, 0o711);
}

afterEach(async () => {
  await Promise.all(running.map((child) => child.end('SIGKILL')));
  running = [];
  await clearLeftovers(path.join(folder, 'cluster', 'data'));
  rmSync(folder, { recursive: true, force: true });
});

const savedNumbers = (child: Child): number[] =>
  child.messages.flatMap(({ kind, number }) => (kind === 'saved' && number !== undefined ? [number] : []));

/** Starts, checks that everything promised so far is there, writes some more, and is killed without warning. */
async function killMidway(
  promised: readonly number[],
  kill: (child: Child, server: number) => Promise<void>,
): Promise<number[]> {
  const child = start('write');
  const ready = await child.until(({ kind }) => kind === 'ready');
  const kept = new Set(ready.numbers);
  expect(promised.filter((number) => !kept.has(number))).toEqual([]);
  const before = ready.numbers?.length ?? 0;
  await child.until(({ kind, number }) => kind === 'saved' && (number ?? 0) > before + 25);
  await kill(child, ready.server ?? 0);
  return [...promised, ...savedNumbers(child)];
}

describe('the built-in server after a crash', () => {
  it(`starts again ${rounds} times out of ${rounds} after kill -9 of the program, and no row it had promised is lost`, async () => {
    freshFolder();
    let promised: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      promised = await killMidway(promised, (child) => child.end('SIGKILL'));
    const last = start('write');
    const ready = await last.until(({ kind }) => kind === 'ready');
    expect(new Set(ready.numbers).size).toBe(ready.numbers?.length);
    expect(ready.numbers).toEqual(expect.arrayContaining(promised));
    expect(ready.replaced).not.toBeNull(); // the server had outlived the program, and was stopped first
    await last.end('SIGTERM');
    expect(last.process.exitCode).toBe(0);
  }, 300_000);

  it('starts again after the database server itself was killed, with every promised row', async () => {
    freshFolder();
    const promised = await killMidway([], async (child, server) => {
      await child.end('SIGKILL');
      process.kill(server, 'SIGKILL');
    });
    const ready = await start('write').until(({ kind }) => kind === 'ready');
    expect(ready.numbers).toEqual(expect.arrayContaining(promised));
  });

  it('starts again when the number of the dead server was given to an unrelated process', async () => {
    freshFolder();
    const child = start('write');
    const { server = 0 } = await child.until(({ kind }) => kind === 'ready');
    const { uid } = statSync(path.join(folder, 'cluster', 'data'));
    await child.end('SIGKILL');
    process.kill(server, 'SIGKILL');
    // PostgreSQL takes only processes of its own user for a rival, so the stranger has to be that user.
    const stranger = spawn('sleep', ['600'], { cwd: '/', stdio: 'ignore', ...(isRoot ? { uid, gid: uid } : {}) });
    const strangerPid = stranger.pid ?? 0;
    try {
      writeFileSync(
        path.join(folder, 'cluster', 'data', 'postmaster.pid'),
        `${strangerPid}\n${folder}\n1\n5432\n/nowhere\n\n0 0\nready\n`,
      );
      expect((await start('write').until(({ kind }) => kind === 'ready')).replaced).toBeNull();
      expect(identifyProcess(strangerPid)).not.toBeNull(); // and the unrelated process was left alone
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('refuses a second program on the same folder in words, and the first goes on', async () => {
    freshFolder();
    const first = start('write');
    await first.until(({ kind }) => kind === 'ready');
    const refusal = await start('write').until(({ kind }) => kind === 'refused');
    expect(refusal.code).toBe('cluster.in_use');
    expect(refusal.words).toContain(String(first.process.pid));
    const now = savedNumbers(first).length;
    await first.until(({ kind, number }) => kind === 'saved' && (number ?? 0) > now + 10);
  });

  it('waits for a program on the same folder that is just stopping, and then starts', async () => {
    freshFolder();
    const first = start('write');
    await first.until(({ kind }) => kind === 'ready');
    process.env['PATIENCE_MS'] = '30000';
    const second = start('write');
    delete process.env['PATIENCE_MS'];
    await second.untilItSays(/waiting for process/);
    first.process.kill('SIGTERM');
    const ready = await second.until(({ kind }) => kind === 'ready');
    expect(ready.replaced).toBeNull(); // the first had stopped its server in order
    expect(ready.numbers).toEqual(expect.arrayContaining(savedNumbers(first)));
  });

  it('is held by exactly one of six programs that find the lock of a killed one at the same time', async () => {
    freshFolder();
    const dead = start('lock');
    await dead.until(({ kind }) => kind === 'held');
    await dead.end('SIGKILL');
    const answers = await Promise.all(Array.from({ length: 6 }, () => start('lock').until(() => true)));
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['held', ...Array.from({ length: 5 }, () => 'refused')]);
  });

  it('works for an ordinary user, who is not root', async (context) => {
    freshFolder();
    const nobody = 65_534;
    if (isRoot && !canRun(nobody)) context.skip('the user nobody cannot reach this clone or node');
    if (isRoot) chownSync(folder, nobody, nobody);
    const as = isRoot ? { uid: nobody, gid: nobody } : undefined;
    const first = start('write', as);
    await first.until(({ kind, number }) => kind === 'saved' && (number ?? 0) > 10);
    await first.end('SIGKILL');
    const ready = await start('write', as).until(({ kind }) => kind === 'ready');
    expect(ready.numbers).toEqual(expect.arrayContaining(savedNumbers(first)));
  });
});

/** Whether that user reaches node and the compiled program; a clone under /root is closed to others. */
function canRun(uid: number): boolean {
  try {
    execFileSync(process.execPath, ['--check', program], { uid, gid: uid, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
