/**
 * Likelihood ratios of "agrees" and "does not agree" for preliminary data (sex, region, age or height within a
 * tolerance): (1 - error) / P(agrees by chance) and error / (1 - P). Source: mispitools 1.4.0 `sim_lr_prelim`.
 */
export function preliminaryRatios(chance: number, errorRate: number): readonly { readonly observed: 'match' | 'mismatch'; readonly LR: number }[] {
  return [{ observed: 'match', LR: (1 - errorRate) / chance }, { observed: 'mismatch', LR: errorRate / (1 - chance) }];
}
