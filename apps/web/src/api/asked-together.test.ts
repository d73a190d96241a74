import { expect, test } from 'vitest';
import { askedTogether } from './asked-together.ts';

function asker(most: number) {
  const asked: (readonly string[])[] = [];
  const ask = askedTogether(most, (ids) => {
    asked.push(ids);
    return ids.includes('broken') ? Promise.reject(new Error('no network')) : Promise.resolve(new Map(ids.filter((id) => id !== 'nobody').map((id) => [id, `found ${id}`])));
  });
  return { ask, asked };
}

test('what is asked for in the same moment goes in one request, the same thing once', async () => {
  const { ask, asked } = asker(10);
  expect(await Promise.all([ask('a'), ask('b'), ask('a'), ask('nobody')])).toEqual(['found a', 'found b', 'found a', null]);
  expect(asked).toEqual([['a', 'b', 'nobody']]);
  expect(await ask('a')).toBe('found a');
  expect(asked.length).toBe(2);
});

test('more than fit go in several requests, and where one fails only those of it are refused', async () => {
  const { ask, asked } = asker(2);
  const [a, b, broken, c, d] = await Promise.allSettled([ask('a'), ask('b'), ask('broken'), ask('c'), ask('d')]);
  expect(asked).toEqual([['a', 'b'], ['broken', 'c'], ['d']]);
  expect([a, b, d].map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  expect([broken, c].map((one) => one.status)).toEqual(['rejected', 'rejected']);
});
