import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import {
  FamilyTables, indexRemains, kitMarkers, laneCount, makeReferenceKernel, makeVectorKernel, markersFrom, codeOfObservation, prepareScreenMarkers, Screen,
  shippedFrequencyTables, simulateFamily, stepwiseMutation, TableStore,
  type Candidates, type Individual, type Marker, type Pedigree, type RemainsIndex, type ScreenMarker,
} from '@imena/kinship';
import { makeRandom } from '@imena/synth';
import { printTable, round } from './support/figures.ts';
import { writeSyntheticScreen } from './support/synthetic-screen.ts';

const man = (id: string, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex: 'male' });
const woman = (id: string, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex: 'female' });
const nuclear = [man('F'), woman('M'), man('MP', 'F', 'M')];
const extended = [man('GF'), woman('GM'), man('F', 'GF', 'GM'), woman('M'), man('MP', 'F', 'M')];
const families: Readonly<Record<string, { readonly individuals: readonly Individual[]; readonly typed: readonly string[] }>> = {
  mother: { individuals: nuclear, typed: ['M'] },
  'father and mother': { individuals: nuclear, typed: ['F', 'M'] },
  'one sibling': { individuals: [...nuclear, woman('S', 'F', 'M')], typed: ['S'] },
  'mother and sibling': { individuals: [...nuclear, woman('S', 'F', 'M')], typed: ['M', 'S'] },
  'two siblings': { individuals: [...nuclear, woman('S', 'F', 'M'), man('T', 'F', 'M')], typed: ['S', 'T'] },
  'half sibling': { individuals: [...nuclear, man('F2'), woman('S', 'F2', 'M')], typed: ['S'] },
  'child and spouse': { individuals: [...nuclear, woman('W'), man('C', 'MP', 'W')], typed: ['C', 'W'] },
  'two children and spouse': { individuals: [...nuclear, woman('W'), man('C', 'MP', 'W'), woman('D', 'MP', 'W')], typed: ['C', 'D', 'W'] },
  uncle: { individuals: [...extended, man('U', 'GF', 'GM')], typed: ['U'] },
  'first cousin': { individuals: [...extended, man('U', 'GF', 'GM'), woman('A'), woman('C', 'U', 'A')], typed: ['C'] },
  'four siblings': { individuals: [...nuclear, ...['S', 'T', 'U', 'V'].map((id) => man(id, 'F', 'M'))], typed: ['S', 'T', 'U', 'V'] },
};

function fusion6c(): Marker[] {
  const table = shippedFrequencyTables().find((t) => t.id === 'nist1036-2017-cauc');
  if (table === undefined) throw new Error('the NIST table is not shipped');
  return markersFrom({ table, mutation: stepwiseMutation, names: kitMarkers()['PowerPlex Fusion 6C'] ?? [] }).map((m) => {
    const seen = m.alleles.flatMap((allele, i) => ((m.freqs[i] ?? 0) > 0 ? [{ allele, p: m.freqs[i] ?? 0 }] : []));
    const sum = seen.reduce((x, s) => x + s.p, 0);
    return { ...m, alleles: seen.map((s) => s.allele), freqs: seen.map((s) => s.p / sum) };
  });
}

const given = fusion6c();
const markers = prepareScreenMarkers(given, { outsideAllele: { kind: 'refuse' }, normalisation: 'asGiven' });
const random = makeRandom(20221).next;

function makeRemains(count: number): RemainsIndex {
  const one: Pedigree = { name: 'one', individuals: [man('R')] };
  const codes = new Uint16Array(count * markers.length);
  for (let r = 0; r < count; r++) {
    const profile = simulateFamily({ pedigree: one, markers: given, random }).R ?? {};
    markers.forEach((m, i) => (codes[r * markers.length + i] = codeOfObservation(m, profile[m.name])));
  }
  return indexRemains(markers, codes, new Uint8Array(count).fill(1));
}

interface Made {
  readonly structure: Parameters<FamilyTables['shapeOf']>[0];
  readonly codes: number[];
}

