import { byWeight } from './completion.ts';
import type { Level } from './levels.ts';
import type { StateTable } from './state-table.ts';

/** The steps from one layer of states to the next: after `load(state)` the fills that fit, and where they lead, stand in `fills` and `to` from `start` on. */
export interface Steps {
  readonly states: number;
  /** Number of steps loaded. */
  load(state: number): number;
  start: number;
  readonly fills: Int32Array;
  readonly to: Int32Array;
}

/** Up to so many steps of a level are kept; beyond it they are found again each time. */
const keptSteps = 2_000_000;

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
  const loadWord = (s: number): number => {
    let n = 0;
    const floor = least === null ? -Infinity : (least[s] ?? -Infinity);
    const used = layer.masks[s] ?? 0;
    const open = openAfter[0] ?? 0;
    for (let i = 0; i < count && (weight[i] ?? NaN) >= floor; i++) {
      const own = masks[i] ?? 0;
      if ((used & own) !== 0) continue;
      fills[n] = order[i] ?? 0;
      to[n] = next.insertWord((used | own) & open);
      n += 1;
    }
    return n;
  };
  return { states: layer.count, load: words === 1 && isInserting ? loadWord : load, start: 0, fills, to };
}

/** Keeps steps as they are found, so that they need not be found again; null once they are too many. */
export class StepRecorder {
  private fills: Int32Array<ArrayBuffer>;
  private to: Int32Array<ArrayBuffer>;
  private readonly starts: Int32Array;
  private size = 0;
  private isFull = false;
  private readonly states: number;

  constructor(states: number, fillsOfState: number) {
    this.states = states;
    this.starts = new Int32Array(states + 1);
    const size = Math.max(64, Math.min(keptSteps, states * fillsOfState));
    this.fills = new Int32Array(size);
    this.to = new Int32Array(size);
  }

  /** Takes over what is loaded of the next state. */
  add(state: number, steps: Steps, count: number): void {
    if (this.isFull || this.size + count > this.fills.length) {
      this.isFull = true;
      return;
    }
    for (let i = 0; i < count; i++) {
      this.fills[this.size + i] = steps.fills[steps.start + i] ?? 0;
      this.to[this.size + i] = steps.to[steps.start + i] ?? 0;
    }
    this.size += count;
    this.starts[state + 1] = this.size;
  }

  read(): Steps | null {
    if (this.isFull) return null;
    const { starts, states } = this;
    const steps: Steps = {
      states,
      start: 0,
      fills: this.fills.slice(0, this.size),
      to: this.to.slice(0, this.size),
      load: (s) => {
        const start = starts[s] ?? 0;
        steps.start = start;
        return (starts[s + 1] ?? 0) - start;
      },
    };
    return steps;
  }
}

/** The same steps, found once and kept where they are not too many. */
export function keepSteps(steps: Steps, fillsOfState: number): Steps {
  const recorder = new StepRecorder(steps.states, fillsOfState);
  for (let s = 0; s < steps.states; s++) recorder.add(s, steps, steps.load(s));
  return recorder.read() ?? steps;
}
