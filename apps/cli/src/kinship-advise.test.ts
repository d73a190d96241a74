import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kitMarkers, markersFrom, seededRandom, shippedFrequencyTables, simulateFamily, stepwiseMutation, type Pedigree } from '@imena/kinship';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

let folder = '';
let file = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'imena-advise-'));
  file = path.join(folder, 'synthetic.json');
  const table = shippedFrequencyTables().find((t) => t.id === 'nist1036-2017-cauc');
  if (table === undefined) throw new Error('the NIST table is not shipped');
  const markers = markersFrom({ table, mutation: stepwiseMutation, names: (kitMarkers()['PowerPlex Fusion 6C'] ?? []).slice(0, 6) });
  const individuals: Pedigree['individuals'] = [
    { id: 'F', father: null, mother: null, sex: 'male' },
    { id: 'M', father: null, mother: null, sex: 'female' },
    { id: 'S', father: 'F', mother: 'M', sex: 'female', profile: 'S' },
    { id: 'MP', father: 'F', mother: 'M', sex: 'male' },
  ];
  const drawn = simulateFamily({ pedigree: { name: 'H1', individuals }, markers, random: seededRandom(8) });
  const remains = Object.fromEntries(Object.entries(drawn.MP ?? {}).slice(0, 4));
  const pedigrees = [
    { name: 'H1', individuals: individuals.map((i) => (i.id === 'MP' ? { ...i, profile: 'remains' } : i)) },
    { name: 'H2', individuals: [...individuals, { id: 'remains', father: null, mother: null, sex: 'male', profile: 'remains' }] },
  ];
  writeFileSync(file, JSON.stringify({ schema: 'kinship-case/1', id: 'synthetic', category: 'c.missing_person', theta: 0, markers, pedigrees, profiles: { S: drawn.S, remains }, reference: 'H2', missing: 'MP' }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function imena(args: readonly string[], language = 'en_US'): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli(args, { environment: { LANG: language }, out: (line) => void out.push(line), err: (line) => void err.push(line) });
  return { code, out, err };
}

describe('imena kinship advise', () => {
  it('names the untyped relatives, the second bone and a kit with what each would bring, as a table in the language of the terminal or as JSON', async () => {
    const { code, out } = await imena(['kinship', 'advise', file, '--simulations', '50', '--threshold', '100', '--kit', 'GlobalFiler', '--frequencies', 'norstr-2023-europe', '--json']);
    expect(code).toBe(0);
    const answer = JSON.parse(out.join('')) as { options: { name: string; log10Lr: { mean: number } }[]; threshold: number };
    expect(answer.threshold).toBe(100);
    expect(answer.options.map((o) => o.name.split(' (')[0]).sort()).toEqual(['F', 'GlobalFiler', 'M', 'now', 'second bone']);
    const table = await imena(['kinship', 'advise', file, '--simulations', '50', '--relative', 'M'], 'uk_UA.UTF-8');
    expect(table.out[0]).toContain('досягає порога');
    expect(table.out.some((line) => line.startsWith('друга кістка'))).toBe(true);
  });

  it('linked markers of the case count together, and a kit’s marker close to one of the case is left out and named', async () => {
    const given = JSON.parse(readFileSync(file, 'utf8')) as { markers: { name: string; freqs: number[] }[]; profiles: Record<string, Record<string, unknown>> };
    const [first, second, ...others] = given.markers;
    const [from, to] = [first?.name ?? '', 'vWA'];
    const renamed = (profile: Record<string, unknown>): object => Object.fromEntries(Object.entries(profile).map(([name, seen]) => [name === from ? to : name, seen]));
    const linked = {
      ...given, markers: [{ ...first, name: to }, second, ...others], profiles: Object.fromEntries(Object.entries(given.profiles).map(([key, profile]) => [key, renamed(profile)])),
      linkage: { markers: [to, second?.name], rho: 0.1 },
    };
    const linkedFile = path.join(folder, 'linked.json');
    writeFileSync(linkedFile, JSON.stringify(linked));
    const { out } = await imena(['kinship', 'advise', linkedFile, '--simulations', '30', '--relative', 'M', '--kit', 'GlobalFiler', '--json']);
    const advice = JSON.parse(out.join('')) as { options: { name: string; log10Lr: { mean: number }; linkedOut: unknown[] }[]; leftOut: unknown };
    const { expected } = JSON.parse((await imena(['kinship', linkedFile])).out[0] ?? '') as { expected: { LR: { H1: { lnTotal: number } } } };
    expect(advice.options.find((one) => one.name === 'now')?.log10Lr.mean).toBeCloseTo(expected.LR.H1.lnTotal / Math.LN10, 9);
    expect(advice.options.every((one) => one.linkedOut.length === 0)).toBe(true);
    expect(advice.leftOut).toEqual([{ marker: 'D12S391', keeps: 'vWA' }]);
    expect((await imena(['kinship', 'advise', linkedFile, '--simulations', '10', '--relative', 'M', '--kit', 'GlobalFiler'], 'uk_UA')).out.at(-1)).toContain('D12S391 зчеплений із vWA');
  });

  it('refuses a kit, a table and a number it does not know, in words', async () => {
    for (const [option, value] of [['--kit', 'none'], ['--seed', 'x'], ['--relative', 'S']]) {
      const { code, err } = await imena(['kinship', 'advise', file, '--simulations', '10', option ?? '', value ?? '']);
      expect(code).toBe(option === '--seed' ? 2 : 1);
      expect(err.join('')).toContain(value);
    }
  });
});

describe('imena kinship calibrate', () => {
  it('shows each scenario with thresholds and posteriors, and the numbers as JSON', async () => {
    const { code, out } = await imena(['kinship', 'calibrate', file, '--simulations', '20', '--population', 'nist1036-2017-afam', '--json']);
    expect(code).toBe(0);
    const answer = JSON.parse(out.join('')) as { results: { scenario: string; thresholds: unknown[] }[] };
    expect(answer.results.map((r) => r.scenario)).toEqual(['as assumed', 'subpopulation, F_ST 0.02', 'unnoticed drop-out 0.05', 'stated drop-out 0.05', 'population nist1036-2017-afam']);
    const table = await imena(['kinship', 'calibrate', file, '--simulations', '10']);
    expect(table.out.some((line) => line.includes('at most if right'))).toBe(true);
    expect((await imena(['kinship', 'calibrate'])).code).toBe(2);
  });
});

describe('imena kinship families', () => {
  it('compares every two cases and says who would then also be one person; one case alone is a wrong call', async () => {
    const { code, out } = await imena(['kinship', 'families', file, file, '--json']);
    expect(code).toBe(0);
    const { lnLr, identified } = JSON.parse(out.join('')) as { lnLr: number; identified: unknown };
    // The same sister stands on both sides as two people: what is asked is whether two families with a sister each miss one person.
    expect(lnLr).toBeGreaterThan(0);
    expect(identified).toEqual([['A:MP', 'B:MP'], ['A:F', 'B:F'], ['A:M', 'B:M']]);
    expect((await imena(['kinship', 'families', file, file])).out[1]).toMatch(/synthetic +synthetic +6 .* F = F, M = M$/);
    expect((await imena(['kinship', 'families', file])).code).toBe(2);
  });

  it('refuses markers that the two cases describe differently', async () => {
    const other = path.join(folder, 'other.json');
    const json = JSON.parse(readFileSync(file, 'utf8')) as { markers: { freqs: number[] }[] };
    json.markers[0]?.freqs.reverse();
    writeFileSync(other, JSON.stringify(json));
    const { code, err } = await imena(['kinship', 'families', file, other]);
    expect(code).toBe(1);
    expect(err.join('')).toContain('other.json');
  });
});
