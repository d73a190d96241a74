import { candidateSpace, findCandidates } from '../candidates/find-candidates.ts';
import { indexNames } from '../candidates/token-index.ts';
import { defaultSettings, type EvidenceSettings } from '../evidence/parameters.ts';
import type { JointMethod } from '../joint/solve-joint.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { weightBesidesName } from '../weigh/add-up.ts';
import { nameWeight, reportName } from '../weigh/name-weight.ts';
import { countPopulation } from '../weigh/population.ts';
import { tablesOf } from '../weigh/remains-tables.ts';
import { codeReports } from '../weigh/report-columns.ts';
import { birthdayWeight } from '../evidence/birthday.ts';
import { findDuplicates, type DuplicatePair } from '../duplicates/find-duplicates.ts';
import { groupReports } from '../duplicates/group-reports.ts';
import { identify, type WeighedPair } from './identify.ts';

export interface MatchOptions {
  readonly settings?: EvidenceSettings;
  /** Candidates returned for each individual. */
  readonly most?: number;
  /** Told after each piece of work; `done` and `of` count individuals. */
  readonly onProgress?: (stage: 'weigh' | 'joint' | 'duplicates', done: number, of: number) => void;
}

export interface Candidate {
  readonly report: string;
  readonly probability: number;
  readonly log10Lr: number;
  readonly method: JointMethod;
}

export interface MatchedRemains {
  readonly remains: string;
  readonly candidates: readonly Candidate[];
}

/** Two reports that are probably about one person. */
export interface ProposedDuplicate {
  readonly a: string;
  readonly b: string;
  readonly probability: number;
  readonly log10Lr: number;
}

export interface Matched {
  readonly remains: readonly MatchedRemains[];
  readonly duplicates: readonly ProposedDuplicate[];
}

/**
 * Compares every individual found with every report and gives, for each, the most probable reports: all evidence in one
 * weight, then jointly over all. The same lists give the same answer to the last digit.
 */
export function matchLists(missing: readonly MissingReport[], remains: readonly FoundRemains[], options: MatchOptions = {}): Matched {
  const settings = options.settings ?? defaultSettings();
  const population = countPopulation(missing, remains);
  const columns = codeReports(missing, population);
  const index = indexNames(missing.map(reportName));
  const space = candidateSpace(missing.length);
  const context = { columns, population, settings, cache: new Map<string, Float32Array>() };
  const limits = missing.length <= 5000 ? { most: 100, wholeListUpTo: 5000 } : { most: 25, wholeListUpTo: 5000 };
  const pairs: WeighedPair[] = [];
  remains.forEach((found, i) => {
    const tables = tablesOf(found, context);
    for (const report of findCandidates(found.name, tables, { columns, index, space, limits })) {
      const of = missing[report];
      if (of === undefined) continue;
      const name = nameWeight(found, of);
      const birthday = birthdayWeight(found.birth, of.birth, settings.birthDayError);
      pairs.push({ remains: i, report, log10Lr: name + birthday + weightBesidesName(tables, columns, report, name > 0) });
    }
    if (i % 1000 === 999) options.onProgress?.('weigh', i + 1, remains.length);
  });
  const duplicates = findDuplicates({ missing, columns, population, index, settings, limits: { ...limits, most: 25 }, onProgress: (done, of) => options.onProgress?.('duplicates', done, of) });
  const persons = groupReports(missing.length, duplicates);
  const identified = identify(pairs, { remains: remains.length, persons });
  const shared = shareAmongReports(pairs, identified.probabilities, { persons, duplicates });
  const byRemains = remains.map((): Candidate[] => []);
  pairs.forEach(({ remains: i, report, log10Lr }, p) => {
    byRemains[i]?.push({ report: missing[report]?.id ?? '', probability: shared[p] ?? 0, log10Lr, method: identified.methods[p] ?? 'exact' });
  });
  const most = options.most ?? 20;
  return {
    remains: remains.map((found, i) => ({ remains: found.id, candidates: (byRemains[i] ?? []).sort(byProbability).slice(0, most) })),
    duplicates: duplicates.map(({ a, b, probability, log10Lr }) => ({ a: missing[a]?.id ?? '', b: missing[b]?.id ?? '', probability, log10Lr })),
  };
}

function byProbability(a: Candidate, b: Candidate): number {
  return b.probability - a.probability || b.log10Lr - a.log10Lr || (a.report < b.report ? -1 : 1);
}

/**
 * Probability that each report is about the individual: that of its own person, and that of other persons' reports as
 * far as they may be repeats of it that were not put together.
 */
function shareAmongReports(pairs: readonly WeighedPair[], own: Float64Array, { persons, duplicates }: { persons: readonly number[]; duplicates: readonly DuplicatePair[] }): Float64Array {
  const repeats = new Map<number, { report: number; probability: number }[]>();
  const add = (of: number, report: number, probability: number): void => {
    const list = repeats.get(of);
    if (list === undefined) repeats.set(of, [{ report, probability }]);
    else list.push({ report, probability });
  };
  for (const { a, b, probability } of duplicates) {
    if (persons[a] === persons[b]) continue;
    add(a, b, probability);
    add(b, a, probability);
  }
  const byPair = new Map(pairs.map(({ remains, report }, p) => [`${remains} ${report}`, own[p] ?? 0]));
  return own.map((probability, p) => {
    const pair = pairs[p];
    if (pair === undefined) return probability;
    const others = (repeats.get(pair.report) ?? []).map((other) => other.probability * (byPair.get(`${pair.remains} ${other.report}`) ?? 0));
    return Math.min(1, probability + others.reduce((sum, q) => sum + q, 0));
  });
}
