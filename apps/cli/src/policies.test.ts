import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

let folder = '';
beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'imena-policies-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function imena(args: readonly string[], language = 'en_US'): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli(args, { environment: { LANG: language }, out: (line) => void out.push(line), err: (line) => void err.push(line) });
  return { code, out, err };
}

function write(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** Synthetic: a father and the remains, which show an allele that the table lacks; the frequencies of one marker sum to 0.5. */
const marker = (name: string, freqs: readonly number[]): object => ({ name, chrom: 'autosomal', alleles: ['14', '15', '16'], freqs, mutation: null });
const father = { id: 'F', father: null, mother: null, sex: 'male', profile: 'F' };
const child = { id: 'MP', father: 'F', mother: null, sex: 'male' };
const given = {
  schema: 'kinship-case/1', id: 'synthetic', category: 'c.missing_person', theta: 0, reference: 'H2', missing: 'MP', title: 'synthetic', expected: { never: 'read' },
  markers: [marker('vWA', [0.5, 0.499, 0.001]), marker('D12S391', [0.25, 0.125, 0.125])],
  profiles: { F: { vWA: ['14', '22'], D12S391: ['14', '15'] }, R: { vWA: ['15', '22'], D12S391: ['14', '16'] } },
  pedigrees: [{ name: 'H1', individuals: [father, { ...child, profile: 'R' }] }, { name: 'H2', individuals: [father, child, { id: 'R', father: null, mother: null, sex: 'male', profile: 'R' }] }],
};
const chosen = ['--outside-allele', '0.002', '--min-frequency', '0.004', '--rescale'];

describe('policies on the command line of imena kinship', () => {
  it('nothing is added, raised or scaled unless it is chosen, and each of them is named in the answer', async () => {
    const file = write('case.json', given);
    expect(JSON.parse((await imena(['kinship', file])).out[0] ?? '')).toMatchObject({ refused: { code: 'kinship.outside_allele' } });
    expect(JSON.parse((await imena(['kinship', '--outside-allele', '0.002', file])).out[0] ?? '')).toMatchObject({ refused: { code: 'kinship.marker.frequency_sum' } });
    const { code, out, err } = await imena(['kinship', ...chosen, file], 'uk_UA');
    const answer = JSON.parse(out[0] ?? '') as { policies: object; applied: { marker: string; code: string }[] };
    expect(code).toBe(0);
    expect(answer.policies).toEqual({ outsideAllele: { kind: 'minFrequency', value: 0.002 }, normalisation: 'rescale', minimumFrequency: 0.004 });
    expect(answer.applied.map((one) => `${one.marker} ${one.code}`)).toEqual(['vWA outsideAllele', 'vWA raised', 'vWA raised', 'D12S391 rescaled']);
    expect(err.join()).toContain('vWA і D12S391 лежать на одній хромосомі за 11.94 сМ');
  });

  it('an answer with --detail carries its case: kept as a file it gives the same bytes without any option', async () => {
    const first = await imena(['kinship', '--detail', ...chosen, write('case.json', given)]);
    const again = await imena(['kinship', '--detail', write('answer.json', first.out[0] ?? '')]);
    expect(again.out).toEqual(first.out);
    expect((JSON.parse(first.out[0] ?? '') as { case: object }).case).not.toHaveProperty('expected');
  });

  it('a mutation matrix has no frequencies to choose policies for, and its answer re-runs too', async () => {
    const matrix = write('matrix.json', { schema: 'kinship-case/1', id: 'm', category: 'm.mutation_matrix', alleles: ['1', '2'], freqs: [0.5, 0.5], parameters: { model: 'equal', rate: 0.01 } });
    expect(JSON.parse((await imena(['kinship', '--rescale', matrix])).out[0] ?? '')).toMatchObject({ refused: { code: 'cli.option_elsewhere', details: { option: '--rescale' } } });
    const first = await imena(['kinship', '--detail', matrix]);
    expect((await imena(['kinship', '--detail', write('answer.json', first.out[0] ?? '')])).out).toEqual(first.out);
  });

  it('a least frequency alone is that of an allele outside the table too', async () => {
    const scaled = { ...given, markers: [given.markers[0]] };
    expect(JSON.parse((await imena(['kinship', '--min-frequency', '0.004', write('one.json', scaled)])).out[0] ?? '')).toMatchObject({ policies: { outsideAllele: { value: 0.004 }, minimumFrequency: 0.004 } });
  });

  it('advice calculates by the policies that are chosen, and its "now" is the ratio of the case', async () => {
    const file = write('case.json', given);
    expect((await imena(['kinship', 'advise', file])).err.join()).toContain('22');
    const advice = JSON.parse((await imena(['kinship', 'advise', file, ...chosen, '--simulations', '20', '--json'])).out[0] ?? '') as { options: { name: string; log10Lr: { mean: number } }[]; policies: object };
    const { expected } = JSON.parse((await imena(['kinship', ...chosen, file])).out[0] ?? '') as { expected: { LR: { H1: { lnTotal: number } } } };
    expect(advice.options[0]?.log10Lr.mean).toBeCloseTo(expected.LR.H1.lnTotal / Math.LN10, 9);
    expect(advice.policies).toMatchObject({ normalisation: 'rescale' });
  });
});

it('calibrate simulates the drop-out of the case and calculates with it: remains that lose all show as much as a stranger', async () => {
  const degraded = (dropOut: number) => write('degraded.json', { ...given, profiles: { F: { vWA: ['14', '15'] }, R: { vWA: ['15', '15'] } }, markers: [given.markers[0]], typing: { R: { dropOut } } });
  const meanOf = async (dropOut: number) => {
    const { code, out, err } = await imena(['kinship', 'calibrate', degraded(dropOut), '--simulations', '40', '--json']);
    expect([code, err]).toEqual([0, []]);
    return (JSON.parse(out.join('')) as { results: { meanLog10True: number }[] }).results[0]?.meanLog10True ?? NaN;
  };
  expect(await meanOf(1)).toBeCloseTo(0, 12);
  expect(await meanOf(0.1)).toBeGreaterThan(0.02);
});

describe('options that cannot be followed', () => {
  it.each([
    ['kinship', 'calibrate', 'case.json', '--drop-out', '1.5'], ['kinship', 'calibrate', 'case.json', '--subpopulation', '0'], ['kinship', 'advise', 'case.json', '--simulations', '1e12'],
    ['kinship', 'advise', 'case.json', '--simulations', '2.5'], ['kinship', 'advise', 'case.json', '--seed', '-1'], ['kinship', 'advise', 'case.json', '--threshold', '0'],
    ['kinship', 'case.json', '--outside-allele', '0'], ['kinship', 'case.json', '--min-frequency', 'x'], ['kinship', 'advise', 'case.json', '--frequencies', 'norstr-2023-europe'],
    ['kinship', 'calibrate', 'case.json', '--outside-allele', '0.1'], ['kinship', 'lineage', 'x.json', '--rescale'], ['kinship', 'calibrate', 'case.json', '--theta', '0', '--theta', '0.1'],
  ])('%s %s %s %s %s ends with code 2 and names the option in both languages', async (...args) => {
    write('case.json', given);
    const option = args.find((word) => word.startsWith('--')) ?? '';
    for (const language of ['en_US', 'uk_UA']) {
      const { code, out, err } = await imena(args.map((word) => (word === 'case.json' ? path.join(folder, word) : word)), language);
      expect([code, out]).toEqual([2, []]);
      expect(err.join()).toContain(option);
    }
  });
});

describe('options of other forms, kinds and formats', () => {
  it.each([
    ['convert', 'a.json', 'b.ped', '--gedcom', '7.0'], ['convert', 'a.json', 'b.fam', '--pedigree', 'H1'], ['convert', 'a.ged', 'b.ped', '--chromosome', 'X'],
    ['match', '--missing', 'a.jsonl', '--duplicates', '--most', '3'], ['match', '--missing', 'a.jsonl', '--remains', 'b.jsonl', '--most', '0'], ['match', '--missing', 'a.jsonl', '--remains', 'b.jsonl', '--workers', '1.5'],
    ['import', 'x.csv', '--scope', 's', '--kind', 'graves', '--completeness', 'whole'], ['import', 'x.csv', '--scope', 's', '--kind', 'remains', '--knew-names'],
  ])('%s %s %s %s %s %s %s is refused with code 2 before any file is read', async (...args) => {
    const { code, out, err } = await imena(args.filter((word) => word !== ''));
    expect([code, out]).toEqual([2, []]);
    expect(err.join()).not.toContain('Usage');
  });
});
