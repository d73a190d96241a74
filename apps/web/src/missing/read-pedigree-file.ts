import { readFam, readGedcom, readPed, type Issue } from '@imena/exchange';
import type { PedigreeMember } from '@imena/record';

/** One pedigree of a file, as members of a family; nobody is missing and no one's state is known until a person says so. */
export interface FilePedigree {
  readonly name: string;
  readonly members: readonly PedigreeMember[];
}

export interface PedigreeFile {
  readonly pedigrees: readonly FilePedigree[];
  readonly issues: readonly Issue[];
}

interface Person {
  readonly id: string;
  readonly father: string | null;
  readonly mother: string | null;
  readonly sex: PedigreeMember['sex'];
  readonly label: string;
}

/** The pedigrees of a Familias (.fam), GEDCOM (.ged) or PED file, by its ending. Genotypes in it are not taken. @throws Problem `exchange.*` */
export function readPedigreeFile(bytes: Uint8Array, fileName: string): PedigreeFile {
  if (/\.fam$/i.test(fileName)) return fromFam(bytes, fileName);
  if (/\.(ged|gedcom)$/i.test(fileName)) {
    const { pedigree, names, issues } = readGedcom(bytes, { fileName });
    return { pedigrees: [toFamily(fileName, pedigree.individuals.map((one) => ({ ...one, label: names[one.id] ?? one.id })))], issues };
  }
  const { pedigrees, issues } = readPed(bytes, { fileName });
  return { pedigrees: pedigrees.map(({ name, individuals }) => toFamily(name, individuals.map((one) => ({ ...one, label: one.id })))), issues };
}

interface Relation {
  readonly parent: string;
  readonly child: string;
}

/** Hypotheses of a case and families of a DVI part alike: each is one drawing. */
function fromFam(bytes: Uint8Array, fileName: string): PedigreeFile {
  const { file, issues } = readFam(bytes, { fileName });
  const hypotheses = file.pedigrees.map((one) => toFamily(one.name, withParents(file.persons, [...file.known.relations, ...one.relations])));
  const families = (file.dvi?.families ?? []).flatMap((family) => family.pedigrees.map((one) => toFamily(`${family.name}: ${one.name}`, withParents(family.persons, one.relations))));
  return { pedigrees: [...hypotheses, ...families], issues };
}

/** Relations may name persons whom the file does not list: additional ones, and the missing person. */
function withParents(listed: readonly { readonly name: string; readonly sex: PedigreeMember['sex'] }[], relations: readonly Relation[]): Person[] {
  const sexOf = new Map<string, PedigreeMember['sex']>(relations.flatMap(({ parent, child }) => [[parent, sexInName(parent)], [child, sexInName(child)]] as const));
  for (const { name, sex } of listed) sexOf.set(name, sex);
  return [...sexOf].map(([name, sex]) => {
    const parents = relations.filter(({ child }) => child === name).map(({ parent }) => parent);
    const mother = parents.find((one) => sexOf.get(one) === 'female') ?? null;
    const father = parents.find((one) => one !== mother && sexOf.get(one) !== 'female') ?? null;
    return { id: name, label: name, sex, father, mother };
  });
}

/** The program names additional persons by their sex. */
function sexInName(name: string): PedigreeMember['sex'] {
  return /^extra female/i.test(name) ? 'female' : /^extra male/i.test(name) ? 'male' : 'unknown';
}

/** Ids of a drawing are short and plain; names stay as labels. A person has two parents or none: where a file names one, the other is drawn without a name. */
function toFamily(name: string, persons: readonly Person[]): FilePedigree {
  const ids = new Map(persons.map((one, place) => [one.id, `p${String(place + 1)}`]));
  const unnamed: PedigreeMember[] = [];
  const parentId = (id: string | null, { other, sex }: { readonly other: string | null; readonly sex: 'male' | 'female' }): string | null => {
    const known = id === null ? undefined : ids.get(id);
    if (known !== undefined || other === null || !ids.has(other)) return known ?? null;
    const added: PedigreeMember = { id: `p${String(persons.length + unnamed.length + 1)}`, father: null, mother: null, sex, state: 'unknown' };
    unnamed.push(added);
    return added.id;
  };
  const members = persons.map(({ id, father, mother, sex, label }): PedigreeMember => ({
    id: ids.get(id) ?? id, sex, label: label.slice(0, 120), state: 'unknown', father: parentId(father, { other: mother, sex: 'male' }), mother: parentId(mother, { other: father, sex: 'female' }),
  }));
  return { name, members: [...members, ...unnamed] };
}
