import { prepareName, type NameSex, type PreparedName } from '@imena/names';
import type { FoundRemains, MissingReport, Sex } from '../records/types.ts';

/** The name of a report, parsed once: by its parts where they are given, otherwise as written. */
export function prepareReportName(report: MissingReport): PreparedName {
  const { surname, given, patronymic, name, lang } = report;
  const hasParts = surname !== null || given !== null;
  return prepareName(hasParts ? { surname, given, patronymic } : (name ?? ''), { language: lang, sex: nameSex(report.sex) });
}

/** The name read on a marker, paper or list, parsed once; null where none was read. */
export function prepareFoundName(found: FoundRemains): PreparedName | null {
  return found.name === null ? null : prepareName(found.name, { language: found.lang, sex: null });
}

/** Every name of a report, the main one first. */
export function reportNamesOf(report: MissingReport): PreparedName[] {
  const others = report.otherNames.map((name) => prepareName(name, { language: report.lang, sex: nameSex(report.sex) }));
  return [prepareReportName(report), ...others];
}

/** Every name read for an individual. */
export function foundNamesOf(found: FoundRemains): PreparedName[] {
  const names = [...new Set([found.name, ...found.otherNames].filter((name) => name !== null))];
  return names.map((name) => prepareName(name, { language: found.lang, sex: null }));
}

function nameSex(sex: Sex | null): NameSex | null {
  return sex === null ? null : sex === 'M' ? 'male' : 'female';
}
