import { birthdayCode, birthdayCodesWeight, birthdayWeight } from '../evidence/birthday.ts';
import { foundNamesOf, reportNamesOf } from '../weigh/name-weight.ts';
import { weighNames } from '../weigh/weigh-names.ts';
import type { Matching } from './open-matching.ts';

/** log10 LR of all names of a pair of the lists, the marker taken as right; null where a side has none. */
export function namesOfPair({ remains, missing, foundNames, reportNames, nameWeigher, nameModel }: Matching, i: number, at: number): number | null {
  const [found, report] = [remains.at(i), missing[at]];
  if (found === undefined || report === undefined) return null;
  if (found.otherNames.length > 0 || report.otherNames.length > 0) return weighNames(foundNamesOf(found), reportNamesOf(report), nameModel)?.log10Lr ?? null;
  const isRead = (foundNames.nameAt(i)?.words.length ?? 0) > 0 && (reportNames[at]?.words.length ?? 0) > 0;
  return isRead ? nameWeigher.weigh(i, at) : null;
}

/** log10 LR of all names and the days of birth of a pair of the lists, the marker taken as right. */
export function wordsOfPair(matching: Matching, i: number, at: number): number {
  return (namesOfPair(matching, i, at) ?? 0) + birthdayOfPair(matching, i, at);
}

/** log10 LR of the days of birth of a pair of the lists, the marker taken as right; 0 where a side has none. */
export function birthdayOfPair({ remains, missing, settings }: Pick<Matching, 'remains' | 'missing' | 'settings'>, i: number, at: number): number {
  return birthdayWeight(remains.at(i)?.birth ?? null, missing[at]?.birth ?? null, settings.birthDayError);
}

/** For one individual of the lists what name and day of birth weigh with each report, log10, the marker taken as right. */
export function wordsWith({ remains, birthdayCodes, nameWeigher, settings }: Matching, i: number): (report: number) => number {
  const day = birthdayCode(remains.at(i)?.birth ?? null);
  return (report) => nameWeigher.weigh(i, report) + birthdayCodesWeight(day, birthdayCodes[report] ?? 0, settings.birthDayError);
}
