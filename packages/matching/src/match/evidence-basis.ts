import type { NameModel } from '@imena/names';
import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { prepareReportName } from '../weigh/name-weight.ts';
import { countPopulation, type Population } from '../weigh/population.ts';
import { nameModelOf, ofOneMarker } from './open-matching.ts';

/** Against what pairs are weighed: shares counted on whole lists, and weights. */
export interface EvidenceBasis extends EvidenceWeights {
  readonly population: Population;
  readonly nameModel: NameModel;
  /** Rows that were counted. */
  readonly reports: number;
  readonly remains: number;
}

/** Counts both lists; the weights are kept beside. */
export function countBasis(reports: readonly MissingReport[], remains: readonly FoundRemains[], { settings, placesTaught }: EvidenceWeights): EvidenceBasis {
  return { population: countPopulation(reports, remains), nameModel: ofOneMarker(nameModelOf(reports.map(prepareReportName))), settings, placesTaught, reports: reports.length, remains: remains.length };
}
