import { expect, test } from 'vitest';
import { emptyRemains, emptyReport, type MissingReport } from '../records/types.ts';
import { openMatching } from '../match/open-matching.ts';
import { kindWeight } from './add-up.ts';
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

test('a brother’s name does not excuse another sex: only where the names tell one sex has the name told it already', () => {
  const report = (id: string, sex: 'M' | 'F', name: string): MissingReport => ({ ...emptyReport(id), sex, name });
  const reports = [report('sister', 'F', 'Зразко Зінаїда Захарівна'), report('brother', 'M', 'Зразко Тимофій Захарович'), report('surname', 'F', 'Зразко')];
  const { columns, tablesAt } = openMatching(reports, [{ ...emptyRemains('R'), sex: 'M', name: 'Зразко Зінаїда Захарівна' }]);
  const tables = tablesAt(0);
  if (tables === null) throw new Error('an individual has no tables');
  const [sister = 0, brother = 0, surname = 0] = [0, 1, 2].map((at) => kindWeight('sex', tables, columns, at, true));
  // The name says a woman, the bones a man: most likely the estimate is wrong or the marker stands with another.
  expect(sister).toBeGreaterThan(-0.6);
  expect(surname).toBeLessThan(-0.8);
  expect(brother).toBeGreaterThan(0.1);
});
