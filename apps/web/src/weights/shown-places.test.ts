import { expect, test } from 'vitest';
import { shownPlaces } from './shown-places.ts';

const settlement = (name: string, own: string, found: readonly (readonly [string, string])[]) => ({ settlement: name, own, found: found.map(([place, people]) => ({ settlement: place, people })), scattered: '1.5' });

test('settlements with ways of their own are shown by their written names, the surest first, most people first; others are counted', () => {
  const places = { imagined: '10', settlements: [settlement('a', '0.4', [['a', '2']]), settlement('b', '0.97', [['b', '3'], ['c', '12.4']]), settlement('d', '0.02', [['d', '20']])] };
  expect(shownPlaces(places, { a: 'Вигадане', b: 'Казкове', c: 'Новий Цвинтар' })).toEqual({
    own: [
      { name: 'Казкове', probability: 0.97, scattered: 1.5, found: [{ name: 'Новий Цвинтар', people: 12.4 }, { name: 'Казкове', people: 3 }] },
      { name: 'Вигадане', probability: 0.4, scattered: 1.5, found: [{ name: 'Вигадане', people: 2 }] },
    ],
    others: 1,
  });
  expect(shownPlaces(places, {}).own[0]?.name).toBe('b');
  expect(shownPlaces(null, {})).toEqual({ own: [], others: 0 });
});
