import { KinshipError } from '../kinship-error.ts';

/** Expected share of transmissions that mutate: sum of p_i (1 - M_ii). */
export function overallRate(matrix: Float64Array, p: Float64Array): number {
  const k = p.length;
  let kept = 0;
  p.forEach((f, i) => (kept += f * (matrix[i * k + i] ?? NaN)));
  return 1 - kept;
}

/** The distribution v with v M = v and sum 1 of an irreducible matrix, by elimination (Grassmann, Taksar and Heyman 1985: no subtraction). */
export function stationaryDistribution(matrix: Float64Array, k: number): Float64Array {
  const a = matrix.slice();
  const at = (i: number, j: number): number => a[i * k + j] ?? NaN;
  for (let n = k - 1; n > 0; n--) {
    let leaving = 0;
    for (let j = 0; j < n; j++) leaving += at(n, j);
    if (!(leaving > 0)) throw new KinshipError('kinship.mutation.no_stationary');
    for (let i = 0; i < n; i++) a[i * k + n] = at(i, n) / leaving;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) a[i * k + j] = at(i, j) + at(i, n) * at(n, j);
  }
  const v = new Float64Array(k);
  v[0] = 1;
  let total = 1;
  for (let n = 1; n < k; n++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (v[i] ?? NaN) * at(i, n);
    v[n] = sum;
    total += sum;
  }
  return v.map((x) => x / total);
}

/**
 * Makes a mutation matrix stationary for the frequencies p, with the overall rate of the original.
 * PM: M - I scaled by row with v_i / p_i, v the matrix' own stationary distribution. MH: Metropolis-Hastings, BA: Barker,
 * PR: the mean of the matrix and its reversal. Source: Simonsson and Mostad 2016 (doi:10.1016/j.fsigen.2016.04.005),
 * Vigeland, Egeland and others (package pedmut, its values are the oracle of the tests).
 */
export function transformMatrix(kind: 'PM' | 'MH' | 'BA' | 'PR', matrix: Float64Array, p: Float64Array): Float64Array {
  const k = p.length;
  const m = (i: number, j: number): number => matrix[i * k + j] ?? NaN;
  const f = (i: number): number => p[i] ?? NaN;
  if (p.some((x) => !(x > 0))) throw new KinshipError('kinship.mutation.zero_frequency', { model: kind });
  const own = kind === 'PM' ? stationaryDistribution(matrix, k) : p;
  const rate = (i: number, j: number): number => {
    const forth = f(i) * m(i, j);
    const back = f(j) * m(j, i);
    switch (kind) {
      case 'PM':
        return ((own[i] ?? NaN) * m(i, j)) / f(i);
      case 'MH':
        return Math.min(forth, back) / f(i);
      case 'BA':
        return forth + back === 0 ? 0 : (forth * back) / (forth + back) / f(i);
      case 'PR':
        return (forth + back) / (2 * f(i));
    }
  };
  const out = new Float64Array(k * k);
  let mutated = 0;
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) {
      if (i === j) continue;
      out[i * k + j] = rate(i, j);
      mutated += f(i) * (out[i * k + j] ?? NaN);
    }
  const scale = mutated === 0 ? 0 : overallRate(matrix, p) / mutated;
  for (let i = 0; i < k; i++) {
    let leaving = 0;
    for (let j = 0; j < k; j++) {
      if (i === j) continue;
      const value = (out[i * k + j] ?? NaN) * scale;
      out[i * k + j] = value;
      leaving += value;
    }
    if (leaving > 1) throw new KinshipError('kinship.mutation.not_stochastic', { model: kind, row: i + 1 });
    out[i * k + i] = 1 - leaving;
  }
  return out;
}
