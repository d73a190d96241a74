import type { Factor } from './factor.ts';

/** Row-major K x K: entry [u * K + c] = P(parental allele u is transmitted as c); null = no mutation. */
export type Transmission = Float64Array | null;

/** The numbers of one marker the engine computes with: frequencies and transmission by sex of the parent. */
export interface Locus {
  readonly k: number;
  readonly freqs: Float64Array;
  readonly female: Transmission;
  readonly male: Transmission;
  /** Number of the silent allele, -1 without one. */
  readonly silent: number;
}

/** How an allele reached a gamete: through a mother, a father, or unchanged (the founder's own allele). */
export type Channel = 'female' | 'male' | 'self';

/** One allele of one person, as a function of the state of a variable. */
export interface Slot {
  readonly variable: number;
  readonly allele: Int32Array;
  readonly channel: Channel;
}

/** The transmission matrix of a channel; null means identity. */
export function channelMatrix(locus: Locus, channel: Channel): Transmission {
  return channel === 'self' ? null : locus[channel];
}

/** P(c | u) along a channel. */
export function transmitted(matrix: Transmission, k: number, step: { from: number; to: number }): number {
  if (matrix === null) return step.from === step.to ? 1 : 0;
  return matrix[step.from * k + step.to] ?? NaN;
}

/** Sums of weights over the founder allele, kept for reuse: one transmission (K) and two (K x K). */
export interface Moments {
  readonly weights: Float64Array;
  readonly total: number;
  readonly one: Map<string, Float64Array>;
  readonly two: Map<string, Float64Array>;
}

export function makeMoments(weights: Float64Array): Moments {
  let total = 0;
  for (const w of weights) total += w;
  return { weights, total, one: new Map(), two: new Map() };
}

/** A(c) = sum over u of w(u) P(c | u). */
function firstMoment(locus: Locus, moments: Moments, channel: Channel): Float64Array {
  const known = moments.one.get(channel);
  if (known !== undefined) return known;
  const { k } = locus;
  const matrix = channelMatrix(locus, channel);
  const out = new Float64Array(k);
  if (matrix === null) out.set(moments.weights);
  else
    for (let u = 0; u < k; u++) {
      const w = moments.weights[u] ?? NaN;
      for (let c = 0; c < k; c++) out[c] = (out[c] ?? NaN) + w * (matrix[u * k + c] ?? NaN);
    }
  moments.one.set(channel, out);
  return out;
}

/** A(c, d) = sum over u of w(u) P(c | u) P(d | u). */
function secondMoment(locus: Locus, moments: Moments, channels: readonly [Channel, Channel]): Float64Array {
  const key = `${channels[0]} ${channels[1]}`;
  const known = moments.two.get(key);
  if (known !== undefined) return known;
  const { k } = locus;
  const a = channelMatrix(locus, channels[0]);
  const b = channelMatrix(locus, channels[1]);
  const out = new Float64Array(k * k);
  for (let u = 0; u < k; u++) {
    const w = moments.weights[u] ?? NaN;
    for (let c = 0; c < k; c++) {
      const wc = w * transmitted(a, k, { from: u, to: c });
      if (wc === 0) continue;
      if (b === null) out[c * k + u] = (out[c * k + u] ?? NaN) + wc;
      else for (let d = 0; d < k; d++) out[c * k + d] = (out[c * k + d] ?? NaN) + wc * (b[u * k + d] ?? NaN);
    }
  }
  moments.two.set(key, out);
  return out;
}

/** The factor sum over u of w(u) prod P(slot | u): all these slots descend from one founder allele. */
export function momentFactor(locus: Locus, moments: Moments, slots: readonly Slot[]): Factor {
  const [first, second] = slots;
  if (first === undefined) return { vars: [], data: new Float64Array([moments.total]) };
  if (second === undefined) {
    const m = firstMoment(locus, moments, first.channel);
    return { vars: [first.variable], data: Float64Array.from(first.allele, (c) => m[c] ?? NaN) };
  }
  if (slots.length === 2) return pairFactor(locus, moments, [first, second]);
  const vars = [...new Set(slots.map((s) => s.variable))].sort((x, y) => x - y);
  const sizes = vars.map((v) => slots.find((s) => s.variable === v)?.allele.length ?? NaN);
  const matrices = slots.map((s) => channelMatrix(locus, s.channel));
  const at = slots.map((s) => vars.indexOf(s.variable));
  const state = new Int32Array(vars.length);
  const data = new Float64Array(sizes.reduce((x, y) => x * y, 1));
  for (let cell = 0; cell < data.length; cell++) {
    let sum = 0;
    for (let u = 0; u < locus.k; u++) {
      let product = moments.weights[u] ?? NaN;
      for (let i = 0; i < slots.length && product !== 0; i++) {
        const to = slots[i]?.allele[state[at[i] ?? -1] ?? -1] ?? NaN;
        product *= transmitted(matrices[i] ?? null, locus.k, { from: u, to });
      }
      sum += product;
    }
    data[cell] = sum;
    for (let r = vars.length - 1; r >= 0; r--) {
      const next = (state[r] ?? 0) + 1;
      state[r] = next < (sizes[r] ?? 0) ? next : 0;
      if (state[r] !== 0) break;
    }
  }
  return { vars, data };
}

function pairFactor(locus: Locus, moments: Moments, slots: readonly [Slot, Slot]): Factor {
  const ordered: readonly [Slot, Slot] = slots[0].variable <= slots[1].variable ? slots : [slots[1], slots[0]];
  const [a, b] = ordered;
  const m = secondMoment(locus, moments, [a.channel, b.channel]);
  const { k } = locus;
  if (a.variable === b.variable) return { vars: [a.variable], data: Float64Array.from(a.allele, (c, i) => m[c * k + (b.allele[i] ?? NaN)] ?? NaN) };
  const data = new Float64Array(a.allele.length * b.allele.length);
  let cell = 0;
  for (const c of a.allele) for (const d of b.allele) data[cell++] = m[c * k + d] ?? NaN;
  return { vars: [a.variable, b.variable], data };
}

// A memo, not state: the matrices of a locus are never changed in place.
const paths = new WeakMap<Locus, Map<string, Float64Array>>();

/**
 * P(allele u at the upper end arrives as c) through parents of these sexes ('f', 'm', eldest first), laid out [c * K + u] so
 * that the founder alleles of one shown allele lie side by side; the identity for no parent.
 */
export function pathMatrix(locus: Locus, path: string): Float64Array {
  const memo = paths.get(locus) ?? new Map<string, Float64Array>();
  paths.set(locus, memo);
  const key = locus.female === null && locus.male === null ? '' : path;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const { k } = locus;
  const made = new Float64Array(k * k);
  if (key === '') for (let a = 0; a < k; a++) made[a * k + a] = 1;
  else {
    const last = channelMatrix(locus, key.endsWith('f') ? 'female' : 'male');
    const before = pathMatrix(locus, key.slice(0, -1));
    for (let c = 0; c < k; c++)
      for (let w = 0; w < k; w++) {
        const p = transmitted(last, k, { from: w, to: c });
        if (p === 0) continue;
        for (let u = 0; u < k; u++) made[c * k + u] = (made[c * k + u] ?? NaN) + p * (before[w * k + u] ?? NaN);
      }
  }
  memo.set(key, made);
  return made;
}
