import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lnLikelihood, type KinshipCase } from '@imena/kinship';
import { ProblemError } from '@imena/problem';
import { describe, expect, it } from 'vitest';
import { caseToFam } from './case-to-fam.ts';
import type { FamFile } from './fam-file.ts';
import { famToCase } from './fam-to-case.ts';
import { readFam } from './read-fam.ts';
import { writeFam } from './write-fam.ts';
import { codeOf } from '../testing/code-of.ts';

const options = { fileName: 'synthetic.fam' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): ReturnType<typeof readFam> => readFam(bytes(text), options);

/** A synthetic case laid out as the program writes it: two hypotheses, one marker, a genotype by numbers. */
const paternity = [
  '"Output from Familias, version 3.3.1"', '"DO NOT EDIT!"', '3.3.1', '""', '3',
  '"Synthetic F"', '#FALSE#', '-1', '#FALSE#', '#TRUE#', '1', '0', '2', '0',
  '"Synthetic M"', '#FALSE#', '-1', '#FALSE#', '#FALSE#', '0',
  '"Synthetic C"', '#TRUE#', '-1', '#FALSE#', '#TRUE#', '1', '2', '1', '0',
  '"Known relations"', '0', '0', '1', '1', '2', '2',
  '0', '"H1"', '0', '0', '1', '0', '2', '1', '"H2"', '0', '1', '1', '3', '2',
  '#FALSE# (#Databases: 1 ;Theta/Kinship/Fst: 0.02 )', '1', '#TRUE#', '"Synthetic table"',
  '"TH01"', '0.001', '0.002', '4', '4', '3', '0.1', '0.1', '1e-006', '1e-006', '#FALSE#', '0',
  '3\t(DatabaseSize = 1000 , Dropout probability = 0 , Minor allele frequency = 0 )', '"8"', '0.25', '"9"', '0.25', '"9.3"', '0.5',
  '[Advanced]', '[[Other]]', 'NumberOfDecimals= 10',
];

const dvi = (...persons: readonly string[]): string => [
  ...paternity.slice(0, 2), '3.3.1 (DVI)', '""', '0', '"Known relations"', '0', '0', '0', '0',
  ...paternity.slice(paternity.indexOf('#FALSE# (#Databases: 1 ;Theta/Kinship/Fst: 0.02 )'), paternity.indexOf('[Advanced]')),
  '', '[DVI]', ...persons, '[Advanced]', '[[Other]]', 'NumberOfDecimals= 10',
].join('\r\n');

const unidentified = ['[[Unidentified persons]]', 'nPersons= 1', '[[[Person 1 ]]]', 'Name= V1', 'Gender= Male', '[[[[DNA data]]]]', 'nSystems= 1', 'SystemName= TH01', 'Allele1= 8', 'Allele2= 9.3'];
const family = [
  '[[Reference Families]]', 'nFamilies= 1', '[[[Family 1 ]]]', 'Name= Family A', '[[[[Persons]]]]', 'nPersons= 2',
  '[[[[[Person 1]]]]]', 'Name= R1', 'Gender= Male', '[[[[[[DNA data]]]]]]', 'nSystems= 1', 'SystemName= TH01', 'Allele1= 9', 'Allele2= 9.3',
  '[[[[[Person 2]]]]]', 'Name= Spouse', 'Gender= Male', '[[[[[[DNA data]]]]]]', 'nSystems= 0',
  '[[[[Pedigrees]]]]', 'nPedigrees= 1', '[[[[[Pedigree 1]]]]]', 'Name= Reference pedigree', 'nRelations= 2',
  'Parent= Missing person', 'Child= R1', 'Parent= Spouse', 'Child= R1',
];

