import { compareNames, type NameReason } from '@imena/names';
import type { Subject } from '@imena/record';
import { prepareReportName } from '../weigh/name-weight.ts';
import { reportOfPerson } from './from-subjects.ts';

/** Why the names of two persons were or were not taken for one. */
export function nameReasonsBetween(a: Subject, b: Subject): readonly NameReason[] {
  const [first, second] = [prepareReportName(reportOfPerson(a)), prepareReportName(reportOfPerson(b))];
  return first.words.length === 0 || second.words.length === 0 ? [] : compareNames(first, second).reasons;
}
