import { asymmetries, joints } from '@imena/matching';
import { expect, test } from 'vitest';
import { isSize, measurementsOf, withSize } from './sizes.ts';

test('what can be typed of a bone is what is weighed of it', () => {
  const weighed = new Map<string, Set<string>>();
  const add = (element: string, name: string): void => void weighed.set(element, (weighed.get(element) ?? new Set()).add(name));
  for (const [element, sizes] of Object.entries(asymmetries)) for (const name of sizes.flatMap(({ measurements }) => measurements)) add(element, name);
  for (const { elements, size } of joints) size?.measurements.forEach((name, at) => add(elements[at === 0 ? 0 : 1], name));
  expect(Object.fromEntries(Object.entries(measurementsOf).map(([element, names]) => [element, [...(names ?? [])].sort()]))).toEqual(Object.fromEntries([...weighed].map(([element, names]) => [element, [...names].sort()])));
});

test('a size is put in, corrected and taken out; a comma is a point; what is no size is told', () => {
  expect(withSize(undefined, 'maximum_length', ' 452 ')).toEqual({ maximum_length: '452' });
  expect(withSize({ maximum_length: '452' }, 'head_diameter', '47,5')).toEqual({ maximum_length: '452', head_diameter: '47.5' });
  expect(withSize({ maximum_length: '452' }, 'maximum_length', '')).toBeUndefined();
  expect(['452', '47,5', '47.5', '', '0', '45.25', '1000', 'довга', '-3'].map(isSize)).toEqual([true, true, true, true, false, false, false, false, false]);
});
