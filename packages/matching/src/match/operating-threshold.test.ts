import { expect, test } from 'vitest';
import { operatingThreshold } from './operating-threshold.ts';

const many = (count: number, best: number, nobody: number) => Array.from({ length: count }, () => ({ best, nobody }));

test('lists that tell people apart are linked from one half up', () => {
  expect(operatingThreshold([...many(600, 0.999, 0.001), ...many(5, 0.6, 0.4), ...many(400, 0.01, 0.99)])).toBe(0.5);
  expect(operatingThreshold([])).toBe(0.5);
});

test('worked example: of 400 who are nobody 6 may be linked; 20 bodies at 0.7 hold 6 of them, 20 more at 0.55 hold 9', () => {
  const lists = [...many(500, 1, 0), ...many(20, 0.7, 0.3), ...many(20, 0.55, 0.45), ...many(385, 0, 1)];
  expect(operatingThreshold(lists)).toBe(0.7);
});

test('where one link in four would be wrong throughout none is proposed below certainty', () => {
  expect(operatingThreshold(many(100, 0.75, 0))).toBe(1);
});
