import { LiveLists, parseMissing, parseRemains } from '@imena/matching';
import { makeMatchingSet } from '@imena/synth';
import { printTable, round } from '../support/figures.ts';

/**
 * Lists that stay open: what it costs to add, correct or remove one row and to be asked at once whom it could be (goal:
 * 100 ms at 100,000 x 100,000). CPU milliseconds of this process; adding is counted with the question that follows, which
 * opens the row.
 */
export function benchLiveLists(sizes: readonly number[], count = 100): void {
  printTable('Lists that stay open, CPU ms (median / 95 of 100 / longest)', Object.fromEntries(sizes.map((size) => [`${size.toLocaleString('en')} x ${size.toLocaleString('en')}`, measure(size, count)])));
}

function measure(size: number, count: number): Record<string, number | string> {
  const set = makeMatchingSet({ seed: 9, reports: size + count, remains: size + count });
  const missing = set.missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing.jsonl', line: i + 1 }));
  const remains = set.remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains.jsonl', line: i + 1 }));
  const before = heapMiB();
  const [live, opened] = timed(() => {
    const lists = new LiveLists(missing.slice(0, size), remains.slice(0, size));
    // Each list, and what repeats need, is made ready at the first question.
    const [[first], [found]] = [missing, remains];
    if (first !== undefined && found !== undefined) {
      lists.repeatsOf(first);
      lists.remainsFor(first);
      lists.reportsFor(found);
    }
    return lists;
  });
  const memory = heapMiB() - before;
  const [newReports, newRemains] = [missing.slice(size), remains.slice(size)];
  const each = <T>(rows: readonly T[], work: (row: T, at: number) => void): string => spread(rows.map((row, at) => timed(() => { work(row, at); })[1]));
  return {
    'opened, s': round(opened / 1000, 1), 'memory, MiB': Math.round(memory),
    'report: add, ask': each(newReports, (report) => { live.putReport(report); live.remainsFor(report); }),
    'and its repeats': each(newReports, (report) => { live.repeatsOf(report); }),
    'remains: add, ask': each(newRemains, (found) => { live.putRemains(found); live.reportsFor(found); }),
    'report: correct, ask': each(newReports, (report, at) => { const one = { ...report, id: missing[at]?.id ?? report.id }; live.putReport(one); live.remainsFor(one); }),
    'remains: correct, ask': each(newRemains, (found, at) => { const one = { ...found, id: remains[at]?.id ?? found.id }; live.putRemains(one); live.reportsFor(one); }),
    'report: remove, ask': each(newReports, ({ id }, at) => { live.removeReport(id); const other = remains[at]; if (other !== undefined) live.reportsFor(other); }),
    'remains: remove, ask': each(newRemains, ({ id }, at) => { live.removeRemains(id); const other = missing[at]; if (other !== undefined) live.remainsFor(other); }),
  };
}

function timed<T>(work: () => T): [result: T, cpuMs: number] {
  const before = process.cpuUsage();
  const result = work();
  return [result, process.cpuUsage(before).user / 1e3];
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return `${at(0.5)} / ${at(0.95)} / ${at(1)}`;
}

function heapMiB(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1024 / 1024;
}
