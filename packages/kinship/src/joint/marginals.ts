import { forwardLargest, forwardSums, type Forward } from './forward.ts';
import { RunningSums, type Lattice } from './lattice.ts';
import { hasBit, maskOf, type Level } from './levels.ts';
import type { StateTable } from './state-table.ts';
import type { Steps } from './steps.ts';

/** How weights are put together over assignments: summed, or the largest or the smallest of them. */
export type Combination = 'sum' | 'max' | 'min';

/** Result for every pairing; natural logarithms of the sum (or largest, smallest weight) of the assignments that hold it. */
export interface Marginals {
  /** Of all assignments. */
  readonly total: number;
  /** Row-major remains x (missing + 1); last column: the remains are nobody on the list. */
  readonly pairs: Float64Array;
  /** No remains are this missing person. */
  readonly notFound: Float64Array;
  /** By level of an unknown person: its remains are one person, on the list or not. */
  readonly together: Float64Array;
}

/**
 * One pass forward and one back over the kept states gives all pairings at once. "Nobody" is read where the last family that
 * wants the remains has chosen, so that small probabilities keep their digits (1 - sum would lose them).
 */
export function marginals(lattice: Lattice, weights: (level: Level) => Float64Array, combination: Combination): Marginals {
  // The smallest is the largest of the negatives.
  const sign = combination === 'min' ? -1 : 1;
  const own = lattice.levels.map((level) => (sign < 0 ? weights(level).map((x) => -x) : weights(level)));
  const found = combination === 'sum' ? passes(lattice, own, forwardSums) : passes(lattice, own, forwardLargest);
  if (sign > 0) return found;
  const negative = (values: Float64Array): Float64Array => values.map((x) => -x);
  return { total: -found.total, pairs: negative(found.pairs), notFound: negative(found.notFound), together: negative(found.together) };
}

function passes(lattice: Lattice, weights: readonly Float64Array[], forwardOne: Forward): Marginals {
  const { levels, layers, source } = lattice;
  const count = levels.length;
  const isSum = forwardOne === forwardSums;
  const forward: Float64Array[] = [Float64Array.of(0)];
  if (isSum && lattice.sums !== null && levels.every((level, l) => weights[l] === level.lnWeight)) forward.splice(0, 1, ...lattice.sums);
  else lattice.steps.forEach((steps, l) => forward.push(forwardOne(steps, forward[l] ?? new Float64Array(0), { weights: weights[l] ?? new Float64Array(0), states: layers[l + 1]?.count ?? 0 })));
  const total = forward[count]?.[0] ?? NaN;
  const columns = source.missing + 1;
  const pairs = makeStore(isSum, source.remains * columns);
  const notFound = makeStore(isSum, source.missing);
  const together = makeStore(isSum, count);
  const unknownLevel = new Map(levels.flatMap((level, l) => (level.unknown < 0 ? [] : [[level.unknown, l] as const])));
  const spreading = { pairs, notFound, together, columns, source, unknownLevel };
  let back: Float64Array = Float64Array.of(0);
  for (let l = count - 1; l >= 0; l--) {
    const level = levels[l];
    const layer = layers[l];
    const steps = lattice.steps[l];
    if (level === undefined || layer === undefined || steps === undefined) continue;
    const closing = lattice.closing[l] ?? [];
    const found = (isSum ? backwardSums : backwardLargest)({ lattice, level, layer, steps, closing: maskOf(closing, source.words), weights: weights[l] ?? new Float64Array(0), forward: forward[l] ?? new Float64Array(0), after: back, total });
    for (const r of closing) pairs.add(r * columns + source.missing, found.alone[r] ?? NaN);
    spread(level, found.byFill, spreading);
    back = found.here;
  }
  // Remains that no family wants are nobody in every assignment.
  for (let r = 0; r < source.remains; r++) if (!levels.some((level) => hasBit(level.reach, 0, r))) pairs.add(r * columns + source.missing, total);
  return { total, pairs: pairs.values(), notFound: notFound.values(), together: reorder(together.values(), lattice) };
}

interface Backward {
  readonly lattice: Lattice;
  readonly level: Level;
  readonly layer: StateTable;
  readonly steps: Steps;
  /** Bits of the remains whose last family this level is. */
  readonly closing: Int32Array;
  readonly weights: Float64Array;
  readonly forward: Float64Array;
  readonly after: Float64Array;
  readonly total: number;
}

/** ln of the completions of each state, of all assignments with each fill, and with each closing remains being nobody, by number of the remains. */
interface Found {
  readonly here: Float64Array;
  readonly byFill: Float64Array;
  readonly alone: Float64Array;
}

