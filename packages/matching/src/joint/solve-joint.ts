import { exactMarginals, exactUpTo } from './exact-component.ts';
import { someEdges, type JointEdges } from './joint-edges.ts';
import { groupEdges } from './joint-groups.ts';
import { sumProduct } from './sum-product.ts';

/** How the probabilities of a group of connected remains and persons were computed. */
export type JointMethod = 'exact' | 'sum-product';

export interface JointSolution {
  /** Probability of each edge, in the order given. */
  readonly probabilities: Float64Array;
  /** 1 for each edge whose group was too large to be exact: its method is `sum-product`. */
  readonly isApproximate: Uint8Array;
}

/**
 * Posterior of every possible identity when each individual is at most one person and each person at most one
 * individual, "nobody on the list" always possible: P ∝ Π weights over all partial assignments. Groups without cycles,
 * and groups whose smaller side has at most `exactUpTo` members, are exact; others by sum-product (Bethe), labelled.
 * Source: monomer-dimer model, Heilmann and Lieb 1972; sum-product for matchings, Chertkov and others 2010.
 * @param edges - in the order of remains
 */
export function solveJoint(edges: JointEdges): JointSolution {
  const groups = groupEdges(edges);
  const isEnumerated = new Uint8Array(groups.count);
  const isTooLarge = new Uint8Array(groups.count);
  for (let g = 0; g < groups.count; g++) {
    const [own, remains, persons] = [groups.edges[g] ?? 0, groups.remains[g] ?? 0, groups.persons[g] ?? 0];
    if (own < remains + persons) continue;
    if (Math.min(remains, persons) <= exactUpTo) isEnumerated[g] = 1;
    else isTooLarge[g] = 1;
  }
  // Messages pass inside groups alone, so that all groups send theirs together; those that are enumerated are few and small.
  const probabilities = sumProduct(edges);
  const enumerated = new Map<number, number[]>();
  const isApproximate = new Uint8Array(groups.of.length);
  for (let e = 0; e < groups.of.length; e++) {
    const g = groups.of[e] ?? 0;
    isApproximate[e] = isTooLarge[g] ?? 0;
    if (isEnumerated[g] === 0) continue;
    const own = enumerated.get(g);
    if (own === undefined) enumerated.set(g, [e]);
    else own.push(e);
  }
  for (const own of enumerated.values()) exactMarginals(someEdges(edges, Int32Array.from(own))).forEach((probability, k) => { probabilities[own[k] ?? 0] = probability; });
  return { probabilities, isApproximate };
}
