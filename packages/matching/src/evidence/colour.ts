/**
 * Likelihood ratio of an observed colour: P(observed | true colour) / share of the observed colour in the population;
 * row of the error matrix = true colour, column = observed. Source: closed form of mispitools 1.4.0 `lr_hair_color`.
 * LIMIT: dyed and greyed hair, colours darkened in the ground: raise the errors.
 */
export function colourRatio(missing: number, observed: number, model: { readonly errorMatrix: readonly (readonly number[])[]; readonly population: readonly number[] }): number {
  return (model.errorMatrix[missing]?.[observed] ?? 0) / (model.population[observed] ?? 0);
}

/** An error matrix in which every wrong colour is taken by its share: P(observed | true) = (1 - error)·[same] + error · share. */
export function evenErrors(population: readonly number[], error: number): number[][] {
  return population.map((_, truth) => population.map((share, seen) => (truth === seen ? 1 - error : 0) + error * share));
}

/** Hair, skin and eye colour as seen together, with the number of people of the reference sample. */
export interface Pigmentation {
  readonly hair: number;
  readonly skin: number;
  readonly eye: number;
  readonly count: number;
}

/**
 * The joint likelihood ratio of hair, skin and eyes for each combination of a reference sample, so that their
 * correlation is not counted twice: numerator Π (1 - error or error), normalised over the combinations that occur;
 * denominator the share of the combination. Source: mispitools 1.4.0 `compute_conditioned_prop`, `lr_compute_pigmentation`.
 */
export function pigmentationRatios(
  missing: Omit<Pigmentation, 'count'>,
  errors: Omit<Pigmentation, 'count'>,
  sample: readonly Pigmentation[],
): { readonly combination: Pigmentation; readonly share: number; readonly numerator: number; readonly ratio: number }[] {
  const total = sample.reduce((sum, row) => sum + row.count, 0);
  const parts = ['hair', 'skin', 'eye'] as const;
  const raw = sample.map((row) => parts.reduce((product, part) => product * (row[part] === missing[part] ? 1 - errors[part] : errors[part]), 1));
  const mass = raw.reduce((sum, value) => sum + value, 0);
  return sample.map((combination, i) => {
    const share = combination.count / total;
    const numerator = (raw[i] ?? 0) / mass;
    return { combination, share, numerator, ratio: numerator / share };
  });
}
