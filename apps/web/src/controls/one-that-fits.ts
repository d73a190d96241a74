interface Findable {
  readonly code: string;
  readonly title: string;
}

const wordsOf = (text: string): string[] => text.normalize('NFC').toLocaleLowerCase().split(/[\s,;]+/u).filter((word) => word !== '');

/**
 * The one of the found that bears what was typed: as its number, or each word in full in number and name; undefined where
 * none or several do. The beginning of a word is no choice: of whoever is registered tomorrow it may be the name too.
 * @param isWhole whether `found` is all that was found; of a part only a number can be told to be the only one
 */
export function oneThatFits<T extends Findable>(found: readonly T[], typed: string, isWhole: boolean): T | undefined {
  const words = wordsOf(typed);
  if (words.length === 0) return undefined;
  const numbered = found.filter(({ code }) => wordsOf(code).join(' ') === words.join(' '));
  if (numbered.length > 0) return numbered.length === 1 ? numbered[0] : undefined;
  const named = isWhole ? found.filter(({ code, title }) => { const said = new Set([...wordsOf(code), ...wordsOf(title)]); return words.every((word) => said.has(word)); }) : [];
  return named.length === 1 ? named[0] : undefined;
}
