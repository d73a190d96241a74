import { describe, expect, it } from 'vitest';
import { nearestInDirection } from './nearest-grave.ts';

const grave = (id: string, xMm: number, yMm: number) => ({ id, xMm, yMm });
const all = [grave('a', 0, 0), grave('b', 2000, 100), grave('c', 0, 3000), grave('d', 1500, 2800), grave('e', 9000, 0)];

describe('moving between graves with arrow keys', () => {
  it('goes to the nearest grave ahead', () => {
    expect(nearestInDirection(all, grave('a', 0, 0), 'east')?.id).toBe('b');
    expect(nearestInDirection(all, grave('a', 0, 0), 'north')?.id).toBe('c');
    expect(nearestInDirection(all, grave('e', 9000, 0), 'west')?.id).toBe('b');
  });
  it('stays where there is none', () => {
    expect(nearestInDirection(all, grave('a', 0, 0), 'south')).toBeUndefined();
  });
});
