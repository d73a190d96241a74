import type { Individual, Observation, Pedigree, Profile, Sex } from '@imena/kinship';
import { refuse } from '@imena/problem';
import { checkIssueCount, errorAt, visible, warningAt, type Issue } from '../../issue.ts';
import { refuseCycle } from '../check-pedigree.ts';
import { checkEntries, inFile, readLines, type PedigreeFileOptions } from '../text-file.ts';

export interface PedOptions extends PedigreeFileOptions {
  /** Names of the markers in their order; without it those of a heading that begins with `#`, else M1, M2 ... */
  readonly markers?: readonly string[];
  /** `post` for what MAKEPED writes: three columns of pointers before the sex, one of the proband after it. */
  readonly layout?: 'pre' | 'post';
}

export interface PedFile {
  readonly markers: readonly string[];
  /** One a family; ids are unique inside it. A person's profile key is `family/person`. */
  readonly pedigrees: readonly Pedigree[];
  readonly profiles: Readonly<Record<string, Profile>>;
}

export interface PedResult extends PedFile {
  readonly issues: readonly Issue[];
}

/** How many columns stand before the alleles, and where the sex is. */
const layouts = { pre: { sex: 4, alleles: 6 }, post: { sex: 7, alleles: 10 } } as const;

/**
 * Reads PED (LINKAGE format): family, person, father, mother, sex (1 male, 2 female), phenotype, then two alleles a
 * marker, parted by blanks. 0 is no parent, and an allele that is not known. Lines that do not fit are left out.
 *
 * Refuses with `exchange.ped_format`, `exchange.pedigree_cycle` and the codes of `readLines`. Source: PLINK 1.9 file
 * formats; LINKAGE pre- and post-MAKEPED columns.
 */
export function readPed(bytes: Uint8Array, options: PedOptions): PedResult {
  const lines = readLines(bytes, options);
  return inFile(options.fileName, () => {
    const { sex: sexAt, alleles: allelesAt } = layouts[options.layout ?? 'pre'];
    const issues: Issue[] = [];
    const rows = lines.flatMap((line, at) => (line.trim() === '' || line.startsWith('#') ? [] : [{ row: at + 1, cells: line.trim().split(/\s+/) }]));
    const width = rows[0]?.cells.length ?? 0;
    if (width < allelesAt || (width - allelesAt) % 2 !== 0) refuse('exchange.ped_format', { columns: width }, { row: rows[0]?.row ?? 1 });
    const markers = markerNames((width - allelesAt) / 2, lines, { given: options.markers, allelesAt });
    checkEntries(rows.length);
    const families = new Map<string, Map<string, Individual>>();
    const profiles: Record<string, Profile> = {};
    for (const { row, cells } of rows) {
      checkIssueCount(issues);
      const place = { file: options.fileName, row };
      const [family = '', id = '', father = '', mother = ''] = cells;
      const members = families.get(family) ?? new Map<string, Individual>();
      if (cells.length !== width) issues.push(errorAt(place, 'exchange.row_width', { expected: width, found: cells.length }));
      else if (id === '0' || members.has(id)) issues.push(errorAt(place, 'exchange.pedigree_person_twice', { person: visible(`${family} ${id}`) }));
      else {
        const observed = observationsOf(cells.slice(allelesAt), markers, { place, issues });
        const key = `${family}/${id}`;
        if (Object.keys(observed).length > 0) profiles[key] = observed;
        members.set(id, { id, father: father === '0' ? null : father, mother: mother === '0' ? null : mother, sex: sexOf(cells[sexAt] ?? '', { place, issues }), ...(profiles[key] === undefined ? {} : { profile: key }) });
        families.set(family, members);
      }
    }
    const pedigrees = [...families].map(([name, members]) => ({ name, individuals: withParents(members, { family: name, file: options.fileName, issues }) }));
    return { markers, pedigrees, profiles, issues };
  });
}

function markerNames(count: number, lines: readonly string[], { given, allelesAt }: { readonly given: readonly string[] | undefined; readonly allelesAt: number }): readonly string[] {
  const heading = lines.find((line) => line.startsWith('#'))?.slice(1).trim().split(/\s+/).slice(allelesAt) ?? [];
  const names = given ?? (heading.length === count ? heading : Array.from({ length: count }, (_, at) => `M${at + 1}`));
  if (names.length !== count || new Set(names).size !== count) refuse('exchange.ped_markers', { stated: names.length, found: count });
  return names;
}

function sexOf(text: string, { place, issues }: { readonly place: { readonly file: string; readonly row: number }; readonly issues: Issue[] }): Sex {
  if (text === '1' || text === '2') return text === '1' ? 'male' : 'female';
  if (text !== '0') issues.push(warningAt({ ...place, column: 'sex' }, 'exchange.pedigree_sex', { text: visible(text) }));
  return 'unknown';
}

function observationsOf(cells: readonly string[], markers: readonly string[], { place, issues }: { readonly place: { readonly file: string; readonly row: number }; readonly issues: Issue[] }): Profile {
  return Object.fromEntries(markers.flatMap((marker, at): readonly (readonly [string, Observation])[] => {
    // Other programs write -9 for what is not known; as an allele two people would share it.
    const negative = cells.slice(2 * at, 2 * at + 2).find((allele) => allele.startsWith('-'));
    if (negative !== undefined) {
      issues.push(errorAt({ ...place, column: visible(marker) }, 'exchange.allele_invalid', { text: visible(negative), marker: visible(marker) }));
      return [];
    }
    const [a, b] = cells.slice(2 * at, 2 * at + 2).filter((allele) => allele !== '0');
    return a === undefined ? [] : [[marker, [a, b ?? null]]];
  }));
}

/** Parents that the family does not hold, or of the wrong sex, are taken off with an issue. */
function withParents(members: ReadonlyMap<string, Individual>, { family, file, issues }: { readonly family: string; readonly file: string; readonly issues: Issue[] }): readonly Individual[] {
  const individuals = [...members.values()].map((person): Individual => {
    const known = (parent: string | null, wrong: Sex): string | null => {
      if (parent === null) return null;
      const found = members.get(parent);
      if (found !== undefined && found.sex !== wrong) return parent;
      issues.push(errorAt({ file, column: visible(family) }, found === undefined ? 'exchange.pedigree_person_unknown' : 'exchange.pedigree_parents', { person: visible(found === undefined ? parent : person.id) }));
      return null;
    };
    const father = known(person.father, 'female');
    const mother = known(person.mother, 'male');
    if (father === null || father !== mother) return { ...person, father, mother };
    issues.push(errorAt({ file, column: visible(family) }, 'exchange.pedigree_parents', { person: visible(person.id) }));
    return { ...person, father: null, mother: null };
  });
  refuseCycle(individuals);
  return individuals;
}
