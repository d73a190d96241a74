import { caseToFam, famToCase, readFam, readGedcom, readPed, writeFam, writeGedcom, writePed, type DviCase, type Issue } from '@imena/exchange';
import { readCase, type KinshipCase, type Pedigree } from '@imena/kinship';
import { makeProblem, refuse, type Problem } from '@imena/problem';
import { parseJson } from '../read-text.ts';

export type CaseKind = 'fam' | 'gedcom' | 'ped' | 'case';
export type ConvertibleCase = KinshipCase & { readonly dvi?: DviCase };

/** Any of the formats as a kinship case; what could not be read is among the issues. */
export function textToCase(bytes: Uint8Array, { file, kind }: { readonly file: string; readonly kind: CaseKind }): { readonly given: ConvertibleCase; readonly issues: readonly Issue[] } {
  const options = { fileName: file };
  const base = { schema: 'kinship-case/1', id: file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''), category: 'a.likelihood', theta: 0, markers: [] } as const;
  switch (kind) {
    case 'fam': {
      const read = readFam(bytes, options);
      const made = famToCase(read.file, { ...options, id: base.id });
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
      return { given: readJsonCase(parseJson(file, new TextDecoder('utf-8', { fatal: false }).decode(bytes))), issues: [] };
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
  return { ...read, pedigrees: [], dvi: { pm: asRemains, am: families, missing } };
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The case in one of the formats, with notes on what that format does not hold. */
export function caseToText(given: ConvertibleCase, { kind, pedigree, gedcom }: { readonly kind: CaseKind; readonly pedigree: string | undefined; readonly gedcom: '5.5.1' | '7.0' }): { readonly text: string; readonly notes: readonly Problem[] } {
  switch (kind) {
    case 'case':
      return { text: `${JSON.stringify(given, null, 1)}\n`, notes: given.markers.length === 0 ? [makeProblem('cli.convert_no_frequencies')] : [] };
    case 'fam':
      return { text: writeFam(caseToFam(given)), notes: [] };
    case 'gedcom': {
      const { individuals, ...rest } = chosen(given, pedigree);
      const bare = individuals.map(({ id, father, mother, sex }) => ({ id, father, mother, sex }));
      return { text: writeGedcom({ ...rest, individuals: bare }, { version: gedcom }), notes: Object.keys(given.profiles).length === 0 ? [] : [makeProblem('cli.convert_no_genotypes')] };
    }
    case 'ped': {
      const one = chosen(given, pedigree);
      const markers = [...new Set([...given.markers.map(({ name }) => name), ...Object.values(given.profiles).flatMap((profile) => Object.keys(profile))])];
      return { text: writePed({ markers, pedigrees: [one], profiles: given.profiles }), notes: [makeProblem('cli.convert_no_frequencies')] };
    }
  }
}

function chosen({ pedigrees }: ConvertibleCase, name: string | undefined): Pedigree {
  const [first, second] = name === undefined ? pedigrees : pedigrees.filter((one) => one.name === name);
  if (first === undefined || second !== undefined) return refuse('cli.convert_which', { pedigrees: pedigrees.map((one) => one.name).join(', ') });
  return first;
}
