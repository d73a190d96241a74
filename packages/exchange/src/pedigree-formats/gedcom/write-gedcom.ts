import type { Individual, Pedigree } from '@imena/kinship';
import { refuse } from '@imena/problem';
import { checkBare } from '../check-pedigree.ts';
import { checkWritable } from '../text-file.ts';
import { referenceType } from './read-gedcom.ts';

export interface GedcomOptions {
  readonly version: '5.5.1' | '7.0';
  /** Names to write by id; without it the file names nobody. */
  readonly names?: Readonly<Record<string, string>>;
}

/**
 * Writes persons, sexes and parents as GEDCOM. Ids stand as reference numbers, so that `readGedcom` gives them back.
 * Genotypes have no place in GEDCOM: a pedigree with profile keys is refused, so that nobody believes them written.
 *
 * Refuses with `exchange.write_profiles`, `exchange.write_text`, `exchange.write_pedigree_extra`, `exchange.pedigree_*`.
 */
export function writeGedcom(pedigree: Pedigree, { version, names = {} }: GedcomOptions): string {
  checkBare(pedigree);
  if (pedigree.individuals.some(({ profile }) => profile !== undefined)) refuse('exchange.write_profiles');
  const xrefs = new Map(pedigree.individuals.map(({ id }, at) => [id, `@I${at + 1}@`]));
  const families = new Map<string, { readonly xref: string; readonly father: string | null; readonly mother: string | null; readonly children: string[] }>();
  for (const { id, father, mother } of pedigree.individuals) {
    if (father === null && mother === null) continue;
    const key = JSON.stringify([father, mother]);
    const family = families.get(key) ?? { xref: `@F${families.size + 1}@`, father, mother, children: [] };
    family.children.push(id);
    families.set(key, family);
  }
  const parentIn = new Map<string, string[]>();
  for (const { xref, father, mother } of families.values()) {
    for (const parent of [father, mother]) if (parent !== null) parentIn.set(parent, [...(parentIn.get(parent) ?? []), xref]);
  }
  const escape = (text: string): string => (version === '7.0' ? text.replace(/^@/, '@@') : text.replaceAll('@', '@@'));
  const person = ({ id, sex, father, mother }: Individual): readonly string[] => {
    // REFN takes 20 characters and NAME 120 in 5.5.1; 7.0 has no such limits.
    const name = names[id];
    if (version === '5.5.1' && id.length > 20) refuse('exchange.write_text', { text: id, field: 'REFN' });
    if (version === '5.5.1' && (name ?? '').length > 120) refuse('exchange.write_text', { text: (name ?? '').slice(0, 80), field: 'NAME' });
    const family = families.get(JSON.stringify([father, mother]));
    return [
      `0 ${xrefs.get(id) ?? ''} INDI`,
      ...(name === undefined ? [] : [`1 NAME ${escape(checkWritable(name, 'NAME', /(?!)/))}`]),
      `1 SEX ${{ male: 'M', female: 'F', unknown: 'U' }[sex]}`,
      `1 REFN ${escape(checkWritable(id, 'REFN', /(?!)/))}`, `2 TYPE ${referenceType}`,
      ...(family === undefined ? [] : [`1 FAMC ${family.xref}`]),
      ...(parentIn.get(id) ?? []).map((xref) => `1 FAMS ${xref}`),
    ];
  };
  const link = (tag: string, id: string | null): readonly string[] => (id === null ? [] : [`1 ${tag} ${xrefs.get(id) ?? ''}`]);
  const lines = [
    ...(version === '7.0'
      ? ['0 HEAD', '1 GEDC', '2 VERS 7.0', '1 SOUR IMENA', '1 SUBM @U1@']
      : ['0 HEAD', '1 SOUR IMENA', '1 SUBM @U1@', '1 GEDC', '2 VERS 5.5.1', '2 FORM LINEAGE-LINKED', '1 CHAR UTF-8']),
    '0 @U1@ SUBM', '1 NAME Imena',
    ...pedigree.individuals.flatMap(person),
    ...[...families.values()].flatMap(({ xref, father, mother, children }) => [`0 ${xref} FAM`, ...link('HUSB', father), ...link('WIFE', mother), ...children.flatMap((id) => link('CHIL', id))]),
    '0 TRLR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
