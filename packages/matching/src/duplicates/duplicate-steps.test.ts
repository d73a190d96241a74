import { expect, test } from 'vitest';
import { inventedLists } from '../testing/invented-lists.ts';
import { openMatching } from '../match/open-matching.ts';
import { rangesOf } from '../match/ranges.ts';
import { findDuplicates, openDuplicates, settleDuplicates } from './find-duplicates.ts';

test('repeats searched part by part, in any order and with a second start, are those of one search', () => {
  const { missing, remains } = inventedLists(31, 300, 40);
  // Somebody reports again who was reported before.
  const reports = [...missing, ...missing.slice(0, 12).map((report) => ({ ...report, id: `${report.id} again` }))];
  const whole = findDuplicates(openMatching(reports, remains));
  expect(whole.length).toBeGreaterThanOrEqual(12);
  const ranges = rangesOf(reports.length, 70);
  const first = openDuplicates(openMatching(reports, remains));
  const answers = new Map(ranges.slice(3).reverse().map((part) => [part.from, first(part)]));
  const second = openDuplicates(openMatching(reports, remains));
  for (const part of ranges.slice(0, 3)) answers.set(part.from, second(part));
  expect(settleDuplicates(reports.length, ranges.map(({ from }) => answers.get(from) ?? []))).toEqual(whole);
});
