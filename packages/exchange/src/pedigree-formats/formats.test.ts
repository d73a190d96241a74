import fc from 'fast-check';
import type { Individual } from '@imena/kinship';
import { describe, expect, it } from 'vitest';
import { readFrequencyTable } from '../frequencies.ts';
import { writeFrequencyTable } from '../write-frequencies.ts';
import { readCmf } from './cmf/read-cmf.ts';
import { writeCmf } from './cmf/write-cmf.ts';
import { readGedcom } from './gedcom/read-gedcom.ts';
import { writeGedcom } from './gedcom/write-gedcom.ts';
import { readPed } from './linkage/read-ped.ts';
import { writePed } from './linkage/write-ped.ts';
import { codeOf } from './testing/code-of.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const fileName = 'synthetic';

const sex = fc.constantFrom('male' as const, 'female' as const, 'unknown' as const);

/** Families of any shape: everybody's parents stand earlier and are of fitting sex; some have one parent, some none. */
const individuals = fc.array(fc.record({ sex, father: fc.nat(9), mother: fc.nat(9), id: fc.stringMatching(/^[A-Za-zІіЇї][\w@.-]{0,8}$/) }), { minLength: 1, maxLength: 8 })
  .map((drafts) => drafts.filter((one, at) => drafts.findIndex(({ id }) => id === one.id) === at))
  .map((drafts) => drafts.map((one, at): Individual => {
    const earlier = drafts.slice(0, at);
    const father = earlier[one.father];
    const mother = earlier[one.mother];
    const isMother = mother !== undefined && mother.sex !== 'male' && mother !== father;
    return { id: one.id, sex: one.sex, father: father === undefined || father.sex === 'female' ? null : father.id, mother: isMother ? mother.id : null };
  }));

const family = [
  '0 HEAD', '1 GEDC', '2 VERS 5.5.1', '2 FORM LINEAGE-LINKED', '1 CHAR UTF-8',
  '0 @I1@ INDI', '1 NAME Synthetic /One/', '1 SEX M', '1 BIRT', '2 DATE 1950', '0 @I2@ INDI', '1 SEX F', '0 @I3@ INDI', '1 SEX F', '1 FAMC @F1@', '0 @I4@ INDI', '1 FAMC @F1@', '2 PEDI adopted',
  '0 @F1@ FAM', '1 HUSB @I1@', '1 WIFE @I2@', '1 CHIL @I3@', '1 CHIL @I4@', '0 TRLR',
];

