import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem } from '@imena/problem';
import { describe, expect, it } from 'vitest';
import {
  detectProfileFormat,
  findMarker,
  readFrequencyTable,
  readProfiles,
  readTable,
  type ProfileOptions,
  type ProfilesResult,
} from '../index.ts';
import { autosomalMarkers, markerAliases, yMarkers } from './marker-table.ts';

const shared = join(import.meta.dirname, '../../../../../shared');
const own = join(shared, 'cases/badinput/own/csv');
const encoder = new TextEncoder();

function profiles(text: string, options: ProfileOptions = {}): ProfilesResult {
  return readProfiles(readTable(encoder.encode(text), { fileName: 'run.txt' }), options);
}

function troubles({ issues }: Pick<ProfilesResult, 'issues'>): unknown[] {
  return issues.map(({ code, severity, place }) => [place.row, code, severity]);
}

describe('profiles', () => {
  it('a long table gives sorted genotypes, amelogenin, Y and unknown markers apart, with their rows', () => {
    const result = profiles(
      'Sample,Marker,Allele 1,Allele 2\n007,D3S1358,16,15\n007,TH01,9.3,6\n007,FGA,22,22.0\n007,Amelogenin,X,Y\n007,DYS391,10,\n007,VWA,17,?\n007,XYZ9,1,2\n7,CSF,10,11\n',
    );
    expect(result.format).toBe('long');
    expect(result.profiles).toEqual([
      {
        sample: '007',
        markers: { D3S1358: ['15', '16'], TH01: ['6', '9.3'], FGA: ['22', '22'], vWA: ['17', null] },
        amelogenin: 'XY',
        xMarkers: {},
        yMarkers: { DYS391: ['10'] },
        mt: null,
        unknownMarkers: { XYZ9: ['1', '2'] },
        heights: {},
        rows: [2, 3, 4, 5, 6, 7, 8],
      },
      {
        sample: '7',
        markers: { CSF1PO: ['10', '11'] },
        amelogenin: null,
        xMarkers: {},
        yMarkers: {},
        mt: null,
        unknownMarkers: {},
        heights: {},
        rows: [9],
      },
    ]);
    expect(troubles(result)).toEqual([[8, 'exchange.marker_unknown', 'warning']]);
  });

  it('X-STR alleles and mitochondrial sequence stand apart from the autosomal profile, in a long and in a wide table', () => {
    const long = profiles('Sample,Marker,Allele 1,Allele 2,Allele 3\nS1,DXS8378,11,,\nS1,HPRTB,12,13,\nS1,HV1,16126C,16294T,\nS1,mtDNA,73-340,263G,315.1c\n');
    const wide = profiles('Sample;DXS8378;HPRTB;HV1;mtDNA\nS1;11;12,13;16126C 16294T;73-340 263G 315.1C\n');
    for (const { profiles: [profile], issues } of [long, wide]) {
      expect(issues).toEqual([]);
      expect(profile?.xMarkers).toEqual({ DXS8378: ['11'], HPRTB: ['12', '13'] });
      expect(profile?.mt).toEqual({ ranges: [[16024, 16365], [73, 340]], differences: ['16126C', '16294T', '263G', '315.1C'] });
      expect(profile?.markers).toEqual({});
    }
    expect(profiles('Sample,Marker,Allele 1\nS1,CR,rCRS\n').profiles[0]?.mt).toEqual({ ranges: [[16024, 576]], differences: [] });
  });

  it('a sequence that cannot be read whole, or does not say what was analysed, is left out in words', () => {
    const result = profiles('Sample,Marker,Allele 1,Allele 2\nS1,HV1,16126C,hello\nS1,mtDNA,263G,\nS2,HV2,263G,\nS2,HV2,73G,\n');
    expect(result.profiles.map(({ mt }) => mt)).toEqual([null, null]);
    expect(result.issues.map(({ code }) => code)).toEqual(['exchange.mt_invalid', 'exchange.mt_range_missing', 'exchange.genotype_conflict']);
  });

  it('a wide table is read with one and with two columns a marker', () => {
    const result = profiles(
      'Sample;D3S1358;TH01 1;TH01 2;Penta_E (1);Penta_E (2);vWA_1;VWA_2\nS1;15,16;6;9.3;7;12;14;\nS2;;8;8;;;17;18\n',
    );
    expect(result.format).toBe('wide');
    expect(result.profiles.map(({ sample, markers }) => [sample, markers])).toEqual([
      ['S1', { D3S1358: ['15', '16'], TH01: ['6', '9.3'], 'Penta E': ['7', '12'], vWA: ['14', null] }],
      ['S2', { TH01: ['8', '8'], vWA: ['17', '18'] }],
    ]);
    expect(troubles(result)).toEqual([[2, 'exchange.alleles_single', 'warning']]);
  });

  it('a GeneMapper table is recognised, with its heights and its empty last column', () => {
    const result = profiles(
      'Sample File\tSample Name\tMarker\tAllele 1\tAllele 2\tAllele 3\tHeight 1\tHeight 2\tHeight 3\t\nrun1.fsa\tS1\tD8S1179\t13\t14\t\t1200\t1100\t\t\nrun1.fsa\tS1\tAMEL\tX\t\t\t900\t\t\t\nrun2.fsa\t\tD8S1179\tOL\t13\t\t90\t800\t\t\n',
    );
    expect(result.format).toBe('genemapper');
    expect(result.profiles).toMatchObject([
      { sample: 'S1', markers: { D8S1179: ['13', '14'] }, amelogenin: 'X', heights: { D8S1179: ['1200', '1100', ''] } },
      { sample: 'run2.fsa', markers: {} },
    ]);
    expect(troubles(result)).toEqual([[4, 'exchange.allele_off_ladder', 'error']]);
  });

  it('a single allele is one known allele unless the person says that it means homozygous', () => {
    const text = 'sample,marker,allele1,allele2\nS,TH01,6,\nS,FGA,20,?\nS,AMEL,X,\n';
    expect(profiles(text).profiles[0]).toMatchObject({
      markers: { TH01: ['6', null], FGA: ['20', null] },
      amelogenin: 'X',
    });
    const declared = profiles(text, { singleAllele: 'homozygote' });
    expect(declared.profiles[0]).toMatchObject({ markers: { TH01: ['6', '6'], FGA: ['20', null] }, amelogenin: 'XX' });
    expect(declared.issues).toEqual([]);
  });

  it('three alleles are told and kept apart, a marker with none is named, and neither is a genotype; later rows may say more', () => {
    const result = profiles('sample,marker,a1,a2,a3\nS,TPOX,8,9,10\nS,FGA,20,21,\nS,TH01,,,\nS,vWA,,,\nS,vWA,14,15,\nS,SE33,?,,\nS,D8S1179,9,10,11\nS,D8S1179,9,10,\n');
    expect(result.profiles[0]).toMatchObject({ manyAlleles: { TPOX: ['8', '9', '10'] }, nothingSeen: ['TH01'] });
    expect(result.issues.map(({ code, place, severity }) => [place.row, code, severity])).toEqual([
      [2, 'exchange.alleles_more', 'warning'], [4, 'exchange.alleles_none', 'warning'], [5, 'exchange.alleles_none', 'warning'], [7, 'exchange.alleles_none', 'warning'],
      [8, 'exchange.alleles_more', 'warning'], [9, 'exchange.genotype_conflict', 'error'],
    ]);
    expect(result.profiles[0]?.markers).toEqual({ FGA: ['20', '21'], vWA: ['14', '15'] });
  });

  it('three alleles on the X chromosome, or three of which one is not known, are reported and the marker is left out', () => {
    const result = profiles('sample,marker,a1,a2,a3\nS,TPOX,8,9,?\nS,FGA,20,21,\n');
    expect(result.profiles[0]?.markers).toEqual({ FGA: ['20', '21'] });
    expect(result.issues).toMatchObject([
      { code: 'exchange.alleles_many', details: { marker: 'TPOX', alleles: '8, 9, ?' }, place: { row: 2 } },
    ]);
  });

  it('equal repeats are one result; different ones name both rows and leave the marker out, whatever follows', () => {
    const result = profiles(
      'sample,marker,a1,a2\nS,TH01,6,7\nS,TH01,7,6\nS,FGA,20,21\nS,FGA,20,22\nS,FGA,20,21\nS,AMEL,X,Y\nS,AMEL,X,X\n',
    );
    expect(result.profiles[0]?.markers).toEqual({ TH01: ['6', '7'] });
    expect(result.profiles[0]?.amelogenin).toBe(null);
    expect(
      result.issues.map(({ code, details }) => [code, details['marker'], details['firstRow'], details['secondRow']]),
    ).toEqual([
      ['exchange.genotype_conflict', 'FGA', 4, 5],
      ['exchange.genotype_conflict', 'AMEL', 7, 8],
    ]);
  });

  it('rows without sample or marker are reported; a sample can be given for a file without that column', () => {
    expect(troubles(profiles('sample,marker,a1,a2\n,TH01,6,7\nS,,6,7\nS,FGA,,\n'))).toEqual([
      [2, 'exchange.sample_missing', 'error'],
      [3, 'exchange.marker_missing', 'error'],
      [4, 'exchange.alleles_none', 'warning'],
    ]);
    expect(profiles('locus,a1,a2\nTH01,6,7\n', { sample: 'S9' }).profiles[0]).toMatchObject({
      sample: 'S9',
      markers: { TH01: ['6', '7'] },
    });
  });

  it.skipIf(!existsSync(own))(
    'alleles that a spreadsheet made dates of are each reported and never imported (skipped only without shared/)',
    () => {
      const table = readTable(readFileSync(join(own, 'excel-dates.csv')), { fileName: 'excel-dates.csv' });
      const result = readProfiles(table, { sample: 'S' });
      expect(result.profiles[0]?.markers).toEqual({});
      expect(troubles(result)).toEqual([
        [2, 'exchange.allele_date', 'error'],
        [3, 'exchange.allele_date', 'error'],
        [4, 'exchange.allele_invalid', 'error'],
      ]);
      expect(describeProblem(result.issues[0] ?? { code: '', details: {} }, 'uk')).toContain('«Mar-09» у D21S11');
    },
  );

  it.skipIf(!existsSync(own))(
    '9,3 is 9.3 only where the decimal comma is declared (skipped only without shared/)',
    () => {
      const table = readTable(readFileSync(join(own, 'decimal-comma.csv')), { fileName: 'decimal-comma.csv' });
      expect(troubles(readProfiles(table, { sample: 'S' }))).toEqual([[2, 'exchange.allele_comma', 'error']]);
      expect(readProfiles(table, { sample: 'S', decimalComma: true }).profiles[0]?.markers).toEqual({
        TH01: ['6', '9.3'],
      });
    },
  );

  it.each([
    '09.бер',
    '9-Mar',
    '2022-03-09',
    '2022-03-09T00:00:00',
    '9.3.2022',
    '44629',
    '0',
    '-1',
    '130',
    '9.33',
    '1e1',
    '>26',
    'x',
    '９.３',
  ])('the allele “%s” is refused', (allele) => {
    const result = profiles(`sample,marker,a1,a2\nS,TH01,6,${allele}\n`);
    expect(result.profiles[0]?.markers).toEqual({});
    expect(result.issues.length).toBe(1);
  });

  it('hostile names of samples and markers stay plain text', () => {
    const result = profiles('sample,marker,a1,a2\n__proto__,__proto__,1,2\n__proto__,TH01,6,7\n');
    expect(result.profiles[0]?.sample).toBe('__proto__');
    expect(Object.keys(result.profiles[0]?.unknownMarkers ?? {})).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['TH01']).toBe(undefined);
  });

  it('a table of something else is no table of profiles', () => {
    expect(detectProfileFormat(readTable(encoder.encode('id,name\n1,Ana\n'), { fileName: 'x' }))).toBe(null);
  });
});

