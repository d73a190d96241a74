import { anyOtherCost, doubledCost, keptCost, lostCosts, swappedCost, unreadCost, type LetterCosts } from '../sounds/letter-costs.ts';
import { longestWord, oneUnread, someUnread, soundCount } from '../sounds/sounds.ts';

/** What `editCost` answers when the cost is above the limit. */
export const tooFar = 1 << 20;

/** A word as the table of letters reads it: places of longer arrays, so that words of a list need not be copied. */
export interface Letters {
  sounds: Uint8Array;
  /** What each sound costs that only this word has. */
  lost: Uint8Array;
  from: number;
  length: number;
  /** What one, two, three sounds that only this word has cost at the least; negative where they are not bound. */
  leastLost: Int32Array;
  leastFrom: number;
}

/** How many sounds lost `leastLost` tells of. */
export const leastLostCount = 3;

/** A row holds the empty beginning, all letters, and a place on either side that no path reaches. */
const width = longestWord + 3;
/** One table, used again and again: rows are letters of `a`. Only the part that a call fills is read. */
const table = new Int32Array(width * width);
/** By row the first and last column that were filled. */
const firstOf = new Int32Array(longestWord + 1);
const lastOf = new Int32Array(longestWord + 1);
/** The last row that was filled, and the limit under which it was. */
let filled = 0;
let filledLimit = 0;

/**
 * Before two letters are swapped the first of them stands for the second: a path through a swap passes by a cell that
 * costs at most so much more than its end.
 */
const swapSlack = anyOtherCost - swappedCost;

/**
 * The least cost of turning one word into the other, letter by letter: the Viterbi approximation of
 * `-log10 P(b | a)` under independent errors (hundredths). Symmetric in `a` and `b`.
 *
 * Letters kept, changed, lost, added, doubled, swapped with their neighbour (optimal string alignment: Damerau 1964,
 * Oommen and Loke 1997), or not readable. Cost O(|a| |b|), much less under a low limit.
 * @param limit - give up above this cost, hundredths
 */
export function editCost(a: Uint8Array, b: Uint8Array, costs: LetterCosts, limit: number): number {
  if (limit < 0) return tooFar;
  if (a === b && a.every(isRead)) return keptCost * a.length > limit ? tooFar : keptCost * a.length;
  layOut(a, left);
  layOut(b, right);
  fillTable(left, right, { costs, limit, shift: 0 });
  return costOfBeginnings(a.length, b.length);
}

/** No way from a letter to its like is cheaper than to keep it. */
function isRead(sound: number): boolean {
  return sound !== oneUnread && sound !== someUnread;
}

/** The cost of turning the first `rows` letters of the one word of the last `fillTable` into the first `columns` of the other; `tooFar` above its limit. */
export function costOfBeginnings(rows: number, columns: number): number {
  if (rows > filled || columns < (firstOf[rows] as number) || columns > (lastOf[rows] as number)) return tooFar;
  const cost = table[rows * width + columns + 1] as number;
  return cost > filledLimit ? tooFar : cost;
}

export interface TableQuestion {
  readonly costs: LetterCosts;
  /** Costs above it need not be right, hundredths. */
  readonly limit: number;
  /** Of the two beginnings that will be asked for beside the whole words, by how many letters the first is longer. */
  readonly shift: number;
}

/**
 * Fills the table of two words as far as costs up to the limit can reach (Ukkonen 1985): of each row the columns where a
 * path may still stay below it, within the diagonals to which enough letters can be lost on one side and come back on the other.
 */
