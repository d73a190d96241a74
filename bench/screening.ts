import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { FamilyTables, makeReferenceKernel, makeVectorKernel, prepareScreenMarkers, seededRandom, TableStore, type RemainsIndex } from '@imena/kinship';
import { bestSeconds, printTable, round } from './support/figures.ts';
import { drawScreenFamily, families, fusion6c } from './support/kinship-families.ts';
import { makeRemains, measureRates, onEachCore, type Measured } from './support/kernel-rates.ts';
import { comparePeers } from './support/peers-in-r.ts';
import { writeSyntheticScreen } from './support/synthetic-screen.ts';

const given = fusion6c();
const markers = prepareScreenMarkers(given, { outsideAllele: { kind: 'refuse' }, normalisation: 'asGiven' });
const remainsCount = 20_000;

function timeTables(remains: RemainsIndex): void {
  const random = seededRandom(20221);
  const rows: Record<string, Record<string, number | string>> = {};
  for (const name of Object.keys(families)) {
    const made = Array.from({ length: 20 }, () => drawScreenFamily(name, markers, random));
    const codes = made.map((m) => Uint16Array.from(m.codes));
    const row: Record<string, number | string> = {};
    for (const theta of [0, 0.01]) {
      const room = { markers, remains, valueCount: 1 << 21 };
      const kernel = makeVectorKernel(room) ?? makeReferenceKernel(room);
      const store = new TableStore(kernel.values, remains);
      const tables = new FamilyTables({ markers, theta, store, machine: kernel.machine, remains });
      const shape = tables.shapeOf(made[0]?.structure ?? { father: [], mother: [], sex: [], relatives: [], missing: 0 });
      const one = (c: Uint16Array): void => markers.forEach((_, m) => void tables.tableOf(shape, m, { codes: c, at: 0 }));
      const all = (): void => codes.forEach(one);
      // One family first: a shape that is not compiled takes seconds for twenty.
      one(codes[0] ?? new Uint16Array(0));
      const isGeneral = tables.made.general > 0;
      const label = theta === 0 ? 'made, us' : 'with theta 0.01, us';
      const anew = (): void => {
        store.forget();
        all();
      };
      row[label] = isGeneral ? 'general engine' : round((bestSeconds(anew, 250) / made.length) * 1e6);
      if (theta === 0) row['found again, us'] = isGeneral ? '-' : round((bestSeconds(all, 50) / made.length) * 1e6);
    }
    rows[name] = row;
  }
  printTable(`Tables of one missing person, ${markers.length} markers, unlumped stepwise mutation, all ${remains.offsets[remains.columns] ?? 0} observations of ${remains.count.toLocaleString('en')} remains:`, rows);
}

const titles: Readonly<Record<Measured, string>> = {
  bounded: 'first pass, without loss', whole: 'tables found again, first pass, survivors exact', exact64: 'every ratio written, double precision',
  exact32: 'every ratio written, single precision', 'bounded, reference': 'first pass, reference in TypeScript', plain: 'every ratio, plain TypeScript',
};

async function timeKernels(): Promise<void> {
  const alone = measureRates(markers, remainsCount, ['bounded', 'whole', 'exact64', 'exact32', 'plain', 'bounded, reference']);
  const threads = await Promise.all(
    Array.from({ length: 2 }, () => new Promise<Partial<Record<Measured, number>>>((resolve, reject) => {
      const thread = new Worker(new URL(import.meta.url));
      thread.once('message', resolve);
      thread.once('error', reject);
    })),
  );
  const rows = Object.fromEntries(
    (Object.keys(alone) as Measured[]).map((kind) => [
      titles[kind],
      { 'one core': round((alone[kind] ?? NaN) / 1e6), 'two cores': onEachCore.includes(kind) ? round(threads.reduce((sum, t) => sum + (t[kind] ?? NaN), 0) / 1e6) : '-' },
    ]),
  );
  printTable(`Million pairs a second, ${remainsCount.toLocaleString('en')} remains, ${markers.length} markers and sex, eight family shapes, threshold 1,000 (best of many; two threads at once for two cores):`, rows);
}

/** The command on files that it has not seen, as somebody would run it; `seconds` are those of the screen, without the start of node and of the program. */
async function timeFiles(missing: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'imena-bench-screen-'));
  const rows: Record<string, Record<string, number | string>> = {};
  try {
    const remainsFile = path.join(folder, 'remains.csv');
    const familiesFile = path.join(folder, 'families.csv');
    await writeSyntheticScreen({ remainsFile, familiesFile, markers: given, remains: remainsCount, missing, seed: 7, trueEvery: Math.max(1, Math.floor(missing / 10_000)) });
    const runs: readonly { readonly name: string; readonly args: readonly string[] }[] = [
      ...[...new Set([1, availableParallelism()])].map((n) => ({ name: n === 1 ? '1 thread' : `${n} threads`, args: ['--missing', familiesFile, '--workers', String(n)] })),
      ...(missing <= remainsCount
        ? [{ name: 'the same, theta 0.01', args: ['--missing', familiesFile, '--theta', '0.01'] }, { name: 'remains with each other', args: ['--direct'] }]
        : []),
    ];
    for (const { name, args } of runs) {
      const program = path.join(process.cwd(), 'bin', 'imena.mjs');
      const begun = performance.now();
      const run = spawnSync(process.execPath, [program, 'screen', '--json', '--remains', remainsFile, ...args, '--out', path.join(folder, 'hits.csv')], { encoding: 'utf8', maxBuffer: 1 << 26 });
      const whole = (performance.now() - begun) / 1000;
      if (run.status !== 0) throw new Error(run.stderr);
      const last = run.stdout.trim().split('\n').at(-1) ?? '';
      const { summary } = JSON.parse(last) as { summary: { seconds: number; cpuSeconds: number; pairs: number; survivors: number; hits: number; chancePairs: { expected: number | null }; peakMebibytes: number } };
      rows[name] = {
        seconds: round(summary.seconds, 2), 'with start of the program': round(whole, 2), 'processor seconds': round(summary.cpuSeconds, 2), 'million pairs a second': round(summary.pairs / summary.seconds / 1e6), 'survived the first pass': summary.survivors, found: summary.hits,
        'expected by chance': summary.chancePairs.expected === null ? '-' : Math.round(summary.chancePairs.expected), 'peak MiB': summary.peakMebibytes,
      };
    }
    printTable(`${remainsCount.toLocaleString('en')} remains x ${missing.toLocaleString('en')} missing persons from files (${Math.round(statSync(familiesFile).size / 2 ** 20)} MiB) to a sorted file:`, rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (isMainThread) {
  timeTables(makeRemains(remainsCount, markers, seededRandom(7)));
  await timeKernels();
  await timeFiles(20_000);
  // Half a gigabyte of files, and a minute.
  if (!process.argv.includes('--quick')) await timeFiles(1_000_000);
  comparePeers();
  console.log(`Most memory held: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB; processor time ${round(process.cpuUsage().user / 1e6)} s.`);
} else parentPort?.postMessage(measureRates(markers, remainsCount, onEachCore));
