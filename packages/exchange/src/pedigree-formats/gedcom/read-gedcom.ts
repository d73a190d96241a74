import type { Individual, Pedigree, Sex } from '@imena/kinship';
import { refuse } from '@imena/problem';
import { checkIssueCount, errorAt, visible, warningAt, type Issue } from '../../issue.ts';
import { refuseCycle } from '../check-pedigree.ts';
import { checkEntries, inFile, readLines, type PedigreeFileOptions } from '../text-file.ts';
import { pointer, readGedcomLines, under, type GedcomNode } from './gedcom-lines.ts';

export interface GedcomResult {
  /** As the file states it. */
  readonly version: string;
  readonly pedigree: Pedigree;
  /** Names as written, by id; persons without one are absent. */
  readonly names: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

/** The type of reference number under which `writeGedcom` keeps ids. */
export const referenceType = 'Imena';

/**
 * Reads persons, sexes and parents by birth from GEDCOM 5.5, 5.5.1 and 7. Everything else in the file (events, places,
 * notes, adoptions) is passed over; parents not by birth are told. Whoever has two families of birth, or parents of one
 * sex, is given no parents, with an issue; so is a file without its last line (TRLR), which was cut short.
 *
 * Refuses with `exchange.gedcom_version`, `exchange.gedcom_charset`, `exchange.pedigree_person_twice`,
 * `exchange.pedigree_cycle` and the codes of `readLines`. Source: FamilySearch GEDCOM 5.5.1 (2019) and 7.0.
 */
export function readGedcom(bytes: Uint8Array, options: PedigreeFileOptions): GedcomResult {
  const lines = readLines(bytes, options);
  return inFile(options.fileName, () => {
    const issues: Issue[] = [];
    const records = readGedcomLines(lines, { file: options.fileName, issues });
    if (records.at(-1)?.tag !== 'TRLR') issues.push(errorAt({ file: options.fileName, row: lines.length }, 'exchange.gedcom_cut_short'));
    const version = readHead(records[0] ?? null, { lines, isDeclared: options.encoding !== undefined });
    const persons = readPersons(records, { version, file: options.fileName, issues });
    const families = new Map(records.flatMap((record) => (record.tag === 'FAM' && record.xref !== null ? [[record.xref, record] as const] : [])));
    const births = readBirths(persons, families, { file: options.fileName, issues });
    const individuals = [...persons.values()].map((person): Individual => {
      const parents = parentsOf(person, { births, families, persons, file: options.fileName, issues });
      checkIssueCount(issues);
      return { id: person.id, ...parents, sex: person.sex };
    });
    refuseCycle(individuals);
    const names = Object.fromEntries([...persons.values()].flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
    return { version, pedigree: { name: options.fileName, individuals }, names, issues };
  });
}

function readHead(head: GedcomNode | null, { lines, isDeclared }: { lines: readonly string[]; isDeclared: boolean }): string {
  const version = under(head, 'GEDC', 'VERS')?.value.trim() ?? '';
  if (head?.tag !== 'HEAD' || !/^(5\.5(\.\d)?|7\.\d+(\.\d+)?)$/.test(version)) refuse('exchange.gedcom_version', { version: visible(version) }, { row: 1 });
  const charset = under(head, 'CHAR');
  const isUnicode = charset === null || /^(UTF-?8|UNICODE|ASCII)$/i.test(charset.value.trim());
  // ANSEL and its like are read where they hold nothing but ASCII; bytes beyond would be taken for other letters.
  if (!isUnicode && !isDeclared && lines.some((line) => /[^\0-\x7f]/.test(line))) refuse('exchange.gedcom_charset', { charset: visible(charset.value) }, { row: charset.row });
  return version;
}

interface Person {
  readonly id: string;
  readonly sex: Sex;
  readonly name: string | null;
  readonly record: GedcomNode;
}

interface Place {
  readonly file: string;
  readonly issues: Issue[];
}

const sexes: Readonly<Record<string, Sex>> = { M: 'male', F: 'female', U: 'unknown', X: 'unknown' };

function readPersons(records: readonly GedcomNode[], { version, file, issues }: Place & { readonly version: string }): ReadonlyMap<string, Person> {
  const persons = new Map<string, Person>();
  const ids = new Set<string>();
  const plain = (text: string): string => (version.startsWith('7') ? text.replace(/^@@/, '@') : text.replaceAll('@@', '@'));
  for (const record of records) {
    if (record.tag !== 'INDI') continue;
    if (record.xref === null) {
      issues.push(errorAt({ file, row: record.row }, 'exchange.gedcom_line', { text: 'INDI' }));
      continue;
    }
    const reference = record.under.find((one) => one.tag === 'REFN' && under(one, 'TYPE')?.value === referenceType);
    const id = reference === undefined ? record.xref : plain(reference.value);
    if (ids.has(id) || persons.has(record.xref)) refuse('exchange.pedigree_person_twice', { person: visible(id) }, { row: record.row });
    ids.add(id);
    const stated = under(record, 'SEX');
    const sex = stated === null ? 'unknown' : sexes[stated.value.trim().toUpperCase()];
    if (sex === undefined) issues.push(warningAt({ file, row: stated?.row ?? record.row, column: 'SEX' }, 'exchange.pedigree_sex', { text: visible(stated?.value ?? '') }));
    const name = under(record, 'NAME')?.value;
    persons.set(record.xref, { id, sex: sex ?? 'unknown', name: name === undefined ? null : plain(name), record });
  }
  checkEntries(persons.size);
  return persons;
}

/** Families of birth by xref of the child: those that either side states and neither calls something else. */
function readBirths(persons: ReadonlyMap<string, Person>, families: ReadonlyMap<string, GedcomNode>, { file, issues }: Place): ReadonlyMap<string, ReadonlySet<string>> {
  const births = new Map<string, Set<string>>();
  const other = new Set<string>();
  const add = (child: string, family: string): void => { births.set(child, (births.get(child) ?? new Set()).add(family)); };
  for (const [xref, { record }] of persons) {
    for (const link of record.under) {
      const family = link.tag === 'FAMC' ? pointer(link) : null;
      if (family === null) continue;
      const kind = under(link, 'PEDI');
      if (kind === null || kind.value.trim().toUpperCase() === 'BIRTH') add(xref, family);
      else {
        other.add(`${xref} ${family}`);
        issues.push(warningAt({ file, row: kind.row, column: 'PEDI' }, 'exchange.gedcom_not_by_birth', { text: visible(kind.value) }));
      }
    }
  }
  for (const [family, record] of families) {
    for (const link of record.under) {
      const child = link.tag === 'CHIL' ? pointer(link) : null;
      if (child === null || other.has(`${child} ${family}`)) continue;
      if (persons.has(child)) add(child, family);
      else issues.push(errorAt({ file, row: link.row, column: 'CHIL' }, 'exchange.pedigree_person_unknown', { person: visible(child) }));
    }
  }
  return births;
}

type Parents = Pick<Individual, 'father' | 'mother'>;

interface Families extends Place {
  readonly births: ReadonlyMap<string, ReadonlySet<string>>;
  readonly families: ReadonlyMap<string, GedcomNode>;
  readonly persons: ReadonlyMap<string, Person>;
}

function parentsOf({ record, id }: Person, { births, families, persons, file, issues }: Families): Parents {
  const none: Parents = { father: null, mother: null };
  const [first, second] = births.get(record.xref ?? '') ?? [];
  if (first === undefined) return none;
  const family = families.get(first);
  if (second !== undefined || family === undefined) {
    issues.push(errorAt({ file, row: record.row, column: 'FAMC' }, second === undefined ? 'exchange.gedcom_no_family' : 'exchange.gedcom_two_families', { person: visible(id) }));
    return none;
  }
  const named = (tag: string): Person | null => {
    const link = under(family, tag);
    const parent = persons.get(pointer(link) ?? '') ?? null;
    if (parent === null && pointer(link) !== null) issues.push(errorAt({ file, row: link?.row ?? 0, column: tag }, 'exchange.pedigree_person_unknown', { person: visible(link?.value ?? '') }));
    return parent;
  };
  const [husband, wife] = [named('HUSB'), named('WIFE')];
  // The two roles are names of columns; what the sexes say goes before them.
  const isSwapped = husband?.sex === 'female' || wife?.sex === 'male';
  const [father, mother] = isSwapped ? [wife, husband] : [husband, wife];
  if (father?.sex === 'female' || mother?.sex === 'male' || (father !== null && father === mother)) {
    issues.push(errorAt({ file, row: family.row }, 'exchange.pedigree_parents', { person: visible(id) }));
    return none;
  }
  return { father: father?.id ?? null, mother: mother?.id ?? null };
}
