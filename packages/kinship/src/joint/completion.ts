import type { Level } from './levels.ts';

/**
 * ln of an upper bound of everything the levels from `from` on can add to a state: each level fills freely what the state has
 * left. Compatible weights are summed directly, largest first; the rest below a thousandth is taken whole, used or not, so that the
 * bound stays a bound.
 */
export function makeCompletion(levels: readonly Level[], words: number): (from: number, masks: Int32Array, state: number) => number {
  const sums = levels.map((level) => makeFreeSum(level, words));
  return (from, masks, state) => {
    let sum = 0;
    for (let l = from; l < sums.length; l++) sum += sums[l]?.(masks, state) ?? 0;
    return sum;
  };
}

/** Covers the rounding of the sums, one-sided. */
const slack = 1e-9;
const memoLimit = 50_000;

function makeFreeSum(level: Level, words: number): (masks: Int32Array, state: number) => number {
  const order = byWeight(level);
  const top = level.lnWeight[order[0] ?? 0] ?? NaN;
  const weight = Float64Array.from(order, (q) => Math.exp((level.lnWeight[q] ?? NaN) - top));
  const masks = new Int32Array(order.length * words);
  order.forEach((q, i) => masks.set(level.masks.subarray(q * words, (q + 1) * words), i * words));
  const rest = new Float64Array(order.length + 1);
  for (let i = order.length - 1; i >= 0; i--) rest[i] = (rest[i + 1] ?? 0) + (weight[i] ?? 0);
  const memo = new Map<number | string, number>();
  const keyOf = (used: Int32Array, state: number): number | string => {
    if (words === 1) return (used[state] ?? 0) & (level.reach[0] ?? 0);
    let key = '';
    for (let w = 0; w < words; w++) key += `${String((used[state * words + w] ?? 0) & (level.reach[w] ?? 0))},`;
    return key;
  };
  return (used, state) => {
    const key = keyOf(used, state);
    const known = memo.get(key);
    if (known !== undefined) return known;
    let sum = 0;
    let i = 0;
    for (; i < order.length && (rest[i] ?? 0) > sum * 1e-3; i++) {
      let clash = 0;
      for (let w = 0; w < words; w++) clash |= (used[state * words + w] ?? 0) & (masks[i * words + w] ?? 0);
      if (clash === 0) sum += weight[i] ?? 0;
    }
    sum += rest[i] ?? 0;
    // All that fits is below the range of doubles beside the largest fill: then the count of fills times the smallest double bounds it.
    const value = top + (sum > 1e-290 ? Math.log(sum) : Math.log(1e-290 * order.length)) + slack;
    if (memo.size < memoLimit) memo.set(key, value);
    return value;
  };
}

/** Fills by weight, largest first. */
export function byWeight(level: Level): Int32Array {
  return Int32Array.from({ length: level.count }, (_, q) => q).sort((a, b) => (level.lnWeight[b] ?? NaN) - (level.lnWeight[a] ?? NaN) || a - b);
}
