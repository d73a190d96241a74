import type { EvidenceSettings } from './parameters.ts';

/** Reported heights that the tables cover, cm. */
export const shortestCm = 40;
export const tallestCm = 230;

export interface StatureFound {
  readonly cm: number;
  /** Standard error of the estimate, cm; null = the default of the parameters. */
  readonly sdCm: number | null;
}

/**
 * log10 LR of every reported height (index cm - 40) against an estimated stature: normal with the variances of estimate
 * and report together, against the heights of the population of that sex, so that sex is not counted twice.
 * LIMIT: normal heights; shrinking with age and shoes are inside the spread of reports.
 */
export function statureTable(found: StatureFound, population: { readonly meanCm: number; readonly sdCm: number }, settings: EvidenceSettings): Float32Array {
  const estimate = found.sdCm ?? settings.statureDefaultSdCm;
  // Regression towards the mean: true height given the report, then the estimate given the true height.
  const reportVariance = settings.statureReportSdCm ** 2;
  const populationVariance = Math.max(1, population.sdCm ** 2 - reportVariance);
  const shrink = populationVariance / (populationVariance + reportVariance);
  const meanTrue = population.meanCm - settings.statureReportBiasCm;
  const expected = normal(found.cm, meanTrue, Math.sqrt(populationVariance + estimate ** 2));
  const table = new Float32Array(tallestCm - shortestCm + 1);
  const floor = 1 / (tallestCm - shortestCm);
  for (let cm = shortestCm; cm <= tallestCm; cm++) {
    const mean = meanTrue + shrink * (cm - population.meanCm);
    const density = normal(found.cm, mean, Math.sqrt(shrink * reportVariance + estimate ** 2));
    const gross = settings.statureGrossError;
    table[cm - shortestCm] = Math.log10(((1 - gross) * density + gross * floor) / ((1 - gross) * expected + gross * floor));
  }
  return table;
}

function normal(x: number, mean: number, sd: number): number {
  const z = (x - mean) / sd;
  return Math.exp(-0.5 * z * z) / (sd * Math.sqrt(2 * Math.PI));
}
