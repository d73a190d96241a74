import { KinshipError } from '../kinship-error.ts';
import type { MutationModel } from '../types.ts';
import { overallRate, transformMatrix } from './transforms.ts';

/**
 * The mutation matrix of a model: entry [i * K + j] = P(parental allele i is transmitted as j).
 * Models as in Familias (Egeland et al. 2000, doi:10.1016/S0379-0738(00)00147-X; Kling et al. 2014,
 * doi:10.1016/j.fsigen.2014.07.004) and Dawid et al. 2002 (Scand. J. Stat. 29:577-595); with one allele the identity.
 * @param alleles labels; repeat numbers ("9.3") where the model counts steps
 * @param freqs population frequencies in the same order
 * @throws KinshipError kinship.mutation.*
 */
export function mutationMatrix(model: MutationModel, alleles: readonly string[], freqs: readonly number[]): Float64Array {
  const k = alleles.length;
  if (k === 1 && model.model !== 'custom') return Float64Array.of(1);
  const base = baseMatrix(model, alleles, freqs);
  const p = Float64Array.from(freqs);
  const transform = model.transform ?? null;
  const matrix = transform === null ? base : transformMatrix(transform, base, p);
  checkMatrix(matrix, k, model.model);
  return matrix;
}

function baseMatrix(model: MutationModel, alleles: readonly string[], freqs: readonly number[]): Float64Array {
  switch (model.model) {
    case 'equal':
      return equalMatrix(probability(model, 'rate'), alleles.length);
    case 'proportional':
      return proportionalMatrix(probability(model, 'rate'), freqs);
    case 'stepwise':
      return stepwiseMatrix(model, alleles);
    case 'onestep':
      return onestepMatrix(probability(model, 'rate'), alleles);
    case 'dawid':
      return dawidMatrix(model, freqs);
    case 'custom':
      return customMatrix(model, alleles.length);
  }
}

function probability(model: MutationModel, name: 'rate' | 'rate2' | 'range'): number {
  const value = model[name];
  if (value === undefined || !(value >= 0 && value <= 1)) throw new KinshipError('kinship.mutation.parameter', { model: model.model, parameter: name, value: value ?? 'absent' });
  return value;
}

function equalMatrix(rate: number, k: number): Float64Array {
  const out = new Float64Array(k * k).fill(rate / (k - 1));
  for (let i = 0; i < k; i++) out[i * k + i] = 1 - rate;
  return out;
}

function proportionalMatrix(rate: number, freqs: readonly number[]): Float64Array {
  const k = freqs.length;
  let heterozygosity = 0;
  for (const p of freqs) heterozygosity += p * (1 - p);
  const a = rate / heterozygosity;
  const out = new Float64Array(k * k);
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) out[i * k + j] = i === j ? 1 - a * (1 - (freqs[i] ?? NaN)) : a * (freqs[j] ?? NaN);
  return out;
}

/** Repeats and microvariant part of a label: "9.3" is 9 repeats in group 3. */
function readRepeats(label: string, model: string): { repeats: number; group: number } {
  const match = /^(\d+)(?:\.(\d))?$/.exec(label);
  if (match === null) throw new KinshipError('kinship.mutation.allele_label', { model, allele: label });
  return { repeats: Number(match[1]), group: Number(match[2] ?? 0) };
}

function stepwiseMatrix(model: MutationModel, alleles: readonly string[]): Float64Array {
  const k = alleles.length;
  const rate = probability(model, 'rate');
  const range = probability(model, 'range');
  const rate2 = model.rate2 === undefined ? 0 : probability(model, 'rate2');
  const parts = alleles.map((label) => readRepeats(label, 'stepwise'));
  const out = new Float64Array(k * k);
  parts.forEach((from, i) => {
    const weights = parts.map((to, j) => (j === i || to.group !== from.group ? 0 : range ** Math.abs(to.repeats - from.repeats)));
    const outside = parts.filter((to) => to.group !== from.group).length;
    const inside = k - outside - 1;
    const sum = weights.reduce((x, y) => x + y, 0);
    if (inside > 0 && !(sum > 0)) throw new KinshipError('kinship.mutation.parameter', { model: 'stepwise', parameter: 'range', value: range });
    let leaving = 0;
    parts.forEach((to, j) => {
      if (j === i) return;
      const p = to.group === from.group ? (rate * (weights[j] ?? NaN)) / sum : rate2 / outside;
      out[i * k + j] = p;
      leaving += p;
    });
    out[i * k + i] = inside === 0 ? 1 - (outside === 0 ? 0 : rate2) : outside === 0 ? 1 - rate : 1 - rate - rate2;
    if (leaving > 1 + 1e-9) throw new KinshipError('kinship.mutation.parameter', { model: 'stepwise', parameter: 'rate', value: rate });
  });
  return out;
}

