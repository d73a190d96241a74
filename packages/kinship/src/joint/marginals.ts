import { RunningSums, type Lattice } from './lattice.ts';
import { hasBit, type Level } from './levels.ts';

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
  const { levels, layers, source } = lattice;
  const count = levels.length;
  const forward: Float64Array[] = [Float64Array.of(0)];
  for (let l = 0; l < count; l++) {
    const level = levels[l];
    const steps = lattice.steps[l];
    const next = layers[l + 1];
    if (level === undefined || steps === undefined || next === undefined) continue;
    const w = weights(level);
    const values = forward[l] ?? new Float64Array(0);
    const store = makeStore(combination, next.count);
    for (let s = 0; s < steps.states; s++) {
      const own = values[s] ?? NaN;
      const n = steps.load(s);
      for (let i = 0; i < n; i++) store.add(steps.to[i] ?? 0, own + (w[steps.fills[i] ?? 0] ?? NaN));
    }
    forward.push(store.values());
  }
  const total = forward[count]?.[0] ?? NaN;
  const columns = source.missing + 1;
  const pairs = makeStore(combination, source.remains * columns);
  const notFound = makeStore(combination, source.missing);
  const together = makeStore(combination, count);
  const unknownLevel = new Map(levels.flatMap((level, l) => (level.unknown < 0 ? [] : [[level.unknown, l] as const])));
  let back: Float64Array = Float64Array.of(0);
  for (let l = count - 1; l >= 0; l--) {
    const level = levels[l];
    const layer = layers[l];
    const steps = lattice.steps[l];
    if (level === undefined || layer === undefined || steps === undefined) continue;
    const w = weights(level);
    const values = forward[l] ?? new Float64Array(0);
    const after = back;
    const here = makeStore(combination, layer.count);
    const byFill = makeStore(combination, level.count);
    const closing = lattice.closing[l] ?? [];
    const alone = makeStore(combination, closing.length);
    for (let s = 0; s < steps.states; s++) {
      const own = values[s] ?? NaN;
      const n = steps.load(s);
      for (let i = 0; i < n; i++) {
        const fill = steps.fills[i] ?? 0;
        const rest = (w[fill] ?? NaN) + (after[steps.to[i] ?? 0] ?? NaN);
        here.add(s, rest);
        const whole = rest + own;
        byFill.add(fill, whole);
        for (let c = 0; c < closing.length; c++) {
          const r = closing[c] ?? 0;
          if (!hasBit(layer.masks, s * source.words, r) && !hasBit(level.masks, fill * source.words, r)) alone.add(c, whole);
        }
      }
    }
    const lone = alone.values();
    closing.forEach((r, i) => pairs.add(r * columns + source.missing, lone[i] ?? NaN));
    spread(level, byFill.values(), { pairs, notFound, together, columns, source, unknownLevel });
    back = here.values();
  }
  // Remains that no family wants are nobody in every assignment.
  for (let r = 0; r < source.remains; r++) if (!levels.some((level) => hasBit(level.reach, 0, r))) pairs.add(r * columns + source.missing, total);
  return { total, pairs: pairs.values(), notFound: notFound.values(), together: reorder(together.values(), lattice) };
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

function makeStore(combination: Combination, count: number): Store {
  switch (combination) {
    case 'sum': {
      const sums = new RunningSums();
      return { add: (at, ln) => sums.add(at, ln), values: () => sums.logarithms(count) };
    }
    case 'max':
      return extreme(count, -Infinity, (a, b) => a > b);
    case 'min':
      return extreme(count, Infinity, (a, b) => a < b);
  }
}

function extreme(count: number, start: number, isBetter: (a: number, b: number) => boolean): Store {
  const out = new Float64Array(count).fill(start);
  return {
    add: (at, ln) => {
      if (isBetter(ln, out[at] ?? start)) out[at] = ln;
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
      for (let i = 0; i < n; i++) out[steps.to[i] ?? 0] = (out[steps.to[i] ?? 0] ?? 0) + (values[s] ?? 0);
    }
    values = out;
  });
  return values[0] ?? NaN;
}
