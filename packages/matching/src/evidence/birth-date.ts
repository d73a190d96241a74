/** Where a difference of days falls among the cuts: a value on a cut belongs below it. */
export function birthDateCategory(days: number, cuts: readonly number[]): number {
  const found = cuts.findIndex((cut) => days <= cut);
  return found === -1 ? cuts.length : found;
}

/**
 * Likelihood ratio of a declared birth date that lies `days` after the actual one: expected share of its category under
 * Dirichlet(alpha) against even categories. Source: mispitools 1.4.0 `lr_birthdate`, whose value is Monte Carlo around this.
 */
export function birthDateRatio(days: number, model: { readonly alpha: readonly number[]; readonly cuts: readonly number[] }): number {
  const total = model.alpha.reduce((sum, value) => sum + value, 0);
  return ((model.alpha[birthDateCategory(days, model.cuts)] ?? 0) / total) * model.alpha.length;
}
