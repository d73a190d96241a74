import type { CaseNumber } from './types.ts';

/** JSON knows no infinities: the schema writes them as strings. NaN is the ratio of two impossible hypotheses. */
export function writeNumber(value: number): CaseNumber {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}
