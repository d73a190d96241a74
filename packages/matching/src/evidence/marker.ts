import { powerOfTen } from './power-of-ten.ts';

/** What decides how far what was read beside a body is taken for the body's own. */
export interface MarkerModel {
  /** P(marker, papers or line stand with another body), 0..1. */
  readonly misplaced: number;
  /** Of those that do, the share that read somebody of the list. */
  readonly ofListed: number;
  /** Persons on the list. */
  readonly listed: number;
}

/**
 * log10 LR of all that one marker says (name, date of birth, age) beside the examined body, which is weighed apart and in
 * full. One event stands behind all of it: the marker stands with this body, or with another one, and then it reads
 * anybody, this very person as one of those listed: ((1 - m) 10^x + m q) / ((1 - m) c + m q), q = 1 + λ (10^x - 1) / N.
 * So a contradiction between marker and body is not excused by the marker's other words, and no marker says more than
 * log10((1 - m) N / (m λ)).
 * @param agreement - log10 of P(read | this person and body, marker right) / P(read | anybody): x
 * @param concordance - P(read | body, marker right) / P(read | anybody), over people at large: c. Below 1 marker and body contradict each other
 */
export function markerWeight(agreement: number, concordance: number, model: MarkerModel): number {
  const { misplaced } = model;
  // Between two reports nothing stands with another body.
  if (misplaced === 0) return agreement - Math.log10(concordance);
  const ratio = powerOfTen(agreement);
  const another = readOfAnother(ratio, model);
  return Math.log10(((1 - misplaced) * ratio + another) / ((1 - misplaced) * concordance + another));
}

/** m q: the marker stands with another body and reads what it reads. @param ratio - 10^x */
export function readOfAnother(ratio: number, { misplaced, ofListed, listed }: MarkerModel): number {
  return misplaced * (1 + (ofListed * (ratio - 1)) / Math.max(1, listed));
}

/** log10 of (1 - m) 10^x + m: one thing read, as it is shown by itself. */
export function readWeight(agreement: number, { misplaced }: Pick<MarkerModel, 'misplaced'>): number {
  return Math.log10((1 - misplaced) * 10 ** agreement + misplaced);
}
