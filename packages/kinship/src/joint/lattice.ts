import { KinshipError } from '../kinship-error.ts';
import { makeCompletion } from './completion.ts';
import { countBits, hasBit, orderLevels, type Level, type Levels } from './levels.ts';
import { StateTable } from './state-table.ts';
import { forwardSums } from './forward.ts';
import { keepSteps, makeSteps, StepRecorder, type Steps } from './steps.ts';

/** Which states of the sum over families are kept: layer l holds the remains used before level l that a later family wants. */
export interface Lattice {
  readonly source: Levels;
  readonly levels: readonly Level[];
  readonly layers: readonly StateTable[];
  /** Steps from layer l to layer l + 1. */
  readonly steps: readonly Steps[];
  /** Remains wanted by level l or later, by l. */
  readonly open: readonly Int32Array[];
  /** Remains whose last family is level l. */
  readonly closing: readonly (readonly number[])[];
  readonly states: number;
  /** Upper bound of the weight left out, relative to the weight kept; 0 = nothing was left out. */
  readonly relativeError: number;
  /** ln of the sum of weights kept. */
  readonly lnSum: number;
  /** ln of the sum of weights up to each state, by layer; null where states were left out. */
  readonly sums: readonly Float64Array[] | null;
  /** Steps looked at and bounds made of them: what it took, about. */
  readonly work: number;
  /** Whether the limit of states left something out that the precision would have kept. */
  readonly isCut: boolean;
}

export interface LatticeOptions {
  /** Relative error allowed; 0 keeps every state. */
  readonly precision: number;
  /** Most states kept in one layer. */
  readonly stateLimit: number;
  /** A lower bound of ln(sum), for the share of a state. */
  readonly lnLowerBound?: number;
}

/** Predicted largest number of transitions of an untruncated sum: 2^(open remains) states x fills. */
export function predictedTransitions(source: Levels): number {
  const levels = orderLevels(source.levels, source.words);
  const { open } = frontier(levels, source);
  let sum = 0;
  let before = 1;
  levels.forEach((level, l) => {
    sum += before * level.count;
    let bits = 0;
    let touched = 0;
    for (let w = 0; w < source.words; w++) {
      let seen = 0;
      for (let g = 0; g <= l; g++) seen |= levels[g]?.reach[w] ?? 0;
      touched = seen & (open[l + 1]?.[w] ?? 0);
      bits += countBits(touched);
    }
    before = Math.min(before * level.count, 2 ** bits);
  });
  return sum;
}

function frontier(levels: readonly Level[], source: Levels): { open: Int32Array[]; closing: number[][] } {
  const open = Array.from({ length: levels.length + 1 }, () => new Int32Array(source.words));
  for (let l = levels.length - 1; l >= 0; l--)
    for (let w = 0; w < source.words; w++) {
      const row = open[l];
      if (row !== undefined) row[w] = (open[l + 1]?.[w] ?? 0) | (levels[l]?.reach[w] ?? 0);
    }
  const closing = levels.map((_, l) => {
    const out: number[] = [];
    for (let r = 0; r < source.remains; r++) if (hasBit(open[l] ?? new Int32Array(0), 0, r) && !hasBit(open[l + 1] ?? new Int32Array(0), 0, r)) out.push(r);
    return out;
  });
  return { open, closing };
}

/**
 * The forward pass: sums the weights of all assignments family by family, joining those that use the same remains still wanted.
 * A state is left out only while (weight so far) x (bound of all completions) fits into the error allowed, or where the limit of states forces it; all that
 * is left out is added up, so the true sum lies in [kept, kept x (1 + relativeError)].
 */
export function buildLattice(source: Levels, options: LatticeOptions): Lattice {
  const { words } = source;
  const levels = orderLevels(source.levels, words);
  const { open, closing } = frontier(levels, source);
  const budget = options.precision > 0 && options.lnLowerBound !== undefined ? Math.log(options.precision / levels.length / 2) + options.lnLowerBound : -Infinity;
  const made = budget === -Infinity && options.stateLimit === Infinity ? growWhole(levels, open, words) : growTrimmed(levels, { open, words, budget, options });
  if (Number.isNaN(made.lnSum)) throw new KinshipError('kinship.not_a_number');
  const states = made.layers.reduce((n, layer) => n + layer.count, 0);
  // The slack covers the rounding of the bound itself.
  return { source, levels, open, closing, states, ...made, relativeError: made.lnDropped === -Infinity ? 0 : Math.exp(made.lnDropped - made.lnSum) * (1 + 1e-9) };
}

interface Grown {
  readonly layers: readonly StateTable[];
  readonly steps: readonly Steps[];
  readonly lnSum: number;
  readonly sums: readonly Float64Array[] | null;
  readonly lnDropped: number;
  readonly work: number;
  readonly isCut: boolean;
}

/** Every state is kept, so the steps found while the layers grow are those of every later pass. */
function growWhole(levels: readonly Level[], open: readonly Int32Array[], words: number): Grown {
  let layer = firstLayer(words);
  const layers = [layer];
  let values: Float64Array = Float64Array.of(0);
  const sums = [values];
  let work = 0;
  const steps = levels.map((level, l) => {
    const next = new StateTable(words, layer.count);
    const how = { openAfter: open[l + 1] ?? new Int32Array(words), next, least: null };
    const inserting = makeSteps(layer, level, { ...how, meet: 'insert' });
    const recorder = new StepRecorder(layer.count, level.count);
    for (let s = 0; s < inserting.states; s++) recorder.add(s, inserting, inserting.load(s));
    const found = recorder.read() ?? makeSteps(layer, level, { ...how, meet: 'find' });
    values = forwardSums(found, values, { weights: level.lnWeight, states: next.count });
    sums.push(values);
    work += layer.count * level.count;
    layer = next;
    layers.push(layer);
    return found;
  });
  return { layers, steps, lnSum: values[0] ?? NaN, sums, lnDropped: -Infinity, work, isCut: false };
}