function onestepMatrix(rate: number, alleles: readonly string[]): Float64Array {
  const k = alleles.length;
  const parts = alleles.map((label) => readRepeats(label, 'onestep'));
  const out = new Float64Array(k * k);
  parts.forEach((from, i) => {
    const neighbours = parts.map((to) => to.group === from.group && Math.abs(to.repeats - from.repeats) === 1);
    const count = neighbours.filter(Boolean).length;
    neighbours.forEach((near, j) => {
      if (near) out[i * k + j] = rate / count;
    });
    out[i * k + i] = count === 0 ? 1 : 1 - rate;
  });
  return out;
}

function dawidMatrix(model: MutationModel, freqs: readonly number[]): Float64Array {
  const k = freqs.length;
  const rate = probability(model, 'rate');
  const range = probability(model, 'range');
  if (range === 0 || range === 1) throw new KinshipError('kinship.mutation.parameter', { model: 'dawid', parameter: 'range', value: range });
  const a = (1 - range ** k) / (1 - range);
  const out = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    const p = freqs[i] ?? NaN;
    if (p === 0) throw new KinshipError('kinship.mutation.zero_frequency', { model: 'dawid' });
    let leaving = 0;
    for (let j = 0; j < k; j++) {
      if (j === i) continue;
      const value = ((rate / p) * (1 - range) * range ** Math.abs(i - j)) / (2 * range * (k - a));
      out[i * k + j] = value;
      leaving += value;
    }
    out[i * k + i] = 1 - leaving;
  }
  return out;
}

function customMatrix(model: MutationModel, k: number): Float64Array {
  const rows = model.matrix;
  if (rows?.length !== k || rows.some((r) => r.length !== k)) throw new KinshipError('kinship.mutation.matrix_shape', { alleles: k });
  return Float64Array.from(rows.flat());
}

function checkMatrix(matrix: Float64Array, k: number, model: string): void {
  for (let i = 0; i < k; i++) {
    let sum = 0;
    for (let j = 0; j < k; j++) {
      const p = matrix[i * k + j] ?? NaN;
      if (!(p >= 0 && p <= 1 + 1e-9)) throw new KinshipError('kinship.mutation.not_stochastic', { model, row: i + 1 });
      sum += p;
    }
    if (!(Math.abs(sum - 1) < 1e-6)) throw new KinshipError('kinship.mutation.not_stochastic', { model, row: i + 1 });
  }
}

/** What is known of a mutation matrix; tolerance 1e-10 a cell, because matrices of files carry rounding. */
export interface MatrixProperties {
  readonly stationary: boolean;
  readonly reversible: boolean;
  readonly alwaysLumpable: boolean;
  readonly overallRate: number;
}

/** Whether the frequencies are kept, detailed balance holds, any alleles may be joined; and the expected share of mutated transmissions. */
export function matrixProperties(matrix: Float64Array, freqs: readonly number[]): MatrixProperties {
  const k = freqs.length;
  const p = Float64Array.from(freqs);
  const at = (i: number, j: number): number => matrix[i * k + j] ?? NaN;
  const same = (x: number, y: number): boolean => Math.abs(x - y) < 1e-10;
  let reversible = true;
  let stationary = true;
  let alwaysLumpable = true;
  for (let j = 0; j < k; j++) {
    let arrives = 0;
    let column: number | null = null;
    for (let i = 0; i < k; i++) {
      arrives += (p[i] ?? NaN) * at(i, j);
      if (!same((p[i] ?? NaN) * at(i, j), (p[j] ?? NaN) * at(j, i))) reversible = false;
      if (i === j || k === 2) continue;
      if (column !== null && !same(column, at(i, j))) alwaysLumpable = false;
      column ??= at(i, j);
    }
    if (!same(arrives, p[j] ?? NaN)) stationary = false;
  }
  return { stationary, reversible, alwaysLumpable, overallRate: overallRate(matrix, p) };
}

