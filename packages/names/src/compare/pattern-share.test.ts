import { expect, test } from 'vitest';
import { compareNames, defaultNameModel, learnNameModel, prepareName } from '../index.ts';

const learned = learnNameModel(Array.from({ length: 600 }, (_, at) => prepareName(`${at % 5 === 0 ? `Виг${'абвгдежзик'[at % 10] ?? ''}${'лмнопрст'[at % 8] ?? ''}енко` : `Пт${'абвгдежзик'[at % 10] ?? ''}${'лмнопрст'[at % 8] ?? ''}ук`} Іван`)), { source: 'invented' });

test('an ending that a fifth of all surnames have says little, and never more than its share allows', () => {
  const { log10Lr } = compareNames('…енко', 'Вигадуєнко', learned);
  expect(Math.abs(log10Lr)).toBeLessThan(0.8);
  expect(compareNames('…енко', 'Коваленко', defaultNameModel()).log10Lr).toBeLessThan(1.1);
});

test('letters that few surnames have keep their weight beside a gap', () => {
  expect(compareNames('Вигадує…', 'Вигадуєнко').log10Lr).toBeGreaterThan(3);
  expect(compareNames('Вигадує…', 'Вигадуєнко').log10Lr).toBeGreaterThan(compareNames('…енко', 'Вигадуєнко').log10Lr + 2);
});

test('a gap is said to agree where it can be read, and no letter is said to differ', () => {
  for (const [read, whole] of [['Ко…ль', 'Коваль'], ['…енко', 'Коваленко'], ['Коваль', 'К?валь'], ['…ова', 'Петров']] as const) expect(compareNames(read, whole).reasons, read).toMatchObject([{ kind: 'illegible', changes: [] }]);
});
