import { normaliseForSearch } from '@imena/names';
import { eyeColours, hairColours, type EyeColour, type HairColour } from './colouring.ts';

/** Beginnings of folded words in the languages of reports; the first that fits decides. Data: a language is added by words. */
const hairWords: readonly (readonly [HairColour, readonly string[]])[] = [
  ['bald', ['лис', 'bald']],
  ['grey', ['сив', 'сед', 'grey', 'gray', 'сир', 'сер']],
  ['white', ['бил', 'бел', 'white']],
  ['red', ['руд', 'рыж', 'риж', 'red', 'ginger']],
  ['black', ['чорн', 'черн', 'брюнет', 'black', 'смоля']],
  ['fair', ['рус', 'свит', 'свет', 'блонд', 'fair', 'blond', 'light', 'билява', 'белокур']],
  ['brown', ['каштан', 'шатен', 'темн', 'коричн', 'brown', 'dark', 'chestn', 'темно']],
];
const eyeWords: readonly (readonly [EyeColour, readonly string[]])[] = [
  ['blue', ['голуб', 'блакит', 'син', 'blue']],
  ['green', ['зелен', 'green']],
  ['grey', ['сир', 'сер', 'grey', 'gray']],
  ['hazel', ['горих', 'орех', 'hazel', 'жовто', 'желто', 'amber']],
  ['brown', ['кар', 'коричн', 'brown', 'чорн', 'черн', 'темн', 'black', 'dark']],
];

/** Words that deny what stands beside them: `не чорне` is no colour. */
const denials = new Set(['не', 'not', 'no', 'без'].map(normaliseForSearch));

/** The hair colour that words tell, `dark brown` and `темно-русяве` among brown, `light brown` with `русяве` among fair; null where none is named or one is denied. */
export function hairColourOf(text: string): HairColour | null {
  const words = wordsOf(text);
  if (words.some((word) => denials.has(word))) return null;
  if (words.includes('light') && words.includes('brown')) return 'fair';
  if (words.some((word) => word.startsWith('темно')) && words.some((word) => word.startsWith('рус'))) return 'brown';
  if (words.some((word) => word.startsWith('биляв') || word.startsWith('белокур'))) return 'fair';
  return colourOf(words, hairColours, hairWords);
}

/** The eye colour that words tell; null where none is named. */
export function eyeColourOf(text: string): EyeColour | null {
  const words = wordsOf(text);
  return words.some((word) => denials.has(word)) ? null : colourOf(words, eyeColours, eyeWords);
}

function wordsOf(text: string): string[] {
  return normaliseForSearch(text).split(/[^\p{L}]+/u).filter((word) => word !== '');
}

function colourOf<T extends string>(words: readonly string[], colours: readonly T[], known: readonly (readonly [T, readonly string[]])[]): T | null {
  for (const word of words) {
    const same = colours.find((colour) => colour === word);
    if (same !== undefined) return same;
  }
  return known.find(([, stems]) => words.some((word) => stems.some((stem) => word.startsWith(normaliseForSearch(stem)))))?.[0] ?? null;
}
