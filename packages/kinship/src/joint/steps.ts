import { byWeight } from './completion.ts';
import type { Level } from './levels.ts';
import type { StateTable } from './state-table.ts';

/** The steps from one layer of states to the next: `load(state)` puts the fills that fit and where they lead into the buffers. */
export interface Steps {
  readonly states: number;
  /** Number of steps loaded. */
  load(state: number): number;
  readonly fills: Int32Array;
  readonly to: Int32Array;
}

/** Up to so many steps of a level are kept; beyond it they are found again each time. */
const keptSteps = 6_000_000;

export interface StepsInput {
  readonly openAfter: Int32Array;
  readonly next: StateTable;
  /** While the next layer is being made states are added to it; afterwards a state that was left out is no step. */
  readonly meet: 'insert' | 'find';
  /** Smallest ln weight of a fill that counts, by state; null where all do. */
  readonly least: Float64Array | null;
}

/** Steps between two layers, fills of large weight first. */
export function makeSteps(layer: StateTable, level: Level, how: StepsInput): Steps {
  const { words } = layer;
  const { count } = level;
  const { openAfter, next, least } = how;
  const order = byWeight(level);
  const masks = new Int32Array(count * words);
  order.forEach((q, i) => masks.set(level.masks.subarray(q * words, (q + 1) * words), i * words));
  const weight = Float64Array.from(order, (q) => level.lnWeight[q] ?? NaN);
  const fills = new Int32Array(count);
  const to = new Int32Array(count);
  const mask = new Int32Array(words);
  const isInserting = how.meet === 'insert';
  const load = (s: number): number => {
    let n = 0;
    const floor = least === null ? -Infinity : (least[s] ?? -Infinity);
    for (let i = 0; i < count && (weight[i] ?? NaN) >= floor; i++) {
      let clash = 0;
      for (let w = 0; w < words; w++) {
        const used = layer.masks[s * words + w] ?? 0;
        const m = masks[i * words + w] ?? 0;
        clash |= used & m;
        mask[w] = (used | m) & (openAfter[w] ?? 0);
      }
      if (clash !== 0) continue;
      const state = isInserting ? next.insert(mask) : next.find(mask);
      if (state < 0) continue;
      fills[n] = order[i] ?? 0;
      to[n] = state;
      n += 1;
    }
    return n;
  };
  return { states: layer.count, load, fills, to };
}

/** The same steps, found once and kept where they are not too many. */
export function keepSteps(steps: Steps): Steps {
  const starts = new Int32Array(steps.states + 1);
  let size = 0;
  let allFills = new Int32Array(1024);
  let allTo = new Int32Array(1024);
  for (let s = 0; s < steps.states; s++) {
    const n = steps.load(s);
    if (size + n > keptSteps) return steps;
    while (size + n > allFills.length) {
      allFills = grow(allFills);
      allTo = grow(allTo);
    }
    for (let i = 0; i < n; i++) {
      allFills[size + i] = steps.fills[i] ?? 0;
      allTo[size + i] = steps.to[i] ?? 0;
    }
    size += n;
    starts[s + 1] = size;
  }
  const { fills, to } = steps;
  const load = (s: number): number => {
    const from = starts[s] ?? 0;
    const n = (starts[s + 1] ?? 0) - from;
    for (let i = 0; i < n; i++) {
      fills[i] = allFills[from + i] ?? 0;
      to[i] = allTo[from + i] ?? 0;
    }
    return n;
  };
  return { states: steps.states, load, fills, to };
}

function grow(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const out = new Int32Array(array.length * 2);
  out.set(array);
  return out;
}