export function fillTable(a: Letters, b: Letters, { costs: { change }, limit, shift }: TableQuestion): void {
  [filled, filledLimit] = [-1, limit];
  if (limit < 0) return;
  const { sounds: soundsA, lost: lostA, from: fromA, length: rows } = a;
  const { sounds: soundsB, lost: lostB, from: fromB, length: columns } = b;
  const aside = widthOfBand(a, b, limit);
  const ends = rows - columns;
  const [lowest, highest] = [Math.min(0, ends, shift) - aside, Math.max(0, ends, shift) + aside];
  const most = limit + swapSlack;
  let first = 0;
  let last = fillFirstRow(b, Math.min(columns, -lowest), most);
  let xBefore = -1;
  for (let i = 1; i <= rows; i++) {
    const x = soundsA[fromA + i - 1] as number;
    const down = lostA[fromA + i - 1] as number;
    const changes = x * soundCount;
    const here = i * width + 1;
    const above = here - width;
    const rightmost = Math.min(columns, i - lowest);
    let j = Math.max(first, i - highest);
    firstOf[i] = j;
    table[here + j - 1] = tooFar;
    let before = tooFar;
    let reached = -1;
    let farthest = -1;
    if (j === 0) {
      before = (table[above] as number) + down;
      table[here] = before;
      if (before <= most) reached = farthest = 0;
      j = 1;
    }
    let diagonal = table[above + j - 1] as number;
    let yBefore = j > 1 ? (soundsB[fromB + j - 2] as number) : -1;
    for (const end = Math.min(rightmost, last + 1); j <= end; j++) {
      const y = soundsB[fromB + j - 1] as number;
      const up = table[above + j] as number;
      let cost = diagonal + (change[changes + y] as number);
      const gone = up + (y === someUnread ? unreadCost : down);
      if (gone < cost) cost = gone;
      const come = before + (x === someUnread ? unreadCost : (lostB[fromB + j - 1] as number));
      if (come < cost) cost = come;
      if (x === yBefore && y === xBefore && x !== y && j - 2 >= (firstOf[i - 2] as number) && j - 2 <= (lastOf[i - 2] as number)) {
        const swap = (table[above - width + j - 2] as number) + swappedCost;
        if (swap < cost) cost = swap;
      }
      table[here + j] = cost;
      if (cost <= most) {
        farthest = j;
        if (reached < 0) reached = j;
      }
      diagonal = up;
      before = cost;
      yBefore = y;
    }
    // What lies right of all that the row above reached is reached by letters that only `b` has.
    for (; j <= rightmost && farthest === j - 1; j++) {
      before += x === someUnread ? unreadCost : (lostB[fromB + j - 1] as number);
      table[here + j] = before;
      if (before <= most) farthest = j;
    }
    lastOf[i] = j - 1;
    table[here + j] = tooFar;
    filled = i;
    if (reached < 0) return;
    first = reached;
    last = farthest;
    xBefore = x;
  }
}

/** Returns the last column that can be reached. */
function fillFirstRow({ lost, from }: Letters, rightmost: number, most: number): number {
  [table[0], table[1], firstOf[0], filled] = [tooFar, 0, 0, 0];
  let last = 0;
  for (let cost = lost[from] as number; last < rightmost && cost <= most; cost += lost[from + last] as number) table[++last + 1] = cost;
  lastOf[0] = last;
  table[last + 2] = tooFar;
  return last;
}

/** How many diagonals beside those that must be passed a path below the limit can reach: there and back letters of both words are lost. */
function widthOfBand(a: Letters, b: Letters, limit: number): number {
  for (let at = 0; at < leastLostCount; at++) if ((a.leastLost[a.leastFrom + at] as number) + (b.leastLost[b.leastFrom + at] as number) > limit) return at;
  return longestWord;
}

const newLetters = (): Letters => ({ sounds: new Uint8Array(), lost: new Uint8Array(longestWord), from: 0, length: 0, leastLost: new Int32Array(leastLostCount), leastFrom: 0 });
const [left, right] = [newLetters(), newLetters()];

function layOut(sounds: Uint8Array, into: Letters): void {
  into.sounds = sounds;
  into.length = sounds.length;
  readLosses(sounds, into);
}

/** What losing each sound of a word costs, and the least that one, two, three of them cost, into `lost` and `leastLost` at their places. */
export function readLosses(sounds: Uint8Array, { lost, from, leastLost, leastFrom }: Omit<Letters, 'sounds' | 'length'>): void {
  let [one, two, three] = [tooFar, tooFar, tooFar];
  let isBound = true;
  for (let at = 0; at < sounds.length; at++) {
    const sound = sounds[at] as number;
    const single = lostCosts[sound] as number;
    // A letter beside its like is a doubled letter.
    const cost = at > 0 && sounds[at - 1] === sound && doubledCost < single ? doubledCost : single;
    lost[from + at] = cost;
    if (cost < one) [one, two, three] = [cost, one, two];
    else if (cost < two) [two, three] = [cost, two];
    else if (cost < three) three = cost;
    // Any number of letters of the other word may stand for it.
    if (sound === someUnread) isBound = false;
  }
  leastLost[leastFrom] = isBound ? one : -tooFar;
  leastLost[leastFrom + 1] = isBound ? Math.min(tooFar, one + two) : -tooFar;
  leastLost[leastFrom + 2] = isBound ? Math.min(tooFar, one + two + three) : -tooFar;
}
