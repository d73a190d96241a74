import { expect, test } from 'vitest';
import { emptyReport } from '../records/types.ts';
import { listKey, termsOf, traitKey } from './report-columns.ts';

test('two descriptions of one garment are one thing, the one that says more; two garments stay two', () => {
  expect(listKey(['куртка', 'чорна куртка', 'черная куртка'])).toBe(listKey(['чорна куртка']));
  expect(termsOf(listKey(['чорна куртка', 'синя куртка']))).toHaveLength(2);
});

test('a uniform is not counted as a garment where service is said', () => {
  const report = { ...emptyReport('A'), clothing: ['військова форма', 'чоботи'] };
  expect(termsOf(traitKey('clothing', { ...report, isMilitary: true }) ?? '')).toHaveLength(1);
  expect(termsOf(traitKey('clothing', report) ?? '')).toHaveLength(2);
});

test('a list that was refused has no key, one that is stated to be empty has its own', () => {
  const of = (absent?: 'refused' | 'absent') => traitKey('marks', { ...emptyReport('A'), absences: absent === undefined ? {} : { marks: absent } });
  expect([of('refused'), of()]).toEqual([null, '']);
  expect(of('absent')).not.toBe('');
});
