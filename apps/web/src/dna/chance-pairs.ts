/**
 * The most pairs of unrelated people that are expected at or above a threshold. An unrelated pair reaches a likelihood
 * ratio of L with a probability of at most 1/L (Markov's inequality; the mean LR of unrelated people is 1).
 */
export function chancePairs({ compared, minLog10Lr }: { readonly compared: number; readonly minLog10Lr: number }): number {
  return compared / 10 ** minLog10Lr;
}

/** The likelihood ratio, as log10, from which the posterior reaches a threshold with the prior 1/N. */
export function log10LrNeeded({ threshold, expectedMissing }: { readonly threshold: number; readonly expectedMissing: number }): number {
  return Math.log10(threshold / (1 - threshold)) + Math.log10(expectedMissing - 1);
}
