import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultPolicies, prepareMissingPerson, scoreRemains, simulateFamily, type Pedigree, type Profile } from '@imena/kinship';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { loadFrequencies, defaultFrequencies } from './load-frequencies.ts';
import { runScreen } from './run-screen.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'imena-screen-'));
const file = (name: string): string => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

async function imena(...args: readonly string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(['screen', '--workers', '1', ...args], { environment: {}, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const names = ['D3S1358', 'TH01', 'D21S11', 'D18S51', 'FGA', 'vWA', 'D8S1179', 'D16S539', 'D5S818', 'D13S317', 'D7S820', 'CSF1PO'];
const header = names.flatMap((n) => [`${n} 1`, `${n}_2`]).join();
const cells = (profile: Profile | undefined): string => names.map((n) => `${profile?.[n]?.[0] ?? ''},${profile?.[n]?.[1] ?? ''}`).join();
const families: { pedigree: Pedigree; profiles: Record<string, Profile> }[] = [];
const remains: Profile[] = [];

beforeAll(async () => {
  const { markers } = await loadFrequencies(defaultFrequencies, { mutation: 'stepwise', normalisation: 'asGiven' });
  const random = seeded(77);
  const lines = [`family,person,father,mother,sex,missing,${header}`];
  const rows = [`sample,sex,${header}`];
  for (let f = 0; f < 40; f++) {
    const typed = f % 2 === 0 ? ['M', 'S'] : ['M'];
    const pedigree: Pedigree = {
      name: `synthetic ${f}`,
      individuals: [
        { id: 'F', father: null, mother: null, sex: 'male' }, { id: 'M', father: null, mother: null, sex: 'female' },
        { id: 'P', father: 'F', mother: 'M', sex: 'male' }, { id: 'B', father: 'F', mother: 'M', sex: 'male' }, { id: 'S', father: 'F', mother: 'M', sex: 'female' },
      ].map((i) => (typed.includes(i.id) ? { ...i, profile: i.id } : i)) as Pedigree['individuals'],
    };
    const profiles = simulateFamily({ pedigree, markers: markers.filter((m) => names.includes(m.name)), random });
    families.push({ pedigree, profiles });
    if (f < 15) remains.push(profiles.P ?? {});
    for (const i of pedigree.individuals)
      lines.push(`synthetic ${f},${i.id},${i.father ?? ''},${i.mother ?? ''},${i.sex},${i.id === 'P' || (f === 3 && i.id === 'B') ? 'yes' : ''},${typed.includes(i.id) ? cells(profiles[i.id]) : cells(undefined)}`);
  }
  remains.forEach((p, r) => rows.push(`R${r},,${cells(p)}`));
  writeFileSync(file('families.csv'), `${lines.join('\r\n')}\r\n`);
  writeFileSync(file('remains.csv'), rows.join('\n'));
});

const settingsOf = (threshold: number) => ({
  remains: file('remains.csv'), against: file('families.csv'), mode: 'families', frequencies: defaultFrequencies, mutation: 'stepwise', policies: defaultPolicies,
  singleAllele: 'one-known', threshold, theta: 0, sexError: 0.01, maleShare: 0.5, directError: 0.001, out: null, format: 'csv', begin: 'ask', exclusions: null,
} as const);

const base = (): string[] => ['--remains', file('remains.csv'), '--missing', file('families.csv')];

describe('imena screen', () => {
  it('finds every pair above the threshold with the ratio of a single calculation, the strongest first', async () => {
    const { code, out } = await imena(...base(), '--threshold', '50', '--format', 'jsonl');
    expect(code).toBe(0);
    const hits = out.map((line) => JSON.parse(line) as { remains: string; family: string; missing: string; log10Lr: number; alike: string[] });
    const { markers } = await loadFrequencies(defaultFrequencies, { mutation: 'stepwise', normalisation: 'asGiven' });
    const used = markers.filter((m) => names.includes(m.name));
    const expected = new Map<string, number>();
    families.forEach(({ pedigree, profiles }, f) => {
      for (const missing of f === 3 ? ['P', 'B'] : ['P']) {
        const prepared = prepareMissingPerson({ pedigree, missing, profiles, markers: used });
        remains.forEach((p, r) => {
          const log10 = scoreRemains(prepared, p).lnLr / Math.LN10;
          if (log10 >= Math.log10(50)) expected.set(`R${r}/synthetic ${f}/${missing}`, log10);
        });
      }
    });
    expect(hits.map((h) => `${h.remains}/${h.family}/${h.missing}`).sort()).toEqual([...expected.keys()].sort());
    for (const h of hits) expect(Math.abs(h.log10Lr - (expected.get(`${h.remains}/${h.family}/${h.missing}`) ?? NaN))).toBeLessThan(1e-9);
    expect(hits.every((h, i) => i === 0 || (hits[i - 1]?.log10Lr ?? 0) >= h.log10Lr)).toBe(true);
    expect(hits.length).toBeGreaterThan(10);
    const brothers = hits.filter((h) => h.family === 'synthetic 3' && h.remains === 'R3');
    expect(brothers.map((h) => [h.missing, h.alike])).toEqual([['P', ['B']], ['B', ['P']]]);
  });

  it('gives the same bytes however the file is divided', async () => {
    const whole = await imena(...base(), '--threshold', '10');
    for (const size of ['700', '3000', '9999']) expect((await imena(...base(), '--threshold', '10', '--chunk-size', size)).out).toEqual(whole.out);
    expect(whole.out.length).toBeGreaterThan(15);
  });

  it('gives the same bytes with one, two and three threads, also when it is killed and resumed with another number of them', async () => {
    await build({ entryPoints: { worker: path.join(import.meta.dirname, '../worker.ts'), main: path.join(import.meta.dirname, 'run-screen.ts') }, outdir: folder, outExtension: { '.js': '.mjs' }, bundle: true, format: 'esm', platform: 'node', conditions: ['imena-source'], logLevel: 'silent' });
    const whole = await imena(...base(), '--threshold', '10');
    const settings = { ...settingsOf(10), chunkSize: 1500, workerFile: pathToFileURL(file('worker.mjs')) };
    for (const workers of [2, 3]) {
      const lines: string[] = [];
      const summary = await runScreen({ ...settings, workers, signal: new AbortController().signal, writeLine: (line) => lines.push(line), onProgress: () => undefined });
      expect(lines).toEqual(whole.out);
      expect(summary.hits).toBe(lines.length - 1);
    }
    // A process of its own with two threads, killed by itself, as by the system, once some chunks are done.
    writeFileSync(file('killed.mjs'), `
      import { runScreen } from './main.mjs';
      const settings = ${JSON.stringify({ ...settings, out: file('killed.csv'), workers: 2 })};
      await runScreen({ ...settings, workerFile: new URL(${JSON.stringify(settings.workerFile.href)}), signal: new AbortController().signal, writeLine: () => undefined,
        onProgress: ({ done }) => { if (done === 4) process.kill(process.pid, 'SIGKILL'); } });`);
    const killed = spawnSync(process.execPath, [file('killed.mjs')], { encoding: 'utf8' });
    expect([killed.signal, killed.stderr]).toEqual(['SIGKILL', '']);
    expect(existsSync(file('killed.csv'))).toBe(false);
    const progress: number[] = [];
    await runScreen({ ...settings, out: file('killed.csv'), workers: 3, begin: 'resume', signal: new AbortController().signal, writeLine: () => undefined, onProgress: ({ fresh }) => progress.push(fresh) });
    expect(readFileSync(file('killed.csv'), 'utf8').trimEnd().split('\n')).toEqual(whole.out);
    expect(Math.max(...progress)).toBeLessThanOrEqual(Math.ceil(statSync(file('families.csv')).size / 1500) - 4);
  });

  it('says how many pairs of strangers reach the threshold by chance, never more than pairs / threshold', async () => {
    const { out } = await imena(...base(), '--threshold', '20', '--json');
    const { summary } = JSON.parse(out.at(-1) ?? '') as { summary: { chancePairs: { expected: number; standardError: number; atMost: number }; pairs: number; missing: number } };
    expect(summary.missing).toBe(41);
    expect(summary.pairs).toBe(41 * 15);
    expect(summary.chancePairs.atMost).toBeCloseTo((41 * 15) / 20, 9);
    expect(summary.chancePairs.expected).toBeGreaterThan(0);
    expect(summary.chancePairs.expected).toBeLessThan(summary.chancePairs.atMost);
  });

  it('leaves out pairs excluded by a signed act, and refuses an exclusion that nobody signed', async () => {
    const all = await imena(...base(), '--threshold', '1000');
    const [remainsId, family, person] = (all.out[1] ?? '').split(',');
    writeFileSync(file('excluded.csv'), `remains,family,person,signed_by,signed_at\n${remainsId},${family},${person},synthetic examiner,2026-01-02\n`);
    const less = await imena(...base(), '--threshold', '1000', '--exclusions', file('excluded.csv'));
    expect(less.out).toEqual(all.out.filter((_, i) => i !== 1));
    writeFileSync(file('unsigned.csv'), `remains,family,person,signed_by,signed_at\n${remainsId},${family},${person},,2026-01-02\n`);
    const refused = await imena(...base(), '--exclusions', file('unsigned.csv'), '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out[0] ?? '')).toMatchObject({ problem: { code: 'screen.exclusion_unsigned', place: { row: 2 } } });
  });

  it('goes on after a cancelled run and after a torn line with what is done, and gives the same bytes', async () => {
    const settings = ['--threshold', '10', '--chunk-size', '2000'];
    await imena(...base(), ...settings, '--out', file('whole.csv'));
    const abort = new AbortController();
    const cancelled = runScreen({
      ...settingsOf(10), chunkSize: 2000, out: file('again.csv'), workers: 1, workerFile: new URL('file:///none'), signal: abort.signal,
      writeLine: () => undefined, onProgress: ({ done }) => {
        if (done === 3) abort.abort();
      },
    });
    await expect(cancelled).rejects.toMatchObject({ problem: { code: 'screen.cancelled_resumable' } });
    const journal = readFileSync(`${file('again.csv')}.part`, 'utf8');
    expect(journal.split('\n')).toHaveLength(5);
    // As a crash leaves it: the last line half written.
    const torn = journal.slice(0, -40);
    writeFileSync(`${file('again.csv')}.part`, torn.replace('"chunk":1', '"chunk":1e'));
    const other = await imena(...base(), '--threshold', '11', '--chunk-size', '2000', '--out', file('again.csv'), '--resume', '--json');
    expect(JSON.parse(other.out[0] ?? '')).toMatchObject({ problem: { code: 'screen.resume_other' } });
    const asked = await imena(...base(), ...settings, '--out', file('again.csv'), '--json');
    expect(JSON.parse(asked.out[0] ?? '')).toMatchObject({ problem: { code: 'screen.unfinished' } });
    expect((await imena(...base(), ...settings, '--out', file('again.csv'), '--resume')).code).toBe(0);
    expect(readFileSync(file('again.csv'), 'utf8')).toBe(readFileSync(file('whole.csv'), 'utf8'));
  });

  it('compares profiles with each other: the same person twice is one pair', async () => {
    const twice = [`sample,${header}`, ...remains.map((p, r) => `A${r},${cells(p)}`), `B4,${cells(remains[4])}`];
    writeFileSync(file('profiles.csv'), twice.join('\n'));
    const self = await imena('--remains', file('profiles.csv'), '--direct', '--threshold', '1000000');
    expect(self.out.slice(1).map((l) => l.split(',').slice(0, 2).join())).toEqual(['A4,B4']);
    // Of a pair of one file neither is first: an exclusion holds written either way round, and one of nobody is told.
    writeFileSync(file('apart.csv'), 'remains,family,person,signed_by,signed_at\nB4,,A4,Synthetic Analyst,2022-09-20\nC9,,A4,Synthetic Analyst,2022-09-20\n');
    const apart = await imena('--remains', file('profiles.csv'), '--direct', '--threshold', '1000000', '--exclusions', file('apart.csv'), '--json');
    expect(JSON.parse(apart.out.at(-1) ?? '')).toMatchObject({ summary: { hits: 0, excluded: 1, exclusions: { read: 2, unknownRemains: ['C9'] } } });
    writeFileSync(file('someday.csv'), 'remains,family,person,signed_by,signed_at\nB4,,A4,Synthetic Analyst,99\n');
    expect((await imena('--remains', file('profiles.csv'), '--direct', '--exclusions', file('someday.csv'))).code).toBe(1);
    writeFileSync(file('staff.csv'), `sample,${header}\nsynthetic examiner,${cells(remains[9])}\n`);
    const staff = await imena('--remains', file('profiles.csv'), '--direct', '--against', file('staff.csv'), '--threshold', '1000000');
    expect(staff.out.slice(1).map((l) => l.split(',').slice(0, 2).join())).toEqual(['A9,synthetic examiner']);
  });

  it('names file and row of what it refuses', async () => {
    const text = readFileSync(file('families.csv'), 'utf8').split('\r\n');
    const change = (row: number, how: (line: string) => string): string => text.map((line, i) => (i === row - 1 ? how(line) : line)).join('\r\n');
    const cases: readonly (readonly [string, string, number])[] = [
      [change(8, (l) => l.replace(/,(\d+)(\.\d)?,/, ',88,')), 'screen.allele', 8],
      [change(4, (l) => l.replace(',F,M,', ',X,M,')), 'screen.parent_unknown', 4],
      [change(4, (l) => l.replace(',F,M,', ',M,F,')), 'screen.parent_sex', 4],
      [change(5, (l) => l.replace(',male,', ',robot,')), 'screen.sex', 5],
      [change(9, (l) => l.replace(/^synthetic 1,/, ',')), 'screen.empty_cell', 9],
      [change(6, (l) => l.replace(',S,', ',B,')), 'screen.person_twice', 6],
      [change(4, (l) => l.replace(',yes,', ',perhaps,')), 'screen.status', 4],
      [[...text.slice(0, 6), ...text.slice(11, 16), ...text.slice(6, 11).map((l) => l.replace(/^synthetic 1,/, 'synthetic 0,'))].join('\n'), 'screen.family_scattered', 12],
    ];
    for (const [changed, code, row] of cases) {
      writeFileSync(file('changed.csv'), changed);
      const { out, code: exit } = await imena('--remains', file('remains.csv'), '--missing', file('changed.csv'), '--json');
      expect(exit).toBe(1);
      expect(JSON.parse(out[0] ?? '')).toMatchObject({ problem: { code, place: { file: file('changed.csv'), row } } });
    }
    expect((await imena('--remains', file('remains.csv'))).code).toBe(2);
    expect((await imena(...base(), '--threshold', 'much')).code).toBe(2);
  });

  it('adds alleles that the table lacks only with a frequency that was given', async () => {
    const changed = readFileSync(file('remains.csv'), 'utf8').replace(/^(R0,,)[^,]+,/m, '$145.3,');
    writeFileSync(file('rare.csv'), changed);
    const args = ['--remains', file('rare.csv'), '--missing', file('families.csv'), '--json'];
    expect(JSON.parse((await imena(...args)).out[0] ?? '')).toMatchObject({ problem: { code: 'screen.allele', details: { allele: '45.3' } } });
    const { out, code } = await imena(...args, '--min-frequency', '0.001');
    expect(code).toBe(0);
    expect(JSON.parse(out.at(-1) ?? '')).toMatchObject({ summary: { policies: { minimumFrequency: 0.001 }, applied: expect.arrayContaining([{ marker: 'D3S1358', code: 'outsideAllele', details: { allele: '45.3', frequency: 0.001 } }]) as unknown } });
  });

  it('refuses by name a marker on a sex chromosome, and one whose silent allele it would pass over', async () => {
    const marker = { name: 'TH01', alleles: ['6', '7', '8', '9', '9.3', '10'], freqs: [0.2, 0.2, 0.2, 0.2, 0.1, 0.1] };
    const cases = [
      [{ ...marker, name: 'DXS10103' }, 'kinship.screening.x_marker'], [{ ...marker, name: 'DYS391' }, 'kinship.screening.y_marker'],
      [{ ...marker, chrom: 'X' }, 'kinship.screening.x_marker'], [{ ...marker, silent: '10' }, 'kinship.screening.silent_marker'], [{ ...marker, dropOut: 0.1 }, 'kinship.screening.silent_marker'],
    ] as const;
    for (const [held, code] of cases) {
      const columns = `${held.name} 1,${held.name} 2`;
      writeFileSync(file('table.json'), JSON.stringify({ id: 'synthetic', name: 'synthetic', source: 'test', licence: 'none', markers: [held] }));
      writeFileSync(file('one.csv'), `sample,${columns}\nR,6,7\n`);
      writeFileSync(file('other.csv'), `family,person,father,mother,sex,missing,${columns}\nsynthetic,M,,,F,,6,7\nsynthetic,P,,M,M,yes,,\n`);
      const { out } = await imena('--remains', file('one.csv'), '--missing', file('other.csv'), '--frequencies', file('table.json'), '--json');
      expect(JSON.parse(out[0] ?? '')).toMatchObject({ problem: { code, details: { marker: held.name } } });
    }
  });

  it('refuses remains and families in another encoding by their row', async () => {
    const name = Buffer.from([0xcf, 0xcf]);
    const inLatin = (source: string, from: string): Buffer => {
      const [before = '', ...after] = readFileSync(file(source), 'utf8').split(from);
      return Buffer.concat([Buffer.from(before), name, Buffer.from(after.join(from))]);
    };
    writeFileSync(file('other-remains.csv'), inLatin('remains.csv', 'R3'));
    writeFileSync(file('other-families.csv'), inLatin('families.csv', 'synthetic 2'));
    const remainsRefused = await imena('--remains', file('other-remains.csv'), '--missing', file('families.csv'));
    expect([remainsRefused.code, remainsRefused.err.join()]).toEqual([1, expect.stringMatching(/other-remains\.csv, row 5: .*UTF-8/)]);
    const familiesRefused = await imena('--remains', file('remains.csv'), '--missing', file('other-families.csv'));
    expect([familiesRefused.code, familiesRefused.err.join()]).toEqual([1, expect.stringMatching(/other-families\.csv, row 12: .*UTF-8/)]);
  });

  it('never puts the result in the place of an input, and names a result that cannot be written before it calculates', async () => {
    const before = readFileSync(file('remains.csv'));
    const own = await imena(...base(), '--out', file('remains.csv'));
    expect([own.code, own.err.join()]).toEqual([1, expect.stringContaining('remains.csv is one of the files to be read')]);
    expect(readFileSync(file('remains.csv'))).toEqual(before);
    for (const out of [folder, path.join(folder, 'nowhere', 'out.csv')]) {
      const { code, err } = await imena(...base(), '--out', out);
      expect([code, err]).toEqual([1, [expect.stringContaining(`${out} cannot be written`)]]);
    }
  });
});
