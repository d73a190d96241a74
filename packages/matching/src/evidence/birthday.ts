import type { StatedDate } from '../records/types.ts';

/**
 * log10 LR of day and month of birth, where both sides give both: the same by (1 - error) against 1/365.25; swapped, or
 * one of the two the same, as a slip of the pen; otherwise `error` spread over the year. The year is weighed apart.
 * LIMIT: days of birth are taken as even over the year; 1 January stands for "not known" in some papers.
 */
export function birthdayWeight(a: StatedDate | null, b: StatedDate | null, error: number): number {
  return birthdayCodesWeight(birthdayCode(a), birthdayCode(b), error);
}

/** The same of days by their codes. */
export function birthdayCodesWeight(a: number, b: number, error: number): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return Math.log10((1 - error) * 365.25 + error);
  const [month, day, otherMonth, otherDay] = [a >> 5, a & 31, b >> 5, b & 31];
  if (month === otherDay && day === otherMonth) return Math.log10(0.1 * error * 365.25);
  // Half of the errors keep one of the two; by chance the month agrees in 1 of 12, the day in about 1 of 30.
  if (month === otherMonth) return Math.log10((0.25 * error + 0.4 * error * (1 / 12)) * 12);
  if (day === otherDay) return Math.log10((0.25 * error + 0.4 * error * (1 / 30)) * 30);
  return Math.log10(0.4 * error);
}

/** Codes of days lie below it. */
export const birthdayCodes = 32 * 13;

/** 32 month + day where both are stated, otherwise 0. */
export function birthdayCode(birth: StatedDate | null): number {
  return birth?.month == null || birth.day === null ? 0 : 32 * birth.month + birth.day;
}

/** The same, null where one side does not give both. */
export function birthdayOf(a: StatedDate | null, b: StatedDate | null, error: number): number | null {
  return a?.month == null || a.day === null || b?.month == null || b.day === null ? null : birthdayWeight(a, b, error);
}
