import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalMarkerName, kitMarkers, markersFrom, mutationRates, parseFrequencyTable, prepareMissingPerson, shippedFrequencyTables, simulateFamily, stepwiseMutation, type Pedigree } from '../index.ts';
import { seeded } from '../testing/enumeration.ts';

describe('shipped frequency tables', () => {
  it('are seven regions of norSTR and four groups of NIST 1036, each with source and licence, and pass the installer’s checks', () => {
    const tables = shippedFrequencyTables();
    expect(tables.filter((t) => t.id.startsWith('norstr-2023'))).toHaveLength(7);
    expect(tables.filter((t) => t.id.startsWith('nist1036-2017'))).toHaveLength(4);
    for (const table of tables) {
      expect(parseFrequencyTable(JSON.parse(JSON.stringify(table)))).toEqual(table);
      for (const m of table.markers) expect(Math.abs(m.freqs.reduce((x, y) => x + y, 0) - 1)).toBeLessThan(1e-9);
    }
    expect(tables.find((t) => t.id === 'nist1036-2017-cauc')?.sampleSize).toBe(361);
    expect(tables.find((t) => t.id === 'norstr-2023-europe')?.notice).toContain('MIT');
  });

  it('hold every autosomal marker of PowerPlex Fusion 6C in NIST and of GlobalFiler in norSTR, and every one can mutate stepwise', () => {
    for (const [id, kit, count] of [['nist1036-2017-cauc', 'PowerPlex Fusion 6C', 23], ['norstr-2023-norway', 'GlobalFiler', 21]] as const) {
      const table = shippedFrequencyTables().find((t) => t.id === id);
      if (table === undefined) throw new Error(id);
      const markers = markersFrom({ table, mutation: stepwiseMutation, names: kitMarkers()[kit] ?? [] });
      expect(markers).toHaveLength(count);
      const pedigree: Pedigree = { name: 'p', individuals: [{ id: 'F', father: null, mother: null, sex: 'male', profile: 'F' }, { id: 'C', father: 'F', mother: null, sex: 'male' }] };
      const profiles = simulateFamily({ pedigree, markers, random: seeded(1) });
      expect(prepareMissingPerson({ pedigree, missing: 'C', profiles, markers }).tables).toHaveLength(count);
    }
  });

  it('an installed table is refused when it is not whole', () => {
    const good = { id: 'x', name: 'X', source: 's', licence: 'l', markers: [{ name: 'TH01', alleles: ['6', '7'], freqs: [0.5, 0.5] }] };
    const change = (marker: object): object => ({ ...good, markers: [{ ...good.markers[0], ...marker }] });
    expect(parseFrequencyTable(good).markers[0]?.name).toBe('TH01');
    expect(() => parseFrequencyTable(change({ freqs: [0.5, 0.6] }))).toThrow('kinship.table.sum');
    expect(() => parseFrequencyTable(change({ freqs: [0.5] }))).toThrow('kinship.table.shape');
    expect(() => parseFrequencyTable(change({ alleles: ['6', '6'] }))).toThrow('kinship.table.duplicate');
    expect(() => parseFrequencyTable({ ...good, markers: [...good.markers, { name: 'th01', alleles: ['6'], freqs: [1] }] })).toThrow('kinship.table.duplicate');
    expect(() => parseFrequencyTable({ ...good, licence: '' })).toThrow('kinship.table.shape');
    expect(() => parseFrequencyTable('text')).toThrow('kinship.table.shape');
  });

  it('knows the spellings of laboratories', () => {
    expect(['PENTA_E', 'PentaE', 'Penta E', 'penta e'].map(canonicalMarkerName)).toEqual(['Penta E', 'Penta E', 'Penta E', 'Penta E']);
    expect(['VWA', 'vWA', 'HUMTH01', 'd3s1358', 'AMELOGENIN'].map(canonicalMarkerName)).toEqual(['vWA', 'vWA', 'TH01', 'D3S1358', 'AMEL']);
  });

  it('mutation rates say whether they were verified, and fall back where a locus has none', () => {
    expect(mutationRates('FGA')).toMatchObject({ male: 0.00319, female: 0.000502, verified: false });
    expect(mutationRates('SE33').female).toBe(0.0005);
    expect(mutationRates('D99S1')).toMatchObject({ male: 0.002, female: 0.0005, source: 'default' });
  });
});

describe('simulated families', () => {
  it('repeat with the seed, follow Mendel without mutation, and show the table’s frequencies', () => {
    const table = shippedFrequencyTables()[1];
    if (table === undefined) throw new Error('no table');
    const markers = markersFrom({ table, mutation: () => null, names: ['TH01', 'FGA'] });
    const pedigree: Pedigree = { name: 'p', individuals: [{ id: 'C', father: 'F', mother: 'M', sex: 'male' }, { id: 'F', father: null, mother: null, sex: 'male' }, { id: 'M', father: null, mother: null, sex: 'female' }] };
    const random = seeded(77);
    expect(simulateFamily({ pedigree, markers, random: seeded(4) })).toEqual(simulateFamily({ pedigree, markers, random: seeded(4) }));
    let sixes = 0;
    for (let i = 0; i < 4000; i++) {
      const { F, M, C } = simulateFamily({ pedigree, markers, random });
      const child = C?.TH01 ?? [];
      const from = (p: typeof F, allele: string | null | undefined): boolean => p?.TH01?.includes(allele ?? '') === true;
      expect((from(F, child[0]) && from(M, child[1])) || (from(F, child[1]) && from(M, child[0]))).toBe(true);
      sixes += child.filter((a) => a === '6').length;
    }
    const th01 = markers[0];
    const p = th01?.freqs[th01.alleles.indexOf('6')] ?? NaN;
    expect(Math.abs(sixes / 8000 - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / 8000));
  });
});

describe('refusals', () => {
  it('every code of this package is worded in English and Ukrainian', () => {
    const source = join(import.meta.dirname, '..');
    const words = readFileSync(join(source, '../../problem/src/codes/kinship.ts'), 'utf8');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const codes = new Set(files.flatMap((name) => [...readFileSync(join(source, name), 'utf8').matchAll(/'(kinship\.[a-z_.]+)'/g)].map((m) => m[1] ?? '')));
    expect(codes.size).toBeGreaterThan(30);
    expect([...codes].filter((code) => !words.includes(`'${code}'`))).toEqual([]);
  });
});
