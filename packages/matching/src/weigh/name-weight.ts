import { compareNames } from '@imena/names';
import type { FoundRemains, MissingReport } from '../records/types.ts';

/** log10 LR of a name found against a name reported; both given as read. Finite both ways. */
export function nameWeight(found: FoundRemains, report: MissingReport): number {
  const reported = reportName(report);
  if (found.name === null || reported === '') return 0;
  const { score } = compareNames(found.name, reported);
  return score >= 0.95 ? 3.5 : score >= 0.85 ? 3 : score >= 0.7 ? 2 : score >= 0.5 ? 0.5 : -1.2;
}

/** All parts of a reported name, as written. */
export function reportName(report: MissingReport): string {
  const parts = [report.surname, report.given, report.patronymic].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : (report.name ?? '');
}
