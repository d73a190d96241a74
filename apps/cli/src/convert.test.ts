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

test('what a case asks beyond the family comes back from JSON, and is told where another format has no place for it', async () => {
  const second = { ...marker, name: 'D5S818' };
  const linkage = { markers: ['TH01', 'D5S818'], rho: 0.1 };
  const asked = { ...trio, markers: [marker, second], linkage, typing: { M: { dropOut: 0.1 } }, pedigrees: [...trio.pedigrees, { name: 'H2', individuals: family.slice(0, 2) }] };
  writeFileSync(at('asked.json'), JSON.stringify(asked));
  expect(await convert(at('asked.json'), at('asked-back.json'))).toEqual({ code: 0, err: '' });
  expect(json('asked-back.json')).toMatchObject({ linkage: [{ markers: linkage.markers, rho: [{ female: 0.1, male: 0.1 }] }], typing: asked.typing });
  expect((await convert(at('asked.json'), at('asked.ped'), '--pedigree', 'H1')).err).toContain('pedigrees, theta, typing, linkage');
  writeFileSync(at('paired.json'), JSON.stringify({ ...dvi, dvi: { ...dvi.dvi, pairings: { V1: ['*'] } } }));
  expect((await convert(at('paired.json'), at('paired-back.json'))).err).toBe('');
  expect(json('paired-back.json')['dvi']).toMatchObject({ pairings: { V1: ['*'] } });
  expect((await convert(at('paired.json'), at('paired.fam'))).err).toContain('dvi.pairings');
});

test('markers of the X chromosome are told when .fam is written, and said when it is read', async () => {
  writeFileSync(at('x.json'), JSON.stringify({ ...trio, markers: [{ ...marker, chrom: 'X', mutation: null }] }));
  expect((await convert(at('x.json'), at('x.fam'))).err).toContain('--chromosome X');
  expect((await convert(at('x.fam'), at('x-back.json'), '--chromosome', 'X')).code).toBe(0);
  expect(json('x-back.json')['markers']).toMatchObject([{ chrom: 'X' }]);
  expect((await convert(at('x.fam'), at('y-back.json'), '--chromosome', 'Y')).code).toBe(2);
});

test('a case in another encoding is refused: half-read names could make one of two people', async () => {
  writeFileSync(at('cp1251.json'), Buffer.from([0x7b, 0x22, 0xcf, 0x22, 0x3a, 0x31, 0x7d]));
  const { code, err } = await convert(at('cp1251.json'), at('cp1251.fam'));
  expect([code, err]).toEqual([1, expect.stringContaining('cp1251.json')]);
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

test('one family of a case with several remains goes into GEDCOM by its name; a text of an older program is read in the encoding that is said', async () => {
  const which = await convert(at('dvi.json'), at('which.ged'));
  expect([which.code, which.err]).toEqual([0, expect.stringContaining('dvi')]);
  expect((await convert(at('dvi.json'), at('none.ged'), '--pedigree', 'B')).err).toContain('There are: A');
  const old = Buffer.from(readFileSync(at('which.ged'), 'utf8').replaceAll('Missing F', 'Zzz'), 'latin1').map((byte) => (byte === 0x5a ? 0xc7 : byte));
  writeFileSync(at('old.ged'), old);
  expect((await convert(at('old.ged'), at('old.json'))).code).toBe(1);
  expect((await convert(at('old.ged'), at('old.json'), '--encoding', 'windows-1251')).code).toBe(0);
  expect(readFileSync(at('old.json'), 'utf8')).toContain('Зzz');
  expect((await convert(at('old.json'), at('older.ged'), '--encoding', 'windows-1251')).code).toBe(2);
});
