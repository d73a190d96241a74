import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { WireEntry } from '@imena/ledger';
import { runRebuild } from '@imena/server';
import { inventPerson, makeRandom, shuffledSurnames } from '@imena/synth';
import type { Client } from './support/client.ts';
import { Device } from './support/device.ts';
import { percentile, printTable, round } from './support/figures.ts';
import { firstAccount, makeFolder, removeFolder, startInstallation } from './support/installation.ts';

/** Goal for every kind of request, in milliseconds at the 95th percentile. */
const goalMs = 50;
const subjects = Number(process.env['BENCH_SUBJECTS'] ?? 100_000);
const users = 50;
const seconds = Number(process.env['BENCH_SECONDS'] ?? 20);
const perRequest = 500 - 2; // the last subject of a request may bring three entries, and the server takes 500
const random = makeRandom(2022);
const surnamePool = shuffledSurnames(random);

/** What a user asks for, by what it is. */
type Question = () => string;

/** Fills the register: seven in ten graves, the others missing persons with invented names in Cyrillic. */
async function fill(client: Client, device: Device, onProgress: (done: number) => void): Promise<readonly string[]> {
  await client.send('POST', '/api/entries', { entries: [device.site()] });
  const surnames: string[] = [];
  for (let done = 0; done < subjects;) {
    const entries: WireEntry[] = [];
    let number = done;
    for (; entries.length < perRequest && number < subjects; number += 1) {
      if (number % 10 < 7) entries.push(...grave(device, number));
      else entries.push(missingPerson(device, number, surnames));
    }
    await client.sendRaw('POST', '/api/entries', Buffer.from(JSON.stringify({ entries })));
    done = number;
    onProgress(done);
  }
  return surnames;
}

/** A grave; every eighth with a name on its marker, every twentieth opened, and those of the last hundredth emptied. */
function grave(device: Device, number: number): WireEntry[] {
  const subject = randomUUID();
  const stage = number >= subjects * 0.99 ? 'emptied' : number % 20 === 0 ? 'opened' : null;
  const { surname, given } = inventPerson(random, { sex: 'male', surname: random.pick(surnamePool), birthYear: 1950 }).uk;
  return [
    device.grave(String(number), subject),
    ...(number % 8 === 0 ? [device.state('grave', subject, { type: 'grave.marker_transcribed', basis: 'observed', markerType: 'wooden_cross', markerName: { text: `${surname} ${given}` }, synthetic: true })] : []),
    ...(stage === null ? [] : [device.state('grave', subject, { type: `grave.${stage}`, basis: 'observed', stage, synthetic: true })]),
  ];
}

function missingPerson(device: Device, number: number, surnames: string[]): WireEntry {
  const { surname, given, patronymic } = inventPerson(random, { sex: number % 2 === 0 ? 'female' : 'male', surname: random.pick(surnamePool), birthYear: random.int(1940, 2000) }).uk;
  surnames.push(surname);
  return device.state('person', randomUUID(), {
    type: 'person.reported', basis: 'told', code: `AM-${String(number).padStart(6, '0')}`, informant: { relation: 'sister' },
    names: [{ kind: 'as_said', script: 'Cyrl', surname, given, patronymic }], synthetic: true,
  });
}

/** Waits until the register has folded the newest entry; the list then counts every subject. */
async function untilFolded(client: Client): Promise<void> {
  for (;;) {
    const [graves, persons] = await Promise.all(['grave', 'person'].map((kind) => client.send<{ total: number }>('GET', `/api/subjects?kind=${kind}&limit=1`)));
    if ((graves?.total ?? 0) + (persons?.total ?? 0) >= subjects) return;
    await wait(500);
  }
}

/** Fifty users, each asking about once a second for a while; answers the time each request took. */
async function ask(client: Client, question: Question): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: users }, async () => {
    await wait(random.next() * 1000);
    while (performance.now() < end) {
      const start = performance.now();
      await client.sendRaw('GET', question(), null);
      times.push(performance.now() - start);
      await wait(500 + random.next() * 1000);
    }
  }));
  return times;
}

async function run(): Promise<void> {
  const folder = makeFolder();
  const rows: Record<string, Record<string, string | number>> = {};
  try {
    const installation = await startInstallation(folder, { wait: 'link' });
    try {
      const { client, account } = await firstAccount(installation);
      const device = await new Device(account, randomUUID()).enrol(client);
      const surnames = await fill(client, device, (done) => { if (done % 10_000 === 0) console.error(`${String(done)} of ${String(subjects)} subjects`); });
      await untilFolded(client);
      const number = (): number => Math.floor(random.next() * subjects);
      const surname = (): string => surnames[Math.floor(random.next() * surnames.length)] ?? '';
      const questions: Readonly<Record<string, Question>> = {
        'list, first page': () => `/api/subjects?kind=${number() % 2 === 0 ? 'grave' : 'person'}&limit=100`,
        'list by change': () => '/api/subjects?kind=grave&sort=-updated&limit=100',
        'list by name': () => '/api/subjects?kind=person&sort=title&limit=100',
        'list of a site, all kinds': () => `/api/subjects?scope=${device.scope}&sort=${number() % 2 === 0 ? 'title' : 'code'}&limit=100`,
        'filter by state, most': () => '/api/subjects?kind=grave&status=marked&limit=100',
        'filter by state, few at the end': () => '/api/subjects?kind=grave&status=emptied&limit=100',
        'filter by state and facet': () => '/api/subjects?kind=grave&status=marked&facet.hasName=false&limit=100',
        'filter by facet, by name': () => '/api/subjects?kind=grave&facet.hasName=true&sort=title&limit=100',
        'filter by link': () => `/api/subjects?kind=grave&link.site=${device.scope}&sort=-updated&limit=100`,
        'filter by link, none': () => `/api/subjects?kind=person&link.site=${device.scope}&limit=100`,
        'search in a list': () => `/api/subjects?kind=person&q=${encodeURIComponent(surname())}&limit=100`,
        'search by name': () => `/api/search?q=${encodeURIComponent(surname())}`,
        'search by number': () => `/api/search?q=${String(number())}`,
      };
      for (const [name, question] of Object.entries(questions)) {
        await client.sendRaw('GET', question(), null);
        const times = await ask(client, question);
        rows[name] = { 'p50, ms': round(percentile(times, 0.5)), 'p95, ms': round(percentile(times, 0.95)), 'goal p95, ms': goalMs, requests: times.length };
      }
      client.close();
    } finally {
      await installation.stop();
    }
    printTable(`Among ${String(subjects)} subjects, ${String(users)} users each asking about once a second:`, rows);
    const start = performance.now();
    const { entries } = await runRebuild({ environment: {}, data: folder, log: () => undefined });
    const tookS = (performance.now() - start) / 1000;
    printTable('Rebuilding the register from the ledger (imena rebuild, start and stop of the database included):', { rebuild: { entries, seconds: round(tookS), 'entries/s': Math.round(entries / tookS) } });
  } finally {
    removeFolder(folder);
  }
}

await run();
