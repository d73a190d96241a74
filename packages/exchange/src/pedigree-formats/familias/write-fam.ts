import { refuse } from '@imena/problem';
import { checkWritable } from '../text-file.ts';
import { extraName, missingPersonName, sampleForm, type FamFamily, type FamFile, type FamGenotypes, type FamMarker, type FamRelation, type FamRelations, type FamSubject } from './fam-file.ts';

/** What no text of the file may hold: the quotation mark that ends it. */
const forbidden = /"/;

/**
 * Writes a `.fam` file that `readFam` reads back as it was: DVI part, families in several components, several samples of
 * one person (as entries named `X [sample 2]`). What the format cannot hold is refused, never left out.
 *
 * Refuses with `exchange.write_text`, `exchange.pedigree_person_twice`, `exchange.pedigree_person_unknown`,
 * `exchange.pedigree_marker_unknown`, `exchange.pedigree_allele_unknown`, `exchange.write_number`.
 */
export function writeFam(file: FamFile): string {
  const names = uniqueNames(file.persons.map(({ name }) => name));
  const lines = [
    quoted(`Output from Familias, version ${checkWritable(file.version, 'version', forbidden)}`),
    quoted('DO NOT EDIT!'),
    file.dvi === null ? file.version : `${file.version} (DVI)`,
    quoted(''),
    String(file.persons.length),
    ...file.persons.flatMap((person) => [
      quoted(person.name), flag(person.isChild), number(person.birthYear), flag(person.flag), flag(person.sex === 'male'),
      ...numberedGenotypes(person.genotypes, file.markers),
    ]),
    quoted('Known relations'),
    ...relationLines(file.known, names),
    String(file.pedigrees.length),
    ...file.pedigrees.flatMap((pedigree, at) => [String(at), quoted(checkWritable(pedigree.name, 'pedigree', forbidden)), ...relationLines(pedigree, names)]),
    `#FALSE# (#Databases: 1 ;Theta/Kinship/Fst: ${number(file.theta)} )`,
    String(uniqueNames(file.markers.map(({ name }) => name)).length),
    ...(file.databaseName === null ? [flag(false)] : [flag(true), quoted(file.databaseName === '' ? '' : checkWritable(file.databaseName, 'database', forbidden))]),
    ...file.markers.flatMap(markerLines),
    ...(file.dvi === null ? [] : ['', '[DVI]', '[[Unidentified persons]]', ...unidentifiedLines(file), ...familyLines(file)]),
    ...settingLines(file.settings),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Kept settings come after everything else: they begin with a heading of their own and hold no DVI part. */
function settingLines(settings: readonly string[]): readonly string[] {
  settings.forEach((line, at) => {
    checkWritable(line, 'settings', at === 0 ? /^(?!\[[^[])|^\[DVI\]/ : /^\[DVI\]/);
  });
  return settings;
}

function quoted(text: string): string {
  return `"${text}"`;
}

function flag(value: boolean): string {
  return value ? '#TRUE#' : '#FALSE#';
}

function number(value: number): string {
  return Number.isFinite(value) ? String(value) : refuse('exchange.write_number', { value: String(value) });
}

function uniqueNames(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  for (const name of names) {
    checkWritable(name, 'name', forbidden);
    if (seen.has(name)) refuse('exchange.pedigree_person_twice', { person: name });
    seen.add(name);
  }
  return names;
}

function numberedGenotypes(genotypes: FamGenotypes, markers: readonly FamMarker[]): readonly string[] {
  const typed = Object.entries(genotypes).flatMap(([name, alleles]) => {
    const at = markers.findIndex((marker) => marker.name === name);
    const marker = markers[at];
    if (marker === undefined) return refuse('exchange.pedigree_marker_unknown', { marker: name });
    return [...alleles.map((allele) => String(alleleNumber(marker, allele))), String(at)];
  });
  return [String(typed.length / 3), ...typed];
}

function alleleNumber(marker: FamMarker, allele: string): number {
  const at = marker.alleles.indexOf(allele);
  return at === -1 ? refuse('exchange.pedigree_allele_unknown', { text: allele, marker: marker.name }) : at;
}

function relationLines({ extraFemales, extraMales, relations }: FamRelations, names: readonly string[]): readonly string[] {
  const extras = [
    ...Array.from({ length: extraFemales }, (_, at) => extraName('female', at + 1)),
    ...Array.from({ length: extraMales }, (_, at) => extraName('male', at + 1)),
  ];
  const numbers = new Map([...names, ...extras].map((name, at) => [name, at]));
  const of = (name: string): string => String(numbers.get(name) ?? refuse('exchange.pedigree_person_unknown', { person: name }));
  return [String(extraFemales), String(extraMales), String(relations.length), ...relations.flatMap(({ parent, child }) => [of(parent), of(child)])];
}

function markerLines(marker: FamMarker): readonly string[] {
  const { female, male } = marker;
  const note = `(DatabaseSize = ${number(marker.databaseSize)} , Dropout probability = ${number(marker.dropOut)} , Minor allele frequency = ${number(marker.minorAlleleFrequency)} )`;
  if (new Set(marker.alleles).size !== marker.alleles.length || marker.alleles.length !== marker.freqs.length) {
    refuse('exchange.write_alleles', { marker: marker.name });
  }
  return [
    quoted(marker.name),
    ...[female.rate, male.rate, female.model, male.model, marker.alleles.length, female.range, male.range, female.rate2, male.rate2].map(number),
    flag(marker.silent !== null), number(marker.silent ?? 0),
    `${marker.alleles.length}\t${note}`,
    ...marker.alleles.flatMap((allele, at) => [quoted(checkWritable(allele, 'allele', forbidden)), number(marker.freqs[at] ?? Number.NaN)]),
  ];
}

function unidentifiedLines(file: FamFile): readonly string[] {
  const entries = subjectEntries(file.dvi?.unidentified ?? [], file.markers);
  return [`nPersons= ${entries.length}`, ...entries.flatMap((lines, at) => [heading(3, `Person ${at + 1} `), ...lines(4)])];
}

function heading(depth: number, title: string): string {
  return `${'['.repeat(depth)}${title}${']'.repeat(depth)}`;
}

/** The lines of each entry at a given depth of brackets: a person, and each further sample of them. */
function subjectEntries(subjects: readonly FamSubject[], markers: readonly FamMarker[]): readonly ((depth: number) => readonly string[])[] {
  uniqueNames(subjects.map(({ name }) => name));
  return subjects.flatMap(({ name, sex, samples }) => {
    // A name of that form would come back as a sample of somebody else.
    if (sampleForm.test(name)) refuse('exchange.write_text', { text: name, field: 'name' });
    const gender = { male: 'Male', female: 'Female', unknown: 'Unknown' }[sex];
    const typed = samples.filter((sample) => Object.keys(sample).length > 0);
    return (typed.length === 0 ? [{}] : typed).map((genotypes, at) => (depth: number) => [
      `Name= ${at === 0 ? name : sampleName(name, at + 1)}`, `Gender= ${gender}`, heading(depth, 'DNA data'), ...systemLines(genotypes, markers),
    ]);
  });
}

function sampleName(name: string, at: number): string {
  return `${name} [sample ${at}]`;
}

function systemLines(genotypes: FamGenotypes, markers: readonly FamMarker[]): readonly string[] {
  const typed = Object.entries(genotypes);
  return [`nSystems= ${typed.length}`, ...typed.flatMap(([name, alleles]) => {
    const marker = markers.find((one) => one.name === name);
    if (marker === undefined) return refuse('exchange.pedigree_marker_unknown', { marker: name });
    for (const allele of alleles) alleleNumber(marker, allele);
    return [`SystemName= ${name}`, `Allele1= ${alleles[0]}`, `Allele2= ${alleles[1]}`];
  })];
}

function familyLines({ dvi, markers }: FamFile): readonly string[] {
  const families = dvi?.families ?? [];
  uniqueNames(families.map(({ name }) => name));
  const notes = families.map(() => '');
  return [
    '[[Notes]]', `nFamilies= ${families.length}`, ...notes,
    '[[Reference Families]]', `nFamilies= ${families.length}`,
    ...families.flatMap((family, at) => [heading(3, `Family ${at + 1} `), `Name= ${family.name}`, ...oneFamily(family, markers)]),
  ];
}

function oneFamily({ persons, pedigrees }: FamFamily, markers: readonly FamMarker[]): readonly string[] {
  const entries = subjectEntries(persons, markers);
  const names = new Set([...persons.map(({ name }) => name), missingPersonName]);
  return [
    heading(4, 'Persons'), `nPersons= ${entries.length}`,
    ...entries.flatMap((lines, at) => [heading(5, `Person ${at + 1}`), ...lines(6)]),
    heading(4, 'Pedigrees'), `nPedigrees= ${pedigrees.length}`,
    ...pedigrees.flatMap(({ name, relations }, at) => [
      heading(5, `Pedigree ${at + 1}`), `Name= ${checkWritable(name, 'pedigree', forbidden)}`, `nRelations= ${relations.length}`,
      ...relations.flatMap((relation) => named(relation, names)),
    ]),
  ];
}

function named({ parent, child }: FamRelation, names: ReadonlySet<string>): readonly string[] {
  for (const person of [parent, child]) if (!names.has(person)) refuse('exchange.pedigree_person_unknown', { person });
  return [`Parent= ${parent}`, `Child= ${child}`];
}