describe('a .fam file', () => {
  it('is read with its persons, hypotheses, table, theta and both mutation models', () => {
    const { file, issues } = read(paternity.join('\n'));
    expect(issues).toEqual([]);
    expect(file.persons.map(({ name, sex, genotypes }) => [name, sex, genotypes])).toEqual([
      ['Synthetic F', 'male', { TH01: ['8', '9.3'] }], ['Synthetic M', 'female', {}], ['Synthetic C', 'male', { TH01: ['9.3', '9'] }],
    ]);
    expect(file.pedigrees.map(({ relations }) => relations)).toEqual([
      [{ parent: 'Synthetic F', child: 'Synthetic C' }], [{ parent: 'extra male 1', child: 'Synthetic C' }],
    ]);
    expect(file.theta).toBe(0.02);
    expect(file.markers[0]).toMatchObject({ name: 'TH01', freqs: [0.25, 0.25, 0.5], female: { model: 4, rate: 0.001, rate2: 1e-6 }, male: { rate: 0.002 } });
    const { case: made } = famToCase(file, { id: 'x', ...options });
    expect(made.pedigrees[1]?.individuals.find(({ id }) => id === 'Synthetic C')).toMatchObject({ father: 'extra male 1', mother: 'Synthetic M' });
    expect(made.markers[0]?.mutation?.male).toEqual({ model: 'stepwise', rate: 0.002, rate2: 1e-6, range: 0.1 });
  });

  it('gives the closed-form ratio of its hypotheses: the father shares one allele of two, the other is not his', () => {
    const { file } = read(paternity.join('\n').replace('0.02 )', '0 )').replaceAll('\n0.001\n0.002\n', '\n0\n0\n').replaceAll('1e-006', '0'));
    const { case: made } = famToCase(file, { id: 'x', ...options });
    const [h1, h2] = made.pedigrees.map((pedigree) => lnLikelihood({ pedigree, markers: made.markers, profiles: made.profiles }));
    // Child 9.3,9 of father 8,9.3: 1/2 x p(9) = 1/8; of an unrelated man: 2 p(9.3) p(9) = 1/4.
    expect(Math.exp((h1?.total ?? Number.NaN) - (h2?.total ?? Number.NaN))).toBeCloseTo(0.125 / 0.25, 12);
  });

  it('with a DVI part is read with the remains, and a missing person whom only relations name', () => {
    const { file, issues } = read(dvi(...unidentified, '[[Notes]]', 'nFamilies= 1', '', ...family));
    expect(issues).toEqual([]);
    const made = famToCase(file, { id: 'x', ...options });
    expect(made.issues).toEqual([]);
    expect(made.case['dvi']).toMatchObject({
      pm: [{ id: 'V1', sex: 'male', profile: 'PM/V1' }], missing: ['Missing person'],
      am: [{ name: 'Family A', individuals: [{ id: 'R1', father: 'Spouse', mother: 'Missing person' }, {}, { id: 'Missing person', sex: 'female' }] }],
    });
  });

  it('names file, line and field of what it leaves out', () => {
    const { file, issues } = read(dvi(...unidentified.map((line) => line.replace('Allele2= 9.3', 'Allele2= 77')), '[[Reference Families]]', 'nFamilies= 0'));
    expect(file.dvi?.unidentified[0]?.samples).toEqual([]);
    expect(issues.map(({ code, place }) => [code, place.file, place.column])).toEqual([['exchange.pedigree_allele_unknown', 'synthetic.fam', 'TH01']]);
    expect(dvi(...unidentified).split('\r\n')[(issues[0]?.place.row ?? 0) - 1]).toBe('SystemName= TH01');
  });

  it('cut short anywhere is refused or told as an error, but for the settings at its end', () => {
    const lines = dvi(...unidentified, ...family).split('\r\n');
    const whole = read(lines.join('\r\n')).file;
    let cut = 0;
    for (let end = 2; end < lines.length; end++) {
      try {
        const { file, issues } = read(lines.slice(0, end).join('\r\n'));
        if (issues.some(({ severity }) => severity === 'error')) cut += 1;
        else expect({ ...file, settings: whole.settings }).toEqual(whole);
      } catch (error) {
        expect(error).toBeInstanceOf(ProblemError);
        cut += 1;
      }
    }
    expect(cut).toBeGreaterThan(20);
  });

  it('with samples of one person that differ leaves the marker out and says so', () => {
    const second = unidentified.slice(2).map((line) => line.replace('Name= V1', 'Name= V1 [sample 2]').replace('Allele1= 8', 'Allele1= 9'));
    const { file } = read(dvi(...unidentified.with(1, 'nPersons= 2'), ...second));
    expect(file.dvi?.unidentified.map(({ name, samples }) => [name, samples.length])).toEqual([['V1', 2]]);
    const { case: made, issues } = famToCase(file, { id: 'x', ...options });
    expect(issues.map(({ code }) => code)).toEqual(['exchange.fam_samples_differ']);
    expect(made.profiles).toEqual({});
  });

  it.each([
    ['cut short', paternity.slice(0, 40).join('\n'), 'exchange.fam_cut_short'],
    ['of another program', 'hello', 'exchange.fam_not_familias'],
    ['empty', '  ', 'exchange.pedigree_not_text'],
    ['stating a billion persons', paternity.with(4, '1000000000').join('\n'), 'exchange.too_many_entries'],
    ['stating minus one person', paternity.with(4, '-1').join('\n'), 'exchange.fam_format'],
    ['with a decimal comma', paternity.join('\n').replace('0.25', '0,25'), 'exchange.fam_format'],
    ['with a frequency above one', paternity.join('\n').replace('0.25', '1.25'), 'exchange.frequency_value'],
    ['with one person twice', paternity.join('\n').replace('Synthetic M', 'Synthetic F'), 'exchange.pedigree_person_twice'],
    ['with a relation to nobody', paternity.with(34, '9').join('\n'), 'exchange.fam_person_number'],
    ['with two tables', paternity.join('\n').replace('#Databases: 1', '#Databases: 2'), 'exchange.fam_databases'],
    ['with a line without end', `${paternity.slice(0, 4).join('\n')}\n"${'x'.repeat(40_000)}"`, 'exchange.line_too_long'],
  ])('%s is refused', (_, text, code) => {
    expect(codeOf(() => read(text))).toBe(code);
  });

  it('broken anywhere is read or refused in words, never otherwise', () => {
    const whole = dvi(...unidentified, ...family);
    fc.assert(fc.property(fc.nat(whole.length), fc.nat(60), fc.string({ maxLength: 20 }), (at, cut, put) => {
      codeOf(() => famToCase(read(whole.slice(0, at) + put + whole.slice(at + cut)).file, { id: 'x', ...options }));
    }), { numRuns: 500 });
  });
});

