import { measureBlockingLoss, parseMissing, parseRemains } from '@imena/matching';
import { makeMatchingSet, type MatchingSetPlan } from '@imena/synth';
import { printTable, round } from '../support/figures.ts';

/** What the search in a long list passes over: a sample of individuals is compared with every report. */
export function benchBlockingLoss(plan: MatchingSetPlan, sample: number): void {
  const { missing, remains } = makeMatchingSet(plan);
  const reports = missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing.jsonl', line: i + 1 }));
  const found = remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains.jsonl', line: i + 1 }));
  const losses = measureBlockingLoss(reports, found, { sample, floors: [2, 3, 4, 5, 6] });
  const rows = losses.map(({ floor, pairs, lost }) => [`log10 LR of ${floor} or more`, { pairs, 'passed over': lost, 'share, %': pairs === 0 ? '-' : round((100 * lost) / pairs, 2) }] as const);
  printTable(`Blocking: pairs that ${sample} individuals have among ${plan.reports.toLocaleString('en')} reports, by full comparison, and those that the search did not find`, Object.fromEntries(rows));
}
