import type { Quantity } from '../types.ts';
import type { Figure } from './features.ts';

/** How far apart an approximate figure may stand and still mean the same, as a share of the larger. */
const approximateShare = 0.1;

export type FigureRelation = 'same' | 'compatible' | 'different';

/** Do two figures of one unit tell the same, tell what can both be true, or not? */
export function compareFigures(a: Quantity, b: Quantity): FigureRelation {
  if (a.value === b.value && (a.value2 ?? null) === (b.value2 ?? null)) return 'same';
  const [low, high] = [span(a), span(b)];
  return low[0] <= high[1] && high[0] <= low[1] ? 'compatible' : 'different';
}

function span({ bound, value, value2 }: Quantity): [number, number] {
  const at = value ?? 0;
  switch (bound) {
    case 'approx':
      return [at * (1 - approximateShare), at * (1 + approximateShare)];
    case 'at_least':
    case 'more_than':
      // "At least 440" agrees with 445; it is no statement about 4,000.
      return [at, at * 1.25];
    case 'at_most':
    case 'less_than':
    case 'up_to':
      return [at * 0.75, at];
    case 'range':
      return [at, value2 ?? at];
    case 'exact':
    case 'vague':
      return [at, at];
  }
}

/** The same thing counted in the same state. */
export function areComparable(a: Figure, b: Figure): boolean {
  return a.unit === b.unit && (a.state === b.state || a.state === null || b.state === null);
}
