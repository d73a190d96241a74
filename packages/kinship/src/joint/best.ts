import type { Lattice } from './lattice.ts';
import type { Level } from './levels.ts';

/** One assignment by its fill in every level, in the order of the lattice. */
export interface Chosen {
  readonly fills: readonly number[];
  readonly lnWeight: number;
}

/**
 * The best assignments, best first: a best-first search whose bound, the best completion of each state, is exact, so nearly every step is on the way
 * to an answer. Ties by the numbers of the fills, so that two machines agree.
 */
export function findBest(lattice: Lattice, weights: (level: Level) => Float64Array, wanted: number): Chosen[] {
  const { levels } = lattice;
  const completion: Float64Array[] = [];
  completion[levels.length] = Float64Array.of(0);
  for (let l = levels.length - 1; l >= 0; l--) {
    const level = levels[l];
    const steps = lattice.steps[l];
    const after = completion[l + 1];
    if (level === undefined || steps === undefined || after === undefined) continue;
    const w = weights(level);
    completion[l] = Float64Array.from({ length: steps.states }, (_, s) => {
      let best = -Infinity;
      const n = steps.load(s);
      const end = steps.start + n;
      for (let i = steps.start; i < end; i++) best = Math.max(best, (w[steps.fills[i] ?? 0] ?? NaN) + (after[steps.to[i] ?? 0] ?? NaN));
      return best;
    });
  }
  const queue = new Queue();
  queue.push({ state: 0, soFar: 0, bound: tied(completion[0]?.[0] ?? NaN), fill: -1, depth: 0, before: null });
  const found: Chosen[] = [];
  // Each bound is met by a real assignment, so no node needs more children than answers are wanted.
  while (found.length < wanted) {
    const top = queue.pop();
    if (top === undefined || top.bound === -Infinity) break;
    const l = top.depth;
    const level = levels[l];
    const steps = lattice.steps[l];
    if (level === undefined || steps === undefined) {
      found.push({ fills: fillsOf(top), lnWeight: top.soFar });
      continue;
    }
    const w = weights(level);
    const after = completion[l + 1] ?? new Float64Array(0);
    const children: Node[] = [];
    const n = steps.load(top.state);
    for (let i = steps.start; i < steps.start + n; i++) {
      const fill = steps.fills[i] ?? 0;
      const state = steps.to[i] ?? 0;
      const soFar = top.soFar + (w[fill] ?? NaN);
      children.push({ state, soFar, bound: tied(soFar + (after[state] ?? NaN)), fill, depth: l + 1, before: top });
    }
    children.sort(compareNodes);
    for (const child of children.slice(0, wanted - found.length)) queue.push(child);
  }
  return found;
}

/** Weights that differ by rounding alone are equal: else two brothers whom nothing tells apart, in family after family, would all be tried first. */
function tied(ln: number): number {
  return Math.round(ln * 1e9) / 1e9;
}

interface Node {
  readonly state: number;
  readonly soFar: number;
  readonly bound: number;
  /** The last fill chosen; those before it stand in the nodes before, because copies of them would fill the memory. */
  readonly fill: number;
  readonly depth: number;
  readonly before: Node | null;
}

function fillsOf(node: Node): number[] {
  const fills: number[] = [];
  for (let at: Node | null = node; at !== null && at.depth > 0; at = at.before) fills.push(at.fill);
  return fills.reverse();
}

function compareNodes(a: Node, b: Node): number {
  if (a.bound !== b.bound) return b.bound - a.bound;
  // Deeper first: among equals an answer comes before more questions.
  if (a.depth !== b.depth) return b.depth - a.depth;
  let difference = 0;
  for (let x: Node | null = a, y: Node | null = b; x !== null && y !== null && x !== y; x = x.before, y = y.before) if (x.fill !== y.fill) difference = x.fill - y.fill;
  return difference;
}

/** A binary heap, best node on top. */
class Queue {
  private readonly heap: Node[] = [];

  push(node: Node): void {
    this.heap.push(node);
    let at = this.heap.length - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const [a, b] = [this.heap[at], this.heap[up]];
      if (a === undefined || b === undefined || compareNodes(a, b) >= 0) break;
      this.heap[at] = b;
      this.heap[up] = a;
      at = up;
    }
  }

  pop(): Node | undefined {
    const top = this.heap[0];
    const last = this.heap.pop();
    if (top === undefined || last === undefined || this.heap.length === 0) return top;
    this.heap[0] = last;
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        const [c, l] = [this.heap[child], this.heap[least]];
        if (c !== undefined && l !== undefined && compareNodes(c, l) < 0) least = child;
      }
      const [x, y] = [this.heap[at], this.heap[least]];
      if (least === at || x === undefined || y === undefined) break;
      this.heap[at] = y;
      this.heap[least] = x;
      at = least;
    }
    return top;
  }
}
