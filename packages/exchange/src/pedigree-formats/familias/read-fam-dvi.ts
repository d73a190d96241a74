import { refuse } from '@imena/problem';
import type { Sex } from '@imena/kinship';
import { checkIssueCount, errorAt, visible, warningAt, type Issue } from '../../issue.ts';
import { missingPersonName, sampleForm, type FamDvi, type FamFamily, type FamGenotypes, type FamMarker, type FamRelation, type FamSubject } from './fam-file.ts';
import type { LineCursor } from './line-cursor.ts';

interface Entry {
  readonly key: string;
  readonly value: string;
  readonly row: number;
}

/** A heading in as many brackets as it lies deep, with what stands under it. */
interface Section {
  readonly title: string;
  readonly depth: number;
  readonly row: number;
  readonly entries: Entry[];
  readonly sections: Section[];
}

interface Place {
  readonly file: string;
  readonly issues: Issue[];
}

interface Context extends Place {
  /** The labels of each marker of the frequency table. */
  readonly alleles: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * What follows the frequency table: the DVI part, read, and the program's settings, kept as lines.
 * @param isStated the head of the file says that it has a DVI part
 */
export function readDvi(cursor: LineCursor, { markers, isStated, ...place }: Place & { readonly markers: readonly FamMarker[]; readonly isStated: boolean }): { dvi: FamDvi | null; settings: readonly string[] } {
  const context: Context = { ...place, alleles: new Map(markers.map((one) => [one.name, new Set(one.alleles)])) };
  const lines = cursor.rest();
  const start = lines.findIndex((line) => line.trim() === '[DVI]');
  const after = lines.findIndex((line, at) => at > start && /^\[[^[]/.test(line.trim()));
  const stop = after === -1 ? lines.length : after;
  const settings = lines.slice(stop).map((line) => line.trimEnd()).filter((line) => line !== '');
  if (start === -1) {
    if (isStated) place.issues.push(errorAt({ file: place.file }, 'exchange.fam_entry_missing', { field: '[DVI]' }));
    return { dvi: null, settings };
  }
  const root = readSections(lines.slice(start, stop), cursor.row + start + 1, context);
  return { dvi: { unidentified: readUnidentified(root, context), families: readFamilies(root, context) }, settings };
}

function readSections(lines: readonly string[], firstRow: number, { file, issues }: Context): Section {
  const root: Section = { title: '', depth: 0, row: firstRow, entries: [], sections: [] };
  const open: Section[] = [root];
  lines.forEach((line, at) => {
    const row = firstRow + at;
    const heading = /^(\[{1,9})([^[\]]*)(\]{1,9})$/.exec(line.trim());
    if (heading !== null && heading[1]?.length === heading[3]?.length) {
      const section: Section = { title: heading[2]?.trim() ?? '', depth: heading[1]?.length ?? 0, row, entries: [], sections: [] };
      while ((open.at(-1)?.depth ?? 0) >= section.depth) open.pop();
      open.at(-1)?.sections.push(section);
      open.push(section);
      return;
    }
    if (line.trim() === '') return;
    const equals = line.indexOf('=');
    // Notes are free text of the program's user; they are passed over like everything under that heading.
    if (equals === -1) {
      if (open.at(-1)?.title !== 'Notes') issues.push(warningAt({ file, row }, 'exchange.fam_line_unknown', { text: visible(line.trim()) }));
    } else open.at(-1)?.entries.push({ key: line.slice(0, equals).trim(), value: line.slice(equals + 1).trim(), row });
    checkIssueCount(issues);
  });
  return root;
}

function find(section: Section, ...titles: readonly string[]): Section | null {
  let here: Section | null = section;
  for (const title of titles) here = here?.sections.find((one) => one.title === title) ?? null;
  return here;
}

/** A part that the program always writes: without it the file was cut short. */
function listOf(section: Section, title: string, { file, issues }: Context): Section | null {
  const found = find(section, title);
  if (found === null) issues.push(errorAt({ file, row: section.row }, 'exchange.fam_entry_missing', { field: title }));
  return found;
}

function valueOf(section: Section, key: string, { file, issues }: Context): string {
  const entry = section.entries.find((one) => one.key === key);
  if (entry === undefined || entry.value === '') issues.push(errorAt({ file, row: section.row, column: key }, 'exchange.fam_entry_missing', { field: key }));
  return entry?.value ?? '';
}

/** Says where a stated number of entries is not the number that is there; what is there counts. Fewer than stated, or no number, is a file cut short. */
function checkCount(section: Section, { key, found }: { key: string; found: number }, { file, issues }: Context): void {
  const stated = section.entries.find((one) => one.key === key);
  if (stated === undefined) issues.push(errorAt({ file, row: section.row, column: key }, 'exchange.fam_entry_missing', { field: key }));
  else if (Number(stated.value) !== found) {
    const at = Number(stated.value) < found ? warningAt : errorAt;
    issues.push(at({ file, row: stated.row, column: key }, 'exchange.fam_count', { stated: visible(stated.value), found }));
  }
}

function readUnidentified(root: Section, context: Context): readonly FamSubject[] {
  const section = listOf(find(root, 'DVI') ?? root, 'Unidentified persons', context);
  return section === null ? [] : readSubjects(section, context);
}

/** Persons of a list; entries named `X [sample 2]` are further samples of X. */
function readSubjects(section: Section, context: Context): readonly FamSubject[] {
  const { file, issues } = context;
  checkCount(section, { key: 'nPersons', found: section.sections.length }, context);
  const subjects = new Map<string, { name: string; sex: Sex; samples: FamGenotypes[] }>();
  for (const one of section.sections) {
    const name = valueOf(one, 'Name', context);
    if (name === '') continue;
    const sex = readSex(one, context);
    const samples = readSamples(one, context);
    const owner = subjects.get(sampleForm.exec(name)?.[1] ?? '');
    if (owner !== undefined) owner.samples.push(...samples);
    else if (subjects.has(name)) issues.push(errorAt({ file, row: one.row, column: 'Name' }, 'exchange.pedigree_person_twice', { person: visible(name) }));
    else subjects.set(name, { name, sex, samples });
    checkIssueCount(issues);
  }
  return [...subjects.values()];
}

function readSex(person: Section, context: Context): Sex {
  const text = valueOf(person, 'Gender', context);
  const sex = text.toLowerCase();
  if (sex === 'male' || sex === 'female') return sex;
  if (text !== '' && sex !== 'unknown') context.issues.push(warningAt({ file: context.file, row: person.row, column: 'Gender' }, 'exchange.pedigree_sex', { text: visible(text) }));
  return 'unknown';
}

function readSamples(person: Section, context: Context): FamGenotypes[] {
  const data = find(person, 'DNA data');
  if (data === null) return [];
  const { file, issues } = context;
  const genotypes: Record<string, readonly [string, string]> = {};
  const at = data.entries.flatMap((entry, index) => (entry.key === 'SystemName' ? [index] : []));
  checkCount(data, { key: 'nSystems', found: at.length }, context);
  for (const index of at) {
    const [system, first, second] = data.entries.slice(index, index + 3);
    const place = { file, row: system?.row ?? data.row, column: visible(system?.value ?? '') };
    const marker = system?.value ?? '';
    const known = context.alleles.get(marker);
    const alleles = [first?.key === 'Allele1' ? first.value : '', second?.key === 'Allele2' ? second.value : ''] as const;
    const outside = alleles.find((allele) => known?.has(allele) !== true);
    if (known === undefined) issues.push(errorAt(place, 'exchange.pedigree_marker_unknown', { marker: visible(marker) }));
    else if (genotypes[marker] !== undefined) issues.push(errorAt(place, 'exchange.pedigree_marker_twice', { marker }));
    else if (outside !== undefined) issues.push(errorAt(place, 'exchange.pedigree_allele_unknown', { text: visible(outside), marker }));
    else genotypes[marker] = alleles;
    checkIssueCount(issues);
  }
  return Object.keys(genotypes).length === 0 ? [] : [genotypes];
}

function readFamilies(root: Section, context: Context): readonly FamFamily[] {
  const section = listOf(find(root, 'DVI') ?? root, 'Reference Families', context);
  if (section === null) return [];
  checkCount(section, { key: 'nFamilies', found: section.sections.length }, context);
  const seen = new Set<string>();
  return section.sections.flatMap((family): readonly FamFamily[] => {
    const name = valueOf(family, 'Name', context);
    if (name === '') return [];
    if (seen.has(name)) refuse('exchange.fam_family_twice', { family: visible(name) }, { row: family.row });
    seen.add(name);
    const persons = find(family, 'Persons');
    const subjects = persons === null ? [] : readSubjects(persons, context);
    const names = new Set([...subjects.map((one) => one.name), missingPersonName]);
    const list = listOf(family, 'Pedigrees', context);
    if (list !== null) checkCount(list, { key: 'nPedigrees', found: list.sections.length }, context);
    const pedigrees = list?.sections.map((pedigree) => ({
      name: valueOf(pedigree, 'Name', context),
      relations: readRelations(pedigree, names, context),
    }));
    return [{ name, persons: subjects, pedigrees: pedigrees ?? [] }];
  });
}

function readRelations(pedigree: Section, names: ReadonlySet<string>, context: Context): readonly FamRelation[] {
  const relations: FamRelation[] = [];
  const found = pedigree.entries.filter(({ key }) => key === 'Parent').length;
  checkCount(pedigree, { key: 'nRelations', found }, context);
  for (const [at, parent] of pedigree.entries.entries()) {
    if (parent.key !== 'Parent') continue;
    const child = pedigree.entries[at + 1];
    const unknown = child?.key !== 'Child' ? '' : [parent.value, child.value].find((name) => !names.has(name));
    if (child === undefined || unknown !== undefined) {
      context.issues.push(errorAt({ file: context.file, row: parent.row, column: 'Parent' }, 'exchange.pedigree_person_unknown', { person: visible(unknown ?? '') }));
    } else relations.push({ parent: parent.value, child: child.value });
  }
  return relations;
}
