import { makeMatchingSet } from '@imena/synth';
import { expect, test } from 'vitest';
import { parseMissing } from '../records/parse-record.ts';
import type { MissingReport } from '../records/types.ts';
import { LiveDuplicates } from './live-duplicates.ts';

const reports = makeMatchingSet({ seed: 72, reports: 130, remains: 1, evidence: 'all' }).missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing.jsonl', line: i + 1 }));
const opened = (list: readonly MissingReport[]): LiveDuplicates => {
  const live = new LiveDuplicates(list, 0.05);
  live.weigh({ from: 0, to: 50 });
  live.weigh({ from: 50, to: list.length });
  return live;
};

test('the first search proposes the same however it is cut into parts, and whatever the order of the list', () => {
  const whole = new LiveDuplicates([...reports].reverse(), 0.05);
  whole.weigh({ from: 0, to: reports.length });
  expect(whole.settle().length).toBeGreaterThan(5);
  expect(opened(reports).settle()).toEqual(whole.settle());
});

test('reports that come, are corrected and go change the proposals as if they had been there from the first', () => {
  const late = reports.slice(120);
  const live = opened(reports.slice(0, 120));
  const before = live.settle();
  for (const report of late) live.put(report);
  const [first] = reports;
  if (first === undefined) throw new RangeError('an empty list');
  // Corrected and corrected back: nothing of the step in between stays.
  live.put({ ...first, surname: 'Інший', name: 'Інший Іван', given: 'Іван' });
  live.put(first);
  const pairsOf = (list: readonly { readonly a: string; readonly b: string; readonly probability: number }[]): string[] => list.filter(({ probability }) => probability >= 0.5).map(({ a, b }) => `${a} ${b}`).sort();
  expect(pairsOf(live.settle())).toEqual(pairsOf(opened(reports).settle()));
  expect(live.size).toBe(reports.length);
  for (const { id } of late) expect(live.remove(id)).toBe(true);
  expect(pairsOf(live.settle())).toEqual(pairsOf(before));
  expect(live.remove('nobody')).toBe(false);
});
