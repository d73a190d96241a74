import { normaliseForSearch } from '@imena/names';
import { termConcepts, termStopWords } from './term-lexicon.ts';

/**
 * The concepts of a described mark or piece of clothing, sorted, as one key: `татуювання на передпліччі` and
 * `татуировка на предплечье` have the same. A word that the lexicon does not hold stands for itself by its beginning.
 * LIMIT: negation and side are words like others; a description that says more has another key.
 */
export function termKey(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const words = normaliseForSearch(text).split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== '' && !termStopWords.has(word));
  const key = [...new Set(words.map(conceptOf))].sort().join(' ');
  if (cache.size < 20_000) cache.set(text, key);
  return key;
}

const cache = new Map<string, string>();

/** Beginnings are folded like the words they are compared with; the longest that fits wins. */
const beginnings = termConcepts
  .flatMap(([concept = '', ...stems]) => [concept, ...stems].map((stem) => ({ stem: normaliseForSearch(stem), concept })))
  .sort((a, b) => b.stem.length - a.stem.length || (a.stem < b.stem ? -1 : 1));

function conceptOf(word: string): string {
  return beginnings.find(({ stem }) => word.startsWith(stem))?.concept ?? word.slice(0, 6);
}
