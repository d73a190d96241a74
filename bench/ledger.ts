import { performance } from 'node:perf_hooks';
import { verifyTlogProof, type WireEntry } from '@imena/ledger';
import { randomUUID } from 'node:crypto';
import { cpuTime, type CpuTime } from './support/cpu-time.ts';
import { Device } from './support/device.ts';
import { printTable, round, percentile } from './support/figures.ts';
import { firstAccount, makeFolder, removeFolder, startInstallation } from './support/installation.ts';
import type { Client } from './support/client.ts';

/** Goal: entries accepted a second with eight devices. */
const goal = 5000;
const entriesPerDevice = Number(process.env['BENCH_ENTRIES'] ?? 6000);
const perRequest = 100;

interface Batches {
  readonly requests: readonly Buffer[];
  readonly entries: number;
  readonly signMs: number;
}

/** Signs what a device will send; its time is measured apart, because each device signs on its own machine. */
function prepare(device: Device, count: number): Batches {
  const start = performance.now();
  const signed: WireEntry[] = Array.from({ length: count }, (_, i) => device.grave(String(i)));
  const signMs = performance.now() - start;
  const requests: Buffer[] = [];
  for (let from = 0; from < count; from += perRequest) requests.push(Buffer.from(JSON.stringify({ entries: signed.slice(from, from + perRequest) })));
  return { requests, entries: count, signMs };
}

/** Sends the batches of each device one after another, all devices at once; every entry must be acknowledged. */
async function send(client: Client, fleet: readonly Batches[]): Promise<{ readonly rate: number; readonly latencies: readonly number[]; readonly lastAnswer: string }> {
  const latencies: number[] = [];
  let lastAnswer = '';
  const start = performance.now();
  await Promise.all(fleet.map(async ({ requests }) => {
    for (const request of requests) {
      const begin = performance.now();
      const answer = await client.sendRaw('POST', '/api/entries', request);
      latencies.push(performance.now() - begin);
      if (answer.split('"status":"logged"').length !== perRequest + 1) throw new Error(`not every entry was logged: ${answer.slice(0, 400)}`);
      lastAnswer = answer;
    }
  }));
  const seconds = (performance.now() - start) / 1000;
  return { rate: fleet.reduce((sum, one) => sum + one.entries, 0) / seconds, latencies, lastAnswer };
}

/** Entries that the real server accepts a second over HTTP: verified, committed, folded behind, with a proof each. */
async function run(): Promise<void> {
  const folder = makeFolder();
  const installation = await startInstallation(folder, { wait: 'link' });
  try {
    const { client, account } = await firstAccount(installation);
    const { log } = await client.send<{ log: { origin: string; vkey: string } }>('GET', '/api/session');
    const rows: Record<string, Record<string, string | number>> = {};
    for (const devices of [1, 8]) {
      const scope = randomUUID();
      const fleet = await Promise.all(Array.from({ length: devices }, () => new Device(account, scope).enrol(client)));
      const [first] = fleet;
      if (first !== undefined) await client.send('POST', '/api/entries', { entries: [first.site()] });
      const warm = await send(client, fleet.map((device) => prepare(device, perRequest * 5)));
      checkProof(warm.lastAnswer, log);
      const batches = fleet.map((device) => prepare(device, entriesPerDevice));
      const before = cpuTime(installation.process.pid);
      const { rate, latencies } = await send(client, batches);
      const after = cpuTime(installation.process.pid);
      const signed = batches.reduce((sum, one) => sum + one.entries, 0);
      const signMs = batches.reduce((sum, one) => sum + one.signMs, 0);
      rows[`${String(devices)} device${devices === 1 ? '' : 's'}`] = {
        'entries/s': Math.round(rate), goal: devices === 8 ? goal : '', 'p50 of a request, ms': round(percentile(latencies, 0.5)), 'p95, ms': round(percentile(latencies, 0.95)),
        'signing apart, ms/entry': round(signMs / signed, 3), ...cpuColumns(before, after, signed),
      };
    }
    client.close();
    printTable(`Entries accepted over HTTP, ${String(perRequest)} a request, each answered after commit with its proof:`, rows);
  } finally {
    await installation.stop();
    removeFolder(folder);
  }
}

/** What an entry costs in processor time, its folding so far included: the machine's other work changes the rate, not this. */
function cpuColumns(before: CpuTime | null, after: CpuTime | null, entries: number): Record<string, number> {
  if (before === null || after === null) return {};
  return { 'CPU of the server, ms/entry': round((after.own - before.own) / entries, 3), 'CPU of the database, ms/entry': round((after.children - before.children) / entries, 3) };
}

/** A rate without proofs that hold would measure nothing. */
function checkProof(answer: string, log: { readonly origin: string; readonly vkey: string }): void {
  const { results } = JSON.parse(answer) as { results: readonly { leafHash: string; proof: string }[] };
  for (const { leafHash, proof } of results) {
    if (!verifyTlogProof(proof, { leafHash: Buffer.from(leafHash, 'hex'), ...log })) throw new Error('a proof does not verify');
  }
}

await run();
