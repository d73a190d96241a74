import { expect, test } from 'vitest';
import { emptyRemains, emptyReport, type FoundRemains, type MissingReport } from '../records/types.ts';
import { weightBesidesName } from '../weigh/add-up.ts';
import { identify } from './identify.ts';
import { openMatching } from './open-matching.ts';
import { restOfList } from './rest-of-list.ts';
import { openFiles } from './weigh-files.ts';
import { weighPairs } from './weigh-pairs.ts';

const places = ['Вигадане', 'Уявне', 'Зразкове', 'Ескізне'];
const reports = (count: number): MissingReport[] => Array.from({ length: count }, (_, i) => ({ ...emptyReport(`A${i}`), name: 'Вигаданко Іван', sex: i % 3 === 0 ? 'F' : 'M', place: places[i % 4] ?? null, heightCm: 160 + (i % 30) }));
const bodies = (count: number, more: Partial<FoundRemains>): FoundRemains[] => Array.from({ length: count }, (_, i) => ({ ...emptyRemains(`B${i}`), ...more }));

test('candidates and the rest of a short list together hold all that the list says of a body without a name', () => {
  const matching = openMatching(reports(400), bodies(1, { sex: 'M', place: 'Уявне', stature: { cm: 178, sdCm: 4 } }));
  const pairs = weighPairs(matching, { from: 0, to: 1 });
  const tables = matching.tablesAt(0);
  if (tables === null) throw new Error('an individual has no tables');
  let all = 0;
  for (let report = 0; report < 400; report++) all += 10 ** weightBesidesName(tables, matching.columns, report);
  expect((pairs.rest[0] ?? 0) + pairs.weight.reduce((sum, weight) => sum + 10 ** weight, 0)).toBeCloseTo(all, 3);
});

test('of a long list about 500 reports tell the rest to a few hundredths', () => {
  const matching = openMatching(reports(8000), bodies(1, { sex: 'M', place: 'Уявне' }));
  const tables = matching.tablesAt(0);
  if (tables === null) throw new Error('an individual has no tables');
  const sampled = restOfList(matching, 0, { tables, candidates: [] });
  const whole = restOfList({ ...matching, limits: { ...matching.limits, wholeListUpTo: 8000 } }, 0, { tables, candidates: [] });
  expect(sampled / whole).toBeGreaterThan(0.9);
  expect(sampled / whole).toBeLessThan(1.1);
});

test('codes laid side by side for many individuals give each the same sum as its reports weighed one by one', () => {
  const count = 6000;
  const matching = openMatching(reports(count), bodies(1, { sex: 'M', place: 'Уявне', stature: { cm: 178, sdCm: 4 } }));
  const tables = matching.tablesAt(0);
  if (tables === null) throw new Error('an individual has no tables');
  for (const i of [0, 700, 1023, 1024, 5000]) {
    const sample = Array.from({ length: 500 }, (_, k) => Math.floor((((k + i) * (Math.sqrt(5) - 1)) / 2 % 1) * count));
    const candidates = sample.slice(0, 20);
    const others = sample.filter((report) => !candidates.includes(report));
    const sum = others.reduce((all, report) => all + 10 ** weightBesidesName(tables, matching.columns, report), 0);
    expect(restOfList(matching, i, { tables, candidates }) / ((sum * count) / 500)).toBeCloseTo(1, 9);
  }
});

test('bodies of whom nothing is known leave the share on the list at one half, though only 60 of 400 reports are their candidates', () => {
  const matching = openMatching(reports(400), bodies(100, {}));
  const { onList, nobody } = identify(openFiles(matching, [])(weighPairs(matching, { from: 0, to: 100 }), { ...matching, from: 0 }), { remains: 100, persons: reports(400).map((_, at) => at) });
  expect(onList).toBeCloseTo(0.5, 1);
  expect(nobody[0]).toBeCloseTo(0.5, 1);
});
