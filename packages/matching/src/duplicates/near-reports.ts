import { findCandidates } from '../candidates/find-candidates.ts';
import { numberKey } from '../evidence/numbers.ts';
import type { Matching } from '../match/open-matching.ts';
import type { MissingReport } from '../records/types.ts';
import { birthdayEvidence, otherEvidence } from '../weigh/other-evidence.ts';
import type { ReportPairs, ReportSide } from './report-pairs.ts';

/** Candidates weighed for one report. */
const mostRepeats = 15;
/** A number that more reports share than these stands for something else: an office, nothing at all. */
const mostOfOneNumber = 20;

/** Where a report that is looked for stands, and how many reports there are in all. */
export interface NearOptions {
  /** Its own place. In long lists only those after it are looked at by their names: a pair is met once. */
  readonly except?: number;
  readonly among: number;
}

/** Places of the reports that may be about the person of another: by names and all else, and by the number of one document. */
export function openNearReports(matching: Matching, between: ReportPairs): (side: ReportSide, options: NearOptions) => number[] {
  const { index, limits, space, missing } = matching;
  const holders = holdersOfNumbers(missing);
  const byName = ({ report, name, tables, seen, words }: ReportSide, { except, among }: NearOptions): number[] => {
    // Without a name a report repeats too little to be told from chance, but for a number.
    if (name.words.length === 0) return [];
    const evidence = { ...otherEvidence(tables, matching, { ...tables, seen }), ...birthdayEvidence(report.birth, { ...matching, settings: between.settings }), name: words };
    const search = { index, space, limits: { ...limits, most: mostRepeats }, ...(except === undefined ? {} : { except }) };
    return findCandidates(name, evidence, search).flatMap(({ place, total }) => (total >= leastWorthWeighing(among) ? [place] : []));
  };
  return (side, options) => [...new Set([...byName(side, options), ...byNumber(side.report, holders, options.except)])];
}

function byNumber({ numbers }: MissingReport, holders: ReadonlyMap<string, readonly number[]>, except: number | undefined): number[] {
  return numbers.flatMap((one) => {
    const places = holders.get(keyOf(one)) ?? [];
    return places.length > mostOfOneNumber ? [] : places.filter((place) => place !== except);
  });
}

function holdersOfNumbers(reports: readonly MissingReport[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  reports.forEach(({ numbers }, place) => {
    for (const key of new Set(numbers.map(keyOf))) {
      const known = holders.get(key);
      if (known === undefined) holders.set(key, [place]);
      else known.push(place);
    }
  });
  return holders;
}

function keyOf({ kind, number }: MissingReport['numbers'][number]): string {
  return `${kind} ${numberKey(number)}`;
}

/** Weights below this cannot reach the least probability, whatever the share of repeats. */
function leastWorthWeighing(reports: number): number {
  return Math.max(0, Math.log10(reports) - 3);
}
