import { candidatesOf, openMatching, parseMissing, parseRemains } from '@imena/matching';
import { makeMatchingSet } from '@imena/synth';
import { printTable, round } from '../support/figures.ts';

/** One new description against a prepared list of reports, each kind of evidence with its weight (goal: 100 ms at 100,000). */
export function benchOneAgainstAll(reports: number, count = 200): void {
  const set = makeMatchingSet({ seed: 9, reports, remains: count });
  const missing = set.missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing.jsonl', line: i + 1 }));
  const remains = set.remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains.jsonl', line: i + 1 }));
  const before = process.cpuUsage();
  const matching = openMatching(missing, remains);
  const opened = process.cpuUsage(before).user / 1e6;
  const times = remains.map((found) => {
    const start = process.cpuUsage();
    candidatesOf(matching, found);
    return process.cpuUsage(start).user / 1e3;
  }).sort((a, b) => a - b);
  const at = (share: number): number => round(times[Math.floor(share * (times.length - 1))] ?? 0, 1);
  printTable('One new description against a prepared list, CPU ms', { [`${reports} reports`]: { 'list prepared, s': round(opened, 1), median: at(0.5), p95: at(0.95), longest: at(1) } });
}