describe('GEDCOM', () => {
  it('gives parents by birth, and says who is not a child by birth', () => {
    const { pedigree, names, issues } = readGedcom(bytes(family.join('\r\n')), { fileName });
    expect(pedigree.individuals).toEqual([
      { id: 'I1', sex: 'male', father: null, mother: null }, { id: 'I2', sex: 'female', father: null, mother: null },
      { id: 'I3', sex: 'female', father: 'I1', mother: 'I2' }, { id: 'I4', sex: 'unknown', father: null, mother: null },
    ]);
    expect(names).toEqual({ I1: 'Synthetic /One/' });
    expect(issues).toEqual([{ code: 'exchange.gedcom_not_by_birth', details: { text: 'adopted' }, place: { file: fileName, row: 18, column: 'PEDI' }, severity: 'warning' }]);
  });

  it.each(['5.5.1', '7.0'] as const)('%s: what is written is read back equal', (version) => {
    fc.assert(fc.property(individuals, fc.option(fc.stringMatching(/^@?[А-Яа-яA-Za-z/][А-Яа-яA-Za-z /@]{0,20}[a-z/]$/)), (people, name) => {
      const names = name === null ? {} : { [people[0]?.id ?? '']: name };
      const back = readGedcom(bytes(writeGedcom({ name: fileName, individuals: people }, { version, names })), { fileName });
      expect(back).toEqual({ version, names, issues: [], pedigree: { name: fileName, individuals: people } });
    }), { numRuns: 200 });
  });

  it('two families of birth, parents of one sex and nobody known are told with line and field, and give no parents', () => {
    const extra = ['0 @I5@ INDI', '1 SEX F', '0 @I6@ INDI', '0 @F2@ FAM', '1 WIFE @I9@', '1 CHIL @I3@', '0 @F3@ FAM', '1 HUSB @I2@', '1 WIFE @I5@', '1 CHIL @I6@', '0 @F4@ FAM', '1 HUSB @I9@', '1 CHIL @I5@'];
    const { pedigree, issues } = readGedcom(bytes([...family.slice(0, -1), ...extra, '0 TRLR'].join('\n')), { fileName });
    expect(pedigree.individuals.every(({ father, mother }) => father === null && mother === null)).toBe(true);
    expect(issues.map(({ code, place }) => [code, place.row, place.column]).slice(1)).toEqual([
      ['exchange.gedcom_two_families', 13, 'FAMC'], ['exchange.pedigree_person_unknown', 35, 'HUSB'], ['exchange.pedigree_parents', 30, undefined],
    ]);
  });

  it('without its last line it was cut short, which is an error wherever the cut is', () => {
    for (let lines = 4; lines < family.length; lines++)
      expect(readGedcom(bytes(family.slice(0, lines).join('\n')), { fileName }).issues.some(({ code, severity }) => code === 'exchange.gedcom_cut_short' && severity === 'error')).toBe(true);
  });

  it.each([
    ['no GEDCOM', 'hello', 'exchange.gedcom_version'],
    ['of version 4', family.with(2, '2 VERS 4.0').join('\n'), 'exchange.gedcom_version'],
    ['ANSEL with letters beyond ASCII', family.with(4, '1 CHAR ANSEL').with(6, '1 NAME Ї').join('\n'), 'exchange.gedcom_charset'],
    ['with one record twice', [...family, '0 @I1@ INDI'].join('\n'), 'exchange.pedigree_person_twice'],
    ['with a person who is their own ancestor', [...family, '0 @F3@ FAM', '1 WIFE @I3@', '1 CHIL @I1@'].join('\n'), 'exchange.pedigree_cycle'],
    ['of more lines than any list', `x${'\n'.repeat(3_000_001)}`, 'exchange.too_many_lines'],
    ['of nothing but broken lines', [...family, ...Array.from({ length: 20_002 }, () => 'x')].join('\n'), 'exchange.too_many_issues'],
  ])('a file %s is refused', (_, text, code) => {
    expect(codeOf(() => readGedcom(bytes(text), { fileName }))).toBe(code);
  });

  it('is not written with what it cannot hold', () => {
    const twins = { name: 'x', individuals: [{ id: 'a', sex: 'male' as const, father: null, mother: null }], monozygotic: [['a']] };
    expect(codeOf(() => writeGedcom(twins, { version: '7.0' }))).toBe('exchange.write_pedigree_extra');
    expect(codeOf(() => writeGedcom({ name: 'x', individuals: [{ id: 'a', sex: 'male', father: null, mother: null, profile: 'p' }] }, { version: '7.0' }))).toBe('exchange.write_profiles');
  });
});

const label = fc.constantFrom('8', '9', '9.3', '12');

