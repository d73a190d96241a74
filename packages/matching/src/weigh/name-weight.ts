import { prepareName, type NameParts, type NameSex, type PreparedName, type PrepareOptions } from '@imena/names';
import type { FoundRemains, MissingReport, Sex } from '../records/types.ts';

/** The name of a report, parsed once: by its parts where surname and given name are stated, otherwise as written. */
export function prepareReportName(report: MissingReport): PreparedName {
  return prepareName(partsOf(report) ?? textOf(report), optionsOf(report));
}

function partsOf({ surname, given, patronymic, name }: MissingReport): NameParts | null {
  return (surname !== null && given !== null) || (name === null && (surname ?? given ?? patronymic) !== null) ? { surname, given, patronymic } : null;
}

/** The whole name as written; where it lacks a part that is stated, with that part. */
function textOf({ surname, given, patronymic, name }: MissingReport): string {
  const written = name ?? '';
  const isThere = (part: string): boolean => written.toLowerCase().includes(part.toLowerCase());
  const lacking = (parts: readonly (string | null)[]): string[] => parts.flatMap((part) => (part === null || isThere(part) ? [] : [part]));
  return [...lacking([surname]), written, ...lacking([given, patronymic])].join(' ').trim();
}

function optionsOf(report: MissingReport): PrepareOptions {
  return { language: report.lang, sex: nameSex(report.sex) };
}

/** The name read on a marker, paper or list, parsed once; null where none was read. */
export function prepareFoundName(found: FoundRemains): PreparedName | null {
  return found.name === null ? null : (foundNamesOf(found)[0] ?? null);
}

/** Every name of a report, the main one first. */
export function reportNamesOf(report: MissingReport): PreparedName[] {
  const own = prepareReportName(report);
  return [own, ...report.otherNames.map((name) => otherName(name, own, report))];
}

/** A maiden surname alone, as forms have it, stands with the given name and patronymic of the report. */
function otherName(name: string, own: PreparedName, report: MissingReport): PreparedName {
  const prepared = prepareName(name, optionsOf(report));
  const [only, ...more] = prepared.words;
  if (only === undefined || more.length > 0 || only.initial || only.roleCosts[0] > 0) return prepared;
  const parts = partsOf(report);
  if (parts !== null) return prepareName({ ...parts, surname: name }, optionsOf(report));
  const rest = own.words.filter(({ roleCosts: [asSurname] }) => asSurname > 0);
  return prepareName([name, ...rest.map(({ text }) => text)].join(' '), optionsOf(report));
}

/** Every name read for an individual, kept as long as its record. */
export function foundNamesOf(found: FoundRemains): readonly PreparedName[] {
  const known = preparedNames.get(found);
  if (known !== undefined) return known;
  const names = [...new Set([found.name, ...found.otherNames].filter((name) => name !== null))];
  const prepared = names.map((name) => prepareName(name, { language: found.lang, sex: null }));
  preparedNames.set(found, prepared);
  return prepared;
}

/** Takes names that were read before as those of an individual. */
export function keepFoundNames(found: FoundRemains, names: readonly PreparedName[]): void {
  preparedNames.set(found, names);
}

const preparedNames = new WeakMap<FoundRemains, readonly PreparedName[]>();

function nameSex(sex: Sex | null): NameSex | null {
  return sex === null ? null : sex === 'M' ? 'male' : 'female';
}
