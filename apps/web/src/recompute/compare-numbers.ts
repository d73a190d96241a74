import { agreementTolerance } from '@imena/kinship';

/** How two computations of one number lie to each other. `rounding`: within what two algorithms may differ by rounding. */
export type Agreement = { readonly kind: 'same' } | { readonly kind: 'rounding' | 'differs'; readonly difference: number };

/** Compares two natural logarithms; two numbers that do not exist (NaN) agree. */
export function compareNumbers(a: number, b: number): Agreement {
  if (Object.is(a, b) || a === b) return { kind: 'same' };
  const difference = Math.abs(a - b);
  return { kind: difference <= agreementTolerance * Math.max(1, Math.abs(a)) ? 'rounding' : 'differs', difference };
}

/** The worst of several: one number that differs outweighs all that agree. */
export function worstOf(agreements: readonly Agreement[]): Agreement {
  const size = (one: Agreement): number => (one.kind === 'same' ? 0 : one.difference);
  return agreements.reduce<Agreement>((worst, one) => (one.kind === 'differs' && worst.kind !== 'differs' ? one : worst.kind === 'differs' && one.kind !== 'differs' ? worst : size(one) > size(worst) ? one : worst), { kind: 'same' });
}
