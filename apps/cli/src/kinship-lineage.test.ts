import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const mt = { ranges: [[16024, 576]], differences: ['263G'] };
const document = {
  schema: 'kinship-lineage/1', id: 'synthetic', missing: 'Missing',
  pedigree: { name: 'family', individuals: [{ id: 'F', sex: 'male', father: null, mother: null }, { id: 'M', sex: 'female', father: null, mother: null }, { id: 'Missing', sex: 'male', father: 'F', mother: 'M' }] },
  remains: { y: { DYS391: ['10'] }, mt },
  relatives: { F: { y: { DYS391: ['10'] }, mt }, M: { mt: { ranges: mt.ranges, differences: ['263G', '16126C'] } } },
  counts: { y: { database: 'synthetic', matches: 0, size: 1000 } },
};

let folder = '';
const write = (name: string, json: unknown): string => {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(json));
  return file;
};
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'imena-lineage-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function imena(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli(args, { environment: { LANG: 'en_US' }, out: (line) => void out.push(line), err: (line) => void err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('imena kinship lineage', () => {
  it('tells the paternal and the maternal line apart, and says that the ratios are not multiplied', async () => {
    const { code, out } = await imena('kinship', 'lineage', write('lines.json', document));
    expect(code).toBe(0);
    expect(out).toMatch(/Y-STR +F +1 +1 loci +0 +2\.52/);
    expect(out).toMatch(/mtDNA +M +1 +1122 positions +16126 +no number · inconclusive/);
    expect(out).toContain('mtDNA, F: is on another line');
    expect(out).toContain('not multiplied');
  });

  it('gives the same as JSON', async () => {
    const { out } = await imena('kinship', 'lineage', '--json', write('lines.json', document));
    expect(JSON.parse(out)).toMatchObject({ id: 'synthetic', evidence: [{ line: 'paternal', relative: 'F', transmissions: 1 }, { line: 'maternal', relative: 'M', lnLr: null }] });
  });

  it('a fault is named by file and place', async () => {
    const { code, err } = await imena('kinship', 'lineage', write('bad.json', { ...document, remains: { mt: { ranges: [[1, 2]], differences: ['263Q'] } } }));
    expect(code).toBe(1);
    expect(err).toContain('bad.json');
    expect(err).toContain('263Q');
  });
});
