import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareMissingPerson, scoreRemains, type Policies } from '@imena/kinship';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'imena-told-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, lines: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

async function imena(...args: readonly string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli(['screen', '--workers', '1', ...args], { environment: {}, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out, err };
}

const table = { id: 'synthetic', name: 'synthetic', source: 'test', licence: 'none', markers: [{ name: 'TH01', alleles: ['6', '7', '8'], freqs: [0.5, 0.3, 0.195] }, { name: 'FGA', alleles: ['20', '21'], freqs: [0.5, 0.5] }] };
const frequencies = write('table.json', [JSON.stringify(table)]);
const markers = 'TH01 1,TH01 2,FGA 1,FGA 2';
/** Synthetic: a missing son of F and M. */
const family = (father: string, mother = ',,,'): string => write('families.csv', [`family,person,father,mother,sex,missing,${markers}`, `S1,F,,,M,,${father}`, ` S1,M,,,F,,${mother}`, `S1\u00a0 ,B,F,M,M,,6,6,20,20`, `S1,P,F, M ,M,yes,,,,`]);
const remains = (...rows: readonly string[]): string => write('remains.csv', [`sample,sex,${markers},AMEL 1,AMEL 2`, ...rows]);
const common = ['--frequencies', frequencies, '--threshold', '0.000001', '--json'];
const summaryOf = (out: readonly string[]): Record<string, unknown> => (JSON.parse(out.at(-1) ?? '') as { summary: Record<string, unknown> }).summary;

describe('what a screen tells of its files', () => {
  it('blanks around a family or a parent make no other family, and the sex that amelogenin contradicts is named', async () => {
    const { out, code } = await imena('--remains', remains('R1,male,6,6,20,20,X,X', 'R2,male,6,7,20,21,X,Y'), '--missing', family('6,7,20,21'), ...common);
    expect(code).toBe(0);
    expect(summaryOf(out)).toMatchObject({ missing: 1, withoutReferences: 0, hits: 2, sexContradicted: ['R1'], contradicted: [], oneColumn: [] });
  });

  it.each([['families.csv', 3, () => family('6,7,20,21', ',,')], ['remains.csv', 2, () => remains('R1,male,6,6,20')]])('a row of %s with too few cells is refused, not read as untyped', async (name, row, make) => {
    const [first, second] = [remains('R1,male,6,6,20,20,X,Y'), family('6,7,20,21')];
    make();
    const { out, code } = await imena('--remains', first, '--missing', second, ...common);
    expect([code, JSON.parse(out[0] ?? '')]).toMatchObject([1, { problem: { code: 'screen.cells', place: { file: path.join(folder, name), row } } }]);
  });

  it('relatives who contradict each other without mutation are named, and the marker is not among those counted', async () => {
    const ask = async (...more: string[]) => imena('--remains', remains('R1,male,6,6,20,20,X,Y'), '--missing', family('7,8,20,21'), ...common, ...more);
    const { out } = await ask('--mutation', 'none');
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ markers: 1, contradicted: ['TH01'] });
    expect(summaryOf(out)).toMatchObject({ contradicted: [{ family: 'S1', markers: ['TH01'] }] });
    const mutating = (await ask()).out;
    expect(JSON.parse(mutating[0] ?? '')).toMatchObject({ markers: 2 });
    expect(summaryOf(mutating)).toMatchObject({ contradicted: [] });
  });

  it('a marker with one column is told, and close markers taken as independent with their distance', async () => {
    const one = write('one.csv', ['sample,TH01', 'R1,6']);
    expect(summaryOf((await imena('--remains', one, '--missing', family('6,7,20,21'), ...common)).out)).toMatchObject({ oneColumn: ['TH01'], takenAsIndependent: [] });
    const close = 'vWA 1,vWA 2,D12S391 1,D12S391 2';
    const [left, right] = [write('left.csv', [`sample,${close}`, 'A,16,17,18,19']), write('right.csv', [`sample,${close}`, 'B,16,17,18,19'])];
    const { err } = await imena('--direct', '--remains', left, '--against', right, '--threshold', '1');
    expect(err.join('\n')).toContain('vWA – D12S391 (11.94 cM)');
  });
});

