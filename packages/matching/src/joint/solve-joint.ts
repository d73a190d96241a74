import { exactMarginals, exactUpTo } from './exact-component.ts';
import { sumProduct } from './sum-product.ts';

/** One possible identity: remains, person and ln of (LR × prior odds against "nobody on the list"). */
export interface JointEdge {
  readonly remains: number;
  readonly person: number;
  readonly lnWeight: number;
}

/** How the probabilities of a group of connected remains and persons were computed. */
export type JointMethod = 'exact' | 'sum-product';

export interface JointSolution {
  /** Probability of each edge, in the order given. */
  readonly probabilities: Float64Array;
  readonly methods: readonly JointMethod[];
}

/**
 * Posterior of every possible identity when each individual is at most one person and each person at most one
 * individual, "nobody on the list" always possible: P ∝ Π weights over all partial assignments. Groups without cycles,
 * and groups whose smaller side has at most `exactUpTo` members, are exact; others by sum-product (Bethe), labelled.
 * Source: monomer-dimer model, Heilmann and Lieb 1972; sum-product for matchings, Chertkov and others 2010.
 */
export function solveJoint(edges: readonly JointEdge[]): JointSolution {
  const probabilities = new Float64Array(edges.length);
  const methods = new Array<JointMethod>(edges.length).fill('exact');
  for (const group of groupsOf(edges)) {
    const members = group.map((e) => edges[e]).filter((edge) => edge !== undefined);
    const size = sides(members);
    const isTree = members.length < size.remains + size.persons;
    const isSmall = Math.min(size.remains, size.persons) <= exactUpTo;
    const marginals = !isTree && isSmall ? exactMarginals(members) : sumProduct(members);
    group.forEach((e, i) => {
      probabilities[e] = marginals[i] ?? 0;
      methods[e] = isTree || isSmall ? 'exact' : 'sum-product';
    });
  }
  return { probabilities, methods };
}

function sides(edges: readonly JointEdge[]): { remains: number; persons: number } {
  return { remains: new Set(edges.map((edge) => edge.remains)).size, persons: new Set(edges.map((edge) => edge.person)).size };
}

/** Numbers of edges by connected group, groups and edges in the order of the first edge. */
function groupsOf(edges: readonly JointEdge[]): number[][] {
  const persons = 1 + edges.reduce((most, { person }) => Math.max(most, person), -1);
  const parent = Int32Array.from({ length: 1 + persons + edges.reduce((most, { remains }) => Math.max(most, remains), -1) }, (_, i) => i);
  const root = (node: number): number => {
    let at = node;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  for (const { remains, person } of edges) parent[root(persons + remains)] = root(person);
  const groups = new Map<number, number[]>();
  edges.forEach(({ remains }, e) => {
    const key = root(persons + remains);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [e]);
    else group.push(e);
  });
  return [...groups.values()];
}
