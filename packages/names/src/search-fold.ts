/** Letters of other scripts that look like a Latin letter, lower case; by look, not by sound. */
const lookLatin: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ї: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  з: '3',
  α: 'a',
  β: 'b',
  ε: 'e',
  ζ: 'z',
  η: 'h',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'y',
  χ: 'x',
};

const lookCyrillic: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** Ukrainian and Russian letters that stand for one another in copied names fold to one; ё and й lose their marks anyway. */
const sameSound: Readonly<Record<string, string>> = {
  є: 'е',
  э: 'е',
  і: 'и',
  ї: 'и',
  ы: 'и',
  ґ: 'г',
  ь: '',
  ъ: '',
};

/** Signs that are one letter or digit to the reader and several to the computer. */
const sameSign: Readonly<Record<string, string>> = { ß: 'ss', ی: 'ي', ک: 'ك', ı: 'i' };

function withoutVariants(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’ʼ`´ʹ′]|\p{Cf}/gu, '')
    .replace(/[ßیکı]/g, (sign) => sameSign[sign] ?? sign)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16));
}

/**
 * Folds a text to what a search compares: lower case, without apostrophes, diacritics, invisible signs; in a word of
 * mixed scripts the look-alike letters follow the majority; і ї й ы fold to и, є ё э to е, ґ to г. Words are separated
 * by one space. Only for keys, never for showing.
 */
export function normaliseForSearch(text: string): string {
  return withoutVariants(text)
    .split(/\s+/u)
    .map(foldWord)
    .filter((word) => word !== '')
    .join(' ');
}

function foldWord(word: string): string {
  const oneScript = unmixed(word);
  const folded = oneScript.replace(/\p{Script=Cyrillic}/gu, (letter) => sameSound[letter] ?? letter);
  return folded.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

function unmixed(word: string): string {
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const greek = word.match(/\p{Script=Greek}/gu)?.length ?? 0;
  if (Number(latin > 0) + Number(cyrillic > 0) + Number(greek > 0) < 2) return word;
  if (cyrillic > latin) return swapped(word, lookCyrillic);
  return swapped(word, lookLatin);
}

function swapped(word: string, table: Readonly<Record<string, string>>): string {
  return word.replace(/\p{L}/gu, (letter) => table[letter] ?? letter);
}

/**
 * A key that is equal for texts that can be taken for one another on a label: КО-1 and KO-1, O and 0, l and 1, rn and m.
 * Two codes with one key must be pointed out to people; they are never the same thing by that alone.
 */
export function confusableKey(text: string): string {
  return swapped(withoutVariants(text).replace(/[^\p{L}\p{M}\p{N}|]/gu, ''), lookLatin)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[il|]/g, '1')
    .replaceAll('o', '0');
}
