import { doubledCost, swappedCost, unreadCost, type LetterCosts } from '../sounds/letter-costs.ts';
import { longestWord, someUnread, soundCount } from '../sounds/sounds.ts';

/** What `editCost` answers when the cost is above the limit. */
export const tooFar = 1 << 20;

const width = longestWord + 1;
/** One table, used again and again: rows are letters of `a`. Only the part that a call fills is read. */
const table = new Int32Array(width * width);

/**
 * The least cost of turning one word into the other, letter by letter: the Viterbi approximation of
 * `-log10 P(b | a)` under independent errors (hundredths). Symmetric in `a` and `b`.
 *
 * Letters kept, changed, lost, added, doubled, swapped with their neighbour (optimal string alignment: Damerau 1964,
 * Oommen and Loke 1997), or not readable. Cost O(|a| |b|), less where the limit is passed early.
 * @param limit - give up above this cost, hundredths
 */
export function editCost(a: Uint8Array, b: Uint8Array, costs: LetterCosts, limit: number): number {
  const { change, single } = costs;
  const rows = a.length;
  const columns = b.length;
  table[0] = 0;
  for (let j = 1; j <= columns; j++) table[j] = (table[j - 1] as number) + lost(b, j - 1, single);
  for (let i = 1; i <= rows; i++) {
    const x = a[i - 1] as number;
    const here = i * width;
    const above = here - width;
    const down = x === someUnread ? 0 : lost(a, i - 1, single);
    const across = x === someUnread ? unreadCost : -1;
    const changes = x * soundCount;
    let best = (table[above] as number) + down;
    table[here] = best;
    for (let j = 1; j <= columns; j++) {
      const y = b[j - 1] as number;
      let cost = (table[above + j - 1] as number) + (change[changes + y] as number);
      const gone = (table[above + j] as number) + (y === someUnread ? unreadCost : down);
      if (gone < cost) cost = gone;
      const come = (table[here + j - 1] as number) + (across >= 0 ? across : lost(b, j - 1, single));
      if (come < cost) cost = come;
      if (i > 1 && j > 1 && x === b[j - 2] && y === a[i - 2] && x !== y) {
        const swap = (table[above - width + j - 2] as number) + swappedCost;
        if (swap < cost) cost = swap;
      }
      table[here + j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit + swappedCost) return tooFar;
  }
  const total = table[rows * width + columns] as number;
  return total > limit ? tooFar : total;
}

/** A letter that only one word has; beside its like it is a doubled letter. */
function lost(word: Uint8Array, at: number, single: Int32Array): number {
  const letter = word[at] as number;
  const cost = single[letter] as number;
  return at > 0 && word[at - 1] === letter && doubledCost < cost ? doubledCost : cost;
}
