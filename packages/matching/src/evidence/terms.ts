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
  const key = [...new Set(conceptsOf(words))].sort().join(' ');
  if (cache.size < 20_000) cache.set(text, key);
  return key;
}

const cache = new Map<string, string>();

interface Entry {
  /** One for each word in a row. */
  readonly parts: readonly { readonly text: string; readonly isWhole: boolean }[];
  readonly length: number;
  readonly concept: string;
}

/** Words of the lexicon are folded like the words they are compared with; the longest that fits wins. */
const entries = termConcepts
  .flatMap(([concept = '', ...words]) => words.map((form) => entryOf(form, concept)))
  .sort((a, b) => b.length - a.length || (a.concept < b.concept ? -1 : 1));

function entryOf(words: string, concept: string): Entry {
  const parts = words.split(' ').map((word) => ({ text: normaliseForSearch(word.replace(/^=/, '')), isWhole: word.startsWith('=') }));
  return { parts, length: parts.reduce((sum, { text }) => sum + text.length, 0), concept };
}

function conceptsOf(words: readonly string[]): string[] {
  const concepts: string[] = [];
  for (let at = 0; at < words.length; ) {
    const entry = entries.find(({ parts }) => parts.every(({ text, isWhole }, i) => (isWhole ? words[at + i] === text : words[at + i]?.startsWith(text) === true)));
    concepts.push(entry?.concept ?? words[at]?.slice(0, 6) ?? '');
    at += entry?.parts.length ?? 1;
  }
  return concepts;
}
