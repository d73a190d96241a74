import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

let folder = '';
const at = (name: string): string => path.join(folder, name);

const mutation = { model: 'stepwise', rate: 0.001, rate2: 1e-6, range: 0.1 };
const marker = { name: 'TH01', chrom: 'autosomal', alleles: ['8', '9', '9.3'], freqs: [0.25, 0.25, 0.5], mutation: { female: mutation, male: mutation } };
const family = [
  { id: 'F', father: null, mother: null, sex: 'male' }, { id: 'M', father: null, mother: null, sex: 'female', profile: 'M' },
  { id: 'C', father: 'F', mother: 'M', sex: 'female', profile: 'C' },
];
const trio = { schema: 'kinship-case/1', id: 'trio', category: 'a.likelihood', theta: 0.01, markers: [marker], pedigrees: [{ name: 'H1', individuals: family }], profiles: { M: { TH01: ['8', '9'] }, C: { TH01: ['9', '9.3'] } } };
const dvi = {
  ...trio, id: 'dvi', category: 'd.dvi', pedigrees: undefined, profiles: { 'PM/V1': { TH01: ['8', '9'] }, 'A/C': { TH01: ['9', '9.3'] } },
  dvi: { pm: [{ id: 'V1', sex: 'male', profile: 'PM/V1' }], am: [{ name: 'A', individuals: [{ id: 'Missing F', father: null, mother: null, sex: 'male' }, { id: 'C', father: 'Missing F', mother: null, sex: 'female', profile: 'A/C' }] }], missing: ['Missing F'] },
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'imena-convert-'));
  writeFileSync(at('trio.json'), JSON.stringify(trio));
  writeFileSync(at('dvi.json'), JSON.stringify(dvi));
  writeFileSync(at('bad.ped'), 'F 1 0 0 1 0\nF 2 0 0\n');
  writeFileSync(at('broken.json'), '{"schema":"kinship-case/1"}');
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

async function convert(...args: string[]): Promise<{ code: number; err: string }> {
  const err: string[] = [];
  const code = await runCli(['convert', ...args], { environment: {}, out: () => undefined, err: (line) => err.push(line) });
  return { code, err: err.join('\n') };
}

const json = (name: string): Record<string, unknown> => JSON.parse(readFileSync(at(name), 'utf8')) as Record<string, unknown>;

test('a case goes into .fam and comes back with the same family, profiles, frequencies, theta and mutation', async () => {
  expect(await convert(at('trio.json'), at('trio.fam'))).toEqual({ code: 0, err: '' });
  expect((await convert(at('trio.fam'), at('back.json'))).code).toBe(0);
  const { markers, pedigrees, profiles, theta } = json('back.json');
  expect({ markers, theta }).toEqual({ markers: [marker], theta: 0.01 });
  expect(profiles).toEqual(trio.profiles);
  expect(pedigrees).toEqual([{ name: 'H1', individuals: family }]);
});

test('a case with remains and families goes into the DVI part of .fam and comes back', async () => {
  expect((await convert(at('dvi.json'), at('dvi.fam'))).code).toBe(0);
  expect((await convert(at('dvi.fam'), at('dvi-back.json'))).code).toBe(0);
  expect(json('dvi-back.json')['dvi']).toEqual(dvi.dvi);
});

test('GEDCOM and PED carry the family, and what they do not hold is told', async () => {
  const gedcom = await convert(at('trio.json'), at('trio.ged'), '--gedcom', '5.5.1');
  expect([gedcom.code, gedcom.err]).toEqual([0, expect.stringContaining('Genotypes')]);
  expect((await convert(at('trio.ged'), at('from-ged.json'))).code).toBe(0);
  expect(json('from-ged.json')['pedigrees']).toEqual([{ name: 'trio', individuals: family.map(({ id, father, mother, sex }) => ({ id, father, mother, sex })) }]);
  expect((await convert(at('trio.json'), at('trio.ped'))).code).toBe(0);
  expect((await convert(at('trio.ped'), at('from-ped.json'))).code).toBe(0);
  expect(json('from-ped.json')['profiles']).toEqual({ 'H1/M': { TH01: ['8', '9'] }, 'H1/C': { TH01: ['9', '9.3'] } });
});

test('while there are errors nothing is written, and no file is written over', async () => {
  expect((await convert(at('bad.ped'), at('bad.json'))).code).toBe(1);
  expect(existsSync(at('bad.json'))).toBe(false);
  expect((await convert(at('bad.ped'), at('bad.json'), '--despite-errors')).code).toBe(0);
  expect((await convert(at('trio.json'), at('trio.json'))).code).toBe(1);
  expect(json('trio.json')).toEqual(trio);
});

test('a wrong call, a missing file and a case that is none are refused', async () => {
  expect((await convert(at('trio.json'))).code).toBe(2);
  expect((await convert(at('trio.json'), at('trio.doc'))).code).toBe(2);
  expect((await convert(at('nothing.fam'), at('x.json'))).code).not.toBe(0);
  expect((await convert(at('broken.json'), at('x.fam'))).code).toBe(1);
});
