import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeBase64, decodeHex, openCheckpoint, verifyConsistency, verifyTlogProof, type WireEntry } from '@imena/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPassword } from '../access/testing/access-server.ts';
import { runDoctor } from '../operate/commands.ts';
import { compileServer, freePort, startServerChild, type ServerChild } from '../testing/server-child.ts';
import { TestDevice } from '../testing/test-device.ts';
import { graveStatement, siteStatement } from '../testing/test-server.ts';
import type { EntryResult } from './receive-entries.ts';

const isLong = process.env['IMENA_LONG'] === '1';
const rounds = isLong ? 20 : 5;
const writers = 8;

let dataDir: string;
let program: string;
let port: number;
let child: ServerChild;
let cookie = '';

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'imena-crash-'));
  await chmod(dataDir, 0o711);
  [program, port] = [await compileServer(), await freePort()];
});
afterAll(async () => {
  await child.end('SIGKILL');
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  await rm(program, { force: true });
});

async function send<Body>(method: 'GET' | 'POST', url: string, body?: unknown): Promise<Body> {
  const answer = await fetch(`${child.url}${url}`, {
    method, headers: { 'x-imena': '1', cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const session = /imena_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
  if (session !== undefined) cookie = session;
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return JSON.parse(text) as Body;
}

interface Answer {
  readonly results: EntryResult[];
  readonly checkpoint: string;
}

/** A device that keeps sending, and keeps what was not acknowledged to send the same bytes again. */
class Writer {
  readonly acknowledged = new Map<string, EntryResult>();
  readonly checkpoints: string[] = [];
  readonly device: TestDevice;
  readonly #site: string;
  #outbox: (WireEntry & { readonly id: string })[] = [];
  #number = 0;

  constructor(device: TestDevice, site: string) {
    this.device = device;
    this.#site = site;
  }

  /** Sends until the server goes away. */
  async run(): Promise<void> {
    for (;;) {
      while (this.#outbox.length < 5) this.#outbox.push(this.device.sign(graveStatement(this.#site, String(this.#number++))));
      try {
        await this.sendOutbox();
      } catch (error) {
        // The connection broke off (a TypeError of fetch): whether the server took the entries is not known.
        if (error instanceof TypeError || !isAlive()) return;
        throw error;
      }
    }
  }

  async sendOutbox(): Promise<void> {
    if (this.#outbox.length === 0) return;
    const answer = await send<Answer>('POST', '/api/entries', { entries: this.#outbox });
    answer.results.forEach((result, i) => {
      if (result.status !== 'logged') throw new Error(`an entry was ${result.status}: ${JSON.stringify(result.problem)}`);
      this.acknowledged.set(this.#outbox[i]?.id ?? '', result);
    });
    this.checkpoints.push(answer.checkpoint);
    this.#outbox = [];
  }
}

const isAlive = (): boolean => child.process.exitCode === null && child.process.signalCode === null && !child.process.killed;

async function readWholeLog(): Promise<Map<string, number[]>> {
  const places = new Map<string, number[]>();
  for (let before: number | null = null; ;) {
    const page: { items: { id: string; index: number }[]; next: number | null } = await send('GET', `/api/ledger/entries?limit=500${before === null ? '' : `&before=${before}`}`);
    for (const { id, index } of page.items) places.set(id, [...(places.get(id) ?? []), index]);
    if (page.next === null) return places;
    before = page.next;
  }
}

describe(`a server killed (kill -9) ${rounds} times while ${writers} devices write`, () => {
  it('has lost no acknowledged entry, taken none twice, and every proof it ever gave verifies', async () => {
    child = await startServerChild(program, { dataDir, port });
    const session = await send<{ account: { id: string }; log: { origin: string; vkey: string } }>('POST', '/api/setup', { token: child.token, login: 'coordinator', displayName: 'Coordinator (synthetic)', password: testPassword });
    const site = randomUUID();
    const fleet: Writer[] = [];
    for (let i = 0; i < writers; i++) fleet.push(new Writer(await new TestDevice(session.account.id).enrol(send), site));
    const first = fleet[0]?.device.sign(siteStatement(site));
    await send<Answer>('POST', '/api/entries', { entries: [first] });

    for (let round = 0; round < rounds; round++) {
      const running = Promise.all(fleet.map((writer) => writer.run()));
      // Not a wait for something to happen, but the moment of the accident: another one each round.
      await new Promise((resolve) => setTimeout(resolve, 150 + ((round * 97) % 400)));
      await child.end('SIGKILL');
      await running;
      child = await startServerChild(program, { dataDir, port });
      await Promise.all(fleet.map((writer) => writer.sendOutbox()));
    }

    const places = await readWholeLog();
    const acknowledged = fleet.flatMap((writer) => [...writer.acknowledged]);
    expect(acknowledged.length).toBeGreaterThan(rounds * writers);
    const lost = acknowledged.filter(([id, result]) => places.get(id)?.length !== 1 || places.get(id)?.[0] !== result.index);
    expect(lost).toEqual([]);
    const indexes = [...places.values()].flat().sort((a, b) => a - b);
    expect(indexes).toEqual(indexes.map((_, i) => i));
    const unproven = acknowledged.filter(([, result]) => !verifyTlogProof(result.proof ?? '', { leafHash: decodeHex(result.leafHash ?? ''), ...session.log }));
    expect(unproven).toEqual([]);

    const newest = openCheckpoint(await (await fetch(`${child.url}/api/ledger/checkpoint`, { headers: { cookie } })).text(), session.log);
    for (const note of new Set(fleet.flatMap((writer) => writer.checkpoints))) {
      const old = openCheckpoint(note, session.log);
      const { proof } = await send<{ proof: string[] }>('GET', `/api/ledger/consistency?from=${old.size}&to=${newest.size}`);
      expect(verifyConsistency({ size1: old.size, size2: newest.size, root1: old.root, root2: newest.root, proof: proof.map(decodeBase64) })).toBe(true);
    }

    expect(await child.end('SIGTERM')).toBe(0);
    const findings = await runDoctor({ environment: {}, data: dataDir, log: () => undefined }, { isFull: true });
    expect(findings.filter((finding) => !finding.ok)).toEqual([]);
  }, isLong ? 900_000 : 240_000);

  it('refuses a second server on the same folder in words', async () => {
    child = await startServerChild(program, { dataDir, port });
    await expect(startServerChild(program, { dataDir, port: await freePort() })).rejects.toThrow(/in use by another running Imena/);
    expect(isAlive()).toBe(true);
  });
});
