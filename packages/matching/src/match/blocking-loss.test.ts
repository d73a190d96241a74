import { expect, test } from 'vitest';
import { inventedLists } from '../testing/invented-lists.ts';
import { measureBlockingLoss } from './blocking-loss.ts';

test('a short list is compared whole, so its search passes over nobody; every floor holds the pairs of the higher one', () => {
  const { missing, remains } = inventedLists(5, 400, 120);
  const [low, high] = measureBlockingLoss(missing, remains, { sample: 40, floors: [1, 3] });
  expect([low?.lost, high?.lost]).toEqual([0, 0]);
  expect(low?.pairs).toBeGreaterThan(high?.pairs ?? Infinity);
  expect(high?.pairs).toBeGreaterThan(5);
});

test('in a list that is searched by words and bounds, at most one in twenty of the pairs of log10 LR 3 is passed over', () => {
  const { missing, remains } = inventedLists(6, 6000, 200);
  const [loss] = measureBlockingLoss(missing, remains, { sample: 100, floors: [3] });
  expect(loss?.pairs).toBeGreaterThan(20);
  expect(loss?.lost).toBeLessThanOrEqual(Math.floor((loss?.pairs ?? 0) / 20));
});
