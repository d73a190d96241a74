import { emptyReport, type MissingReport } from '../records/types.ts';

/**
 * All that the reports of one person tell, as one report that can be searched with: of each field what the first says who
 * says anything, of things everything. It finds who the person could be; weights are those of the file (`OpenedFile`).
 */
export function toldTogether(reports: readonly MissingReport[]): MissingReport {
  const [own = emptyReport('')] = reports;
  const speaking = (...fields: readonly (keyof MissingReport)[]): MissingReport => reports.find((one) => fields.some((field) => one[field] !== null)) ?? own;
  const all = <T>(of: (report: MissingReport) => readonly T[]): T[] => [...new Set(reports.flatMap(of))];
  // Fields that say one thing together stay together.
  const { surname, given, patronymic, name, lang } = speaking('surname', 'given', 'patronymic', 'name');
  const { birth, birthYears, age } = speaking('birth', 'birthYears', 'age');
  const { lastSeen, lastSeenSpan } = speaking('lastSeen', 'lastSeenSpan');
  const { place, street } = speaking('place', 'street');
  return {
    ...own, surname, given, patronymic, name, lang, birth, birthYears, age, lastSeen, lastSeenSpan, place, street,
    sex: speaking('sex').sex, heightCm: speaking('heightCm').heightCm, isMilitary: speaking('isMilitary').isMilitary, hair: speaking('hair').hair, eyes: speaking('eyes').eyes, teeth: speaking('teeth').teeth,
    otherNames: all(({ otherNames }) => otherNames), marks: all(({ marks }) => marks), clothing: all(({ clothing }) => clothing), belongings: all(({ belongings }) => belongings), numbers: all(({ numbers }) => numbers),
  };
}