/** Shares of the total are summed as they are: what is below 1e-308 of it is 0 in the answer too. */
function backwardSums(input: Backward): Found {
  const { level, layer, steps, closing, weights, forward, after, total } = input;
  const { words } = input.lattice.source;
  const here = new Float64Array(layer.count);
  const byFill = new Float64Array(level.count);
  const alone = new Float64Array(words * 32);
  const { fills, to } = steps;
  for (let s = 0; s < steps.states; s++) {
    const own = (forward[s] ?? NaN) - total;
    const end = steps.load(s) + steps.start;
    let sum = 0;
    for (let i = steps.start; i < end; i++) {
      const fill = fills[i] ?? 0;
      const share = Math.exp(own + (weights[fill] ?? NaN) + (after[to[i] ?? 0] ?? NaN));
      sum += share;
      byFill[fill] = (byFill[fill] ?? NaN) + share;
      for (let w = 0; w < words; w++)
        for (let free = (closing[w] ?? 0) & ~((layer.masks[s * words + w] ?? 0) | (level.masks[fill * words + w] ?? 0)); free !== 0; free &= free - 1) {
          const r = w * 32 + 31 - Math.clz32(free & -free);
          alone[r] = (alone[r] ?? NaN) + share;
        }
    }
    // Of a state that nothing reaches nothing is known, and nothing asked.
    here[s] = own === -Infinity ? -Infinity : Math.log(sum) - own;
  }
  const ln = (share: number): number => Math.log(share) + total;
  return { here, byFill: byFill.map(ln), alone: alone.map(ln) };
}

function backwardLargest(input: Backward): Found {
  const { level, layer, steps, closing, weights, forward, after } = input;
  const { words } = input.lattice.source;
  const here = new Float64Array(layer.count).fill(-Infinity);
  const byFill = new Float64Array(level.count).fill(-Infinity);
  const alone = new Float64Array(words * 32).fill(-Infinity);
  const { fills, to } = steps;
  for (let s = 0; s < steps.states; s++) {
    const own = forward[s] ?? NaN;
    const end = steps.load(s) + steps.start;
    let best = -Infinity;
    for (let i = steps.start; i < end; i++) {
      const fill = fills[i] ?? 0;
      const rest = (weights[fill] ?? NaN) + (after[to[i] ?? 0] ?? NaN);
      if (rest > best) best = rest;
      const whole = rest + own;
      if (whole > (byFill[fill] ?? NaN)) byFill[fill] = whole;
      for (let w = 0; w < words; w++)
        for (let free = (closing[w] ?? 0) & ~((layer.masks[s * words + w] ?? 0) | (level.masks[fill * words + w] ?? 0)); free !== 0; free &= free - 1) {
          const r = w * 32 + 31 - Math.clz32(free & -free);
          if (whole > (alone[r] ?? NaN)) alone[r] = whole;
        }
    }
    here[s] = best;
  }
  return { here, byFill, alone };
}

interface Spread {
  readonly pairs: Store;
  readonly notFound: Store;
  readonly together: Store;
  readonly columns: number;
  readonly source: Lattice['source'];
  /** Level of the unknown person that a group of remains may be, by candidate. */
  readonly unknownLevel: ReadonlyMap<number, number>;
}

function spread(level: Level, byFill: Float64Array, to: Spread): void {
  const places = level.missing.length;
  for (let q = 0; q < level.count; q++) {
    const value = byFill[q] ?? NaN;
    if (level.unknown >= 0) {
      if (q === 0) continue;
      to.together.add(to.unknownLevel.get(level.unknown) ?? 0, value);
      for (const r of to.source.members[level.unknown] ?? []) to.pairs.add(r * to.columns + to.source.missing, value);
      continue;
    }
    for (let i = 0; i < places; i++) {
      const missing = level.missing[i] ?? 0;
      const candidate = level.fills[q * places + i] ?? -1;
      if (candidate < 0) to.notFound.add(missing, value);
      else {
        for (const r of to.source.members[candidate] ?? []) to.pairs.add(r * to.columns + missing, value);
        const group = to.unknownLevel.get(candidate);
        if (group !== undefined) to.together.add(group, value);
      }
    }
  }
}

/** From the order of summation to the order of the source. */
function reorder(values: Float64Array, lattice: Lattice): Float64Array {
  const out = new Float64Array(values.length).fill(-Infinity);
  lattice.levels.forEach((level, l) => (out[lattice.source.levels.indexOf(level)] = values[l] ?? NaN));
  return out;
}

interface Store {
  add(at: number, ln: number): void;
  values(): Float64Array;
}

function makeStore(isSum: boolean, count: number): Store {
  if (isSum) {
    const sums = new RunningSums();
    return { add: (at, ln) => sums.add(at, ln), values: () => sums.logarithms(count) };
  }
  const out = new Float64Array(count).fill(-Infinity);
  return {
    add: (at, ln) => {
      if (ln > (out[at] ?? -Infinity)) out[at] = ln;
    },
    values: () => out,
  };
}

/** Number of assignments with a likelihood above 0 that an untruncated lattice holds; exact up to 2^53. */
export function countPossible(lattice: Lattice): number {
  let values: Float64Array = Float64Array.of(1);
  lattice.steps.forEach((steps, l) => {
    const out = new Float64Array(lattice.layers[l + 1]?.count ?? 0);
    for (let s = 0; s < steps.states; s++) {
      const n = steps.load(s);
      for (let i = steps.start; i < steps.start + n; i++) out[steps.to[i] ?? 0] = (out[steps.to[i] ?? 0] ?? 0) + (values[s] ?? 0);
    }
    values = out;
  });
  return values[0] ?? NaN;
}
