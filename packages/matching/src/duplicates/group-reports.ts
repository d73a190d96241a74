import type { DuplicatePair } from './find-duplicates.ts';
import { pairKey } from './pair-key.ts';

/** Probability from which two reports are taken as one person while identities are computed. */
export const togetherFrom = 0.5;

/**
 * The person of each report: reports are put together from the most probable pair down, two groups only when their
 * reports are on average together at least even; so one chance likeness does not chain families into one person.
 * Returns for each report the lowest number of its group.
 */
export function groupReports(count: number, pairs: readonly DuplicatePair[]): number[] {
  const group = Array.from({ length: count }, (_, i) => i);
  const members = new Map<number, number[]>();
  const probability = new Map<string, number>();
  for (const pair of pairs) probability.set(pairKey(pair.a, pair.b), pair.probability);
  const ordered = pairs.filter((pair) => pair.probability >= togetherFrom).sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);
  for (const { a, b } of ordered) {
    const [left, right] = [group[a] ?? a, group[b] ?? b];
    if (left === right) continue;
    const [first, second] = [members.get(left) ?? [left], members.get(right) ?? [right]];
    let sum = 0;
    for (const x of first) for (const y of second) sum += probability.get(pairKey(x, y)) ?? 0;
    if (sum / (first.length * second.length) < togetherFrom) continue;
    const together = [...first, ...second].sort((x, y) => x - y);
    const name = together[0] ?? left;
    for (const report of together) group[report] = name;
    members.delete(left);
    members.delete(right);
    members.set(name, together);
  }
  return group;
}
