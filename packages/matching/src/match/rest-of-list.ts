import { powerOfTen } from '../evidence/power-of-ten.ts';
import { weightBesidesName } from '../weigh/add-up.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { Matching } from './open-matching.ts';

/** Reports of a long list by which the rest of it is judged, evenly spread. */
const sampled = 500;

/**
 * The sum of the likelihood ratios of all reports that are not among the candidates of one individual of the list: what
 * lies with the many of whom none is likely. Only without a readable name: otherwise those whose names agree hold nearly
 * all of it, and it is given as 0. Short lists are added up whole; of long ones a sample stands for all. None of the rest
 * weighs more than the last of the candidates, so that a sample tells it well. Cost: about 0.05 ms.
 */
export function restOfList({ columns, foundNames, limits }: Matching, i: number, { tables, candidates }: { readonly tables: RemainsTables; readonly candidates: Iterable<number> }): number {
  if ((foundNames.nameAt(i)?.words.length ?? 0) > 0) return 0;
  const known = new Set(candidates);
  const { count } = columns;
  let sum = 0;
  if (count <= limits.wholeListUpTo) {
    for (let report = 0; report < count; report++) if (!known.has(report)) sum += powerOfTen(weightBesidesName(tables, columns, report));
    return sum;
  }
  for (let k = 0; k < sampled; k++) {
    // The golden ratio spreads them evenly whatever repeats along the list; each individual begins elsewhere.
    const report = Math.floor((((k + i) * goldenRatio) % 1) * count);
    if (!known.has(report)) sum += powerOfTen(weightBesidesName(tables, columns, report));
  }
  return (sum * count) / sampled;
}

const goldenRatio = (Math.sqrt(5) - 1) / 2;
