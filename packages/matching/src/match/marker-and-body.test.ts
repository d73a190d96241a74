import { expect, test } from 'vitest';
import { emptyRemains, emptyReport, type FoundRemains, type MissingReport } from '../records/types.ts';
import { inventedLists } from '../testing/invented-lists.ts';
import { candidatesOf, weighKinds } from './candidates-of.ts';
import { matchLists } from './match-lists.ts';
import { openMatching } from './open-matching.ts';

// Invented people; nobody of them exists.
const { missing: others, remains: otherRemains } = inventedLists(17, 200, 60);
const man: MissingReport = { ...emptyReport('man'), lang: 'uk', surname: 'Вигаденко', given: 'Василь', patronymic: 'Миронович', sex: 'M', birth: { year: 1961, month: 7, day: 3 }, heightCm: 186 };
const marker: FoundRemains = { ...emptyRemains('body'), source: 'marker', lang: 'uk', name: 'Вигаденко Василь Миронович', birth: { year: 1961, month: 7, day: 3 } };
const list = [...others, man];
const probability = (found: Partial<FoundRemains>, reports: readonly MissingReport[] = list): number =>
  matchLists(reports, [...otherRemains, { ...marker, ...found }]).remains.at(-1)?.candidates.find(({ report }) => report === 'man')?.probability ?? 0;
const kindsOf = (found: Partial<FoundRemains>) => weighKinds(openMatching(list, [...otherRemains, { ...marker, ...found }]), { ...marker, ...found }, list.length - 1);

test('the wrong name on a marker: a body that is another’s in sex, age and height is not the person whose name stands on it', () => {
  expect(probability({ sex: 'M', age: { low: 55, high: 65 }, stature: { cm: 184, sdCm: 4 } })).toBeGreaterThan(0.95);
  expect(probability({ sex: 'F', age: { low: 4, high: 6 }, stature: { cm: 110, sdCm: 4 } })).toBeLessThan(0.01);
  expect(probability({ sex: 'F', age: { low: 20, high: 30 }, stature: { cm: 155, sdCm: 4 } })).toBeLessThan(0.01);
  // One doubtful sex alone: the marker is misplaced in 3 of 100, the estimate wrong in 5 of 100.
  const doubtful = probability({ sex: 'F' });
  expect(doubtful).toBeGreaterThan(0.3);
  expect(doubtful).toBeLessThan(0.97);
});

test('a contradiction between marker and body stands first, in words of both languages, and is no weight of its own', () => {
  const { kinds, log10Lr } = kindsOf({ sex: 'F', age: { low: 4, high: 6 } });
  const [first] = kinds;
  expect(first).toMatchObject({ kind: 'marker', log10Lr: 0, reason: 'speaks_against' });
  expect(first?.words.en.join(' ')).toContain('born 1961-07-03. Examined: 4–6 years old. These contradict each other.');
  expect(first?.words.en.join(' ')).toContain('other sex');
  expect(first?.words.uk.length).toBe(first?.words.en.length);
  expect(kinds.find(({ kind }) => kind === 'age')?.log10Lr).toBeLessThan(-2.5);
  expect(kinds.reduce((sum, one) => sum + one.log10Lr, 0)).toBeCloseTo(log10Lr, 9);
  expect(kindsOf({ sex: 'M', age: { low: 55, high: 65 } }).kinds.some(({ kind }) => kind === 'marker')).toBe(false);
});

test('the person of the other body is weighed by the body: a girl reported is not hidden by the marker that stands with her', () => {
  const girl: MissingReport = { ...emptyReport('girl'), surname: 'Умовна', given: 'Ганна', sex: 'F', birth: { year: 2017, month: null, day: null }, heightCm: 110 };
  const found = { ...marker, sex: 'F' as const, age: { low: 4, high: 6 }, stature: { cm: 110, sdCm: 4 } };
  const [best] = candidatesOf(openMatching([...list, girl], [...otherRemains, found]), found, 1);
  expect(best?.report).toBe('girl');
});

test('another sex counts in full where only surname, patronymic or the day of birth agree', () => {
  const found = { sex: 'M' as const, birth: null, birthYears: null };
  const sister: MissingReport = { ...emptyReport('sister'), lang: 'uk', surname: 'Вигаденко', given: 'Марія', patronymic: 'Миронівна', sex: 'F', birth: { year: 1961, month: 7, day: 3 } };
  const matching = openMatching([...others, sister], [...otherRemains, { ...marker, ...found }]);
  for (const name of ['Вигаденко Василь Миронович', 'Вигаденко', 'Вигаденко М.']) {
    const { kinds } = weighKinds(matching, { ...marker, ...found, name }, others.length);
    expect([name, (kinds.find(({ kind }) => kind === 'sex')?.log10Lr ?? 0) < -0.8]).toEqual([name, true]);
  }
  // A brother's name on the marker, a man in the grave: against the sister speak her given name and her sex.
  const of = (name: string, sex: 'M' | 'F'): number => weighKinds(matching, { ...marker, ...found, sex, name }, others.length).log10Lr;
  expect(of('Вигаденко Василь Миронович', 'M')).toBeLessThan(of('Вигаденко Марія Миронівна', 'F') - 1.5);
});
