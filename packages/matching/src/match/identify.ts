import { solveJoint, type JointEdge, type JointMethod, type JointSolution } from '../joint/solve-joint.ts';
import type { PairColumns } from './weigh-pairs.ts';

export interface Identified {
  /** Probability of the person of each pair. */
  readonly probabilities: Float64Array;
  readonly methods: readonly JointMethod[];
  /** Share of individuals who are somebody on the list, as it came out. */
  readonly onList: number;
  readonly version: PriorVersion;
  /** Probability that each occupant's body is the person, in the order given. */
  readonly occupants: Float64Array;
}

/** Names the prior: on the list with a share learned from Beta(2, 2), then each person alike; nobody of the list may be a relative of somebody on it. */
export const priorVersion = 'imena-match-prior/2';
/** Names the view without prior: each pair as likely as nobody on the list before anything is looked at. */
export const evenOddsVersion = 'even-odds';
export type PriorVersion = typeof priorVersion | typeof evenOddsVersion;

/** A body that was called a person before, by others or earlier, rightly or not: it takes part as one that can be wrong. */
export interface Occupant {
  /** Place in the list of remains; null where the body lies elsewhere. */
  readonly remains: number | null;
  readonly person: number;
  /** Declared probability that the identification is right, 0..1, both ends outside. */
  readonly right: number;
}

export interface IdentifyOptions {
  readonly prior?: PriorVersion;
  readonly occupants?: readonly Occupant[];
  /** log10 LR of each pair for a relative of the person reported who is nobody of the list; without it nobody is one. */
  readonly relatives?: Float64Array | null;
  /** Share of those who are nobody of the list that are such relatives, 0..1. */
  readonly relativesFound?: number;
}

/** Weights below this are left out of the joint solution; alone such a pair has at most this probability. */
const leastWeight = 1e-5;
const rounds = 40;
const jointRounds = 3;

/**
 * Posterior of every pair jointly over all individuals and persons. `persons[report]` is the person a report is about;
 * of several reports on one person the weights are averaged, not multiplied: they tell of one body. Of an occupant's pair
 * the declared probability is the prior, in place of that of the list; a body elsewhere has no weight but this.
 */
export function identify(pairs: PairColumns, lists: { readonly remains: number; readonly persons: readonly number[] }, { prior = priorVersion, occupants = [], relatives = null, relativesFound = 0 }: IdentifyOptions = {}): Identified {
  const { edges: unrelated, edgeOf } = edgesOf(pairs, lists.persons);
  const persons = Math.max(1, new Set(lists.persons).size);
  const edges = relatives === null || prior === evenOddsVersion ? unrelated : againstRelatives(unrelated, edgeOf, { relatives, share: relativesFound, lists: { remains: lists.remains, persons } });
  const { ownPrior, edgeOfOccupant, elsewhere } = placeOccupants(edges, occupants, lists.remains);
  let onList = apart(edges, { remains: lists.remains, persons }).onList;
  let solved: JointSolution = { probabilities: new Float64Array(), methods: [] };
  let kept: number[] = [];
  for (let round = 0; round < jointRounds; round++) {
    const lnPrior = prior === evenOddsVersion ? 0 : Math.log(onList / (1 - onList) / persons);
    kept = [];
    const weighed: JointEdge[] = [];
    edges.forEach(({ remains, person, lnWeight }, e) => {
      const own = lnWeight + (ownPrior.get(e) ?? lnPrior);
      if (own < Math.log(leastWeight)) return;
      kept.push(e);
      weighed.push({ remains, person, lnWeight: own });
    });
    solved = solveJoint([...weighed, ...elsewhere]);
    const next = shareOnList(solved.probabilities.subarray(0, kept.length).reduce((sum, p) => sum + p, 0), lists.remains);
    const isSettled = Math.abs(next - onList) < 2e-3;
    if (isSettled) break;
    onList = next;
  }
  const byEdge = new Float64Array(edges.length);
  const methodOf = new Array<JointMethod>(edges.length).fill('exact');
  kept.forEach((e, k) => {
    byEdge[e] = solved.probabilities[k] ?? 0;
    methodOf[e] = solved.methods[k] ?? 'exact';
  });
  const settled = Float64Array.from(edgeOfOccupant, ({ edge, at }) => (edge === null ? (solved.probabilities[kept.length + at] ?? 0) : (byEdge[edge] ?? 0)));
  return { probabilities: Float64Array.from(edgeOf, (e) => byEdge[e] ?? 0), methods: Array.from(edgeOf, (e) => methodOf[e] ?? 'exact'), onList, version: prior, occupants: settled };
}

interface RelativesAsked {
  readonly relatives: Float64Array;
  readonly share: number;
  readonly lists: { readonly remains: number; readonly persons: number };
}

/**
 * The same edges where nobody on the list may be a relative of somebody on it: what speaks for a household speaks for
 * relatives too, so that each edge is divided by 1 + r Σ (LR - 1) / N over the persons. Those who are not among the
 * candidates speak neither way.
 * LIMIT: r is documented, not learned: namesakes of one village would be taken for relatives.
 */
