import { describe, expect, it } from 'vitest';
import { compareNames } from '../index.ts';

describe('letters of one script typed for those of another', () => {
  it.each([
    ['KPABEЦЬ', 'Кравець'],
    ['KOBAЛЬЧУК ОЛЕГ', 'Ковальчук Олег'],
    ['Tkaчeнko Пeтpo', 'Ткаченко Петро'],
    ['COBA MAPIЯ', 'Сова Марія'],
    ['Шевченко Тapac', 'Шевченко Тарас'],
    ['Тapac', 'Тарас'],
  ])('%s is %s: a letter that only one script has decides for the word, and for words that have none', (typed, meant) => {
    const { log10Lr, reasons } = compareNames(typed, meant);
    expect(log10Lr).toBeGreaterThan(compareNames(meant, meant).log10Lr - 0.15);
    expect(reasons.map(({ kind }) => kind)).not.toContain('different');
  });

  it.each([['BEPA MAK', 'Мак Віра'], ['PAK OKCAHA', 'Рак Оксана']])('%s, in which no letter tells the script, is read in both: %s', (typed, meant) => {
    expect(compareNames(typed, meant).log10Lr).toBeGreaterThan(3);
  });

  it('a Latin name stays Latin beside a letter that only Latin has', () => {
    expect(compareNames('Mack Tom', 'Mack Tom').reasons.map(({ kind }) => kind)).toEqual(['same', 'same']);
    expect(compareNames('Petrov Hope', 'Петров Норе').reasons.map(({ kind }) => kind)).toContain('different');
  });
});
