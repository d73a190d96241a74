import { kmu55Letters } from './kmu55-table.ts';

/** The systems of romanisation that are built in. */
export type RomanisationSystem = 'uk-kmu55';

const apostrophes = /['’ʼ`´]/;

/**
 * Writes Ukrainian in Latin letters as passports do (resolution No 55 of 2010; source in the table's file).
 * Letters outside the table (Russian ы, Latin, digits, punctuation) stay as they are. Not reversible.
 *
 * A part after a hyphen counts as the beginning of a word; the letter after an apostrophe does not. A word of two or
 * more capitals stays in capitals.
 */
export function romanise(text: string, system: RomanisationSystem): string {
  const table = tables[system];
  return text.normalize('NFC').replace(/[\p{L}\p{M}'’ʼ`´]+/gu, (word) => romaniseWord(word, table));
}

const tables = { 'uk-kmu55': kmu55Letters } as const;

function romaniseWord(word: string, table: typeof kmu55Letters): string {
  if (!/\p{Script=Cyrillic}/u.test(word)) return word;
  const letters = word.replace(/[^\p{L}]/gu, '');
  const allCapitals = letters.length > 1 && letters === letters.toUpperCase();
  let result = '';
  let initial = true;
  let previous = '';
  for (const sign of word) {
    const lower = sign.toLowerCase();
    if (apostrophes.test(sign)) continue;
    const row = table[lower];
    // зг is written zgh, because zh stands for ж.
    const latin = row === undefined ? lower : lower === 'г' && previous === 'з' ? 'gh' : row[initial ? 0 : 1];
    result += sign === lower ? latin : capitalised(latin, allCapitals);
    initial = false;
    previous = lower;
  }
  return result;
}

function capitalised(latin: string, whole: boolean): string {
  return whole ? latin.toUpperCase() : latin.slice(0, 1).toUpperCase() + latin.slice(1);
}