function makeFamily({ individuals, typed }: { readonly individuals: readonly Individual[]; readonly typed: readonly string[] }): Made {
  const profiles = simulateFamily({ pedigree: { name: 'f', individuals }, markers: given, random });
  const at = (id: string | null): number => individuals.findIndex((i) => i.id === id);
  const relatives = individuals.flatMap((i, n) => (typed.includes(i.id) ? [n] : []));
  return {
    structure: { father: individuals.map((i) => at(i.father)), mother: individuals.map((i) => at(i.mother)), sex: individuals.map((i) => i.sex), relatives, missing: at('MP') },
    codes: relatives.flatMap((r) => markers.map((m: ScreenMarker) => codeOfObservation(m, profiles[individuals[r]?.id ?? '']?.[m.name]))),
  };
}

/** Best of many: the machine may be busy. */
function bestSeconds(action: () => void, forMs = 600): number {
  let best = Infinity;
  const until = performance.now() + forMs;
  do {
    const start = performance.now();
    action();
    best = Math.min(best, performance.now() - start);
  } while (performance.now() < until);
  return best / 1000;
}

function timeTables(remains: RemainsIndex): void {
  const rows: Record<string, Record<string, number>> = {};
  for (const [name, family] of Object.entries(families)) {
    const made = Array.from({ length: 20 }, () => makeFamily(family));
    const kernel = makeVectorKernel({ markers, remains, valueCount: 1 << 21 }) ?? makeReferenceKernel({ markers, remains, valueCount: 1 << 21 });
    const store = new TableStore(kernel.values, remains);
    const tables = new FamilyTables({ markers, theta: 0, store, machine: kernel.machine, remains });
    const shape = tables.shapeOf(made[0]?.structure ?? { father: [], mother: [], sex: [], relatives: [], missing: 0 });
    const codes = made.map((m) => Uint16Array.from(m.codes));
    const all = (): void => codes.forEach((c) => markers.forEach((_, m) => void tables.tableOf(shape, m, { codes: c, at: 0 })));
    all();
    const cold = bestSeconds(() => {
      store.forget();
      all();
    });
    const warm = bestSeconds(all, 100);
    rows[name] = { 'made, us': round((cold / made.length) * 1e6), 'found again, us': round((warm / made.length) * 1e6) };
  }
  printTable(`Tables of one missing person, ${markers.length} markers, unlumped stepwise mutation, all ${remains.offsets[remains.columns] ?? 0} observations of the remains:`, rows);
}

function timeKernels(remains: RemainsIndex): void {
  const kernel = makeVectorKernel({ markers, remains, valueCount: 1 << 22 });
  const rows: Record<string, Record<string, number | string>> = {};
  const reference = makeReferenceKernel({ markers, remains, valueCount: 1 << 22 });
  for (const [name, one] of [['vector', kernel], ['reference', reference]] as const) {
    if (one === null) {
      rows[name] = { note: 'no WebAssembly SIMD here' };
      continue;
    }
    const screen = new Screen({ markers, remains, kernel: one, lnThreshold: Math.log(1000), theta: 0, sex: { error: 0.01, maleShare: 0.5 }, directError: 0.001 });
    const shapes = Object.values(families).slice(0, 8);
    const codes: number[] = [];
    const starts: number[] = [];
    const numbers: number[] = [];
    for (const family of shapes)
      for (let i = 0; i < laneCount; i++) {
        const made = makeFamily(family);
        numbers.push(screen.shapeOf(made.structure));
        starts.push(codes.length);
        codes.push(...made.codes);
      }
    const candidates: Candidates = { count: numbers.length, shapes: Int32Array.from(numbers), sexes: new Uint8Array(numbers.length).fill(1), starts: Int32Array.from(starts), codes: Uint16Array.from(codes) };
    const survivors = new Uint32Array(2 * remains.count);
    let seconds = 0;
    let whole = 0;
    shapes.forEach((_, s) => {
      const members = Int32Array.from({ length: laneCount }, (_x, i) => s * laneCount + i);
      const group = screen.groupOf(candidates, members);
      seconds += bestSeconds(() => one.bounded(group, survivors), name === 'vector' ? 150 : 10);
    });
    if (name === 'vector') whole = bestSeconds(() => screen.run(candidates, () => undefined));
    const pairs = candidates.count * remains.count;
    rows[`first pass, ${name}`] = { 'million pairs a second': round(pairs / seconds / 1e6), pairs };
    if (name === 'vector') rows['tables found again, first pass, survivors exact'] = { 'million pairs a second': round(pairs / whole / 1e6), pairs };
    if (kernel === null || name !== 'vector') continue;
    const group = screen.groupOf(candidates, Int32Array.from({ length: laneCount }, (_x, i) => i));
    const lanes = (n: number): Int32Array => Int32Array.from({ length: remains.columns * n }, (_x, i) => group.places[Math.floor(i / n) * laneCount + (i % n)] ?? 0);
    const [eight, sixteen] = [lanes(8), lanes(16)];
    let sum = 0;
    const read = (_first: number, sums: Float64Array | Float32Array): void => void (sum += sums[0] ?? 0);
    rows['every ratio written, double precision'] = { 'million pairs a second': round((8 * remains.count) / bestSeconds(() => kernel.exact64(eight, read)) / 1e6), pairs: 8 * remains.count };
    rows['every ratio written, single precision'] = { 'million pairs a second': round((16 * remains.count) / bestSeconds(() => kernel.exact32(sixteen, read)) / 1e6), pairs: 16 * remains.count };
    const { rows: entries, columns, count } = remains;
    const plain = bestSeconds(() => {
      for (let r = 0; r < count; r++) {
        let one64 = 0;
        for (let c = 0; c < columns; c++) one64 += kernel.values[(group.places[c * laneCount] ?? 0) + (entries[r * columns + c] ?? 0) - (remains.offsets[c] ?? 0)] ?? 0;
        sum += one64;
      }
    });
    rows['every ratio, plain TypeScript'] = { 'million pairs a second': round(count / plain / 1e6), pairs: count };
    if (Number.isNaN(sum)) throw new Error('not a number');
  }
  printTable(`Pairs on one core, ${remains.count} remains, ${markers.length} markers and sex, eight family shapes, threshold 1,000 (best of many):`, rows);
}

