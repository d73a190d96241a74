import type { EvidenceSettings } from '../evidence/parameters.ts';
import { emptyRemains, type FoundRemains, type MissingReport } from '../records/types.ts';

/**
 * One report seen as if its particulars had been found, so that two reports are weighed by the same models as a report
 * and remains. The day last seen is weighed apart (`last-seen.ts`), because two reports tell of one day.
 */
export function reportAsFound(report: MissingReport): FoundRemains {
  const { name, otherNames, lang, birth, birthYears, place, street, sex, isMilitary, hair, eyes, marks, clothing, belongings, numbers, teeth, absences } = report;
  return {
    ...emptyRemains(report.id), source: 'report', name, otherNames, lang, birth, birthYears, statedAge: report.age, place, street, sex,
    stature: report.heightCm === null ? null : { cm: report.heightCm, sdCm: null },
    isMilitary, hair, eyes, marks, clothing, belongings, numbers, teeth, absences,
  };
}

/**
 * The settings under which two reports are compared: what a relative says errs otherwise than an examiner, both sides say
 * it alike, and nothing that was said stands with another body.
 */
export function settingsBetweenReports(settings: EvidenceSettings): EvidenceSettings {
  return {
    ...settings,
    markerMisplaced: 0,
    statureReportBiasCm: 0,
    sexEstimateError: settings.sexReportError,
    birthYearFoundError: settings.birthYearReportError,
    statureDefaultSdCm: settings.statureReportSdCm,
    militaryFoundError: settings.militaryReportError,
    placeSame: settings.placeSameReported,
    marksFound: settings.marksReportedAgain,
    clothingFound: settings.clothingReportedAgain,
    belongingsFound: settings.belongingsReportedAgain,
    streetSame: settings.placeSameReported,
  };
}
