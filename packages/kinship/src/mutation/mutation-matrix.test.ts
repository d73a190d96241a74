import { describe, expect, it } from 'vitest';
import { matrixProperties, mutationMatrix, type MutationModel } from '../index.ts';

const alleles = ['9', '10', '11', '12', '13'];
const freqs = [0.0627, 0.3964, 0.1069, 0.1404, 0.2936];

function rows(model: MutationModel, labels = alleles, p = freqs): number[][] {
  const matrix = mutationMatrix(model, labels, p);
  return labels.map((_, i) => [...matrix.subarray(i * labels.length, (i + 1) * labels.length)]);
}

describe('mutation models', () => {
  it('stepwise 0.002, range 0.1: from the end of a ladder of five, 0.002 / 1.111 to the neighbour = 0.0018001800180018', () => {
    expect(rows({ model: 'stepwise', rate: 0.002, rate2: 0, range: 0.1 })[0]?.[1]).toBeCloseTo(0.0018001800180018, 15);
  });

  it('stepwise: a microvariant reaches whole repeats only at rate2; an allele alone in its group changes only so', () => {
    const matrix = rows({ model: 'stepwise', rate: 0.003, rate2: 1e-5, range: 0.3 }, ['8', '9', '9.3', '10', '12.2'], [0.2, 0.2, 0.2, 0.2, 0.2]);
    expect(matrix[0]?.[2]).toBeCloseTo(5e-6, 18);
    expect(matrix[2]?.[2]).toBeCloseTo(1 - 1e-5, 15);
    expect(matrix[0]?.[0]).toBeCloseTo(1 - 0.003 - 1e-5, 15);
  });

  it('every model and transform has rows that sum to one and the overall rate asked for', () => {
    const models: MutationModel[] = [
      { model: 'equal', rate: 0.004 },
      { model: 'proportional', rate: 0.004 },
      { model: 'stepwise', rate: 0.004, rate2: 0, range: 0.1 },
      { model: 'onestep', rate: 0.004 },
      { model: 'dawid', rate: 0.004, range: 0.2 },
    ];
    for (const model of models)
      for (const transform of [null, 'PM', 'MH', 'BA', 'PR'] as const) {
        const matrix = mutationMatrix({ ...model, transform }, alleles, freqs);
        for (let i = 0; i < 5; i++) expect(matrix.subarray(i * 5, i * 5 + 5).reduce((x, y) => x + y, 0)).toBeCloseTo(1, 14);
        const found = matrixProperties(matrix, freqs);
        expect(found.overallRate, `${model.model} ${String(transform)}`).toBeCloseTo(0.004, 14);
        if (transform !== null) expect(found.stationary).toBe(true);
        if (transform !== null && transform !== 'PM') expect(found.reversible).toBe(true);
      }
  });

  it('refuses labels that are no repeat numbers, rates that are no probabilities, matrices of another shape', () => {
    expect(() => mutationMatrix({ model: 'stepwise', rate: 0.1, range: 0.1 }, ['A', 'B'], [0.5, 0.5])).toThrow('kinship.mutation.allele_label');
    expect(() => mutationMatrix({ model: 'equal', rate: 1.5 }, alleles, freqs)).toThrow('kinship.mutation.parameter');
    expect(() => mutationMatrix({ model: 'equal' }, alleles, freqs)).toThrow('kinship.mutation.parameter');
    expect(() => mutationMatrix({ model: 'custom', matrix: [[1]] }, alleles, freqs)).toThrow('kinship.mutation.matrix_shape');
    expect(() => mutationMatrix({ model: 'custom', matrix: [[0.5, 0.4], [0, 1]] }, ['1', '2'], [0.5, 0.5])).toThrow('kinship.mutation.not_stochastic');
  });
});
