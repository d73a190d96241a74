import type { CalibrationResult, PosteriorBin, ThresholdRow } from './types.ts';

const log10Thresholds = [0, 1, 2, 3, 4, 6];
const edges = [0, 0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999, 1];

type Summary = Pick<CalibrationResult, 'meanLog10True' | 'medianLog10False' | 'thresholds' | 'bins' | 'calibrationError' | 'costBits'>;

/** What ln LRs of pairs known to be true and known to be false say of the LR. */
export function summarise(lnTrue: Float64Array, lnFalse: Float64Array): Summary {
  const shareAtLeast = (ln: Float64Array, threshold: number): number => ln.reduce((n, x) => n + (x >= threshold ? 1 : 0), 0) / ln.length;
  const thresholds = log10Thresholds.map((log10Threshold): ThresholdRow => {
    const at = log10Threshold * Math.LN10;
    const falsePositive = shareAtLeast(lnFalse, at);
    return { log10Threshold, falsePositive, falsePositiveError: Math.sqrt((falsePositive * (1 - falsePositive)) / lnFalse.length), bound: 10 ** -log10Threshold, falseNegative: 1 - shareAtLeast(lnTrue, at) };
  });
  const posterior = (ln: number): number => 1 / (1 + Math.exp(-ln));
  const bins: PosteriorBin[] = [];
  let error = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 1];
    const inside = (ln: number): boolean => posterior(ln) >= from && (posterior(ln) < to || to === 1);
    const trueOnes = lnTrue.filter(inside);
    const falseOnes = lnFalse.filter(inside);
    const pairs = trueOnes.length + falseOnes.length;
    if (pairs === 0) continue;
    const meanPosterior = [...trueOnes, ...falseOnes].reduce((x, ln) => x + posterior(ln), 0) / pairs;
    const shareTrue = trueOnes.length / pairs;
    bins.push({ from, to, pairs, meanPosterior, shareTrue });
    error += Math.abs(meanPosterior - shareTrue) * pairs;
  }
  const bits = (ln: number): number => (ln === -Infinity ? Infinity : Math.max(-ln, 0) + Math.log1p(Math.exp(-Math.abs(ln)))) / Math.LN2;
  const meanBits = (ln: Float64Array, sign: 1 | -1): number => ln.reduce((x, y) => x + bits(sign * y), 0) / ln.length;
  const sorted = lnFalse.slice().sort((a, b) => a - b);
  return {
    meanLog10True: lnTrue.reduce((x, y) => x + y, 0) / lnTrue.length / Math.LN10,
    medianLog10False: (sorted[Math.floor(sorted.length / 2)] ?? NaN) / Math.LN10,
    thresholds,
    bins,
    calibrationError: error / (lnTrue.length + lnFalse.length),
    costBits: (meanBits(lnTrue, 1) + meanBits(lnFalse, -1)) / 2,
  };
}
