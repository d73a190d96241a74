import type { PreparedWord } from '../prepare/prepared.ts';
import type { ModelTables } from './model-tables.ts';

interface Listed {
  readonly keys: readonly string[];
  readonly shares: readonly number[];
  /** Places of the keys in the order of their letters, and in that of their letters from the end. */
  readonly byStart: Ordered;
  readonly byEnd: Ordered;
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

/** Words in the order of their letters, with their places. */
interface Ordered {
  readonly words: readonly string[];
  readonly places: readonly number[];
}

const listedOf = new WeakMap<ModelTables, Listed>();

function listed(tables: ModelTables): Listed {
  const known = listedOf.get(tables);
  if (known !== undefined) return known;
  const [keys, shares] = [[...tables.surnames.keys()], [...tables.surnames.values()]];
  const made = { keys, shares, byStart: inOrder(keys), byEnd: inOrder(keys.map(backwards)), total: Math.min(1, shares.reduce((sum, share) => sum + share, 0)), known: new Map<string, Fitting>() };
  listedOf.set(tables, made);
  return made;
}

function inOrder(words: readonly string[]): Ordered {
  const places = words.map((_, at) => at).sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));
  return { words: places.map((at) => words[at] ?? ''), places };
}

function backwards(word: string): string {
  return Array.from(word).reverse().join('');
}

/** Places of the words that begin so, ascending. */
function startingWith({ words, places }: Ordered, start: string): number[] {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (words[end]?.startsWith(start) === true) end++;
  return places.slice(low, end).sort((a, b) => a - b);
}

/** The listed names that begin or end as a pattern does, whichever it says more of; the pattern still decides. */
function mayFit(key: string, { byStart, byEnd }: Listed): readonly number[] {
  const [start, end] = [/^[^*?]*/u.exec(key)?.[0] ?? '', /[^*?]*$/u.exec(key)?.[0] ?? ''];
  return start.length >= end.length ? startingWith(byStart, start) : startingWith(byEnd, backwards(end));
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
  const pattern = new RegExp(`^${Array.from(key, (sign) => (sign === '*' ? '.*' : sign === '?' ? '.' : sign.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&'))).join('')}$`, 'u');
  let [share, names] = [0, 0];
  for (const at of mayFit(key, list)) {
    if (!pattern.test(list.keys[at] ?? '')) continue;
    share += list.shares[at] ?? 0;
    names++;
  }
  const made = { share, names };
  list.known.set(key, made);
  return made;
}
