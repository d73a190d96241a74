import { expect, test } from 'vitest';
import { placeKey } from '@imena/names';
import { matchLists } from '../match/match-lists.ts';
import { inventedLists } from '../testing/invented-lists.ts';
import { keptPlaces, openPlaces, weighTaught } from './places-taught.ts';

// Four settlements, each with a quarter of all who were found; three quarters were found where they were reported.
const places = ['a', 'b', 'c', 'd'];
const documentedOf = (reported: string, found: string): number => (reported === found ? 0.75 : 0.25 / 3);
const as = (reported: string, found: string) => ({ documented: Math.log10(documentedOf(reported, found) / 0.25), share: 0.25 });
const asDocumented = (reported: string, people: number) => ({ reported, found: places.map((found) => [found, people * documentedOf(reported, found)] as const) });

test('the dead of a village that were brought to one place speak for that place; settlements found as documented stay so', () => {
  const taught = weighTaught([{ reported: 'a', found: [['a', 4], ['b', 19], ['c', 1]] }, ...['b', 'c', 'd'].map((one) => asDocumented(one, 24))], documentedOf);
  expect(taught?.settlements.map(({ own }) => own > 0.9)).toEqual([true, false, false, false]);
  if (taught === null) throw new Error('twenty people who went one way teach something');
  const weigh = openPlaces(taught);
  expect(weigh('a', 'b', as('a', 'b'))).toBeGreaterThan(0.3);
  expect(weigh('a', 'a', as('a', 'a'))).toBeLessThan(as('a', 'a').documented - 0.2);
  for (const one of ['b', 'c', 'd']) for (const found of places) expect(Math.abs(weigh(one, found, as(one, found)) - as(one, found).documented)).toBeLessThan(0.05);
  expect(weigh('elsewhere', 'a', as('elsewhere', 'a'))).toBe(as('elsewhere', 'a').documented);
});

test('what the lists hold as documented, and few people, teach nothing', () => {
  expect(weighTaught(places.map((one) => asDocumented(one, 24)), documentedOf)).toBeNull();
  expect(weighTaught([{ reported: 'a', found: [['b', 1]] }, { reported: 'c', found: [['c', 2]] }], documentedOf)?.settlements.every(({ own }) => own < 0.7) ?? true).toBe(true);
});

// docs/methods/evidence.md, worked example.
test('24 of a village, 19 of them found in one other place, 10 imagined people, surely of its own: there 0.351, at home 0.176; one who went alone teaches nothing', () => {
  const weigh = openPlaces({ imagined: 10, settlements: [{ reported: 'a', own: 1, found: [['a', 4], ['b', 19], ['c', 1]] }] });
  expect(weigh('a', 'b', as('a', 'b'))).toBeCloseTo(Math.log10(((10 + 3) * (1 / 3) + 18 / 0.25) / 34), 12);
  expect(weigh('a', 'b', as('a', 'b'))).toBeCloseTo(0.351, 3);
  expect(weigh('a', 'a', as('a', 'a'))).toBeCloseTo(Math.log10((13 * 3 + 3 / 0.25) / 34), 12);
  expect(weigh('a', 'a', as('a', 'a'))).toBeCloseTo(0.176, 3);
  // The chances of all places add up to one, whatever was taught.
  expect(places.reduce((sum, found) => sum + 0.25 * 10 ** weigh('a', found, as('a', found)), 0)).toBeCloseTo(1, 12);
  expect(weigh('a', 'c', as('a', 'c'))).toBeLessThan(as('a', 'c').documented);
});

test('what is kept of places names nobody who went alone, and weighs every way as all of it does', () => {
  const taught = { imagined: 10, settlements: [
    { reported: 'a', own: 0.9, found: [['a', 4.25], ['b', 19.5], ['c', 1], ['d', 0.75]] as const }, { reported: 'b', own: 0.75, found: [['a', 1], ['c', 0.5]] as const }, { reported: 'c', own: 0.0001, found: [['c', 12]] as const },
  ] };
  const kept = keptPlaces(taught);
  expect(kept).toEqual({ imagined: 10, settlements: [{ reported: 'a', own: 0.9, found: [['a', 4.25], ['b', 19.5]], scattered: 1.75 }] });
  if (kept === null) throw new Error('a way of nineteen is kept');
  expect(keptPlaces(kept)).toEqual(kept);
  const [all, some] = [openPlaces(taught), openPlaces(kept)];
  for (const reported of ['a', 'b']) for (const found of places) expect(some(reported, found, as(reported, found))).toBeCloseTo(all(reported, found, as(reported, found)), 12);
  expect(keptPlaces({ imagined: 10, settlements: [{ reported: 'a', own: 1, found: [['b', 1]] }] })).toBeNull();
});

test('lists in which the dead of one village lie in the next teach it, whatever the order of the rows; lists without that do not', () => {
  const { missing, remains } = inventedLists(41, 400, 260);
  const plain = matchLists(missing, remains);
  const ownOf = (matched: typeof plain): string[] => matched.placesTaught?.settlements.flatMap(({ reported, own }) => (own > 0.5 ? [reported] : [])) ?? [];
  expect(ownOf(plain)).toEqual([]);
  const brought = remains.map((one) => (one.place === 'Казкове' ? { ...one, place: 'Новий Вигаданий Цвинтар' } : one));
  const matched = matchLists(missing, brought);
  expect(ownOf(matched)).toEqual([placeKey('Казкове')]);
  const again = matchLists([...missing].reverse(), [...brought].reverse());
  expect(again.placesTaught).toEqual(matched.placesTaught);
  expect([...again.remains].reverse()).toEqual(matched.remains);
});
