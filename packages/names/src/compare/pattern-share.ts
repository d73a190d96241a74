import type { PreparedWord } from '../prepare/prepared.ts';
import { WordsByEnds } from '../sounds/words-by-ends.ts';
import type { ModelTables } from './model-tables.ts';

interface Listed {
  readonly keys: readonly string[];
  readonly shares: readonly number[];
  readonly words: WordsByEnds;
  /** Share of people whose surname is in the list. */
  readonly total: number;
  /** By pattern. */
  readonly known: Map<string, Fitting>;
}

/** Listed names that can be read as a pattern: the share of people who bear them, and how many they are. */
interface Fitting {
  readonly share: number;
  readonly names: number;
}

const listedOf = new WeakMap<ModelTables, Listed>();

function listed(tables: ModelTables): Listed {
  const known = listedOf.get(tables);
  if (known !== undefined) return known;
  const [keys, shares] = [[...tables.surnames.keys()], [...tables.surnames.values()]];
  const made = { keys, shares, words: new WordsByEnds(keys), total: Math.min(1, shares.reduce((sum, share) => sum + share, 0)), known: new Map<string, Fitting>() };
  listedOf.set(tables, made);
  return made;
}

/**
 * Share of people whose surname can be read as a word of which only some letters are left ("…енко"): those of the model's
 * surnames that can, and among people with other surnames as many as of the listed names, or as its letters tell.
 * The letters alone take each for independent of all but the last: whole endings are far more frequent.
 * @param byLetters - the probability of the letters that can be read
 */
export function shareOfPattern({ key }: PreparedWord, byLetters: number, tables: ModelTables): number {
  const list = listed(tables);
  const { share, names } = fittingOf(key, list);
  // Words of one pattern are read in several ways: what their letters tell is not kept with it.
  return Math.min(1, share + (1 - list.total) * Math.max(byLetters, names / Math.max(1, list.keys.length)));
}

function fittingOf(key: string, list: Listed): Fitting {
  const before = list.known.get(key);
  if (before !== undefined) return before;
  const fitting = list.words.fitting(key);
  const made = { share: fitting.reduce((sum, at) => sum + (list.shares[at] ?? 0), 0), names: fitting.length };
  list.known.set(key, made);
  return made;
}
