import { candidateSpace, findCandidates, type CandidateLimits } from '../candidates/find-candidates.ts';
import type { TokenIndex } from '../candidates/token-index.ts';
import { birthdayWeight } from '../evidence/birthday.ts';
import { chanceApart, lastSeenWeight } from '../evidence/last-seen.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import type { MissingReport } from '../records/types.ts';
import { weightBesidesName } from '../weigh/add-up.ts';
import { nameWeight } from '../weigh/name-weight.ts';
import type { Population } from '../weigh/population.ts';
import { tablesOf } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import { reportAsFound, settingsBetweenReports } from './as-found.ts';

/** Two reports that may be about one person; proposed to people, never merged by itself. */
export interface DuplicatePair {
  /** Places in the list, a before b. */
  readonly a: number;
  readonly b: number;
  readonly log10Lr: number;
  readonly probability: number;
}

export interface DuplicateInput {
  readonly missing: readonly MissingReport[];
  readonly columns: ReportColumns;
  readonly population: Population;
  readonly index: TokenIndex;
  readonly settings: EvidenceSettings;
  readonly limits: CandidateLimits;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Pairs below this are not kept. */
const leastProbability = 0.005;

/**
 * Pairs of reports that are probably about one person, with the probability that they are. The share of reports that
 * are repeats is learned from the list itself (Beta(1, 4)); the chance of a pair is that share over the other reports.
 */
export function findDuplicates(input: DuplicateInput): DuplicatePair[] {
  const { missing } = input;
  const weighed = weighPairs(input);
  let share = 0.1;
  for (let round = 0; round < 30; round++) {
    const expected = weighed.reduce((sum, { log10Lr }) => sum + probabilityOf(log10Lr, share, missing.length), 0);
    const next = Math.min(0.8, (expected + 1) / (missing.length + 5));
    if (Math.abs(next - share) < 1e-5) break;
    share = next;
  }
  return weighed
    .map((pair) => ({ ...pair, probability: probabilityOf(pair.log10Lr, share, missing.length) }))
    .filter(({ probability }) => probability >= leastProbability)
    .sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Expected repeats a report are `share`; spread over all pairs that is 2 share / (n - 1) a pair. */
function probabilityOf(log10Lr: number, share: number, reports: number): number {
  const prior = Math.min(0.5, (2 * share) / Math.max(1, reports - 1));
  const odds = (10 ** Math.min(300, log10Lr) * prior) / (1 - prior);
  return odds / (1 + odds);
}

function weighPairs(input: DuplicateInput): Omit<DuplicatePair, 'probability'>[] {
  const { missing, columns, population, index, limits } = input;
  const settings = settingsBetweenReports(input.settings);
  const context = { columns, population, settings, cache: new Map<string, Float32Array>() };
  const space = candidateSpace(missing.length);
  const apart = { spreadDays: settings.lastSeenSpreadDays, grossError: settings.lastSeenGrossError, chance: chanceApart(missing.flatMap(({ lastSeen }) => (lastSeen === null ? [] : [lastSeen]))) };
  const pairs = new Map<number, Omit<DuplicatePair, 'probability'>>();
  missing.forEach((report, i) => {
    const asFound = reportAsFound(report);
    const tables = tablesOf(asFound, context);
    for (const j of findCandidates(asFound.name, tables, { columns, index, space, limits })) {
      const other = missing[j];
      const [a, b] = i < j ? [i, j] : [j, i];
      if (other === undefined || i === j || pairs.has(a * missing.length + b)) continue;
      const name = nameWeight(asFound, other);
      const seen = report.lastSeen === null || other.lastSeen === null ? 0 : lastSeenWeight(report.lastSeen - other.lastSeen, apart);
      const birthday = birthdayWeight(report.birth, other.birth, settings.birthDayError);
      const log10Lr = name + seen + birthday + weightBesidesName(tables, columns, j, name > 0);
      if (log10Lr > 0) pairs.set(a * missing.length + b, { a, b, log10Lr });
    }
    if (i % 1000 === 999) input.onProgress?.(i + 1, missing.length);
  });
  return [...pairs.values()];
}
