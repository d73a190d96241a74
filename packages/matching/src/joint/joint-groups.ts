import { passing } from '../evidence/room.ts';
import { highestOf, type JointEdges } from './joint-edges.ts';

/** Remains and persons that are connected by edges, with the edges of all groups. */
export interface JointGroups {
  readonly count: number;
  /** The group of each edge; groups are numbered in the order of their first edge. */
  readonly of: Int32Array;
  /** Edges, remains and persons of each group. */
  readonly edges: Int32Array;
  readonly remains: Int32Array;
  readonly persons: Int32Array;
}

/** Finds which edges hang together. Cost: near enough one step an edge. */
export function groupEdges({ remains, person }: JointEdges): JointGroups {
  const persons = 1 + highestOf(person);
  const nodes = 1 + persons + highestOf(remains);
  const parent = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) parent[node] = node;
  const root = (node: number): number => {
    let at = node;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  for (let e = 0; e < person.length; e++) parent[root(persons + (remains[e] ?? 0))] = root(person[e] ?? 0);
  const numberOf = new Int32Array(nodes).fill(-1);
  const isMet = new Uint8Array(nodes);
  const of = passing.ints(person.length);
  const sizes = { edges: new Int32Array(persons), remains: new Int32Array(persons), persons: new Int32Array(persons) };
  let count = 0;
  for (let e = 0; e < of.length; e++) {
    const [one, other] = [persons + (remains[e] ?? 0), person[e] ?? 0];
    const key = root(one);
    if (numberOf[key] === -1) numberOf[key] = count++;
    const group = numberOf[key] ?? 0;
    of[e] = group;
    sizes.edges[group] = (sizes.edges[group] ?? 0) + 1;
    if (isMet[one] === 0) sizes.remains[group] = (sizes.remains[group] ?? 0) + 1;
    if (isMet[other] === 0) sizes.persons[group] = (sizes.persons[group] ?? 0) + 1;
    isMet[one] = isMet[other] = 1;
  }
  return { count, of, ...sizes };
}
