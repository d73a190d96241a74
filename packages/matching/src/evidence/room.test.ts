import { expect, test } from 'vitest';
import { Room } from './room.ts';

test('columns in one room never lie over each other, whatever their kinds and lengths, and begin as zeros', () => {
  const room = new Room(1 << 10);
  const columns = Array.from({ length: 400 }, (_, nth) => {
    const length = (nth * 37) % 211;
    const column = nth % 3 === 0 ? room.floats(length) : nth % 3 === 1 ? room.doubles(length) : room.ints(length);
    expect(column).toHaveLength(length);
    expect(column.every((number) => number === 0)).toBe(true);
    return column.fill(nth);
  });
  columns.forEach((column, nth) => { expect(column.every((number) => number === nth)).toBe(true); });
  expect(new Set(columns.map(({ buffer }) => buffer)).size).toBeLessThan(columns.length);
});

test('a copy holds the first numbers and stays as it is', () => {
  const numbers = Int32Array.of(3, 1, 2);
  const copy = new Room(64).copyOf(numbers, 2);
  numbers.fill(0);
  expect([...copy]).toEqual([3, 1]);
});
