const letters: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia',
  '’': '', "'": '',
};
const initial: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

/**
 * Ukrainian to Latin by the table of 2010 (Cabinet of Ministers, resolution 55), as passports print it. Only what
 * invented names need; the package of names holds the full set of romanisations.
 */
export function toPassportLatin(text: string): string {
  return text
    .split(/(\s+|-)/)
    .map((word) => {
      const lower = word.toLowerCase().replaceAll('зг', 'з\u0000');
      const latin = Array.from(lower, (letter, at) => (letter === '\u0000' ? 'gh' : at === 0 ? (initial[letter] ?? letters[letter]) : letters[letter]) ?? letter).join('');
      return word !== lower && latin !== '' ? latin.charAt(0).toUpperCase() + latin.slice(1) : latin;
    })
    .join('');
}
