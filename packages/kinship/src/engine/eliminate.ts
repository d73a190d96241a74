import { KinshipError } from '../kinship-error.ts';
import { cellCount, multiply, sumOut, unionScope, type Factor, type Scaled } from './factor.ts';

/** Largest number of multiplications one elimination may take; beyond it the calculation is refused, not approximated. */
export const costLimit = 2e9;

/** Largest table that may be made (240 MB); a plan that needs a larger one counts as infinitely costly. */
export const cellLimit = 3e7;

const small = 2 ** -100;

/** The order of elimination by smallest next table, ties by variable number, and its predicted number of multiplications. */
export function planOrder(scopes: readonly (readonly number[])[], dims: readonly number[], keep: readonly number[]): { order: number[]; cost: number } {
  const live: (readonly number[])[] = scopes.filter((s) => s.length > 0);
  const touching = new Map<number, number[]>();
  live.forEach((scope, f) => {
    for (const v of scope) {
      const list = touching.get(v);
      if (list === undefined) touching.set(v, [f]);
      else list.push(f);
    }
  });
  const join = (v: number): Set<number> => {
    const joined = new Set<number>([v]);
    for (const f of touching.get(v) ?? []) for (const x of live[f] ?? []) joined.add(x);
    return joined;
  };
  const size = (v: number): number => {
    let cells = 1;
    for (const x of join(v)) cells *= dims[x] ?? NaN;
    return cells;
  };
  const left = new Map([...touching.keys()].filter((v) => !keep.includes(v)).sort((a, b) => a - b).map((v) => [v, size(v)]));
  const order: number[] = [];
  let cost = 0;
  while (left.size > 0) {
    let best = -1;
    let bestSize = Infinity;
    for (const [v, cells] of left)
      if (cells < bestSize || best < 0) {
        best = v;
        bestSize = cells;
      }
    const joined = join(best);
    const gone = new Set(touching.get(best) ?? []);
    joined.delete(best);
    left.delete(best);
    order.push(best);
    const made = [...joined];
    cost += cellCount(made, dims) > cellLimit ? Infinity : bestSize;
    const f = live.push(made) - 1;
    for (const x of made) touching.set(x, [...(touching.get(x) ?? []).filter((g) => !gone.has(g)), f]);
    // Only the tables of variables beside the one that went can have changed; Map keeps their place, so ties stay by number.
    for (const x of made) if (left.has(x)) left.set(x, size(x));
  }
  return { order, cost };
}

/** Sums a product of factors over all variables but `keep` (variable elimination; loops of a pedigree need no special care). */
export function eliminate(factors: readonly Factor[], dims: readonly number[], plan: { keep: readonly number[]; order: readonly number[] }): Scaled {
  let live = [...factors];
  let exponent = 0;
  for (const v of plan.order) {
    let touching = live.filter((f) => f.vars.includes(v));
    live = live.filter((f) => !f.vars.includes(v));
    while (touching.length > 3) {
      touching = joinCheapest(touching, dims);
      const joined = touching.at(-1);
      if (joined !== undefined) exponent += liftSmall(joined.data);
    }
    const summed = sumOut(touching, v, dims);
    exponent += liftSmall(summed.data);
    live.push(summed);
  }
  let table: Factor = { vars: [], data: new Float64Array([1]) };
  for (const f of live) {
    table = multiply(table, f, dims);
    exponent += liftSmall(table.data);
  }
  if (table.vars.length < plan.keep.length) {
    const scope = [...plan.keep].sort((a, b) => a - b);
    table = multiply(table, { vars: scope, data: new Float64Array(cellCount(scope, dims)).fill(1) }, dims);
  }
  for (const x of table.data) if (Number.isNaN(x)) throw new KinshipError('kinship.not_a_number');
  return { table, exponent };
}

function joinCheapest(factors: readonly Factor[], dims: readonly number[]): Factor[] {
  let first = 0;
  let second = 1;
  let least = Infinity;
  factors.forEach((a, i) => {
    factors.forEach((b, j) => {
      if (j <= i) return;
      const size = cellCount(unionScope([a, b]), dims);
      if (size < least) {
        least = size;
        first = i;
        second = j;
      }
    });
  });
  const a = factors[first];
  const b = factors[second];
  if (a === undefined || b === undefined) throw new KinshipError('kinship.not_a_number');
  return [...factors.filter((_, i) => i !== first && i !== second), multiply(a, b, dims)];
}

/**
 * Multiplies a table whose largest entry is tiny by a power of two; returns the exponent to give back. Done after every step,
 * so that a product of three tables stays within a double: without it 150 typed strangers read as impossible.
 */
function liftSmall(data: Float64Array): number {
  let max = 0;
  for (const x of data) if (x > max) max = x;
  if (max === 0 || max >= small) return 0;
  const up = Math.min(1000, -Math.floor(Math.log2(max)));
  const lift = 2 ** up;
  for (let i = 0; i < data.length; i++) data[i] = (data[i] ?? NaN) * lift;
  return -up;
}
