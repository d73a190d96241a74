import { countReportShares, type ReportShares } from '../duplicates/report-pairs.ts';
import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import { defaultSettings } from '../evidence/parameters.ts';
import { countBasis, type EvidenceBasis } from '../match/evidence-basis.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';

/** Shares of the population as they were when the lists were last counted whole: every weight follows from them until the next count. */
export interface CountedShares extends EvidenceBasis {
  /** Names this count: which of them, over how many rows. */
  readonly version: string;
  /** What two reports are compared by. */
  readonly between: ReportShares;
}

/** Counts both lists. Cost: about 0.1 ms a report, most of it for the names. @param number - which count of these lists it is, from 1 */
export function countShares(reports: readonly MissingReport[], remains: readonly FoundRemains[], { number, settings = defaultSettings(), placesTaught = null }: { readonly number: number } & Partial<EvidenceWeights>): CountedShares {
  return { ...countBasis(reports, remains, { settings, placesTaught }), version: `count ${number}, ${reports.length} reports, ${remains.length} remains`, between: countReportShares(reports) };
}