function againstRelatives(edges: readonly JointEdge[], edgeOf: Int32Array, { relatives, share, lists }: RelativesAsked): JointEdge[] {
  const [ratios, reports] = [new Float64Array(edges.length), new Float64Array(edges.length)];
  edgeOf.forEach((e, p) => {
    ratios[e] = (ratios[e] ?? 0) + 10 ** Math.min(100, relatives[p] ?? 0);
    reports[e] = (reports[e] ?? 0) + 1;
  });
  const nobody = new Float64Array(lists.remains).fill(1);
  edges.forEach(({ remains }, e) => { nobody[remains] = (nobody[remains] ?? 1) + (share * ((ratios[e] ?? 0) / (reports[e] ?? 1) - 1)) / lists.persons; });
  return edges.map((edge) => ({ ...edge, lnWeight: edge.lnWeight - Math.log(nobody[edge.remains] ?? 1) }));
}

/** The edges of occupants: their own among the pairs, with the declared odds as prior, or one of a body beyond the list. */
function placeOccupants(edges: readonly JointEdge[], occupants: readonly Occupant[], remains: number) {
  const ownPrior = new Map<number, number>();
  const elsewhere: JointEdge[] = [];
  const edgeOfOccupant = occupants.map((occupant): { edge: number | null; at: number } => {
    const lnOdds = Math.log(occupant.right / (1 - occupant.right));
    const edge = occupant.remains === null ? -1 : edges.findIndex((one) => one.remains === occupant.remains && one.person === occupant.person);
    if (edge >= 0) {
      ownPrior.set(edge, Math.max(ownPrior.get(edge) ?? -Infinity, lnOdds));
      return { edge, at: 0 };
    }
    // A body elsewhere is one more individual, who is this person or nobody on the list.
    return { edge: null, at: elsewhere.push({ remains: remains + elsewhere.length, person: occupant.person, lnWeight: lnOdds }) - 1 };
  });
  return { ownPrior, edgeOfOccupant, elsewhere };
}

/**
 * The same, each individual for itself: persons may be taken twice. What settings are learned from; the joint solution
 * comes once they are.
 */
export function identifyApart(pairs: PairColumns, lists: { readonly remains: number; readonly persons: readonly number[] }): Pick<Identified, 'probabilities' | 'onList'> {
  const { edges, edgeOf } = edgesOf(pairs, lists.persons);
  const { probabilities, onList } = apart(edges, { remains: lists.remains, persons: Math.max(1, new Set(lists.persons).size) });
  return { probabilities: Float64Array.from(edgeOf, (e) => probabilities[e] ?? 0), onList };
}

function apart(edges: readonly JointEdge[], { remains, persons }: { readonly remains: number; readonly persons: number }): { probabilities: Float64Array; onList: number } {
  const probabilities = new Float64Array(edges.length);
  let onList = 0.5;
  for (let round = 0; round < rounds; round++) {
    const lnPrior = Math.log(onList / (1 - onList) / persons);
    const totals = new Float64Array(remains).fill(1);
    edges.forEach((edge, e) => {
      const odds = Math.exp(Math.min(600, edge.lnWeight + lnPrior));
      probabilities[e] = odds;
      totals[edge.remains] = (totals[edge.remains] ?? 1) + odds;
    });
    edges.forEach((edge, e) => { probabilities[e] = (probabilities[e] ?? 0) / (totals[edge.remains] ?? 1); });
    const next = shareOnList(probabilities.reduce((sum, p) => sum + p, 0), remains);
    const isSettled = Math.abs(next - onList) < 1e-4;
    onList = next;
    if (isSettled) break;
  }
  return { probabilities, onList };
}

/** Mean of Beta(2, 2) with what was found. */
function shareOnList(expected: number, remains: number): number {
  return Math.min(0.99, Math.max(0.001, (expected + 1) / (remains + 2)));
}

/** One edge for each individual and person, weight ln of the mean LR of the person's reports; and the edge of each pair. */
function edgesOf(pairs: PairColumns, persons: readonly number[]): { edges: JointEdge[]; edgeOf: Int32Array } {
  const edges: { remains: number; person: number; lnWeight: number; reports: number }[] = [];
  const edgeOf = new Int32Array(pairs.remains.length);
  let own = new Map<number, number>();
  let last = -1;
  pairs.remains.forEach((remains, p) => {
    if (remains !== last) own = new Map();
    last = remains;
    const report = pairs.report[p] ?? 0;
    const person = persons[report] ?? report;
    const ln = (pairs.weight[p] ?? 0) * Math.LN10;
    const known = own.get(person);
    const edge = known === undefined ? undefined : edges[known];
    if (known === undefined || edge === undefined) {
      own.set(person, edges.length);
      edgeOf[p] = edges.length;
      edges.push({ remains, person, lnWeight: ln, reports: 1 });
      return;
    }
    edgeOf[p] = known;
    // ln of the sum for now; divided by the number of reports below.
    const high = Math.max(edge.lnWeight, ln);
    edge.lnWeight = high + Math.log(Math.exp(edge.lnWeight - high) + Math.exp(ln - high));
    edge.reports++;
  });
  for (const edge of edges) edge.lnWeight -= Math.log(edge.reports);
  return { edges, edgeOf };
}
