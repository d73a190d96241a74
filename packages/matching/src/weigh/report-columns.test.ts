import { expect, test } from 'vitest';
import { termKeys } from '../evidence/described-thing.ts';
import { chartOf } from '../evidence/tooth-chart.ts';
import { openMatching } from '../match/open-matching.ts';
import { emptyRemains, emptyReport, type FoundRemains, type MissingReport } from '../records/types.ts';
import { kindWeight } from './add-up.ts';
import { listKey, termsOf, traitKey } from './report-columns.ts';

test('two descriptions of one garment are one thing, the one that says more; two garments stay two', () => {
  expect(listKey(['куртка', 'чорна куртка', 'черная куртка'].flatMap(termKeys))).toBe(listKey(termKeys('чорна куртка')));
  expect(termsOf(listKey(['чорна куртка', 'синя куртка'].flatMap(termKeys)))).toHaveLength(2);
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

test('a missing tooth named among marks and on the chart counts once where both sides have a chart, and among marks where one has none', () => {
  const teeth = chartOf(new Map([['21', [{ finding: 'missing_antemortem' as const, surfaces: '' }]]]));
  const marks = ['відсутній передній зуб', 'шрам на щоці'];
  const others = Array.from({ length: 60 }, (_, i) => ({ ...emptyReport(`P${i}`), marks: [i % 3 === 0 ? 'відсутній передній зуб' : i % 2 === 0 ? 'шрам на щоці' : 'пірсинг'] }));
  const weigh = (report: Partial<MissingReport>, found: Partial<FoundRemains>): number => {
    const { columns, tablesAt } = openMatching([...others, { ...emptyReport('X'), ...report }], [{ ...emptyRemains('R'), ...found }, ...others.map(({ id, marks: own }) => ({ ...emptyRemains(`R${id}`), marks: own }))]);
    const tables = tablesAt(0);
    return tables === null ? NaN : kindWeight('marks', tables, columns, others.length);
  };
  const [both, none, one] = [weigh({ marks, teeth }, { marks, teeth }), weigh({ marks: ['шрам на щоці'] }, { marks: ['шрам на щоці'] }), weigh({ marks, teeth }, { marks })];
  // The tooth on the list of one report more changes the shares a little.
  expect(both).toBeCloseTo(none, 1);
  expect(one).toBeGreaterThan(both + 0.2);
});
