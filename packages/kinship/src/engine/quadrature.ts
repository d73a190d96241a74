import { KinshipError } from '../kinship-error.ts';

/** Points and weights of a Gauss rule; the weights sum to 1. */
export interface Rule {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The Gauss rule of the Beta(a, b) distribution on 0..1: the mean of any polynomial of degree up to 2 count - 1, exactly.
 * Jacobi's recurrence and the eigenvalues of its tridiagonal matrix (Golub and Welsch 1969, doi:10.1090/S0025-5718-69-99647-1).
 * @param shape parameters a, b above 0
 */
export function betaRule(shape: { readonly a: number; readonly b: number }, count: number): Rule {
  const alpha = shape.b - 1;
  const beta = shape.a - 1;
  const sum = alpha + beta;
  const diagonal = new Float64Array(count);
  const beside = new Float64Array(count);
  for (let n = 0; n < count; n++) {
    diagonal[n] = n === 0 ? (beta - alpha) / (sum + 2) : ((beta - alpha) * sum) / ((2 * n + sum) * (2 * n + sum + 2));
    if (n === 0) continue;
    const square =
      n === 1
        ? (4 * (1 + alpha) * (1 + beta)) / ((2 + sum) ** 2 * (3 + sum))
        : (4 * n * (n + alpha) * (n + beta) * (n + sum)) / ((2 * n + sum) ** 2 * (2 * n + sum + 1) * (2 * n + sum - 1));
    beside[n - 1] = Math.sqrt(square);
  }
  const first = new Float64Array(count);
  first[0] = 1;
  diagonalise(diagonal, beside, first);
  return { points: diagonal.map((x) => Math.min(1, Math.max(0, (1 + x) / 2))), weights: first.map((x) => x * x) };
}

/** Eigenvalues of a symmetric tridiagonal matrix in place of its diagonal, and the first components of the eigenvectors (implicit QL). */
function diagonalise(d: Float64Array, e: Float64Array, z: Float64Array): void {
  const n = d.length;
  const at = (values: Float64Array, i: number): number => values[i] ?? NaN;
  for (let l = 0; l < n; l++)
    for (let sweep = 0; ; sweep++) {
      let m = l;
      while (m < n - 1 && Math.abs(at(e, m)) > Number.EPSILON * (Math.abs(at(d, m)) + Math.abs(at(d, m + 1)))) m += 1;
      if (m === l) break;
      if (sweep > 60) throw new KinshipError('kinship.not_a_number');
      let g = (at(d, l + 1) - at(d, l)) / (2 * at(e, l));
      let r = Math.hypot(g, 1);
      g = at(d, m) - at(d, l) + at(e, l) / (g + (g >= 0 ? Math.abs(r) : -Math.abs(r)));
      let s = 1;
      let c = 1;
      let p = 0;
      for (let i = m - 1; i >= l; i--) {
        const f = s * at(e, i);
        const b = c * at(e, i);
        r = Math.hypot(f, g);
        e[i + 1] = r;
        s = r === 0 ? 0 : f / r;
        c = r === 0 ? 1 : g / r;
        g = at(d, i + 1) - p;
        r = (at(d, i) - g) * s + 2 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
        const high = at(z, i + 1);
        z[i + 1] = s * at(z, i) + c * high;
        z[i] = c * at(z, i) - s * high;
      }
      d[l] = at(d, l) - p;
      e[l] = g;
      e[m] = 0;
    }
}

/** How many frequency vectors `dirichletNodes` makes. */
export function countNodes(weights: Float64Array, degree: number): number {
  return (Math.floor(degree / 2) + 1) ** Math.max(0, weights.filter((w) => w > 0).length - 1);
}

/**
 * Frequency vectors and weights that give the mean of any polynomial up to `degree` over a Dirichlet distribution, exactly:
 * each frequency is a Beta share of what the ones before left, and a Gauss rule takes each share.
 */
export function dirichletNodes(weights: Float64Array, degree: number, each: (node: { readonly freqs: Float64Array; readonly weight: number }) => void): void {
  const live = Array.from(weights.keys()).filter((i) => (weights[i] ?? 0) > 0);
  const count = Math.floor(degree / 2) + 1;
  const rules = live.slice(0, -1).map((i, at) => betaRule({ a: weights[i] ?? NaN, b: live.slice(at + 1).reduce((sum, j) => sum + (weights[j] ?? NaN), 0) }, count));
  const freqs = new Float64Array(weights.length);
  const place = (at: number, left: number, weight: number): void => {
    const allele = live[at] ?? -1;
    const rule = rules[at];
    if (rule === undefined) {
      freqs[allele] = left;
      each({ freqs: freqs.slice(), weight });
      return;
    }
    for (let n = 0; n < count; n++) {
      const share = rule.points[n] ?? NaN;
      freqs[allele] = left * share;
      place(at + 1, left * (1 - share), weight * (rule.weights[n] ?? NaN));
    }
  };
  place(0, 1, 1);
}