describe('PED', () => {
  it('is read in both layouts, with a known allele alone and an untyped marker', () => {
    const { pedigrees, profiles } = readPed(bytes('# note\nF1 1 0 0 1 0 8 9.3 0 0\nF1 2 1 0 2 0 8 0 12 12\n'), { fileName, markers: ['TH01', 'FGA'] });
    expect(profiles).toEqual({ 'F1/1': { TH01: ['8', '9.3'] }, 'F1/2': { TH01: ['8', null], FGA: ['12', '12'] } });
    expect(pedigrees[0]?.individuals[1]).toEqual({ id: '2', father: '1', mother: null, sex: 'female', profile: 'F1/2' });
    expect(readPed(bytes('F1 1 0 0 0 0 0 2 1 0 8 8'), { fileName, layout: 'post' }).profiles).toEqual({ 'F1/1': { M1: ['8', '8'] } });
  });

  it('what is written is read back equal', () => {
    const markers = ['TH01', 'FGA'];
    fc.assert(fc.property(fc.array(individuals, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(label, fc.option(label)), { minLength: 50, maxLength: 50 }), (families, typed) => {
      const profiles: Record<string, Record<string, readonly [string, string | null]>> = {};
      const pedigrees = families.map((people, at) => ({ name: `F${at}`, individuals: people.map((one, index): Individual => {
        const genotype = typed[at * 8 + index];
        if (genotype === undefined || index % 3 === 2) return one;
        profiles[`F${at}/${one.id}`] = { [markers[index % 2] ?? '']: genotype };
        return { ...one, profile: `F${at}/${one.id}` };
      }) }));
      expect(readPed(bytes(writePed({ markers, pedigrees, profiles })), { fileName })).toEqual({ markers, pedigrees, profiles, issues: [] });
    }), { numRuns: 200 });
  });

  it.each([
    ['with five columns', 'F 1 0 0 1', 'exchange.ped_format'],
    ['with half a genotype column', 'F 1 0 0 1 0 8', 'exchange.ped_format'],
    ['with a circle of descent', 'F 1 2 0 1 0\nF 2 1 0 1 0', 'exchange.pedigree_cycle'],
  ])('a file %s is refused', (_, text, code) => {
    expect(codeOf(() => readPed(bytes(text), { fileName }))).toBe(code);
  });

  it('names the line that does not fit, and reads the others', () => {
    const { pedigrees, issues } = readPed(bytes('F 1 0 0 1 0\nF 2 0 0\nF 3 9 0 7 0'), { fileName });
    expect(pedigrees[0]?.individuals.map(({ id, father }) => [id, father])).toEqual([['1', null], ['3', null]]);
    expect(issues.map(({ code, place }) => [code, place.row])).toEqual([['exchange.row_width', 2], ['exchange.pedigree_sex', 3], ['exchange.pedigree_person_unknown', undefined]]);
  });
});

