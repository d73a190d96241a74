import { normaliseForSearch } from '@imena/names';
import { termConcepts, termStopWords } from './term-lexicon.ts';

interface Entry {
  /** One for each word in a row. */
  readonly parts: readonly { readonly text: string; readonly isWhole: boolean }[];
  readonly length: number;
  /** One, several that the words mean together, or none. */
  readonly concepts: readonly string[];
}

/** Words of the lexicon are folded like the words they are compared with; the longest that fits wins. */
const entries = termConcepts
  .flatMap(([concept = '', ...words]) => words.map((form) => entryOf(form, concept)))
  .sort((a, b) => b.length - a.length || (a.concepts.join() < b.concepts.join() ? -1 : 1));

function entryOf(words: string, concept: string): Entry {
  const parts = words.split(' ').map((word) => ({ text: normaliseForSearch(word.replace(/^=/, '')), isWhole: word.startsWith('=') }));
  return { parts, length: parts.reduce((sum, { text }) => sum + text.length, 0), concepts: concept.split(' ').filter((one) => one !== '') };
}

/** A word or row of words of a description: a concept of the lexicon, or the beginning of a word that it does not hold. */
export interface Concept {
  readonly concept: string;
  readonly isKnown: boolean;
}

/**
 * The concepts of a described mark, garment or belonging in the order of its words, stop words left out.
 * LIMIT: a negation is a word like others.
 */
export function conceptsOf(text: string): Concept[] {
  const words = normaliseForSearch(text).split(/[^\p{L}\p{N}-]+/u).flatMap(partsOf).filter((word) => word !== '' && !termStopWords.has(word));
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length; ) {
    const entry = entryAt(words, at);
    if (entry === undefined) concepts.push({ concept: words[at]?.slice(0, 6) ?? '', isKnown: false });
    else for (const concept of entry.concepts) concepts.push({ concept, isKnown: true });
    at += entry?.parts.length ?? 1;
  }
  return concepts;
}

function entryAt(words: readonly string[], at: number): Entry | undefined {
  return entries.find(({ parts }) => parts.every(({ text, isWhole }, i) => (isWhole ? words[at + i] === text : words[at + i]?.startsWith(text) === true)));
}

/** `dark-blue` is two words, `t-shirt` one: it has an entry with its hyphen. */
function partsOf(word: string): string[] {
  return word.includes('-') && entryAt([word], 0)?.parts[0]?.text.includes('-') !== true ? word.split('-') : [word];
}
