import type { AlternativeRow } from './candidate-api.ts';

export type AlternativeVerdict = 'cannot_tell' | 'leans_to_person' | 'leans_away' | 'tells_for_person' | 'tells_against' | 'not_computed';

/**
 * Whether DNA tells the person from somebody else of the family. Under a ratio of 10 either way it is said that it
 * cannot; from 1000 that it does. The bounds are those of the verbal scale's "moderate" and "strong".
 */
export function alternativeVerdict({ symmetric, log10LrAgainst }: Pick<AlternativeRow, 'symmetric' | 'log10LrAgainst'>): AlternativeVerdict {
  if (symmetric) return 'cannot_tell';
  if (log10LrAgainst === null) return 'not_computed';
  const size = Math.abs(log10LrAgainst);
  if (size < 1) return 'cannot_tell';
  if (size < 3) return log10LrAgainst > 0 ? 'leans_to_person' : 'leans_away';
  return log10LrAgainst > 0 ? 'tells_for_person' : 'tells_against';
}
