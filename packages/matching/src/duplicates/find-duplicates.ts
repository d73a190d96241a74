import { NameWeigher } from '@imena/names';
import { findCandidates } from '../candidates/find-candidates.ts';
import { birthdayWeight } from '../evidence/birthday.ts';
import { chanceApart, lastSeenSpanWeight, lastSeenWeight, type KnownSpan } from '../evidence/last-seen.ts';
import type { Matching } from '../match/open-matching.ts';
import type { DaySpan, MissingReport } from '../records/types.ts';
import type { Range } from '../match/ranges.ts';
import { birthdayEvidence, otherEvidence } from '../weigh/other-evidence.ts';
import { tableContext, tablesOf, type TableContext } from '../weigh/remains-tables.ts';
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
export function openDuplicates(matching: Matching): (part: Range) => WeighedReports[] {
  const { missing, columns, population, index, limits, space, reportNames, nameModel, settings: own, context: { lasting } } = matching;
  const settings = settingsBetweenReports(own);
  const context = tableContext({ columns, population, settings, lasting });
  const apart = { spreadDays: settings.lastSeenSpreadDays, grossError: settings.lastSeenGrossError, chance: chanceApart(missing.flatMap(({ lastSeen }) => (lastSeen === null ? [] : [lastSeen]))) };
  const weigher = new NameWeigher(index.names, index.names, nameModel);
  const seenTable = openSeenTables(matching, context, apart);
  return ({ from, to }) => missing.slice(from, to).flatMap((report, at) => {
    const i = from + at;
    const name = reportNames[i] ?? null;
    // A report without a name repeats too little to be told from chance; people find such repeats by hand.
    if (name === null || name.words.length === 0) return [];
    const tables = { ...tablesOf(reportAsFound(report), context), seen: seenTable(report) };
    const namesAndBirthdays = (j: number): number => weigher.weigh(i, j) + birthdayWeight(report.birth, missing[j]?.birth ?? null, settings.birthDayError);
    const evidence = { ...otherEvidence(tables, matching), ...birthdayEvidence(report.birth, { ...matching, settings }), name: namesAndBirthdays };
    return findCandidates(name, evidence, { index, space, except: i, limits: { ...limits, most: mostRepeats } })
      .flatMap(({ place, total }) => (total > 0 ? [{ a: Math.min(i, place), b: Math.max(i, place), log10Lr: total }] : []));
  });
}

/** The day last seen of one report as a table for the codes of all, as the bounds of a death are for remains. */
function openSeenTables({ population: { deathDays: { firstDay, count } }, columns: { seenSpans } }: Matching, { cache }: TableContext, model: Parameters<typeof lastSeenWeight>[1]): (report: MissingReport) => Float32Array | null {
  const byDaysApart = Float32Array.from(model.chance, (_, days) => lastSeenWeight(days, model));
  return ({ lastSeen, lastSeenSpan }) => {
    if (lastSeen === null) return null;
    const own = spanOf(lastSeenSpan) ?? { from: lastSeen, to: lastSeen };
    return cache.of(`last seen ${own.from}/${own.to}`, () => {
      const table = new Float32Array(1 + count + seenSpans.length);
      for (let i = 0; i < count; i++) {
        const day = firstDay + i;
        table[1 + i] = own.from === own.to ? (byDaysApart[Math.min(Math.abs(day - own.from), byDaysApart.length - 1)] ?? 0) : lastSeenSpanWeight(own, { from: day, to: day }, model);
      }
      seenSpans.forEach((span, at) => {
        const other = spanOf(span);
        table[1 + count + at] = other === null ? 0 : lastSeenSpanWeight(own, other, model);
      });
      return table;
    });
  };
}

function spanOf(span: DaySpan | null): KnownSpan | null {
  return span?.from == null || span.to === null ? null : { from: span.from, to: span.to };
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
