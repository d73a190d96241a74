import { round } from '../support/figures.ts';

export interface Counts {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
}

/** Precision, recall and their harmonic mean, rounded for a table. */
export function figuresOf({ truePositive, falsePositive, falseNegative }: Counts): { precision: number; recall: number; f1: number } {
  const precision = truePositive / Math.max(1, truePositive + falsePositive);
  const recall = truePositive / Math.max(1, truePositive + falseNegative);
  return { precision: round(precision, 4), recall: round(recall, 4), f1: round((2 * precision * recall) / Math.max(1e-12, precision + recall), 4) };
}