function firstLayer(words: number): StateTable {
  const layer = new StateTable(words);
  layer.insert(new Int32Array(words));
  return layer;
}

function growTrimmed(levels: readonly Level[], how: { open: readonly Int32Array[]; words: number; budget: number; options: LatticeOptions }): Grown {
  const { open, words, budget, options } = how;
  const completion = makeCompletion(levels, words);
  let layer = firstLayer(words);
  let values: Float64Array = Float64Array.of(0);
  let scale = 0;
  let lnDropped = -Infinity;
  let work = 0;
  let isCut = false;
  const layers = [layer];
  const floors: (Float64Array | null)[] = [];
  levels.forEach((level, l) => {
    const next = new StateTable(words, layer.count);
    const sums = new RunningSums();
    // A step that cannot pass its share of the budget is not taken; its share is counted as lost whether it is or not.
    const share = budget - scale - Math.log(layer.count * level.count);
    const from = layer;
    const least = budget === -Infinity ? null : values.map((own, s) => share - own - completion.bound(l + 1, from.masks, s));
    floors.push(least);
    if (least !== null) lnDropped = lnAdd(lnDropped, budget);
    const inserting = makeSteps(layer, level, { openAfter: open[l + 1] ?? new Int32Array(words), next, meet: 'insert', least });
    for (let s = 0; s < inserting.states; s++) {
      const own = values[s] ?? NaN;
      const n = inserting.load(s);
      work += n;
      for (let i = 0; i < n; i++) sums.add(inserting.to[i] ?? 0, own + (level.lnWeight[inserting.fills[i] ?? 0] ?? NaN));
    }
    let made: Float64Array = sums.logarithms(next.count);
    let top = -Infinity;
    for (const x of made) top = Math.max(top, x);
    if (top === -Infinity) throw new KinshipError('kinship.not_a_number');
    made = made.map((x) => x - top);
    scale += top;
    const kept = trim(next, made, { ...options, budget: budget - scale, bound: (s) => completion.bound(l + 1, next.masks, s) });
    work += (layer.count + next.count) * completion.cost(l + 1);
    if (kept !== null) lnDropped = lnAdd(lnDropped, kept.lnDropped + scale);
    isCut ||= next.count > options.stateLimit && kept?.table.count === options.stateLimit;
    layer = kept?.table ?? next;
    values = kept?.values ?? made;
    layers.push(layer);
  });
  const steps = levels.flatMap((level, l) => {
    const from = layers[l];
    const next = layers[l + 1];
    return from === undefined || next === undefined ? [] : [keepSteps(makeSteps(from, level, { openAfter: open[l + 1] ?? new Int32Array(words), next, meet: 'find', least: floors[l] ?? null }), level.count)];
  });
  return { layers, steps, lnSum: (values[0] ?? NaN) + scale, sums: null, lnDropped, work, isCut };
}

function trim(table: StateTable, values: Float64Array, how: LatticeOptions & { budget: number; bound: (state: number) => number }): { table: StateTable; values: Float64Array; lnDropped: number } | null {
  const isTooMany = table.count > how.stateLimit;
  if (!isTooMany && (how.budget === -Infinity || table.count <= 64)) return null;
  const reach = Float64Array.from({ length: table.count }, (_, s) => (values[s] ?? NaN) + how.bound(s));
  const order = Int32Array.from({ length: table.count }, (_, s) => s).sort((a, b) => (reach[a] ?? NaN) - (reach[b] ?? NaN) || a - b);
  let lnDropped = -Infinity;
  let first = 0;
  for (; first < order.length - 1; first++) {
    const next = lnAdd(lnDropped, reach[order[first] ?? -1] ?? NaN);
    if (next > how.budget && order.length - first <= how.stateLimit) break;
    lnDropped = next;
  }
  if (first === 0) return null;
  const { words } = table;
  const kept = new StateTable(words, order.length - first);
  const out = new Float64Array(order.length - first);
  for (let i = first; i < order.length; i++) {
    const s = order[i] ?? -1;
    out[kept.insert(table.masks.subarray(s * words, (s + 1) * words))] = values[s] ?? NaN;
  }
  return { table: kept, values: out, lnDropped };
}

export function lnAdd(a: number, b: number): number {
  if (a === -Infinity) return b;
  if (b === -Infinity) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/** Sums of numbers given by logarithms, by number, without a second pass. */
export class RunningSums {
  private max = new Float64Array(64).fill(-Infinity);
  private sum = new Float64Array(64);

  add(at: number, ln: number): void {
    if (at >= this.max.length) this.grow(at + 1);
    const max = this.max[at] ?? -Infinity;
    if (ln === -Infinity) return;
    if (ln <= max) this.sum[at] = (this.sum[at] ?? 0) + Math.exp(ln - max);
    else {
      this.sum[at] = (this.sum[at] ?? 0) * Math.exp(max - ln) + 1;
      this.max[at] = ln;
    }
  }

  logarithms(count: number): Float64Array {
    if (count > this.max.length) this.grow(count);
    return Float64Array.from({ length: count }, (_, i) => ((this.sum[i] ?? 0) === 0 ? -Infinity : (this.max[i] ?? NaN) + Math.log(this.sum[i] ?? NaN)));
  }

  private grow(least: number): void {
    let size = this.max.length;
    while (size < least) size *= 2;
    const max = new Float64Array(size).fill(-Infinity);
    const sum = new Float64Array(size);
    max.set(this.max);
    sum.set(this.sum);
    this.max = max;
    this.sum = sum;
  }
}
