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

/**
 * Compares every individual found with every report and gives, for each, the most probable reports: all evidence in one
 * weight, then jointly over all. The same lists give the same answer to the last digit.
 */
export function matchLists(missing: readonly MissingReport[], remains: readonly FoundRemains[], options: MatchOptions = {}): MatchedRemains[] {
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
      pairs.push({ remains: i, report, log10Lr: name + weightBesidesName(tables, columns, report, name > 0) });
    }
    if (i % 1000 === 999) options.onProgress?.('weigh', i + 1, remains.length);
  });
  const identified = identify(pairs, { remains: remains.length, persons: missing.map((_, i) => i) });
  const byRemains = remains.map((): Candidate[] => []);
  pairs.forEach(({ remains: i, report, log10Lr }, p) => {
    byRemains[i]?.push({ report: missing[report]?.id ?? '', probability: identified.probabilities[p] ?? 0, log10Lr, method: identified.methods[p] ?? 'exact' });
  });
  return remains.map((found, i) => ({
    remains: found.id,
    candidates: (byRemains[i] ?? []).sort((a, b) => b.probability - a.probability || b.log10Lr - a.log10Lr || (a.report < b.report ? -1 : 1)).slice(0, options.most ?? 20),
  }));
}
