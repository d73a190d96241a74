import type { EvidenceSettings } from './parameters.ts';
import { passing } from './room.ts';

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
 * and report together, gross errors falling off with the distance, against the heights of the population of that sex,
 * so that sex is not counted twice, and of children, whose share `young` is counted by their years of birth.
 * LIMIT: normal heights of adults, those of children even between 45 and 155 cm; shrinking with age and shoes are inside
 * the spread of reports.
 */
export function statureTable(found: StatureFound, population: StaturePopulation, settings: EvidenceSettings): Float32Array {
  const { densityAt, expected } = openStature(found, population, settings);
  const table = passing.floats(tallestCm - shortestCm + 1);
  for (let cm = shortestCm; cm <= tallestCm; cm++) table[cm - shortestCm] = Math.log10(densityAt(cm) / expected);
  return table;
}

/**
 * log10 of how probable the estimate is with a reported height: the numerator of the ratio, by which settings are learned;
 * the population divides all pairs alike only where these settings stay.
 */
export function statureFit(found: StatureFound, heightCm: number, population: StaturePopulation, settings: EvidenceSettings): number {
  return Math.log10(openStature(found, population, settings).densityAt(heightCm));
}

export interface StaturePopulation {
  readonly meanCm: number;
  readonly sdCm: number;
  /** Share of children. */
  readonly young: number;
}

function openStature(found: StatureFound, population: StaturePopulation, settings: EvidenceSettings): { readonly densityAt: (cm: number) => number; readonly expected: number } {
  const estimate = found.sdCm ?? settings.statureDefaultSdCm;
  // Regression towards the mean: true height given the report, then the estimate given the true height.
  const reportVariance = settings.statureReportSdCm ** 2;
  const populationVariance = Math.max(1, population.sdCm ** 2 - reportVariance);
  const shrink = populationVariance / (populationVariance + reportVariance);
  const meanTrue = population.meanCm - settings.statureReportBiasCm;
  const { statureGrossError: gross, statureGrossSpreadCm: far } = settings;
  const adult = (1 - gross) * normal(found.cm, meanTrue, Math.sqrt(populationVariance + estimate ** 2)) + gross * laplace(found.cm - meanTrue, far + population.sdCm / 2);
  return {
    expected: (1 - population.young) * adult + population.young * ofChildren(found.cm),
    densityAt: (cm) => {
      // Whoever is reported far below all adults is a child, and not drawn towards their mean.
      const drawn = cm < population.meanCm - 4 * population.sdCm ? 1 : shrink;
      const mean = drawn === 1 ? cm - settings.statureReportBiasCm : meanTrue + shrink * (cm - population.meanCm);
      return (1 - gross) * normal(found.cm, mean, Math.sqrt(drawn * reportVariance + estimate ** 2)) + gross * laplace(found.cm - mean, far);
    },
  };
}

function normal(x: number, mean: number, sd: number): number {
  const z = (x - mean) / sd;
  return Math.exp(-0.5 * z * z) / (sd * Math.sqrt(2 * Math.PI));
}

function laplace(distance: number, scale: number): number {
  return Math.exp(-Math.abs(distance) / scale) / (2 * scale);
}

const shortestChildCm = 45;
const tallestChildCm = 155;

function ofChildren(cm: number): number {
  const beside = Math.max(0, shortestChildCm - cm, cm - tallestChildCm);
  return Math.exp(-beside / 5) / (tallestChildCm - shortestChildCm + 10);
}
