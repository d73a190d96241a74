import { expect, test } from 'vitest';
import { emptyRemains, type FoundRemains } from '../records/types.ts';
import { foundKeys } from './found-keys.ts';

const dayOf = (year: number): number => Date.UTC(year, 6, 1) / 86_400_000;
const bothOf = (more: Partial<FoundRemains>, year: number): string | undefined => foundKeys({ ...emptyRemains('B'), death: { from: null, to: dayOf(year) }, ...more }).births.both?.key;

test('births that differ in nothing that a table is made of share one: a written year needs no death and no age beside it; an age and an estimate tell other years for another death', () => {
  const year = { birth: { year: 1961, month: null, day: null } };
  expect(bothOf(year, 2022)).toBe(bothOf({ ...year, statedAge: 61 }, 2019));
  expect(bothOf({ statedAge: 61 }, 2022)).not.toBe(bothOf({ statedAge: 61 }, 2019));
  expect(bothOf({ age: { low: 50, high: 70 } }, 2022)).not.toBe(bothOf({ age: { low: 50, high: 70 } }, 2019));
  expect(bothOf({ ...year, age: { low: 50, high: 70 } }, 2022)).not.toBe(bothOf(year, 2022));
  expect(bothOf({}, 2022)).toBeUndefined();
});