const field = (most: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom('A', 'b', 'Ї', '0', '&', '<', '>', '"', "'", ']', ' ', '-'), minLength: 1, maxLength: most }).map((text) => text.trim()).filter((text) => text !== '');
const locus = fc.record({ name: fc.constantFrom('TH01', 'FGA', 'Penta E'), kit: fc.option(field(32)), batch: fc.option(field(32)), readBy: field(20), readAt: fc.constant('2026-01-02T03:04:05'), alleles: fc.array(label, { minLength: 1, maxLength: 8 }) });
const specimen = fc.record({ id: field(24), category: fc.constantFrom('Unidentified Person', 'Biological Mother'), comment: fc.option(field(255)), isPartial: fc.boolean(), sourceId: fc.option(field(10)), caseId: fc.option(field(32)), loci: fc.array(locus, { maxLength: 3 }) });
const cmf = fc.record({
  version: fc.constant('3.2'), messageType: fc.constant('Import'), destination: field(10), sourceLab: field(10), submittedBy: field(20), submittedAt: fc.constant('2026-01-02T03:04:05Z'),
  batch: fc.option(field(32)), kit: fc.option(field(32)), specimens: fc.uniqueArray(specimen, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
});

const small = (specimens: string): string => `<?xml version="1.0"?><CODISImportFile xmlns="urn:CODISImportFile-schema"><HEADERVERSION>3.2</HEADERVERSION>${specimens}</CODISImportFile>`;

describe('CODIS CMF', () => {
  it('gives specimens as profiles with the usual names of markers', () => {
    const xml = small('<SPECIMEN PARTIAL="true"><SPECIMENID>S-1</SPECIMENID><SPECIMENCATEGORY>Unidentified Person</SPECIMENCATEGORY><LOCUS><LOCUSNAME>Amelogenin</LOCUSNAME><ALLELE><ALLELEVALUE>X</ALLELEVALUE></ALLELE><ALLELE><ALLELEVALUE>Y</ALLELEVALUE></ALLELE></LOCUS><LOCUS><LOCUSNAME>THO1</LOCUSNAME><ALLELE><ALLELEVALUE>9.3</ALLELEVALUE></ALLELE><ALLELE><ALLELEVALUE>6</ALLELEVALUE></ALLELE></LOCUS></SPECIMEN>');
    const { profiles, file } = readCmf(bytes(xml), { fileName });
    expect(file.specimens[0]).toMatchObject({ id: 'S-1', isPartial: true, category: 'Unidentified Person' });
    expect(profiles[0]).toMatchObject({ sample: 'S-1', amelogenin: 'XY', markers: { TH01: ['6', '9.3'] } });
  });

  it('what is written is read back equal, signs of XML included', () => {
    fc.assert(fc.property(cmf, (file) => { expect(readCmf(bytes(writeCmf(file)), { fileName }).file).toEqual(file); }), { numRuns: 200 });
  });

  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  it.each([
    ['with an entity bomb', `<?xml version="1.0"?>${bomb}<CODISImportFile xmlns="urn:CODISImportFile-schema">&b;</CODISImportFile>`, 'exchange.xml_doctype'],
    ['with a document type that does not end', `<!DOCTYPE x [${'<!ENTITY a "b">'.repeat(1000)}`, 'exchange.xml_doctype'],
    ['with a file to be fetched', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><CODISImportFile/>', 'exchange.xml_doctype'],
    ['with an entity that nobody defined', small('&b;'), 'exchange.xml_damaged'],
    ['that does not end', small('<SPECIMEN>'), 'exchange.xml_damaged'],
    ['nested without end', '<a>'.repeat(100_000), 'exchange.xml_damaged'],
    ['with a text without end', small(`<SPECIMENID>${'x'.repeat(40_000)}</SPECIMENID>`), 'exchange.line_too_long'],
    ['of another kind', '<html/>', 'exchange.cmf_format'],
    ['of version 1', small('').replace('3.2', '1.0'), 'exchange.cmf_version'],
  ])('a file %s is refused', (_, text, code) => {
    expect(codeOf(() => readCmf(bytes(text), { fileName }))).toBe(code);
  });

  it('is not written with fields that are missing or too long', () => {
    const [file] = fc.sample(cmf, { numRuns: 1, seed: 1 });
    if (file === undefined) throw new Error('no sample');
    expect(codeOf(() => writeCmf({ ...file, destination: '' }))).toBe('exchange.write_text');
    expect(codeOf(() => writeCmf({ ...file, destination: 'x'.repeat(11) }))).toBe('exchange.write_text');
    expect(codeOf(() => writeCmf({ ...file, submittedAt: 'today' }))).toBe('exchange.write_text');
    expect(codeOf(() => writeCmf({ ...file, specimens: [] }))).toBe('exchange.cmf_specimens');
  });
});

describe('frequency tables', () => {
  it('what is written is read back to the last digit', () => {
    const share = fc.double({ min: 1e-6, max: 1, noNaN: true });
    const table = fc.uniqueArray(fc.constantFrom('TH01', 'FGA', 'D3S1358'), { minLength: 1 }).chain((names) => fc.tuple(...names.map((name) => fc.record({
      name: fc.constant(name), sampleSize: fc.option(fc.integer({ min: 1, max: 99_999 })),
      entries: fc.uniqueArray(fc.tuple(fc.constantFrom('6', '9', '9.3', '10', '12.2'), share), { minLength: 1, selector: ([allele]) => allele }),
    }))));
    fc.assert(fc.property(table, (made) => {
      const markers = made.map(({ name, sampleSize, entries }) => ({ name, sampleSize, ...sorted(entries) }));
      expect(readFrequencyTable(bytes(writeFrequencyTable(markers)), { fileName: 'f.csv' }).markers).toEqual(markers);
    }), { numRuns: 200 });
  });

  it('are not written with a share above one or an allele that would be read as another', () => {
    const marker = { name: 'TH01', alleles: ['9'], freqs: [1.5], sampleSize: null };
    expect(codeOf(() => writeFrequencyTable([marker]))).toBe('exchange.frequency_value');
    expect(codeOf(() => writeFrequencyTable([{ ...marker, alleles: ['9.0'], freqs: [1] }]))).toBe('exchange.write_alleles');
  });
});

function sorted(entries: readonly (readonly [string, number])[]): { alleles: string[]; freqs: number[] } {
  const ordered = [...entries].sort(([a], [b]) => Number(a) - Number(b));
  return { alleles: ordered.map(([allele]) => allele), freqs: ordered.map(([, freq]) => freq) };
}
