import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { canonicalBytes } from '@imena/ledger';
import { defaultSettings, writeSettings } from '@imena/matching';
import { ProblemError } from '@imena/problem';
import { makeMatchingSet } from '@imena/synth';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call } from './command.ts';
import { matchInThreads } from './match/match-in-threads.ts';
import { runCli } from './run-cli.ts';

let folder = '';
/** The program of the other threads. */
const program = (): string => path.join(folder, 'worker.mjs');

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'imena-match-'));
  const { missing, remains } = makeMatchingSet({ seed: 5, reports: 60, remains: 20 });
  writeFileSync(path.join(folder, 'missing.jsonl'), missing.map((row) => JSON.stringify(row)).join('\n'));
  writeFileSync(path.join(folder, 'remains.jsonl'), remains.map((row) => JSON.stringify(row)).join('\n'));
  writeFileSync(path.join(folder, 'bad.jsonl'), '{"id":"PM-1"}\n\n{"id":"PM-2","stature_cm":"tall"}\n');
  writeFileSync(path.join(folder, 'twice.jsonl'), '{"id":"PM-1"}\n{"id":"PM-1"}\n');
  await build({ entryPoints: [path.join(import.meta.dirname, 'worker.ts')], bundle: true, platform: 'node', format: 'esm', outfile: program(), conditions: ['imena-source'], logLevel: 'error' });
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