describe('marker names', () => {
  it('every name and alias leads to one marker', () => {
    for (const name of [...autosomalMarkers, ...yMarkers]) expect(findMarker(name)?.name).toBe(name);
    for (const [name, aliases] of Object.entries(markerAliases)) {
      for (const alias of aliases) expect(findMarker(alias)?.name).toBe(name);
    }
    expect(findMarker('d3s1358')).toEqual({ name: 'D3S1358', kind: 'autosomal' });
    expect(findMarker('Penta-d')).toEqual({ name: 'Penta D', kind: 'autosomal' });
    expect(findMarker('QS1')).toBe(null);
  });

  it.skipIf(!existsSync(shared))(
    'every marker of every kit of the reference is known (skipped only without shared/)',
    () => {
      const kits = JSON.parse(readFileSync(join(shared, 'reference/data/str-kits.json'), 'utf8')) as Record<
        'autosomal' | 'y',
        Record<string, { markers: string[] }>
      >;
      const names = Object.values({ ...kits.autosomal, ...kits.y }).flatMap(({ markers }) => markers);
      expect(names.length).toBeGreaterThan(250);
      expect(names.filter((name) => findMarker(name) === null)).toEqual([]);
    },
  );
});

describe('frequency tables', () => {
  const read = (text: string, decimalComma = false): ReturnType<typeof readFrequencyTable> =>
    readFrequencyTable(encoder.encode(text), { fileName: 'f.csv', decimalComma });

  it('alleles by row and markers by column are read exactly, with the sample size', () => {
    expect(read('Allele,TH01,VWA\n6,0.25,\n9.3,0.75,0\n17,,1\nN,200,198\n')).toEqual({
      markers: [
        { name: 'TH01', alleles: ['6', '9.3'], freqs: [0.25, 0.75], sampleSize: 200 },
        { name: 'vWA', alleles: ['17'], freqs: [1], sampleSize: 198 },
      ],
      issues: [],
    });
    expect(read('Allele;TH01\n6;0,25\n9,3;0,75\n', true).markers[0]).toMatchObject({
      alleles: ['6', '9.3'],
      freqs: [0.25, 0.75],
    });
  });

  it('a sum that is off is told and nothing is rescaled; values that are no frequency leave the marker out', () => {
    const result = read('Allele,TH01,FGA,TPOX,D1S1656\n6,0.2,1.2,0.5,\n7,0.7,x,0.5,\n7,0,0,0,\nMar-09,0,0,0,\n');
    expect(result.markers).toEqual([
      { name: 'TH01', alleles: ['6', '7'], freqs: [0.2, 0.7], sampleSize: null },
      { name: 'TPOX', alleles: ['6', '7'], freqs: [0.5, 0.5], sampleSize: null },
    ]);
    expect(result.issues.map(({ code, place }) => [place.row, code])).toEqual([
      [4, 'exchange.frequency_repeated'],
      [5, 'exchange.allele_date'],
      [undefined, 'exchange.frequency_sum'],
      [2, 'exchange.frequency_value'],
      [3, 'exchange.frequency_value'],
      [undefined, 'exchange.frequency_none'],
    ]);
  });
});
