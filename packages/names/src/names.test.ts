import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusableKey, normaliseForSearch, queryKeys, romanise, searchKeys } from './index.ts';
import { kmu55Examples } from './kmu55-table.ts';

const shared = join(import.meta.dirname, '../../../../shared');
const table = join(shared, 'reference/data/romanisation-uk-kmu55-2010.json');
const pairs = join(shared, 'cases/badinput/own/text/confusable-pairs.json');

/** Whether somebody who types `query` finds what is stored as `stored`. */
function finds(query: string, stored: string): boolean {
  const keys = searchKeys(stored);
  const words = queryKeys(query);
  return words.length > 0 && words.every((word) => word.some((key) => keys.some((one) => one.startsWith(key))));
}

describe('romanisation by resolution 55', () => {
  it.each(Object.entries(kmu55Examples))('%s is written %s', (name, latin) => {
    expect(romanise(name, 'uk-kmu55')).toBe(latin);
  });

  it.skipIf(!existsSync(table))('the examples are all of the reference (skipped only where shared/ is absent)', () => {
    const { test_vectors } = JSON.parse(readFileSync(table, 'utf8')) as { test_vectors: Record<string, string> };
    expect(kmu55Examples).toEqual(test_vectors);
  });

  it.each([
    ['ЮРІЙ', 'YURII'],
    ['Нечуй-Яворська', 'Nechui-Yavorska'],
    ['Знам’янка', 'Znamianka'],
    ['ЗГУРСЬКИЙ', 'ZGHURSKYI'],
    ['Щ', 'Shch'],
    ['Anna 12', 'Anna 12'],
    ['Ґ. Є.', 'G. Ye.'],
    ['и\u0306од', 'yod'],
  ])('%s is written %s', (name, latin) => {
    expect(romanise(name, 'uk-kmu55')).toBe(latin);
  });
});

describe('search across scripts', () => {
  it.each([
    ['Serhii', 'Сергій'],
    ['Sergiy', 'Сергій'],
    ['Sergey', 'Сергій'],
    ['Сергей', 'Сергій'],
    ['serh', 'Сергій'],
    ['Serg', 'Сергій'],
    ['Yuli', 'Юлія'],
    ['Julia', 'Юлія'],
    ['Yuliya', 'Юлія'],
    ['Юлия', 'Юлія'],
    ['Harkiv', 'Харків'],
    ['Shcherbukhy', 'Щербухи'],
    ['Znamianka', "Знам'янка"],
    ['знамянка', 'Знам’янка'],
    ['Чорний', 'Чорный'],
    ['Зеленко Олена', 'Олена Василівна Зеленко'],
    ['Ольга', 'ольга'],
    ['Яворська', 'Нечуй-Яворська'],
    ['нечуй-яв', 'Нечуй-Яворська'],
    ['398', 'КО-00398'],
    ['KO-00398', 'КО-00398'],
    ['ko00398', 'KO-00398'],
    ['K0-00398', 'KO-00398'],
    ['Сергій', 'Serhii'],
  ])('“%s” finds “%s”', (query, stored) => {
    expect(finds(query, stored)).toBe(true);
  });

  it.each([
    ['Петро', 'Павло'],
    ['Сергій', 'Степан'],
    ['399', 'КО-00398'],
    ['', 'Сергій'],
    ['Олена Петрівна', 'Олена Василівна'],
  ])('“%s” does not find “%s”', (query, stored) => {
    expect(finds(query, stored)).toBe(false);
  });

  it.skipIf(!existsSync(pairs))(
    'each of two look-alikes finds the other and both share one key (skipped only without shared/)',
    () => {
      const list = JSON.parse(readFileSync(pairs, 'utf8')) as [string, string][];
      expect(list.length).toBeGreaterThan(9);
      const missed = list.filter(([a, b]) => !finds(a, b) || !finds(b, a));
      expect(missed).toEqual([]);
      expect(list.filter(([a, b]) => confusableKey(a) !== confusableKey(b))).toEqual([]);
    },
  );

  it('codes that differ to the eye have different keys', () => {
    expect(confusableKey('IZ-A-00398')).not.toBe(confusableKey('IZ-A-00399'));
  });

  it('any text folds without failing, and its own keys find it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(typeof normaliseForSearch(text)).toBe('string');
        for (const key of searchKeys(text)) expect(key).not.toMatch(/\s/u);
        if (queryKeys(text).length > 0) expect(finds(text, text)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