async function imena(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(['match', ...args], { environment: {}, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
}

test('prints one line of ranked candidates for each remains, with probabilities in falling order, the same each time', async () => {
  const files = ['--missing', path.join(folder, 'missing.jsonl'), '--remains', path.join(folder, 'remains.jsonl')];
  const first = await imena(...files);
  expect(first.code).toBe(0);
  const lines = first.out.map((line) => JSON.parse(line) as { pm?: string; candidates?: { am: string; p: number }[]; links?: string[] });
  expect(lines.filter(({ pm }) => pm !== undefined)).toHaveLength(20);
  for (const { candidates = [] } of lines) {
    expect(candidates.map(({ p }) => p)).toEqual(candidates.map(({ p }) => p).sort((a, b) => b - a));
    expect(candidates.every(({ p }) => p >= 0 && p <= 1)).toBe(true);
  }
  expect((await imena(...files)).out).toEqual(first.out);
  const run = JSON.parse(first.out.at(-1) ?? '') as { run: { prior: string; onList: number; linkFrom: number; nameModel: string; learned: Record<string, number> } };
  expect(run.run.prior).toBe('imena-match-prior/3');
  expect(run.run.onList).toBeGreaterThan(0);
  for (const { candidates = [], links = [] } of lines) expect(links).toEqual(candidates.filter(({ p }) => p >= run.run.linkFrom).map(({ am }) => am));
  expect(Object.keys(run.run.learned)).toContain('markerOfListed');
});

test('a row that cannot be read is named by file, line and field, and so is a repeated id', async () => {
  const missing = ['--missing', path.join(folder, 'missing.jsonl'), '--remains'];
  const bad = await imena(...missing, path.join(folder, 'bad.jsonl'));
  expect(bad.code).toBe(1);
  expect(bad.out).toEqual([]);
  for (const part of ['bad.jsonl', '3', 'stature_cm']) expect(bad.err.join('\n')).toContain(part);
  const twice = await imena(...missing, path.join(folder, 'twice.jsonl'));
  expect(twice.code).toBe(1);
  expect(twice.err.join('\n')).toContain('PM-1');
  expect((await imena(...missing, path.join(folder, 'nowhere.jsonl'))).code).toBe(1);
});

test('called wrongly it says how it is called', async () => {
  expect((await imena('--missing', 'x')).code).toBe(2);
  expect((await imena('--missing', 'x', '--remains', 'y', '--duplicates')).code).toBe(2);
});

test('a list in another encoding is refused by file and row; a byte order mark, line ends of Windows and separators inside a text are no fault', async () => {
  const file = (name: string): string => path.join(folder, name);
  const rows = '{"id":"PM-1","place":"поле\u2028край"}\n{"id":"PM-2","place":"поле"}\n';
  writeFileSync(file('plain.jsonl'), rows);
  writeFileSync(file('marked.jsonl'), `\uFEFF${rows.replaceAll('\n', '\r\n')}`);
  writeFileSync(file('other.jsonl'), Buffer.concat([Buffer.from('{"id":"PM-1"}\n{"id":"PM-2","place":"'), Buffer.from([0xef, 0xee, 0xeb, 0xe5]), Buffer.from('"}\n')]));
  const missing = ['--missing', file('missing.jsonl'), '--remains'];
  const plain = await imena(...missing, file('plain.jsonl'));
  expect(plain.code).toBe(0);
  expect((await imena(...missing, file('marked.jsonl'))).out).toEqual(plain.out);
  const other = await imena(...missing, file('other.jsonl'), '--language', 'uk');
  expect([other.code, other.out]).toEqual([1, []]);
  expect(other.err.join()).toMatch(/other\.jsonl, рядок 2: .*UTF-8/);
});

test('with reasons each candidate carries the weight of each kind of evidence, and they add up to its own', async () => {
  const { code, out } = await imena('--missing', path.join(folder, 'missing.jsonl'), '--remains', path.join(folder, 'remains.jsonl'), '--most', '3', '--reasons');
  expect(code).toBe(0);
  const [first] = out.map((line) => JSON.parse(line) as { candidates?: { log10Lr: number; kinds: { kind: string; log10Lr: number }[] }[] });
  expect(first?.candidates).toHaveLength(3);
  for (const { log10Lr, kinds } of first?.candidates ?? []) {
    expect(kinds.map(({ kind }) => kind)).toContain('name');
    expect(Math.abs(kinds.reduce((sum, kind) => sum + kind.log10Lr, 0) - log10Lr)).toBeLessThan(0.01);
  }
});

test('DNA of imena screen, kinds left out, older burials: each changes what it should, and the lines of the scorer stay', async () => {
  const file = (name: string): string => path.join(folder, name);
  const lists = ['--missing', file('missing.jsonl'), '--remains', file('remains.jsonl')];
  const plain = await imena(...lists);
  const first = JSON.parse(plain.out[0] ?? '') as { pm: string; candidates: { am: string }[] };
  const last = first.candidates.at(-1)?.am ?? '';
  writeFileSync(file('dna.csv'), `remains,family,missing,log10_lr,markers,alike\n${first.pm},F-1,${last},15.500000,21,\nnowhere,F-2,${last},4.0,20,\n`);
  writeFileSync(file('dna.jsonl'), `${JSON.stringify({ remains: first.pm, family: 'F-1', missing: last, log10Lr: 15.5, markers: 21, alike: [] })}\n`);
  const csv = await imena(...lists, '--dna', file('dna.csv'), '--reasons', '--most', '3');
  const top = (JSON.parse(csv.out[0] ?? '') as { candidates: { am: string; p: number; kinds: { kind: string; log10Lr: number }[] }[] }).candidates[0];
  expect(top?.am).toBe(last);
  expect(top?.kinds.find(({ kind }) => kind === 'dna')?.log10Lr).toBe(15.5);
  expect(csv.err.join('\n')).toContain('nowhere');
  expect((await imena(...lists, '--dna', file('dna.jsonl'), '--reasons', '--most', '3')).out[0]).toBe(csv.out[0]);
  expect((await imena(...lists, '--dna', file('dna.csv'), '--without', 'dna')).out).toEqual(plain.out);
  expect((await imena(...lists, '--without', 'name,clothing')).out).not.toEqual(plain.out);
  expect((await imena(...lists, '--without', 'aura')).code).toBe(1);
  expect((await imena(...lists, '--no-prior')).out).not.toEqual(plain.out);
  writeFileSync(file('occupied.jsonl'), `${JSON.stringify({ am: last, by: 'invented office', ground: 'recognition' })}\n`);
  const occupied = await imena(...lists, '--dna', file('dna.csv'), '--occupied', file('occupied.jsonl'));
  expect(JSON.parse(occupied.out.find((line) => line.startsWith('{"occupied"')) ?? '')).toMatchObject({ occupied: { am: last, pm: null, ground: 'recognition', by: 'invented office' }, prior: 0.85, contradicted_by: [{ pm: first.pm }] });
  writeFileSync(file('bad-occupied.jsonl'), '{"am":"AM-1","p":2}\n');
  const bad = await imena(...lists, '--occupied', file('bad-occupied.jsonl'));
  expect([bad.code, bad.err.join()]).toEqual([1, expect.stringContaining('0 < p < 1')]);
});

test('fields that are not used are told with how often, and a value that is not understood too; nothing stops', async () => {
  const file = path.join(folder, 'more.jsonl');
  writeFileSync(file, '{"id":"PM-1","height":180,"hair":"кучеряве"}\n{"id":"PM-2","height":170,"hair":"русяве"}\n');
  const { code, out, err } = await imena('--missing', path.join(folder, 'missing.jsonl'), '--remains', file);
  expect([code, out.filter((line) => line.startsWith('{"pm"')).length]).toEqual([0, 2]);
  expect(err.join('\n')).toMatch(/height is not used \(lines: 2/u);
  expect(err.join('\n')).toMatch(/in hair, not understood and without weight: кучеряве \(lines: 1, the first 1\)/u);
});

test('what is told of many rows is told once for a field, with some of the values', async () => {
  const file = path.join(folder, 'future.jsonl');
  writeFileSync(file, Array.from({ length: 30 }, (_, i) => `{"id":"PM-${i}","death_date":"2931-01-${String(1 + i).padStart(2, '0')}"}`).join('\n'));
  const { err } = await imena('--missing', path.join(folder, 'missing.jsonl'), '--remains', file);
  expect(err.filter((line) => line.includes('death_date'))).toEqual([expect.stringMatching(/in death_date, a day in the future, used as written: 2931-01-01, .*2931-01-12 and 18 more \(lines: 30, the first 1\)\.$/u)]);
});

test('the command as people call it, in a thread of its own, gives the same lines and ends the same: done, refused or called wrongly', async () => {
  const called = async (...args: string[]): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> => new Promise((resolve) => {
    const child = execFile(process.execPath, [path.resolve(import.meta.dirname, '../../../bin/imena.mjs'), 'match', ...args], (_, out, err) => { resolve({ code: child.exitCode, out, err }); });
  });
  const lists = ['--missing', path.join(folder, 'missing.jsonl'), '--remains', path.join(folder, 'remains.jsonl')];
  const [here, there] = [await imena(...lists), await called(...lists)];
  expect([there.code, there.out]).toEqual([0, `${here.out.join('\n')}\n`]);
  const refused = await called('--missing', 'nowhere.jsonl', '--remains', 'nowhere.jsonl');
  expect([refused.code, refused.out, refused.err.includes('nowhere.jsonl')]).toEqual([1, '', true]);
  expect(await called('--missing')).toMatchObject({ code: 2, out: '' });
}, 60_000);

test('more threads give the same bytes as one', async () => {
  const { missing, remains } = makeMatchingSet({ seed: 8, reports: 1050, remains: 1020 });
  const files = { missing: path.join(folder, 'many-missing.jsonl'), remains: path.join(folder, 'many-remains.jsonl'), without: [], weights: null };
  // What other names and DNA bring is joined by whoever has the individual.
  const [named, read] = [missing.map((row, at) => (at % 50 === 0 ? { ...row, other_names: [missing[at + 1]?.name ?? ''] } : row)), remains.map((row, at) => (at % 40 === 0 ? { ...row, other_names: [missing[at]?.name ?? ''] } : row))];
  const dna = remains.flatMap(({ id }, at) => (at % 30 === 0 ? [{ remains: id, report: missing[(7 * at) % missing.length]?.id ?? '', log10Lr: 5 }] : []));
  writeFileSync(files.missing, named.map((row) => JSON.stringify(row)).join('\n'));
  writeFileSync(files.remains, read.map((row) => JSON.stringify(row)).join('\n'));
  const progress: string[] = [];
  const call: Call = { environment: {}, out: () => undefined, err: (line) => progress.push(line), language: 'en', isJson: false, positionals: [], text: () => undefined, flag: () => false };
  const answers = await Promise.all([1, 2, 3].map((workers) => matchInThreads(call, { files, workers, options: { dna }, workerFile: pathToFileURL(program()) })));
  const [one, ...more] = answers.map((ranked) => JSON.stringify([ranked, Array.from({ length: ranked.count }, (_, at) => ranked.candidatesOf(at))]));
  for (const other of more) expect(other).toBe(one);
  expect(progress.some((line) => /^Candidates and their persons: \d+ of 1020 compared, about \d+ s left\.$/u.test(line))).toBe(true);
}, 240_000);

/** What so many threads print of reports and remains, or what they refuse. */
async function told(files: { readonly missing: string; readonly remains: string }, workers: number): Promise<{ readonly err: string[]; readonly answer: unknown }> {
  const err: string[] = [];
  const call: Call = { environment: {}, out: () => undefined, err: (line) => err.push(line), language: 'en', isJson: false, positionals: [], text: () => undefined, flag: () => false };
  const answer: unknown = await matchInThreads(call, { files: { ...files, without: [], weights: null }, workers, options: {}, workerFile: pathToFileURL(program()) })
    .then((ranked) => Array.from({ length: ranked.count }, (_, at) => ranked.candidatesOf(at)), (error: unknown) => (error instanceof ProblemError ? error.problem : error));
  return { err: err.filter((line) => !line.includes('compared')), answer };
}

test('what rows of any part of the file say that is not used, and the first row that cannot be taken, is told as by one thread', async () => {
  const missing = path.join(folder, 'missing.jsonl');
  const row = (n: number, more = ''): string => `{"id":"PM-${n}"${more}}`;
  const rows = Array.from({ length: 24 }, (_, n) => row((7 * n) % 24, n % 3 === 0 ? `,"hair":"кучеряве ${n % 9}"` : n % 4 === 0 ? ',"height":170' : ''));
  const but = (changed: Readonly<Record<number, string>>): string => rows.map((line, n) => changed[n] ?? line).join('\n');
  const bad = '{"id":"PM-99","stature_cm":"tall"}';
  const lists: Readonly<Record<string, string | Buffer>> = {
    plain: but({}), spaced: but({ 4: '', 13: '  ', 22: '\u00a0' }), twiceAcross: but({ 20: row(0) }), twiceBeforeBad: but({ 17: row(0), 20: bad }), badBeforeTwice: but({ 3: bad, 20: row(0) }),
    badLate: but({ 23: bad, 14: bad }), notUtf8: Buffer.concat([Buffer.from(but({ 20: row(0) })), Buffer.from([10, 0x7b, 0xff])]), empty: '', shorterThanThreads: rows.slice(0, 2).join('\n'),
    tooLong: Buffer.concat([Buffer.from(`${but({ 9: bad })}\n`), Buffer.alloc(17 * 1024 * 1024, 'a')]), tooLongAlone: Buffer.concat([Buffer.from(`${but({})}\n`), Buffer.alloc(17 * 1024 * 1024, 'a')]),
  };
  const codes: unknown[] = [];
  for (const [name, text] of Object.entries(lists)) {
    const files = { missing, remains: path.join(folder, `${name}.jsonl`) };
    writeFileSync(files.remains, text);
    const [one, ...more] = [await told(files, 1), await told(files, 2), await told(files, 3)];
    for (const other of more) expect(other, name).toEqual(one);
    codes.push(Array.isArray(one.answer) ? one.answer.length : one.answer);
    if (name === 'plain') expect(one.err).toEqual([expect.stringContaining('last_seen'), expect.stringMatching(/hair.*кучеряве 0, кучеряве 3, кучеряве 6 \(lines: 8, the first 1\)/u), expect.stringMatching(/height is not used \(lines: 4, the first 5\)/u)]);
  }
  const refused = (code: string, row: number): unknown => expect.objectContaining({ code, place: expect.objectContaining({ row }) as unknown });
  expect(codes).toEqual([
    24, 21, refused('matching.id_twice', 21), refused('matching.id_twice', 18), refused('matching.row_unreadable', 4),
    refused('matching.row_unreadable', 15), refused('matching.id_twice', 21), 0, 2, refused('matching.row_unreadable', 10), refused('cli.line_too_long', 25),
  ]);
  const nowhere = { missing, remains: path.join(folder, 'nowhere.jsonl') };
  expect(await told(nowhere, 2)).toEqual(await told(nowhere, 1));
}, 120_000);

test('a thread that ends before its work is done is told in words, and nothing is answered', async () => {
  const files = { missing: path.join(folder, 'missing.jsonl'), remains: path.join(folder, 'remains.jsonl'), without: [], weights: null };
  const call: Call = { environment: {}, out: () => undefined, err: () => undefined, language: 'en', isJson: false, positionals: [], text: () => undefined, flag: () => false };
  const answer = (name: string, text: string): Promise<unknown> => {
    writeFileSync(path.join(folder, name), text);
    return matchInThreads(call, { files, workers: 2, options: {}, workerFile: pathToFileURL(path.join(folder, name)) });
  };
  const atWork = answer('at-work.mjs', "import { parentPort } from 'node:worker_threads';\nimport './worker.mjs';\nparentPort.once('message', () => process.exit(3));\n");
  await expect(atWork).rejects.toMatchObject({ problem: { code: 'cli.thread_ended', details: { reason: 'exit 3' } } });
  await expect(answer('at-once.mjs', 'process.exit(4);\n')).rejects.toMatchObject({ problem: { code: 'cli.thread_ended', details: { reason: 'exit 4' } } });
  await expect(answer('fault.mjs', "throw new Error('a fault of its own');\n")).rejects.toThrow('a fault of its own');
});

test('weights that the application gave out are used as they stand: nothing is learned, the run names them, and changed numbers are refused', async () => {
  const written = { ...writeSettings(defaultSettings()), placeSame: '0.9' };
  const weights = { schema: 'imena-weights/1', origin: 'learned', version: 'learned-test', digest: createHash('sha256').update(canonicalBytes(written)).digest('hex'), settings: written };
  const file = path.join(folder, 'weights.json');
  writeFileSync(file, JSON.stringify(weights));
  const lists = ['--missing', path.join(folder, 'missing.jsonl'), '--remains', path.join(folder, 'remains.jsonl')];
  const { code, out } = await imena(...lists, '--settings', file, '--reasons');
  expect(code).toBe(0);
  expect(JSON.parse(out.at(-1) ?? '')).toMatchObject({ run: { weights: 'learned-test', settings: { placeSame: 0.9 } } });
  const documented = await imena(...lists, '--reasons');
  expect(out.slice(0, -1)).not.toEqual(documented.out.slice(0, -1));
  writeFileSync(file, JSON.stringify({ ...weights, settings: { ...written, placeSame: '0.8' } }));
  const changed = await imena(...lists, '--settings', file);
  expect([changed.code, changed.err.join(' ').includes('learned-test')]).toEqual([1, true]);
});
