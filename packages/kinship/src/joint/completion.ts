import type { Level } from './levels.ts';

/** An upper bound of everything the levels from one on can add to a state: each level fills freely what the state has left. */
export interface Completion {
  /** ln of the bound for the levels from `from` on. */
  readonly bound: (from: number, masks: Int32Array, state: number) => number;
  /** About how many additions one bound takes. */
  readonly cost: (from: number) => number;
}

interface FreeSum {
  readonly bound: (masks: Int32Array, state: number) => number;
  readonly cost: number;
}

/**
 * Compatible weights are summed directly, never by taking away from a whole: that can cancel to below the true remainder, and the
 * bound would be none.
 */
export function makeCompletion(levels: readonly Level[], words: number): Completion {
  const sums = levels.map((level): FreeSum => (level.missing.length === 1 ? sumByBytes(level, words) : sumByWeight(level, words)));
  const costs = new Float64Array(sums.length + 1);
  for (let l = sums.length - 1; l >= 0; l--) costs[l] = (costs[l + 1] ?? 0) + (sums[l]?.cost ?? 0);
  const bound: Completion['bound'] = (from, masks, state) => {
    let sum = 0;
    for (let l = from; l < sums.length; l++) sum += sums[l]?.bound(masks, state) ?? 0;
    return sum;
  };
  return { bound, cost: (from) => costs[from] ?? 0 };
}

/** What is below the range of doubles beside the largest fill is bounded by this for each fill. */
const tiny = 1e-290;

/** One missing person: what is left of eight remains at a time is looked up, so that a bound takes few additions. Fills of several remains are taken whole. */
function sumByBytes(level: Level, words: number): FreeSum {
  const top = level.lnWeight.reduce((x, y) => Math.max(x, y), -Infinity);
  const chunks = words * 4;
  const byBit = new Float64Array(chunks * 8);
  let always = 0;
  for (let q = 0; q < level.count; q++) {
    const weight = Math.exp((level.lnWeight[q] ?? NaN) - top);
    let bits = 0;
    let last = -1;
    for (let w = 0; w < words; w++)
      for (let m = (level.masks[q * words + w] ?? 0) >>> 0; m !== 0; m &= m - 1) {
        bits += 1;
        last = w * 32 + 31 - Math.clz32(m & -m);
      }
    if (bits === 1) byBit[last] = (byBit[last] ?? 0) + weight;
    else always += weight;
  }
  const used = Array.from({ length: chunks }, (_, c) => c).filter((c) => byBit.subarray(c * 8, c * 8 + 8).some((x) => x > 0));
  const left = new Float64Array(used.length * 256);
  used.forEach((c, n) => {
    for (let taken = 0; taken < 256; taken++) for (let bit = 0; bit < 8; bit++) if (((taken >> bit) & 1) === 0) left[n * 256 + taken] = (left[n * 256 + taken] ?? 0) + (byBit[c * 8 + bit] ?? 0);
  });
  const places = Int32Array.from(used, (c) => c >> 2);
  const shifts = Int32Array.from(used, (c) => (c & 3) * 8);
  return {
    cost: used.length + 2,
    bound: (masks, state) => {
      let sum = always;
      for (let n = 0; n < places.length; n++) sum += left[n * 256 + (((masks[state * words + (places[n] ?? 0)] ?? 0) >>> (shifts[n] ?? 0)) & 255)] ?? NaN;
      return top + Math.log(Math.max(sum, tiny * level.count)) + slack;
    },
  };
}

/** Covers the rounding of the sums, one-sided. */
const slack = 1e-9;
const memoLimit = 50_000;

/** Several missing persons: largest weights first; the rest below a thousandth is taken whole, used or not. */
function sumByWeight(level: Level, words: number): FreeSum {
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
  const bound: FreeSum['bound'] = (used, state) => {
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
    const value = top + Math.log(Math.max(sum, tiny * order.length)) + slack;
    if (memo.size < memoLimit) memo.set(key, value);
    return value;
  };
  return { bound, cost: Math.min(order.length, 40) * words };
}

/** Fills by weight, largest first. */
export function byWeight(level: Level): Int32Array {
  return Int32Array.from({ length: level.count }, (_, q) => q).sort((a, b) => (level.lnWeight[b] ?? NaN) - (level.lnWeight[a] ?? NaN) || a - b);
}