const name = fc.stringMatching(/^[A-Za-zА-Яа-яІіЇї0-9][A-Za-zА-Яа-я0-9 _.=#-]{0,10}[A-Za-z0-9]$/);
const rate = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const mutation = fc.record({ model: fc.nat(4), rate, range: rate, rate2: rate });
const marker = fc.record({ name, alleles: fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), female: mutation, male: mutation, silent: fc.option(rate), databaseSize: fc.nat(9999), dropOut: rate, minorAlleleFrequency: rate })
  .map((one) => ({ ...one, freqs: one.alleles.map((_, at) => (at + 1) / 10) }));
const base = fc.record({
  names: fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), families: fc.uniqueArray(name, { maxLength: 3 }),
  markers: fc.uniqueArray(marker, { minLength: 1, maxLength: 3, selector: (one) => one.name }), databaseName: fc.option(name), theta: fc.double({ min: 0, max: 0.9, noNaN: true }).map((value) => value + 0),
});
const anyFile = base.chain(({ names, families, ...head }) => {
  const genotypes = fc.tuple(...head.markers.map((one) => fc.tuple(fc.constantFrom(...one.alleles), fc.constantFrom(...one.alleles)))).map((typed) => Object.fromEntries(head.markers.map((one, at): [string, readonly [string, string]] => [one.name, typed[at] ?? ['', '']])));
  const relation = fc.record({ parent: fc.constantFrom(...names), child: fc.constantFrom(...names) });
  const relations = fc.array(relation, { maxLength: 6 });
  const subjects = fc.tuple(...names.map((one) => fc.record({ name: fc.constant(one), sex: fc.constantFrom('male' as const, 'female' as const, 'unknown' as const), samples: fc.array(genotypes, { maxLength: 3 }) })));
  const block = fc.record({ extraFemales: fc.nat(2), extraMales: fc.nat(2), relations });
  return fc.record({
    markers: fc.constant(head.markers), databaseName: fc.constant(head.databaseName), theta: fc.constant(head.theta),
    version: fc.constantFrom('3.2.9', '3.3.1'), known: block, pedigrees: fc.array(fc.tuple(name, block).map(([title, rest]) => ({ name: title, ...rest })), { maxLength: 3 }),
    persons: fc.tuple(...names.map((one) => fc.record({ name: fc.constant(one), sex: fc.constantFrom('male' as const, 'female' as const), isChild: fc.boolean(), flag: fc.boolean(), birthYear: fc.integer({ min: -1, max: 2030 }), genotypes }))),
    dvi: fc.option(fc.record({ unidentified: subjects, families: fc.tuple(...families.map((title) => fc.record({ name: fc.constant(title), persons: subjects, pedigrees: fc.array(fc.record({ name, relations }), { maxLength: 2 }) }))) })),
    settings: fc.constantFrom([], ['[Advanced]', '[[Other]]', 'NumberOfDecimals= 10']),
  });
});

