import { caseToFam, famToCase, readFam, readGedcom, readPed, writeFam, writeGedcom, writePed, type DviCase, type Issue, type TextEncoding } from '@imena/exchange';
import { readCase, type KinshipCase, type Marker, type Pedigree } from '@imena/kinship';
import { makeProblem, refuse, type Problem } from '@imena/problem';
import { decodeText, parseJson } from '../read-text.ts';

export type CaseKind = 'fam' | 'gedcom' | 'ped' | 'case';
/** A case with its joint question, if it has one; `pairings` as the file gives them. */
export type ConvertibleCase = KinshipCase & { readonly dvi?: DviCase & { readonly pairings?: unknown } };

/** Any of the formats as a kinship case; what could not be read is among the issues. */
export function textToCase(bytes: Uint8Array, { file, kind, chrom, encoding }: { readonly file: string; readonly kind: CaseKind; readonly chrom: Marker['chrom']; readonly encoding?: TextEncoding }): { readonly given: ConvertibleCase; readonly issues: readonly Issue[] } {
  const options = { fileName: file, ...(encoding && { encoding }) };
  const base = { schema: 'kinship-case/1', id: file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''), category: 'a.likelihood', theta: 0, markers: [] } as const;
  switch (kind) {
    case 'fam': {
      const read = readFam(bytes, options);
      const made = famToCase(read.file, { ...options, id: base.id, chrom });
      return { given: made.case, issues: [...read.issues, ...made.issues] };
    }
    case 'gedcom': {
      const { pedigree, issues } = readGedcom(bytes, options);
      return { given: { ...base, pedigrees: [{ ...pedigree, name: base.id }], profiles: {} }, issues };
    }
    case 'ped': {
      const { pedigrees, profiles, issues } = readPed(bytes, options);
      return { given: { ...base, pedigrees: [joined(pedigrees, base.id)], profiles }, issues };
    }
    case 'case':
      return { given: readJsonCase(parseJson(file, decodeText(bytes, { file }))), issues: [] };
  }
}

/** All families of a PED file are one hypothesis in several components; ids are unique in a family only. */
function joined(pedigrees: readonly Pedigree[], name: string): Pedigree {
  const inFamily = (family: string, id: string | null): string | null => (id === null || pedigrees.length === 1 ? id : `${family}/${id}`);
  return { name, individuals: pedigrees.flatMap((family) => family.individuals.map((one) => ({ ...one, id: inFamily(family.name, one.id) ?? one.id, father: inFamily(family.name, one.father), mother: inFamily(family.name, one.mother) }))) };
}

/** The families of a DVI case are read like pedigrees, its remains like persons without parents. */
function readJsonCase(json: unknown): ConvertibleCase {
  const dvi = isRow(json) && isRow(json['dvi']) ? json['dvi'] : null;
  if (!isRow(json) || dvi === null) return readCase(json);
  const pm = Array.isArray(dvi['pm']) ? dvi['pm'].filter(isRow) : [];
  const am: readonly unknown[] = Array.isArray(dvi['am']) ? dvi['am'] : [];
  const missing = Array.isArray(dvi['missing']) ? dvi['missing'].filter((one) => typeof one === 'string') : [];
  const read = readCase({ ...json, pedigrees: [{ name: '', individuals: pm.map((one) => ({ ...one, father: null, mother: null })) }, ...am] });
  const [remains, ...families] = read.pedigrees;
  const asRemains = (remains?.individuals ?? []).map(({ id, sex, profile }) => ({ id, sex, ...(profile === undefined ? {} : { profile }) }));
  return { ...read, pedigrees: [], dvi: { pm: asRemains, am: families, missing, ...(dvi['pairings'] === undefined || dvi['pairings'] === null ? {} : { pairings: dvi['pairings'] }) } };
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The case in one of the formats, with notes on what that format does not hold. */
export function caseToText(given: ConvertibleCase, { kind, pedigree, gedcom }: { readonly kind: CaseKind; readonly pedigree: string | undefined; readonly gedcom: '5.5.1' | '7.0' }): { readonly text: string; readonly notes: readonly Problem[] } {
  switch (kind) {
    case 'case':
      return { text: writeJsonCase(given), notes: given.markers.length === 0 ? [makeProblem('cli.convert_no_frequencies')] : [] };
    case 'fam': {
      const isX = given.markers.some(({ chrom }) => chrom === 'X');
      return { text: writeFam(caseToFam(given)), notes: [...leftOutOf(given, ['dvi.pairings', 'policies']), ...(isX ? [makeProblem('cli.convert_chromosome')] : [])] };
    }
    case 'gedcom': {
      const { individuals, ...rest } = chosen(given, pedigree);
      const bare = individuals.map(({ id, father, mother, sex }) => ({ id, father, mother, sex }));
      return { text: writeGedcom({ ...rest, individuals: bare }, { version: gedcom }), notes: [...(Object.keys(given.profiles).length === 0 ? [] : [makeProblem('cli.convert_no_genotypes')]), ...leftOutOf(given, ['dvi', 'pedigrees'])] };
    }
    case 'ped': {
      const one = chosen(given, pedigree);
      const markers = [...new Set([...given.markers.map(({ name }) => name), ...Object.values(given.profiles).flatMap((profile) => Object.keys(profile))])];
      return { text: writePed({ markers, pedigrees: [one], profiles: given.profiles }), notes: [makeProblem('cli.convert_no_frequencies'), ...leftOutOf(given, ['dvi', 'pedigrees', 'theta', 'typing', 'linkage', 'policies'])] };
    }
  }
}

/** A case as its own schema writes it: linked markers under the name that is read back. */
function writeJsonCase({ linkageGroups, ...given }: ConvertibleCase): string {
  const linkage = linkageGroups?.map(({ markers, recombination }) => ({ markers, rho: recombination }));
  return `${JSON.stringify({ ...given, ...(linkage === undefined ? {} : { linkage }) }, null, 1)}\n`;
}

/** What the case asks with and the format has no place for, by the names of its schema; a second hypothesis counts as `pedigrees`. */
function leftOutOf(given: ConvertibleCase, without: readonly ('dvi' | 'dvi.pairings' | 'pedigrees' | 'theta' | 'typing' | 'linkage' | 'policies')[]): Problem[] {
  const holds = {
    'dvi': given.dvi !== undefined, 'dvi.pairings': given.dvi?.pairings !== undefined, 'pedigrees': given.pedigrees.length > 1, 'theta': given.theta > 0,
    'typing': given.typing !== undefined, 'linkage': (given.linkageGroups ?? []).length > 0, 'policies': given.policies !== undefined,
  };
  const lost = without.filter((name) => holds[name]);
  return lost.length === 0 ? [] : [makeProblem('cli.convert_left_out', { fields: lost.join(', ') })];
}

function chosen(given: ConvertibleCase, name: string | undefined): Pedigree {
  const pedigrees: readonly Pedigree[] = given.dvi?.am ?? given.pedigrees;
  const [first, second] = name === undefined ? pedigrees : pedigrees.filter((one) => one.name === name);
  if (first === undefined || second !== undefined) return refuse('cli.convert_which', { pedigrees: pedigrees.map((one) => one.name).join(', ') });
  return first;
}
