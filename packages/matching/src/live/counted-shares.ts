import type { NameModel } from '@imena/names';
import { countReportShares, type ReportShares } from '../duplicates/report-pairs.ts';
import { defaultSettings, type EvidenceSettings } from '../evidence/parameters.ts';
import type { PlacesTaught } from '../evidence/places-taught.ts';
import { nameModelOf, ofOneMarker } from '../match/open-matching.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { prepareReportName } from '../weigh/name-weight.ts';
import { countPopulation, type Population } from '../weigh/population.ts';

/** Shares of the population as they were when the lists were last counted whole: every weight follows from them until the next count. */
export interface CountedShares {
  /** Names this count: which of them, over how many rows. */
  readonly version: string;
  readonly population: Population;
  readonly nameModel: NameModel;
  readonly settings: EvidenceSettings;
  /** What was learned of places with the settings; null where nothing was. */
  readonly placesTaught: PlacesTaught | null;
  /** What two reports are compared by. */
  readonly between: ReportShares;
  readonly reports: number;
  readonly remains: number;
}

/** Counts both lists. Cost: about 0.1 ms a report, most of it for the names. @param number - which count of these lists it is, from 1 */
export function countShares(reports: readonly MissingReport[], remains: readonly FoundRemains[], { number, settings = defaultSettings(), placesTaught = null }: { readonly number: number; readonly settings?: EvidenceSettings; readonly placesTaught?: PlacesTaught | null }): CountedShares {
  return {
    version: `count ${number}, ${reports.length} reports, ${remains.length} remains`,
    population: countPopulation(reports, remains), nameModel: ofOneMarker(nameModelOf(reports.map(prepareReportName))), settings, placesTaught,
    between: countReportShares(reports), reports: reports.length, remains: remains.length,
  };
}
