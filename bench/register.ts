import { randomUUID } from 'node:crypto';
import { runRebuild } from '@imena/server';
import { startBenchServer, type BenchServer } from './real-server/start.ts';
import { printTable, quantile } from './real-server/table.ts';

/** Lists and search among 100,000 subjects through HTTP (goal p95 under 50 ms), and how fast the register is rebuilt. */
const subjects = Number(process.argv[2] ?? 100_000);
const surnames = ['Ковальчук', 'Шевченко', 'Бондаренко', 'Ткаченко', 'Кравчук', 'Мельник', 'Поліщук', 'Гнатюк', 'Савчук', 'Яременко', 'Щербак', 'Їжакевич'];
const givens = ['Іван', 'Олег', 'Марія', 'Ганна', 'Петро', 'Сергій', 'Юрій', 'Наталія', 'Василь', 'Євген'];

async function fill(server: BenchServer): Promise<{ site: string; grave: string }> {
  const site = randomUUID();
  const grave = randomUUID();
  const devices = await Promise.all([1, 2, 3, 4].map(() => server.enrol()));
  const [first] = devices;
  await server.post('/api/entries', { entries: [first?.sign({ scope: site, subject: site, kind: 'site', body: { type: 'site.registered', basis: 'observed', code: 'BEN', name: { en: 'Bench site', uk: 'Місце' }, synthetic: true } })] });
  const share = Math.ceil(subjects / devices.length);
  await Promise.all(devices.map(async (device, d) => {
    for (let from = 0; from < share; from += 400) {
      const entries = Array.from({ length: Math.min(400, share - from) }, (_, i) => {
        const n = d * share + from + i;
        const id = n === 42 ? grave : randomUUID();
        if (n % 2 === 0) {
          return device.sign({ scope: site, subject: id, kind: 'grave', body: { type: 'grave.marked', basis: 'observed', site, number: String(n), position: { xMm: (n % 300) * 2000, yMm: Math.floor(n / 300) * 2000 }, synthetic: true } });
        }
        const name = { kind: 'legal', script: 'Cyrl', surname: `${surnames[n % 12] ?? ''}${(n * 7919) % 997}`, given: givens[(n >> 3) % 10] ?? '' };
        return device.sign({ scope: site, subject: id, kind: 'person', body: { type: 'person.reported', basis: 'told', code: `P-${n}`, informant: { relation: 'mother' }, names: [name], sex: n % 3 === 0 ? 'female' : 'male', synthetic: true } });
      });
      await server.post('/api/entries', { entries });
    }
  }));
  return { site, grave };
}

async function measure(server: BenchServer, url: (i: number) => string): Promise<readonly [number, number]> {
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const begun = performance.now();
    const answer = await server.get(url(i));
    if (!answer.ok) throw new Error(`${url(i)}: ${answer.status}`);
    await answer.arrayBuffer();
    if (i >= 5) times.push(performance.now() - begun);
  }
  return [quantile(times, 0.5), quantile(times, 0.95)];
}

const server = await startBenchServer();
try {
  const filling = performance.now();
  const { site, grave } = await fill(server);
  const filledIn = (performance.now() - filling) / 1000;
  const size = Number((await (await server.get('/api/ledger/checkpoint')).text()).split('\n')[1]);
  await server.get(`/api/subjects/${site}?waitFor=${size - 1}`);
  while (((await (await server.get('/api/overview')).json()) as { asOf: { size: number } }).asOf.size < size) await new Promise((resolve) => setTimeout(resolve, 200));
  const foldedIn = (performance.now() - filling) / 1000;
  const queries: Readonly<Record<string, (i: number) => string>> = {
    'list by code': () => '/api/subjects?kind=grave&limit=100',
    'list by change': () => '/api/subjects?kind=person&sort=-updated&limit=100',
    'list of a scope': () => `/api/subjects?kind=grave&scope=${site}&limit=100`,
    'filter by facet': () => '/api/subjects?kind=person&facet.sex=female&limit=100',
    'filter by link': () => `/api/subjects?kind=grave&link.site=${site}&limit=100`,
    'list with a name': (i) => `/api/subjects?kind=person&q=${encodeURIComponent(`${surnames[i % 12] ?? ''}${i * 7}`)}`,
    'list with a common word': (i) => `/api/subjects?kind=person&q=${encodeURIComponent(givens[i % 10] ?? '')}`,
    'search a name': (i) => `/api/search?q=${encodeURIComponent(`${surnames[i % 12] ?? ''}${i * 11}`)}`,
    'search in Latin': (i) => `/api/search?q=shevchenko${i * 3}`,
    'search a number': (i) => `/api/search?q=${i * 1234}`,
    'search with a typing error': (i) => `/api/search?q=${encodeURIComponent(`Ковалчкук${i}`)}`,
    'one subject': () => `/api/subjects/${grave}`,
    overview: () => '/api/overview',
  };
  const rows = [];
  for (const [query, url] of Object.entries(queries)) {
    const [p50, p95] = await measure(server, url);
    rows.push({ query, 'p50 ms': p50.toFixed(1), 'p95 ms': p95.toFixed(1) });
  }
  printTable(`Lists and search among ${subjects} subjects through HTTP, under row-level security`, rows);
  await server.stop();
  const begun = performance.now();
  const { entries } = await runRebuild({ environment: {}, data: server.dataDir, log: () => undefined });
  const rebuilt = (performance.now() - begun) / 1000;
  printTable('The register', [
    { what: 'entries taken while filling', 'a second': Math.round(size / filledIn) },
    { what: 'entries folded while filling', 'a second': Math.round(size / foldedIn) },
    { what: `entries folded by imena rebuild (${entries})`, 'a second': Math.round(entries / rebuilt) },
  ]);
} finally {
  await server.stop().catch(() => undefined);
  await server.remove();
}
