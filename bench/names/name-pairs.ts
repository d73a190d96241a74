import { compareNames } from '@imena/names';
import { printTable } from '../support/figures.ts';
import { figuresOf, type Counts } from './counts.ts';
import { readCsv } from './read-csv.ts';

interface Labelled {
  readonly score: number;
  readonly match: boolean;
  /** Which half of the set a threshold is chosen on, by the place in the file. */
  readonly half: 0 | 1;
}

/** The score from which two names are called one, fixed for use on names of any origin. */
const operatingScore = 0.84;

/** Scores the labelled pairs of persons by `score`, at the fixed threshold and with the threshold chosen on the other half. */
export function benchNamePairs(file: string): void {
  const pairs = readCsv(file).filter((row) => row['schema'] === 'Person').map((row, at): Labelled => ({
    score: compareNames(row['name1'] ?? '', row['name2'] ?? '').score,
    match: row['is_match'] === 'true',
    half: at % 2 === 0 ? 0 : 1,
  }));
  const best = bestThreshold(pairs);
  const crossed = ([0, 1] as const).map((half) => countAt(pairs.filter((pair) => pair.half === half), bestThreshold(pairs.filter((pair) => pair.half !== half))));
  printTable(`name-bench, ${pairs.length} pairs of persons (logic-v2: F1 0.742; Jaro-Winkler: 0.650)`, {
    [`score from ${operatingScore}`]: figuresOf(countAt(pairs, operatingScore)),
    'threshold of the other half': figuresOf(add(crossed)),
    [`best threshold, ${best}`]: figuresOf(countAt(pairs, best)),
  });
}

function countAt(pairs: readonly Labelled[], threshold: number): Counts {
  const count = (said: boolean, match: boolean): number => pairs.filter((pair) => pair.score >= threshold === said && pair.match === match).length;
  return { truePositive: count(true, true), falsePositive: count(true, false), falseNegative: count(false, true) };
}

function bestThreshold(pairs: readonly Labelled[]): number {
  const thresholds = [...new Set(pairs.map(({ score }) => score))].sort((a, b) => a - b);
  return thresholds.reduce((best, threshold) => (figuresOf(countAt(pairs, threshold)).f1 > figuresOf(countAt(pairs, best)).f1 ? threshold : best), 0);
}

function add(counts: readonly Counts[]): Counts {
  const sum = (field: keyof Counts): number => counts.reduce((total, one) => total + one[field], 0);
  return { truePositive: sum('truePositive'), falsePositive: sum('falsePositive'), falseNegative: sum('falseNegative') };
}
