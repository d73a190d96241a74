import { RecentMemory } from '../recent-memory.ts';
import { signsOf, type WordSigns } from '../sounds/word-signs.ts';
import type { LoneWord } from './prepare-word.ts';

/** A written word and what was found out about it, once for all names that it stands in: nothing of it depends on them. */
export interface KnownWord {
  /** Lower case, without apostrophes and dots; `?` one letter that cannot be read, `*` any number of them. */
  readonly word: string;
  /** Other readings that the copyist offered: `К(о/а)валь`. */
  readonly alternatives: readonly string[];
  /** What the letters of the word show. */
  readonly signs: WordSigns;
  /** What it counts for each community, and for the first; null until somebody asks. */
  points: Uint8Array | null;
  firstPoints: number | null;
  /** The word as prepared, the last of the ways of reading it that were asked for; each leads to the one before. */
  lone: LoneWord | null;
}

/** The same words come again and again in a list. */
const known = new RecentMemory<string, KnownWord>(120_000);

/** The word with what is known of it; one object for each writing as long as it is remembered. */
export function knownWord(word: string, alternatives: readonly string[] = []): KnownWord {
  const key = alternatives.length === 0 ? word : `${word}\u0000${alternatives.join('/')}`;
  return known.get(key) ?? known.set(key, { word, alternatives, signs: signsOf(word), points: null, firstPoints: null, lone: null });
}
