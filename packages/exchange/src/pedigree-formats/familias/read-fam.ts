import { refuse } from '@imena/problem';
import { checkIssueCount, errorAt, visible, type Issue } from '../../issue.ts';
import { inFile, readLines, type PedigreeFileOptions } from '../text-file.ts';
import { extraName, type FamFile, type FamGenotypes, type FamPedigree, type FamPerson, type FamRelation, type FamRelations, type FamResult } from './fam-file.ts';
import { LineCursor } from './line-cursor.ts';
import { readDatabase } from './read-fam-database.ts';
import { readDvi } from './read-fam-dvi.ts';

/**
 * Reads a `.fam` file of Familias 3: persons, pedigrees, frequency table with mutation models, and the DVI part with
 * unidentified persons and reference families (connected or not). Genotypes with an allele that the table does not hold
 * are left out with an issue.
 *
 * Refuses with `exchange.fam_*`, `exchange.pedigree_person_twice` and the codes of `readLines`. Source of the layout: files
 * of the program published with open packages (docs/flow/import.md).
 */
export function readFam(bytes: Uint8Array, options: PedigreeFileOptions): FamResult {
  const lines = readLines(bytes, options);
  return inFile(options.fileName, () => {
    if (!/^"Output from Familias/i.test(lines[0]?.trim() ?? '')) refuse('exchange.fam_not_familias', {}, { row: 1 });
    const issues: Issue[] = [];
    const cursor = new LineCursor(lines);
    cursor.text('title');
    cursor.text('notice');
    const stated = cursor.line('version');
    const version = stated.replace(/\s*\(DVI\)$/i, '');
    cursor.text('name');
    const drafts = readPersons(cursor);
    const names = drafts.map(({ name }) => name);
    const heading = cursor.text('Known relations');
    if (heading !== 'Known relations') refuse('exchange.fam_format', { text: visible(heading), field: 'Known relations' }, { row: cursor.row });
    const known = readRelations(cursor, names);
    const pedigrees = Array.from({ length: cursor.count('pedigrees') }, () => readPedigree(cursor, names));
    const database = readDatabase(cursor, options.fileName, issues);
    const persons = drafts.map((draft) => finish(draft, { markers: database.markers, file: options.fileName, issues }));
    const { dvi, settings } = readDvi(cursor, { isStated: stated !== version, markers: database.markers, file: options.fileName, issues });
    const file: FamFile = { version, persons, known, pedigrees, ...database, dvi, settings };
    return { file, issues };
  });
}

interface Draft extends Omit<FamPerson, 'genotypes'> {
  readonly typed: readonly { readonly row: number; readonly marker: number; readonly alleles: readonly [number, number] }[];
}

/** Genotypes are numbers into a table that comes later in the file. */
function readPersons(cursor: LineCursor): readonly Draft[] {
  const seen = new Set<string>();
  return Array.from({ length: cursor.count('persons') }, () => {
    const name = cursor.text('person');
    if (seen.has(name)) refuse('exchange.pedigree_person_twice', { person: visible(name) }, { row: cursor.row, field: 'person' });
    seen.add(name);
    const isChild = cursor.flag('child');
    const birthYear = cursor.integer('year of birth');
    const flag = cursor.flag('flag');
    const sex = cursor.flag('male') ? 'male' : 'female';
    const typed = Array.from({ length: cursor.count('typed markers') }, () => {
      const alleles = [cursor.integer('allele 1'), cursor.integer('allele 2')] as const;
      return { alleles, marker: cursor.integer('marker'), row: cursor.row };
    });
    return { name, isChild, birthYear, flag, sex, typed };
  });
}

function finish({ typed, ...person }: Draft, { markers, file, issues }: { markers: FamFile['markers']; file: string; issues: Issue[] }): FamPerson {
  const genotypes: Record<string, readonly [string, string]> = {};
  for (const { row, marker, alleles } of typed) {
    const table = markers[marker];
    const [a, b] = alleles.map((at) => table?.alleles[at]);
    if (table === undefined || a === undefined || b === undefined) {
      const text = `${alleles[0]}, ${alleles[1]}`;
      issues.push(errorAt({ file, row, column: visible(person.name) }, 'exchange.fam_allele_number', { text, marker: table?.name ?? String(marker) }));
    } else if (genotypes[table.name] !== undefined) {
      issues.push(errorAt({ file, row, column: visible(person.name) }, 'exchange.pedigree_marker_twice', { marker: table.name }));
    } else genotypes[table.name] = [a, b];
    checkIssueCount(issues);
  }
  const known: FamGenotypes = genotypes;
  return { ...person, genotypes: known };
}

function readPedigree(cursor: LineCursor, names: readonly string[]): FamPedigree {
  cursor.integer('number of the pedigree');
  return { name: cursor.text('pedigree'), ...readRelations(cursor, names) };
}

/** Numbers beyond the persons are those the pedigree adds: women first. */
function readRelations(cursor: LineCursor, names: readonly string[]): FamRelations {
  const extraFemales = cursor.count('extra females');
  const extraMales = cursor.count('extra males');
  const all = [
    ...names,
    ...Array.from({ length: extraFemales }, (_, at) => extraName('female', at + 1)),
    ...Array.from({ length: extraMales }, (_, at) => extraName('male', at + 1)),
  ];
  const one = (field: string): string => {
    const at = cursor.integer(field);
    return all[at] ?? refuse('exchange.fam_person_number', { number: at }, { row: cursor.row, field });
  };
  const relations = Array.from({ length: cursor.count('relations') }, (): FamRelation => ({ parent: one('parent'), child: one('child') }));
  return { extraFemales, extraMales, relations };
}