describe('policies of a screen', () => {
  it('give the ratio of a single case with the same policies, and are named with all that they changed', async () => {
    const policies: Policies = { outsideAllele: { kind: 'minFrequency', value: 0.02 }, normalisation: 'rescale', minimumFrequency: 0.25 };
    const refused = await imena('--remains', remains('R1,,6,9,20,20,,'), '--missing', family('6,9,20,21'), ...common);
    expect(JSON.parse(refused.out[0] ?? '')).toMatchObject({ problem: { code: 'screen.allele', details: { allele: '9' } } });
    expect((await imena('--remains', remains('R1,,6,9,20,20,,'), '--missing', family('6,9,20,21'), ...common, '--outside-allele', '0.02', '--min-frequency', '0.25')).code).toBe(2);
    const chosen = ['--outside-allele', '0.02', '--min-frequency', '0.05'];
    const { out } = await imena('--remains', remains('R1,,6,9,20,20,,'), '--missing', family('6,9,20,21'), ...common, '--mutation', 'none', ...chosen);
    const person = (id: string, more: object = {}) => ({ id, father: null, mother: null, sex: 'male' as const, ...more });
    const prepared = prepareMissingPerson({
      pedigree: { name: 'S1', individuals: [person('F', { profile: 'F' }), person('M', { sex: 'female' }), person('B', { father: 'F', mother: 'M', profile: 'B' }), person('P', { father: 'F', mother: 'M' })] }, missing: 'P',
      profiles: { F: { TH01: ['6', '9'], FGA: ['20', '21'] }, B: { TH01: ['6', '6'], FGA: ['20', '20'] } }, policies: { ...policies, minimumFrequency: 0.05 },
      markers: table.markers.map((marker) => ({ ...marker, chrom: 'autosomal', mutation: null })),
    });
    const lnLr = scoreRemains(prepared, { TH01: ['6', '9'], FGA: ['20', '20'] }).lnLr;
    expect((JSON.parse(out[0] ?? '') as { log10Lr: number }).log10Lr).toBeCloseTo(lnLr / Math.LN10, 10);
    const applied = summaryOf(out).applied as { marker: string; code: string }[];
    expect(applied.map(({ marker, code }) => `${marker} ${code}`)).toEqual(['TH01 rescaled', 'TH01 outsideAllele', 'TH01 raised']);
  });

  it('frequencies that lack half are scaled only when that is asked', async () => {
    const half = write('half.json', [JSON.stringify({ ...table, markers: [{ name: 'TH01', alleles: ['6', '7'], freqs: [0.25, 0.25] }] })]);
    const ask = (...more: string[]) => imena('--remains', remains('R1,,6,6,,,,'), '--missing', family('6,7,,'), '--frequencies', half, '--threshold', '0.001', '--json', ...more);
    expect(JSON.parse((await ask()).out[0] ?? '')).toMatchObject({ problem: { code: 'kinship.table.sum' } });
    expect(summaryOf((await ask('--rescale')).out)).toMatchObject({ policies: { normalisation: 'rescale' }, applied: [{ marker: 'TH01', code: 'rescaled', details: { sum: 0.5 } }] });
  });
});

describe('options that cannot be followed together', () => {
  it.each([
    ['--missing', 'x', '--families', 'y'], ['--missing', 'x', '--threshold', '1', '--min-lr', '2'], ['--missing', 'x', '--direct'], ['--direct', '--mutation', 'none'], ['--missing', 'x', '--against', 'y'],
    ['--missing', 'x', '--typing-error', '0.1'], ['--missing', 'x', '--resume'], ['--missing', 'x', '--anew'], ['--missing', 'x', '--json', '--format', 'csv'], ['--missing', 'x', '--chunk-size', '0.3'], ['--missing', 'x', '--workers', '1.5'],
    ['--missing', 'x', '--theta', '1'],
  ])('%s %s %s %s is refused with code 2', async (...options) => {
    const { code, out } = await imena('--remains', 'r.csv', ...options.filter((option) => option !== ''));
    expect(code).toBe(2);
    expect(out.filter((line) => !line.includes('"problem"'))).toEqual([]);
  });
});
