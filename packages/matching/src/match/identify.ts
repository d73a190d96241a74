import { solveJoint, type JointEdge, type JointMethod } from '../joint/solve-joint.ts';

/** One individual and one report with the weight of all evidence. */
export interface WeighedPair {
  readonly remains: number;
  readonly report: number;
  readonly log10Lr: number;
}

export interface Identified {
  readonly probabilities: Float64Array;
  readonly methods: readonly JointMethod[];
  /** Share of individuals who are somebody on the list, as it came out. */
  readonly onList: number;
  readonly version: typeof priorVersion;
}

/** Names the prior: an individual is on the list with a share that is learned from Beta(2, 2); then each person alike. */
export const priorVersion = 'imena-match-prior/1';

/** Weights below this are left out of the joint solution; alone such a pair has at most this probability. */
const leastWeight = 1e-5;
const rounds = 12;

/**
 * Posterior of every pair jointly over all individuals and persons. `persons[report]` is the person a report is about;
 * of several reports on one person the weights are averaged, not multiplied: they tell of one body.
 */
export function identify(pairs: readonly WeighedPair[], lists: { readonly remains: number; readonly persons: readonly number[] }): Identified {
  const edges = edgesOf(pairs, lists.persons);
  const persons = Math.max(1, new Set(lists.persons).size);
  let onList = 0.5;
  let solved = solveJoint([]);
  let kept: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const lnPrior = Math.log(onList / (1 - onList) / persons);
    kept = edges.flatMap((edge, e) => (edge.lnLr + lnPrior >= Math.log(leastWeight) ? [e] : []));
    solved = solveJoint(kept.flatMap((e): JointEdge[] => {
      const edge = edges[e];
      return edge === undefined ? [] : [{ remains: edge.remains, person: edge.person, lnWeight: edge.lnLr + lnPrior }];
    }));
    const expected = solved.probabilities.reduce((sum, p) => sum + p, 0);
    const next = (expected + 1) / (lists.remains + 2);
    const isSettled = Math.abs(next - onList) < 1e-4;
    onList = Math.min(0.99, Math.max(0.001, next));
    if (isSettled) break;
  }
  const probabilities = new Float64Array(pairs.length);
  const methods = new Array<JointMethod>(pairs.length).fill('exact');
  const position = new Map(kept.map((e, k) => [e, k]));
  edges.forEach((edge, e) => {
    const k = position.get(e);
    for (const p of edge.pairs) {
      probabilities[p] = k === undefined ? 0 : (solved.probabilities[k] ?? 0);
      methods[p] = k === undefined ? 'exact' : (solved.methods[k] ?? 'exact');
    }
  });
  return { probabilities, methods, onList, version: priorVersion };
}

interface PersonEdge {
  readonly remains: number;
  readonly person: number;
  readonly lnLr: number;
  readonly pairs: readonly number[];
}

function edgesOf(pairs: readonly WeighedPair[], persons: readonly number[]): PersonEdge[] {
  const groups = new Map<string, { remains: number; person: number; pairs: number[] }>();
  pairs.forEach(({ remains, report }, p) => {
    const person = persons[report] ?? report;
    const key = `${remains} ${person}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { remains, person, pairs: [p] });
    else group.pairs.push(p);
  });
  return [...groups.values()].map((group) => {
    const lns = group.pairs.map((p) => (pairs[p]?.log10Lr ?? 0) * Math.LN10);
    const highest = Math.max(...lns);
    const mean = lns.reduce((sum, ln) => sum + Math.exp(ln - highest), 0) / lns.length;
    return { ...group, lnLr: highest + Math.log(mean) };
  });
}
