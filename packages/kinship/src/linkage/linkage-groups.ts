import { canonicalMarkerName } from '../frequencies/marker-names.ts';
import type { LinkageGroup } from '../types.ts';
import { linkedPairs, type LinkedPair } from './linked-pairs.ts';

/**
 * The known linked markers among these as groups to calculate together, each in its order along the chromosome, with Haldane's
 * recombination fraction for both sexes. Markers hang together when each is within the distance of the next.
 * @param names marker names in any spelling; the groups carry the names as given
 * @param withinCm centimorgans between neighbours, above 0, below 100
 */
export function linkageGroupsOf(names: readonly string[], withinCm: number): LinkageGroup[] {
  const given = new Map(names.map((name) => [canonicalMarkerName(name), name]));
  const pairs = linkedPairs(names);
  const groupOf = new Map<string, Set<string>>();
  for (const { a, b, distanceCm } of pairs) {
    if (distanceCm > withinCm) continue;
    const joined = new Set([...(groupOf.get(a) ?? [a]), ...(groupOf.get(b) ?? [b])]);
    for (const name of joined) groupOf.set(name, joined);
  }
  return [...new Set(groupOf.values())].map((group) => {
    const order = alongChromosome([...group], pairs);
    return {
      markers: order.map((name) => given.get(name) ?? name),
      recombination: order.slice(1).map((name, i) => {
        const r = between(pairs, name, order[i] ?? '')?.haldane ?? 0.5;
        return { female: r, male: r };
      }),
    };
  });
}

function between(pairs: readonly LinkedPair[], one: string, other: string): LinkedPair | undefined {
  return pairs.find((p) => (p.a === one && p.b === other) || (p.a === other && p.b === one));
}

/** From one of the two markers that lie farthest apart: markers of a group that the map does not pair are more than 100 cM apart. */
function alongChromosome(group: readonly string[], pairs: readonly LinkedPair[]): string[] {
  const distance = (one: string, other: string): number => (one === other ? 0 : (between(pairs, one, other)?.distanceCm ?? 100));
  const reach = (name: string): number => Math.max(...group.map((other) => distance(name, other)));
  const [end] = [...group].sort((x, y) => reach(y) - reach(x) || (x < y ? -1 : 1));
  return [...group].sort((x, y) => distance(end ?? '', x) - distance(end ?? '', y) || (x < y ? -1 : 1));
}
