import type { RunPair } from './types.ts';

/**
 * Pairs split into groups that share nothing: two pairs belong together when they have remains or a family in common, and
 * so on from pair to pair. Groups in the order of their first pair. Cost: about linear in the pairs.
 */
export function pairGroups(pairs: readonly RunPair[]): RunPair[][] {
  const parent = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = node; at !== root;) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const pair of pairs) {
    const [a, b] = [rootOf(`remains ${pair.remains}`), rootOf(`family ${pair.family}`)];
    if (a !== b) parent.set(a, b);
  }
  const groups = new Map<string, RunPair[]>();
  for (const pair of pairs) {
    const root = rootOf(`family ${pair.family}`);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [pair]);
    else group.push(pair);
  }
  return [...groups.values()];
}
