/** One possible identity: remains, person and ln of (LR × prior odds against "nobody on the list"). */
export interface JointEdge {
  readonly remains: number;
  readonly person: number;
  readonly lnWeight: number;
}

/** Possible identities as columns: millions of them are looked through several times. Whole numbers from 0. */
export interface JointEdges {
  readonly remains: Int32Array;
  readonly person: Int32Array;
  readonly lnWeight: Float64Array;
}

export function edgeColumns(edges: readonly JointEdge[]): JointEdges {
  return {
    remains: Int32Array.from(edges, ({ remains }) => remains), person: Int32Array.from(edges, ({ person }) => person), lnWeight: Float64Array.from(edges, ({ lnWeight }) => lnWeight),
  };
}

/** Those of the edges that are named by their numbers, in that order. */
export function someEdges({ remains, person, lnWeight }: JointEdges, chosen: Int32Array): JointEdges {
  const some = { remains: new Int32Array(chosen.length), person: new Int32Array(chosen.length), lnWeight: new Float64Array(chosen.length) };
  for (let k = 0; k < chosen.length; k++) {
    const e = chosen[k] ?? 0;
    some.remains[k] = remains[e] ?? 0;
    some.person[k] = person[e] ?? 0;
    some.lnWeight[k] = lnWeight[e] ?? 0;
  }
  return some;
}

/** Edges with others after them. */
export function joinEdges(edges: JointEdges, more: JointEdges): JointEdges {
  if (more.remains.length === 0) return edges;
  const count = edges.remains.length;
  const joined = { remains: new Int32Array(count + more.remains.length), person: new Int32Array(count + more.remains.length), lnWeight: new Float64Array(count + more.remains.length) };
  for (const column of ['remains', 'person', 'lnWeight'] as const) {
    joined[column].set(edges[column]);
    joined[column].set(more[column], count);
  }
  return joined;
}

/** The highest of some numbers; -1 of none. */
export function highestOf(numbers: Int32Array): number {
  let most = -1;
  for (let at = 0; at < numbers.length; at++) most = Math.max(most, numbers[at] ?? 0);
  return most;
}
