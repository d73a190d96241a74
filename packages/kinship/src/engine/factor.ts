/** A non-negative table over some variables of a network, row-major in the order of `vars` (ascending, each once). */
export interface Factor {
  readonly vars: readonly number[];
  readonly data: Float64Array;
}

/** A value times 2^exponent, so that likelihoods of large families do not underflow. Powers of two lose no digit. */
export interface Scaled {
  readonly table: Factor;
  readonly exponent: number;
}

/** Number of cells of a table over these variables. */
export function cellCount(vars: readonly number[], dims: readonly number[]): number {
  let size = 1;
  for (const v of vars) size *= dims[v] ?? NaN;
  return size;
}

/** Strides of a factor along each variable of `scope`; 0 where the factor does not depend on it. */
export function stridesAlong(factor: Factor, scope: readonly number[], dims: readonly number[]): Int32Array {
  const strides = new Int32Array(scope.length);
  let stride = 1;
  for (let i = factor.vars.length - 1; i >= 0; i--) {
    const v = factor.vars[i] ?? -1;
    const at = scope.indexOf(v);
    if (at >= 0) strides[at] = stride;
    stride *= dims[v] ?? NaN;
  }
  return strides;
}

/** Union of the scopes, ascending. */
export function unionScope(factors: readonly Factor[]): number[] {
  const all = new Set<number>();
  for (const f of factors) for (const v of f.vars) all.add(v);
  return [...all].sort((a, b) => a - b);
}

/** out[state] += weight * a[state] * b[state] over `scope`, which holds the scopes of both factors. */
export function addProduct(out: Float64Array, scope: readonly number[], dims: readonly number[], term: { a: Factor; b: Factor; weight: number }): void {
  const { weight } = term;
  const a = term.a.data;
  const b = term.b.data;
  const strideA = stridesAlong(term.a, scope, dims);
  const strideB = stridesAlong(term.b, scope, dims);
  const rank = scope.length;
  const state = new Int32Array(rank);
  let ia = 0;
  let ib = 0;
  for (let cell = 0; cell < out.length; cell++) {
    out[cell] = (out[cell] ?? NaN) + weight * (a[ia] ?? NaN) * (b[ib] ?? NaN);
    for (let r = rank - 1; r >= 0; r--) {
      const dim = dims[scope[r] ?? -1] ?? NaN;
      const sa = strideA[r] ?? 0;
      const sb = strideB[r] ?? 0;
      const next = (state[r] ?? 0) + 1;
      ia += sa;
      ib += sb;
      if (next < dim) {
        state[r] = next;
        break;
      }
      state[r] = 0;
      ia -= sa * dim;
      ib -= sb * dim;
    }
  }
}

/** The product of two factors over the union of their scopes. */
export function multiply(a: Factor, b: Factor, dims: readonly number[]): Factor {
  const scope = unionScope([a, b]);
  const data = new Float64Array(cellCount(scope, dims));
  addProduct(data, scope, dims, { a, b, weight: 1 });
  return { vars: scope, data };
}

/**
 * Sums the product of one, two or three factors over variable `v`.
 * The inner loop runs over `v` with a stride a factor, so no product table is made.
 */
export function sumOut(factors: readonly Factor[], v: number, dims: readonly number[]): Factor {
  const scope = unionScope(factors).filter((x) => x !== v);
  const data = new Float64Array(cellCount(scope, dims));
  const inner = dims[v] ?? NaN;
  const count = factors.length;
  const tables = factors.map((f) => f.data);
  const strides = factors.map((f) => stridesAlong(f, scope, dims));
  const steps = factors.map((f) => stridesAlong(f, [v], dims)[0] ?? 0);
  const one = new Float64Array([1]);
  const t0 = tables[0] ?? one;
  const t1 = tables[1] ?? one;
  const t2 = tables[2] ?? one;
  const s0 = steps[0] ?? 0;
  const s1 = steps[1] ?? 0;
  const s2 = steps[2] ?? 0;
  const zero = new Int32Array(scope.length);
  const r0 = strides[0] ?? zero;
  const r1 = strides[1] ?? zero;
  const r2 = strides[2] ?? zero;
  const rank = scope.length;
  const state = new Int32Array(rank);
  const sizes = Int32Array.from(scope, (x) => dims[x] ?? NaN);
  let i0 = 0;
  let i1 = 0;
  let i2 = 0;
  for (let cell = 0; cell < data.length; cell++) {
    let sum = 0;
    if (count === 1) for (let k = 0; k < inner; k++) sum += t0[i0 + k * s0] ?? NaN;
    else if (count === 2) for (let k = 0; k < inner; k++) sum += (t0[i0 + k * s0] ?? NaN) * (t1[i1 + k * s1] ?? NaN);
    else for (let k = 0; k < inner; k++) sum += (t0[i0 + k * s0] ?? NaN) * (t1[i1 + k * s1] ?? NaN) * (t2[i2 + k * s2] ?? NaN);
    data[cell] = sum;
    for (let r = rank - 1; r >= 0; r--) {
      const next = (state[r] ?? 0) + 1;
      const size = sizes[r] ?? 0;
      i0 += r0[r] ?? 0;
      i1 += r1[r] ?? 0;
      i2 += r2[r] ?? 0;
      if (next < size) {
        state[r] = next;
        break;
      }
      state[r] = 0;
      i0 -= (r0[r] ?? 0) * size;
      i1 -= (r1[r] ?? 0) * size;
      i2 -= (r2[r] ?? 0) * size;
    }
  }
  return { vars: scope, data };
}

/** A number as a factor: one factor a founder, not their product, which would underflow before it could be scaled. */
export function constantFactor(value: number): Factor {
  return { vars: [], data: Float64Array.of(value) };
}

/** The sum of two scaled tables over the same variables. */
export function addScaled(a: Scaled, b: Scaled): Scaled {
  const exponent = Math.max(a.exponent, b.exponent);
  const fa = 2 ** (a.exponent - exponent);
  const fb = 2 ** (b.exponent - exponent);
  return { table: { vars: a.table.vars, data: a.table.data.map((x, i) => x * fa + (b.table.data[i] ?? NaN) * fb) }, exponent };
}

/** The value times a plain number. */
export function scaledBy({ table, exponent }: Scaled, weight: number): Scaled {
  return { table: { vars: table.vars, data: table.data.map((x) => x * weight) }, exponent };
}
