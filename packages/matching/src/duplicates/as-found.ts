import type { EvidenceSettings } from '../evidence/parameters.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';

/**
 * One report seen as if its particulars had been found, so that two reports are weighed by the same models as a report
 * and remains. The day last seen is weighed apart (`last-seen.ts`), because two reports tell of one day.
 */
export function reportAsFound(report: MissingReport): FoundRemains {
  return {
    id: report.id, source: 'report', name: report.name, lang: report.lang,
    birth: report.birth, statedAge: report.age, death: null, place: report.place, sex: report.sex, age: null,
    stature: report.heightCm === null ? null : { cm: report.heightCm, sdCm: null },
    isMilitary: report.isMilitary, marks: report.marks, clothing: report.clothing,
  };
}

/** The settings under which two reports are compared: what a relative says errs otherwise than an examiner. */
export function settingsBetweenReports(settings: EvidenceSettings): EvidenceSettings {
  return {
    ...settings,
    sexEstimateError: settings.sexReportError,
    birthYearFoundError: settings.birthYearReportError,
    statureDefaultSdCm: settings.statureReportSdCm,
    militaryFoundError: settings.militaryReportError,
    placeSame: settings.placeSameReported,
    marksFound: settings.marksReportedAgain,
    clothingFound: settings.clothingReportedAgain,
  };
}
