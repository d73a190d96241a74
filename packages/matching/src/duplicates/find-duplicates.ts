import { NameWeigher } from '@imena/names';
import { findCandidates } from '../candidates/find-candidates.ts';
import { birthdayWeight } from '../evidence/birthday.ts';
import { chanceApart, lastSeenSpanWeight, lastSeenWeight, type KnownSpan } from '../evidence/last-seen.ts';
import type { Matching } from '../match/open-matching.ts';
import type { MissingReport } from '../records/types.ts';
import type { Range } from '../match/ranges.ts';
import { otherEvidence } from '../weigh/other-evidence.ts';
import { tableContext, tablesOf } from '../weigh/remains-tables.ts';
import { reportAsFound, settingsBetweenReports } from './as-found.ts';

/** Two reports and what speaks for their being about one person; places in the list, a before b. */
export interface WeighedReports {
  readonly a: number;
  readonly b: number;
  readonly log10Lr: number;
}

/** Two reports that may be about one person; proposed to people, never merged by itself. */
export interface DuplicatePair extends WeighedReports {
  readonly probability: number;
}

/** Pairs below this are not kept. */
const leastProbability = 0.005;
/** Candidates weighed for one report. */
const mostRepeats = 15;

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
 * of the list and then gives the same pairs as one search through all. Cost: about 1 ms a report among 100,000.
 */
export function openDuplicates({ missing, columns, population, index, limits, space, buckets, reportNames, nameModel, settings: own, context: { lasting } }: Matching): (part: Range) => WeighedReports[] {
  const settings = settingsBetweenReports(own);
  const context = tableContext({ columns, population, settings, lasting });
  const apart = { spreadDays: settings.lastSeenSpreadDays, grossError: settings.lastSeenGrossError, chance: chanceApart(missing.flatMap(({ lastSeen }) => (lastSeen === null ? [] : [lastSeen]))) };
  const weigher = new NameWeigher(index.names, index.names, nameModel);
  return ({ from, to }) => missing.slice(from, to).flatMap((report, at) => {
    const i = from + at;
    const name = reportNames[i] ?? null;
    // A report without a name repeats too little to be told from chance; people find such repeats by hand.
    if (name === null || name.words.length === 0) return [];
    const namesAndDays = (j: number): number => {
      const other = missing[j];
      const birth = other?.birth ?? null;
      const seen = other === undefined ? 0 : seenWeight(report, other, apart);
      return weigher.weigh(i, j) + seen + birthdayWeight(report.birth, birth, settings.birthDayError);
    };
    const evidence = { ...otherEvidence(tablesOf(reportAsFound(report), context), { columns, buckets }), name: namesAndDays };
    return findCandidates(name, evidence, { index, space, except: i, limits: { ...limits, most: mostRepeats } })
      .flatMap(({ place, total }) => (total > 0 ? [{ a: Math.min(i, place), b: Math.max(i, place), log10Lr: total }] : []));
  });
}

function seenWeight(a: MissingReport, b: MissingReport, model: Parameters<typeof lastSeenWeight>[1]): number {
  if (a.lastSeen === null || b.lastSeen === null) return 0;
  const [one, other] = [spanOf(a, a.lastSeen), spanOf(b, b.lastSeen)];
  return one.from === one.to && other.from === other.to ? lastSeenWeight(one.from - other.from, model) : lastSeenSpanWeight(one, other, model);
}

function spanOf({ lastSeenSpan: span }: MissingReport, middle: number): KnownSpan {
  return span === null || span.from === null || span.to === null ? { from: middle, to: middle } : { from: span.from, to: span.to };
}

/** The probability of every pair that the parts of a search found, in the order of the list. @param reports - length of the list */
export function settleDuplicates(reports: number, parts: readonly (readonly WeighedReports[])[]): DuplicatePair[] {
  const weighed = new Map<number, WeighedReports>();
  for (const part of parts) for (const pair of part) {
    const key = pair.a * reports + pair.b;
    // A pair found from both sides counts as it was weighed first.
    if (!weighed.has(key)) weighed.set(key, pair);
  }
  let share = 0.1;
  for (let round = 0; round < 30; round++) {
    let expected = 0;
    for (const { log10Lr } of weighed.values()) expected += probabilityOf(log10Lr, share, reports);
    const next = Math.min(0.8, (expected + 1) / (reports + 5));
    if (Math.abs(next - share) < 1e-5) break;
    share = next;
  }
  return [...weighed.values()]
    .map((pair) => ({ ...pair, probability: probabilityOf(pair.log10Lr, share, reports) }))
    .filter(({ probability }) => probability >= leastProbability)
    .sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Expected repeats a report are `share`; spread over all pairs that is 2 share / (n - 1) a pair. */
function probabilityOf(log10Lr: number, share: number, reports: number): number {
  const prior = Math.min(0.5, (2 * share) / Math.max(1, reports - 1));
  const odds = (10 ** Math.min(300, log10Lr) * prior) / (1 - prior);
  return odds / (1 + odds);
}
