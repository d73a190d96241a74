import { birthTable, birthYears, firstBirthYear, intervalFit, type BirthTable } from '../evidence/age.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { deathYearOf, type FoundBirths, type KeyedBirth } from './found-keys.ts';
import { birthCodes } from './report-columns.ts';
import type { TableContext } from './remains-tables.ts';
import { lasting } from '../evidence/room.ts';

/** What was found of a birth by code of birth of the report, log10, and `BirthTable.expected`. */
export interface CodedBirth {
  readonly codes: Float32Array;
  readonly expected: number;
}

/** By code of birth of the report: the examiner's interval of age; null where there is none. */
export function ageCodes({ estimated }: FoundBirths, context: TableContext): Float32Array | null {
  return estimated === null ? null : birthTableOf(estimated, context).codes;
}

/** How probable the examiner's interval is with what a report says of the birth, log10; 0 where one of both says nothing of it. */
export function ageFit({ age: estimate, death }: FoundRemains, { birth, birthYears: span, age }: MissingReport, { settings, population: { reportYear, birth: population } }: Pick<TableContext, 'settings' | 'population'>): number {
  const year = birth?.year ?? null;
  const known = year !== null && year >= firstBirthYear && year < firstBirthYear + birthYears ? year : null;
  if (span !== null) return 0;
  return intervalFit({ estimate, deathYear: deathYearOf(death) ?? reportYear }, { year: known, age }, { reportYear, population }, settings) ?? 0;
}

/** The table of what is known of a birth, under the settings of the context. */
export function birthTableOf(found: KeyedBirth, { population: { reportYear, birth }, settings, columns: { birthSpans }, births, birthGroup }: TableContext): CodedBirth {
  return births.of(found.key, () => coded(birthTable({ ...found, deathYear: found.deathYear ?? reportYear }, { reportYear, population: birth, spans: birthSpans }, settings)), birthGroup);
}

/** The settings that decide these tables, as words. */
export function birthSettings(settings: EvidenceSettings): string {
  const { birthYearReportError, birthYearFoundError, ageStatementError, ageStatementSpreadYears, ageIntervalCoverage, ageIntervalSpread, ageOldShortfallYears } = settings;
  return `${birthYearReportError} ${birthYearFoundError} ${ageStatementError} ${ageStatementSpreadYears} ${ageIntervalCoverage} ${ageIntervalSpread} ${ageOldShortfallYears}`;
}

function coded(table: BirthTable | null): CodedBirth {
  if (table === null) throw new RangeError('nothing is known of this birth');
  const { expected, byYear, byAge, bySpan } = table;
  const codes = lasting.floats(birthCodes + bySpan.length);
  codes.set(byYear, 1);
  codes.set(byAge, 1 + birthYears);
  codes.set(bySpan, birthCodes);
  return { codes, expected };
}
