import { expect, test } from 'vitest';
import { compareNames, defaultNameModel, learnNameModel, prepareName } from '../index.ts';
import { modelTables } from './model-tables.ts';
import { shareOfPattern } from './pattern-share.ts';

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

test('the share of what a word of which letters are left can be read as is that of all listed names looked through one by one', () => {
  const tables = modelTables(learned);
  const keys = [...tables.surnames.keys()];
  const total = Math.min(1, [...tables.surnames.values()].reduce((sum, share) => sum + share, 0));
  const [byLetters, written] = [1e-4, ['*енко', 'Виг*', 'Виг*ко', 'П?а*ук', '*а*', '?т*', 'Виг??енко', 'Пт*т']];
  for (const text of written) {
    const [word] = prepareName({ surname: text }).words;
    if (word === undefined) throw new Error(`${text} is no word`);
    const { key } = word;
    const fits = (name: string, at = 0, from = 0): boolean => {
      const sign = key.charAt(at);
      if (at === key.length) return from === name.length;
      if (sign === '*') return fits(name, at + 1, from) || (from < name.length && fits(name, at, from + 1));
      return from < name.length && (sign === '?' || sign === name.charAt(from)) && fits(name, at + 1, from + 1);
    };
    const fitting = keys.filter((name) => fits(name));
    const sum = fitting.reduce((all, name) => all + (tables.surnames.get(name) ?? 0), 0);
    expect(shareOfPattern(word, byLetters, tables), text).toBe(Math.min(1, sum + (1 - total) * Math.max(byLetters, fitting.length / keys.length)));
  }
});

test('what one pattern says does not depend on what was asked of it before', () => {
  const [word] = prepareName({ surname: 'Виг*' }).words;
  if (word === undefined) throw new Error('no word');
  const asked = (...byLetters: number[]): number[] => {
    const tables = { ...modelTables(learned) };
    return byLetters.map((one) => shareOfPattern(word, one, tables));
  };
  expect(asked(0.9, 1e-9)).toEqual(asked(1e-9, 0.9).reverse());
  expect(new Set(asked(0.9, 1e-9)).size).toBe(2);
});
