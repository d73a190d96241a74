import { expect, test } from 'vitest';
import { compareNames } from '../index.ts';

test('given name and patronymic alone, as crosses have them, are not taken for a surname', () => {
  const { log10Lr, reasons } = compareNames('Степан Іванович', 'Вигадуєнко Степан Іванович');
  expect(reasons.map(({ role }) => role)).toEqual(['given', 'patronymic', 'surname']);
  expect(log10Lr).toBeLessThan(3.5);
  expect(compareNames('Степан Іванович', 'Вигадуєнко С. І.').log10Lr).toBeGreaterThan(1);
});

test('an initial after a given name is that of the surname', () => {
  expect(compareNames('Марія К.', 'Вигадуєнко Марія Петрівна').reasons).toContainEqual(expect.objectContaining({ kind: 'different', role: 'surname' }));
  const { reasons, log10Lr } = compareNames('Марія К.', 'Кривоніжко Марія Петрівна');
  expect(reasons.map(({ kind }) => kind)).toEqual(['same', 'initial', 'only-in-one']);
  expect(log10Lr).toBeGreaterThan(1.5);
});