describe('writing a .fam file', () => {
  it('loses nothing: what is written is read back equal, with families in several components and several samples of a person', () => {
    fc.assert(fc.property(anyFile, (file: FamFile) => {
      const back = read(writeFam(file));
      expect(back.file).toEqual(file);
      expect(back.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    }), { numRuns: 150 });
  });

  it.each([
    ['a name with a quotation mark', (file: FamFile) => ({ ...file, persons: file.persons.map((one) => ({ ...one, name: 'a"b' })) }), 'exchange.write_text'],
    ['a name with a line end', (file: FamFile) => ({ ...file, persons: file.persons.map((one) => ({ ...one, name: 'a\nb' })) }), 'exchange.write_text'],
    ['two persons of one name', (file: FamFile) => ({ ...file, persons: [...file.persons, ...file.persons] }), 'exchange.pedigree_person_twice'],
    ['a number that is none', (file: FamFile) => ({ ...file, theta: Number.NaN }), 'exchange.write_number'],
    ['settings that hold a DVI part', (file: FamFile) => ({ ...file, settings: ['[DVI]'] }), 'exchange.write_text'],
  ])('refuses %s', (_, change, code) => {
    expect(codeOf(() => writeFam(change(read(paternity.join('\n')).file)))).toBe(code);
  });
});

const cases = resolve(import.meta.dirname, '../../../../../../shared/cases/kinship');

describe.skipIf(!existsSync(cases))('the reference cases (skipped where ../shared is absent)', () => {
  it('go into .fam and come back with the same families, profiles, frequencies and models, or are refused in words', () => {
    const refused = new Map<string, number>();
    let same = 0;
    for (const file of readdirSync(cases).filter((one) => /^[abde]-.*\.json$/.test(one))) {
      const given = JSON.parse(readFileSync(join(cases, file), 'utf8')) as KinshipCase;
      if (given.markers.some(({ chrom }) => chrom === 'X')) continue;
      let text = '';
      const code = codeOf(() => { text = writeFam(caseToFam({ ...given, pedigrees: Array.isArray(given.pedigrees) ? given.pedigrees : [] })); });
      if (code !== 'nothing') {
        refused.set(code, (refused.get(code) ?? 0) + 1);
        continue;
      }
      const back = famToCase(read(text).file, { id: given.id, fileName: file });
      expect(back.issues.filter(({ severity }) => severity === 'error'), file).toEqual([]);
      expect(back.case.markers.map((one) => [one.name, one.alleles.length, one.mutation?.male.rate ?? 0])).toEqual(given.markers.map((one) => [one.name, one.alleles.length, one.mutation?.male.rate ?? 0]));
      if (given['dvi'] === undefined) {
        expect(back.case.profiles, file).toEqual(Object.fromEntries(Object.entries(given.profiles).filter(([, one]) => Object.keys(one).length > 0)));
        for (const [at, pedigree] of given.pedigrees.entries()) expect(back.case.pedigrees[at]?.individuals).toEqual(expect.arrayContaining(pedigree.individuals.map(({ id, father, mother, sex }) => expect.objectContaining({ id, father, mother, sex }) as unknown)));
      }
      same++;
    }
    expect(same).toBeGreaterThan(60);
    expect([...refused.keys()].filter((code) => !code.startsWith('exchange.write_'))).toEqual([]);
  });
});
