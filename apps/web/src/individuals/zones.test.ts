import { expect, it } from 'vitest';
import { writeRuns as writeZones } from '../format/numbers.ts';
import { parseZones } from './zones.ts';

it('zones are read as people write them and written back the same', () => {
  expect(parseZones('1-3, 8; 5–6')).toEqual([1, 2, 3, 5, 6, 8]);
  expect(writeZones([1, 2, 3, 5, 6, 8])).toBe('1-3, 5-6, 8');
  expect(parseZones(writeZones([2, 9, 10, 11]))).toEqual([2, 9, 10, 11]);
  expect(parseZones('все')).toBeUndefined();
  expect(writeZones(undefined)).toBe('');
});