async function timeFiles(missing: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'imena-bench-screen-'));
  const rows: Record<string, Record<string, number | string>> = {};
  try {
    const remainsFile = path.join(folder, 'remains.csv');
    const familiesFile = path.join(folder, 'families.csv');
    await writeSyntheticScreen({ remainsFile, familiesFile, markers: given, remains: 20_000, missing, seed: 7, trueEvery: Math.max(1, Math.floor(missing / 10_000)) });
    for (const workers of [...new Set([1, availableParallelism()])]) {
      const out = path.join(folder, `hits-${workers}.csv`);
      const program = path.join(process.cwd(), 'bin', 'imena.mjs');
      const run = spawnSync(process.execPath, [program, 'screen', '--json', '--remains', remainsFile, '--missing', familiesFile, '--out', out, '--workers', String(workers)], { encoding: 'utf8', maxBuffer: 1 << 26 });
      if (run.status !== 0) throw new Error(run.stderr);
      const last = run.stdout.trim().split('\n').at(-1) ?? '';
      const { summary } = JSON.parse(last) as { summary: { seconds: number; pairs: number; survivors: number; hits: number; chancePairs: { expected: number }; peakMebibytes: number } };
      rows[`${workers} threads`] = {
        seconds: round(summary.seconds, 2), 'million pairs a second': round(summary.pairs / summary.seconds / 1e6), 'survived the first pass': summary.survivors, found: summary.hits,
        'expected by chance': Math.round(summary.chancePairs.expected), 'peak MiB': summary.peakMebibytes,
      };
    }
    printTable(`20,000 remains x ${missing.toLocaleString('en')} missing persons from files (${Math.round(statSync(familiesFile).size / 2 ** 20)} MiB) to a sorted file:`, rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tellOfR(): void {
  const found = spawnSync('Rscript', ['-e', 'library(pedprobr); library(forrel); library(dvir); cat("found")'], { encoding: 'utf8' });
  console.log(found.error === undefined && found.stdout.includes('found') ? 'R with pedprobr, forrel and dvir is here, but this benchmark does not call them yet: no ratio is printed.' : 'R with pedprobr, forrel and dvir was not found on this machine: no ratio to them is printed.');
}

const remains = makeRemains(20_000);
timeTables(remains);
timeKernels(remains);
await timeFiles(20_000);
if (process.argv.includes('--million')) await timeFiles(1_000_000);
tellOfR();
