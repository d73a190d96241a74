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

function nameSex(sex: Sex | null): NameSex | null {
  return sex === null ? null : sex === 'M' ? 'male' : 'female';
}
