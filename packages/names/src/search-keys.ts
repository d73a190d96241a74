import { romanise } from './romanise.ts';
import { confusableKey, normaliseForSearch } from './search-fold.ts';

/**
 * The keys under which a name or code is found: for each word its folded form, its Latin form and a skeleton in which
 * the usual romanisations meet (Serhii, Sergiy, Сергей), for each part of a hyphenated word the same, and for codes a
 * key by look that begins with `=`. Keys hold no spaces. A stored text matches a query when some key of `queryKeys`
 * is the beginning of some key of it. About four keys a word.
 */
export function searchKeys(name: string): string[] {
  const keys = new Set<string>();
  for (const word of wordsOf(name)) {
    addKeys(keys, joined(word));
    const parts = partsOf(word);
    if (parts.length > 1) for (const part of parts) addKeys(keys, part);
    for (const part of parts) if (/^0+\d/.test(part)) addKeys(keys, part.replace(/^0+/, ''));
  }
  return [...keys];
}

/**
 * The keys of what somebody typed into a search box: one list a word; every word must match, by any key of its list.
 */
export function queryKeys(query: string): string[][] {
  return wordsOf(query)
    .map((word) => {
      const keys = new Set<string>();
      addKeys(keys, joined(word));
      return [...keys];
    })
    .filter((keys) => keys.length > 0);
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/[\s,;]+/u)
    .filter((word) => word !== '');
}

const betweenParts = /[^\p{L}\p{M}\p{N}'’ʼ`´ʹ′\p{Cf}]+/gu;

function partsOf(word: string): string[] {
  return word.split(betweenParts).filter((part) => part !== '');
}

function joined(word: string): string {
  return partsOf(word).join('');
}

function addKeys(keys: Set<string>, word: string): void {
  const folded = normaliseForSearch(word).replaceAll(' ', '');
  if (folded === '') return;
  keys.add(folded);
  const latin = foldedLatin(folded, word);
  keys.add(latin);
  const isCode = /\p{N}/u.test(folded);
  if (!isCode) keys.add(nameSkeleton(word));
  // A key by look would drown long names in chance; codes and very short words are what gets mistaken.
  if (isCode || folded.length <= 3) keys.add(`=${confusableKey(word)}`);
}

/** The romanised word with y and j as i, so that the beginning of a name typed in Latin already finds it. */
function foldedLatin(folded: string, word: string): string {
  return latinOf(folded, word).replace(/[yj]/g, 'i');
}

/** Romanised before folding, because folding takes away what tells и from і; look-alikes are put right first. */
function latinOf(folded: string, word: string): string {
  const source = /\p{Script=Latin}/u.test(word) ? folded : word;
  const latin = romanise(source.toLowerCase(), 'uk-kmu55').replace(
    /[ыэёъ]/gu,
    (letter) => russianLetters[letter] ?? '',
  );
  return normaliseForSearch(latin).replaceAll(' ', '');
}

/** Letters that Ukrainian does not have, so that a name copied in Russian meets the Ukrainian one. */
const russianLetters: Readonly<Record<string, string>> = { ы: 'y', э: 'e', ё: 'e', ъ: '' };

const skeletonSteps: readonly (readonly [RegExp, string])[] = [
  [/zgh/g, 'zh\u0001'],
  [/shch|sch|shh|sh/g, '\u0002'],
  [/zh(?!\u0001)/g, '\u0003'],
  [/\u0001/g, ''],
  [/kh|gh/g, 'h'],
  [/tch|ch/g, '\u0004'],
  [/ts|tz|tc/g, 'c'],
  [/g/g, 'h'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/[yij]+(?=[aeou])/g, ''],
  [/e?[yij]+/g, 'i'],
  [/(.)\1+/gu, '$1'],
  [/\u0002/g, 'sh'],
  [/\u0003/g, 'zh'],
  [/\u0004/g, 'ch'],
];

/**
 * A Latin skeleton in which the common romanisations of one Ukrainian or Russian name meet: h and g, kh and h, y, i and
 * j, ia and ya, doubled letters. Different names can share a skeleton: it finds, it does not prove.
 */
export function nameSkeleton(word: string): string {
  const folded = normaliseForSearch(word).replaceAll(' ', '');
  let skeleton = latinOf(folded, word);
  for (const [form, replacement] of skeletonSteps) skeleton = skeleton.replace(form, replacement);
  return skeleton;
}
