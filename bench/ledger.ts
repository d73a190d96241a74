import { randomUUID } from 'node:crypto';
import type { WireEntry } from '@imena/ledger';
import { startBenchServer, type BenchServer } from './real-server/start.ts';
import { printTable, quantile } from './real-server/table.ts';

/** Entries accepted a second through HTTP, each answered after its commit with a proof; goal 5,000 with 8 devices. */
const perRequest = Number(process.argv[2] ?? 100);
const entriesInAll = Number(process.argv[3] ?? 16_000);

async function measure(server: BenchServer, devices: number): Promise<Readonly<Record<string, string | number>>> {
  const site = randomUUID();
  const fleet = await Promise.all(Array.from({ length: devices }, () => server.enrol()));
  const [first] = fleet;
  const site0 = first?.sign({ scope: site, subject: site, kind: 'site', body: { type: 'site.registered', basis: 'observed', code: 'BEN', name: { en: 'Bench site' }, synthetic: true } });
  await server.post('/api/entries', { entries: [site0] });
  // Signed beforehand: what is measured is the server, not the client that shares its machine.
  const perDevice = Math.floor(entriesInAll / devices);
  const queues = fleet.map((device) =>
    Array.from({ length: perDevice }, (_, i): WireEntry =>
      device.sign({ scope: site, subject: randomUUID(), kind: 'grave', body: { type: 'grave.marked', basis: 'observed', site, number: String(i), position: { xMm: i * 1000, yMm: 0 }, synthetic: true } })));
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(queues.map(async (queue) => {
    for (let from = 0; from < queue.length; from += perRequest) {
      const begun = performance.now();
      const answer = (await server.post('/api/entries', { entries: queue.slice(from, from + perRequest) })) as { results: { status: string }[] };
      if (answer.results.some((result) => result.status !== 'logged')) throw new Error('an entry was refused');
      times.push(performance.now() - begun);
    }
  }));
  const seconds = (performance.now() - started) / 1000;
  return {
    devices, 'entries a request': perRequest, entries: perDevice * devices, 'entries a second': Math.round((perDevice * devices) / seconds),
    'request p50 ms': Math.round(quantile(times, 0.5)), 'request p95 ms': Math.round(quantile(times, 0.95)),
  };
}

const server = await startBenchServer();
try {
  const rows = [];
  for (const devices of [1, 8]) rows.push(await measure(server, devices));
  printTable('Entries accepted through HTTP, signature verified, committed with fsync, answered with a proof', rows);
} finally {
  await server.stop();
  await server.remove();
}
