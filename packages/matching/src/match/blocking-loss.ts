import type { FoundRemains, MissingReport } from '../records/types.ts';
import { pairWeight } from '../weigh/add-up.ts';
import { wordsWith } from './names-of-pair.ts';
import { openMatching } from './open-matching.ts';
import { weighPairs } from './weigh-pairs.ts';

/** Pairs of at least so much weight, and how many of them the search passed over. */
export interface BlockingLoss {
  /** log10 LR. */
  readonly floor: number;
  readonly pairs: number;
  readonly lost: number;
}

/**
 * What the search among reports passes over, measured: for a sample of individuals, evenly spread over the list, every
 * report is weighed, and of those among the best that a search keeps it is counted which the search did not find.
 * @param how sample: individuals fully compared, at least 1; floors: log10 LRs
 */
export function measureBlockingLoss(missing: readonly MissingReport[], remains: readonly FoundRemains[], how: { readonly sample: number; readonly floors: readonly number[] }): BlockingLoss[] {
  const matching = openMatching(missing, remains);
  const counted = how.floors.map((floor) => ({ floor, pairs: 0, lost: 0 }));
  const step = Math.max(1, Math.floor(remains.length / how.sample));
  for (let i = 0; i < remains.length; i += step) {
    const own = matching.tablesAt(i);
    if (own === null) continue;
    const words = wordsWith(matching, i);
    const weights = missing.map((_, place) => ({ place, weight: pairWeight(own, matching.columns, { report: place, name: words(place) }) }));
    const best = weights.sort((a, b) => b.weight - a.weight || a.place - b.place).slice(0, matching.limits.most);
    const found = new Set(weighPairs(matching, { from: i, to: i + 1 }).report);
    for (const count of counted)
      for (const { place, weight } of best) {
        if (weight < count.floor) break;
        count.pairs += 1;
        if (!found.has(place)) count.lost += 1;
      }
  }
  return counted;
}
