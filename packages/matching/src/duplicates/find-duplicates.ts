import { evidenceParameters } from '../evidence/parameters.ts';
import type { Matching } from '../match/open-matching.ts';
import type { Range } from '../match/ranges.ts';
import { openNearReports } from './near-reports.ts';
import { openReportPairs, type ReportShares } from './report-pairs.ts';

/** Two reports and what speaks for their being about one person; places in the list, a before b. */
export interface WeighedReports {
  readonly a: number;
  readonly b: number;
  /** log10 of P(both reports | one person) / P(both reports | two unrelated people). */
  readonly log10Lr: number;
  /** log10 of P(both reports | two relatives of one household) / P(both reports | two unrelated people). */
  readonly relatives: number;
}

/** Two reports that may be about one person; proposed to people, never merged by itself. */
export interface DuplicatePair extends WeighedReports {
  readonly probability: number;
}

/** Pairs below this are not kept. */
const leastProbability = 0.005;

/**
 * Pairs of reports that are probably about one person, with the probability that they are. The share of reports that
 * are repeats is learned from the list itself (Beta(1, 4)); the chance of a pair is that share over the other reports.
 * For long lists in steps: `openDuplicates`, then `settleDuplicates`.
 */
export function findDuplicates(matching: Matching): DuplicatePair[] {
  return settleDuplicates(matching.missing.length, [openDuplicates(matching)({ from: 0, to: matching.missing.length })]);
}

/**
 * The search for repeats in steps: the answer weighs the reports of a part of the list against all. Parts may be asked
 * for in any order, in several processes and after an interruption; `settleDuplicates` takes their answers in the order
 * of the list and then gives the same pairs as one search through all. A pair weighs the mean of both directions, from
 * whichever side it was found. Cost: nearly 2 ms a report among 100,000.
 * @param shares - of these reports, where they were counted before
 */
export function openDuplicates(matching: Matching, shares?: ReportShares): (part: Range) => WeighedReports[] {
  const { missing } = matching;
  const between = openReportPairs(matching, shares);
  const near = openNearReports(matching, between);
  return ({ from, to }) => missing.slice(from, to).flatMap((_, at) => {
    const i = from + at;
    const side = between.sideAt(i);
    if (side === null) return [];
    return near(side, { except: i, among: missing.length }).map((place) => ({ a: Math.min(i, place), b: Math.max(i, place), ...between.weigh(Math.min(i, place), Math.max(i, place)) }));
  });
}

/** The probability of every pair that the parts of a search found, in the order of the list. @param reports - length of the list */
export function settleDuplicates(reports: number, parts: readonly (readonly WeighedReports[])[]): DuplicatePair[] {
  const weighed = new Map<number, WeighedReports>();
  for (const part of parts) for (const pair of part) weighed.set(pair.a * reports + pair.b, pair);
  const pairs = [...weighed.values()].sort((x, y) => x.a - y.a || x.b - y.b);
  const probabilityOf = openProbabilities(pairs, reports);
  let share = 0.1;
  for (let round = 0; round < 30; round++) {
    let expected = 0;
    for (let at = 0; at < pairs.length; at++) expected += probabilityOf(at, share);
    const next = Math.min(0.8, (expected + 1) / (reports + 5));
    if (Math.abs(next - share) < 1e-5) break;
    share = next;
  }
  return pairs.map((pair, at) => ({ ...pair, probability: probabilityOf(at, share) })).filter(({ probability }) => probability >= leastProbability);
}

/**
 * One person, two relatives, or two unrelated people: expected repeats a report are `share`, spread over all pairs
 * 2 share / (n - 1) a pair; relatives likewise. What does not depend on the share is reckoned once.
 */
function openProbabilities(pairs: readonly WeighedReports[], reports: number): (at: number, share: number) => number {
  const others = Math.max(1, reports - 1);
  const kin = Math.min(0.4, relativesReported / others);
  const ratios = Float64Array.from(pairs, ({ log10Lr }) => 10 ** Math.min(300, log10Lr));
  const ofKin = Float64Array.from(pairs, ({ relatives }) => 10 ** Math.min(300, relatives) * kin);
  return (at, share) => {
    const same = Math.min(0.5, (2 * share) / others);
    const odds = (ratios[at] ?? 0) * same;
    return odds / (odds + (ofKin[at] ?? 0) + 1 - same - kin);
  };
}

const relativesReported = evidenceParameters.relativesReported.value;
