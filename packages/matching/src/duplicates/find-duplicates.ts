import { nameLog10Lr } from '@imena/names';
import { findCandidates } from '../candidates/find-candidates.ts';
import { birthdayWeight } from '../evidence/birthday.ts';
import { chanceApart, lastSeenWeight } from '../evidence/last-seen.ts';
import type { Matching } from '../match/open-matching.ts';
import { weightBesidesName } from '../weigh/add-up.ts';
import { otherEvidence } from '../weigh/other-evidence.ts';
import { tableContext, tablesOf } from '../weigh/remains-tables.ts';
import { reportAsFound, settingsBetweenReports } from './as-found.ts';

/** Two reports that may be about one person; proposed to people, never merged by itself. */
export interface DuplicatePair {
  /** Places in the list, a before b. */
  readonly a: number;
  readonly b: number;
  readonly log10Lr: number;
  readonly probability: number;
}

/** Pairs below this are not kept. */
const leastProbability = 0.005;

/**
 * Pairs of reports that are probably about one person, with the probability that they are. The share of reports that
 * are repeats is learned from the list itself (Beta(1, 4)); the chance of a pair is that share over the other reports.
 */
export function findDuplicates(matching: Matching, onProgress?: (done: number, of: number) => void): DuplicatePair[] {
  const reports = matching.missing.length;
  const weighed = weighReports(matching, onProgress);
  let share = 0.1;
  for (let round = 0; round < 30; round++) {
    const expected = weighed.reduce((sum, { log10Lr }) => sum + probabilityOf(log10Lr, share, reports), 0);
    const next = Math.min(0.8, (expected + 1) / (reports + 5));
    if (Math.abs(next - share) < 1e-5) break;
    share = next;
  }
  return weighed
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

type Weighed = Omit<DuplicatePair, 'probability'>;

function weighReports({ missing, columns, population, index, limits, space, buckets, reportNames, nameModel, settings: own, context: { lasting } }: Matching, onProgress?: (done: number, of: number) => void): Weighed[] {
  const settings = settingsBetweenReports(own);
  const context = tableContext({ columns, population, settings, lasting });
  const apart = { spreadDays: settings.lastSeenSpreadDays, grossError: settings.lastSeenGrossError, chance: chanceApart(missing.flatMap(({ lastSeen }) => (lastSeen === null ? [] : [lastSeen]))) };
  const pairs = new Map<number, Weighed>();
  missing.forEach((report, i) => {
    const name = reportNames[i] ?? null;
    // A report without a name repeats too little to be told from chance; people find such repeats by hand.
    if (name === null || name.words.length === 0) return;
    const tables = tablesOf(reportAsFound(report), context);
    for (const j of findCandidates(name, otherEvidence(tables, { columns, buckets }), { index, space, except: i, limits: { ...limits, most: Math.min(15, limits.most) } })) {
      const [a, b] = i < j ? [i, j] : [j, i];
      const otherReport = missing[j];
      const otherName = reportNames[j];
      if (i === j || otherReport === undefined || otherName === undefined || pairs.has(a * missing.length + b)) continue;
      const names = nameLog10Lr(name, otherName, nameModel);
      const seen = report.lastSeen === null || otherReport.lastSeen === null ? 0 : lastSeenWeight(report.lastSeen - otherReport.lastSeen, apart);
      const birthday = birthdayWeight(report.birth, otherReport.birth, settings.birthDayError);
      const log10Lr = names + seen + birthday + weightBesidesName(tables, columns, j, names > 0);
      if (log10Lr > 0) pairs.set(a * missing.length + b, { a, b, log10Lr });
    }
    if (i % 1000 === 999) onProgress?.(i + 1, missing.length);
  });
  return [...pairs.values()];
}
