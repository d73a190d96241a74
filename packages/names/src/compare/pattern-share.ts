import type { PreparedWord } from '../prepare/prepared.ts';
import type { ModelTables } from './model-tables.ts';

interface Listed {
  readonly keys: readonly string[];
  readonly shares: readonly number[];
  /** Share of people whose surname is in the list. */
  readonly total: number;
  readonly known: Map<string, number>;
}

const listedOf = new WeakMap<ModelTables, Listed>();

function listed(tables: ModelTables): Listed {
  const known = listedOf.get(tables);
  if (known !== undefined) return known;
  const shares = [...tables.surnames.values()];
  const made = { keys: [...tables.surnames.keys()], shares, total: Math.min(1, shares.reduce((sum, share) => sum + share, 0)), known: new Map<string, number>() };
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
  const { keys, shares, total, known } = listed(tables);
  const before = known.get(key);
  if (before !== undefined) return before;
  const pattern = new RegExp(`^${Array.from(key, (sign) => (sign === '*' ? '.*' : sign === '?' ? '.' : sign.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&'))).join('')}$`, 'u');
  let [fitting, names] = [0, 0];
  for (let at = 0; at < keys.length; at++) {
    if (!pattern.test(keys[at] ?? '')) continue;
    fitting += shares[at] ?? 0;
    names++;
  }
  const share = Math.min(1, fitting + (1 - total) * Math.max(byLetters, names / Math.max(1, keys.length)));
  known.set(key, share);
  return share;
}
