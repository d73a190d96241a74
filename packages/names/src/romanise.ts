import { lettersBeforeYe, romanisations, type Romanisation } from './languages/romanisations.ts';

/** The systems of romanisation that are built in: language, then rule. */
export type RomanisationSystem = keyof typeof romanisations;

/** All of them, for lists to choose from. */
export const romanisationSystems: readonly RomanisationSystem[] = Object.keys(romanisations).filter(isSystem);

function isSystem(name: string): name is RomanisationSystem {
  return Object.hasOwn(romanisations, name);
}

const apostrophes = /['’ʼ`´]/;

/**
 * Writes a Cyrillic name in Latin letters by the rules of a system (sources and whether they were checked: the tables).
 * Letters outside the table (Latin, digits, punctuation) stay as they are. Not reversible: shown beside the original, never
 * stored in its place.
 *
 * A part after a hyphen counts as the beginning of a word; the letter after an apostrophe does not. A word of two or
 * more capitals stays in capitals.
 */
export function romanise(text: string, system: RomanisationSystem): string {
  const table: Romanisation = romanisations[system];
  return text.normalize('NFC').replace(/[\p{L}\p{M}'’ʼ`´]+/gu, (word) => romaniseWord(word, table));
}

function romaniseWord(word: string, { letters, initial = {}, afterVowel = {}, groups = {} }: Romanisation): string {
  if (!/\p{Script=Cyrillic}/u.test(word)) return word;
  const only = word.replace(/[^\p{L}]/gu, '');
  const allCapitals = only.length > 1 && only === only.toUpperCase();
  const signs = Array.from(word);
  let result = '';
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at] ?? '';
    const lower = sign.toLowerCase();
    if (apostrophes.test(sign)) continue;
    const pair = lower + (signs[at + 1] ?? '').toLowerCase();
    const group = groups[pair];
    const latin = group ?? (at === 0 ? initial[lower] : lettersBeforeYe.test((signs[at - 1] ?? '').toLowerCase()) ? afterVowel[lower] : undefined) ?? letters[lower] ?? lower;
    result += sign === lower ? latin : capitalised(latin, allCapitals);
    if (group !== undefined) at++;
  }
  return result;
}

function capitalised(latin: string, whole: boolean): string {
  return whole ? latin.toUpperCase() : latin.slice(0, 1).toUpperCase() + latin.slice(1);
}
