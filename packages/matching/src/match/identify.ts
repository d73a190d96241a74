import { passing } from '../evidence/room.ts';
import { edgeColumns, joinEdges, type JointEdge, type JointEdges } from '../joint/joint-edges.ts';
import { solveJoint } from '../joint/solve-joint.ts';
import type { PersonPairs, WeighedPairs } from './person-pairs.ts';

export interface Identified {
  /** Probability of the person of each pair. */
  readonly probabilities: Float64Array;
  /** 1 for each pair whose probability is an approximation (`sum-product`). */
  readonly isApproximate: Uint8Array;
  /** Share of individuals who are somebody on the list, as it came out. */
  readonly onList: number;
  readonly version: PriorVersion;
  /** Of each individual the probability that it is nobody of the list. */
  readonly nobody: Float64Array;
  /** Probability that each occupant's body is the person, in the order given. */
  readonly occupants: Float64Array;
}

/** Names the prior: on the list with a share learned from Beta(2, 2), then each person alike; nobody of the list may be a relative of somebody on it. */
export const priorVersion = 'imena-match-prior/3';
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
/** However many are taken, so large a share of the persons is held possible. */
const leastFree = 0.1;
const rounds = 40;
const jointRounds = 3;

/**
 * Posterior of every pair jointly over all individuals and persons. `persons[report]` is the person a report is about; of
 * several reports on one person what was weighed for all together counts once (`openFiles`). Of an occupant's pair
 * the declared probability is the prior, in place of that of the list; a body elsewhere has no weight but this.
 */
export function identify({ pairs, ofPerson }: Pick<PersonPairs, 'pairs' | 'ofPerson'>, lists: { readonly remains: number; readonly persons: readonly number[] }, { prior = priorVersion, occupants = [], relatives = null, relativesFound = 0 }: IdentifyOptions = {}): Identified {
  const { edges, edgeOf } = edgesOf({ ...pairs, weight: ofPerson }, lists.persons);
  const persons = Math.max(1, new Set(lists.persons).size);
  const strangers = relatives === null || prior === evenOddsVersion ? new Float64Array(lists.remains).fill(1) : amongRelatives(edges, edgeOf, { relatives, share: relativesFound, lists: { remains: lists.remains, persons } });
  const { ownPrior, edgeOfOccupant, elsewhere } = placeOccupants(edges, occupants, lists.remains);
  const rest = pairs.rest.map((sum) => sum / Math.max(1, lists.persons.length));
  let onList = apart(edges, { remains: lists.remains, persons, strangers, rest }).onList;
  let taken = onList * lists.remains;
  const byEdge = passing.doubles(edges.lnWeight.length);
  const approximate = new Uint8Array(edges.lnWeight.length);
  const room = { places: passing.ints(edges.lnWeight.length), remains: passing.ints(edges.lnWeight.length), person: passing.ints(edges.lnWeight.length), lnWeight: passing.doubles(edges.lnWeight.length) };
  let beyond = new Float64Array();
  let nobody = new Float64Array();
  for (let round = 0; round < jointRounds; round++) {
    const odds = onList / (1 - onList);
    const isEven = prior === evenOddsVersion;
    // Whoever another individual is cannot be this one: the prior falls to the persons that are left.
    const lnPrior = isEven ? 0 : Math.log(odds / Math.max(leastFree * persons, persons - (taken * (lists.remains - 1)) / Math.max(1, lists.remains)));
    const others = strangers.map((nobody, i) => nobody + (isEven ? 0 : odds * (rest[i] ?? 0)));
    const lnOthers = others.map(Math.log);
    const kept = likelyEdges(edges, { ownPrior, lnPrior, lnOthers }, room);
    const solved = solveJoint(joinEdges(kept, elsewhere));
    byEdge.fill(0);
    approximate.fill(0);
    const left = new Float64Array(lists.remains).fill(1);
    for (let k = 0; k < kept.places.length; k++) {
      const e = kept.places[k] ?? 0;
      const probability = solved.probabilities[k] ?? 0;
      byEdge[e] = probability;
      approximate[e] = solved.isApproximate[k] ?? 0;
      left[edges.remains[e] ?? 0] = (left[edges.remains[e] ?? 0] ?? 1) - probability;
    }
    beyond = solved.probabilities.slice(kept.places.length);
    nobody = left.map((share, i) => (Math.max(0, share) * (strangers[i] ?? 1)) / (others[i] ?? 1));
    taken = lists.remains - nobody.reduce((sum, share) => sum + share, 0);
    const next = shareOnList(taken, lists.remains);
    if (Math.abs(next - onList) < 2e-3) break;
    onList = next;
  }
  const settled = Float64Array.from(edgeOfOccupant, ({ edge, at }) => (edge === null ? (beyond[at] ?? 0) : (byEdge[edge] ?? 0)));
  return {
    probabilities: ofPairs(edgeOf, byEdge, passing.doubles(edgeOf.length)), isApproximate: ofPairs(edgeOf, approximate, new Uint8Array(edgeOf.length)), onList, version: prior, nobody, occupants: settled,
  };
}

interface LikelyEdges extends JointEdges {
  /** Their places among all edges. */
  readonly places: Int32Array;
}

/** The edges that are not too unlikely, with what each weighs against nobody. @param room - written into, as long as all edges */
function likelyEdges({ remains, person, lnWeight }: JointEdges, { ownPrior, lnPrior, lnOthers }: { readonly ownPrior: ReadonlyMap<number, number>; readonly lnPrior: number; readonly lnOthers: Float64Array }, room: LikelyEdges): LikelyEdges {
  const least = Math.log(leastWeight);
  let kept = 0;
  for (let e = 0; e < lnWeight.length; e++) {
    const own = (lnWeight[e] ?? 0) + (ownPrior.size === 0 ? lnPrior : (ownPrior.get(e) ?? lnPrior)) - (lnOthers[remains[e] ?? 0] ?? 0);
    if (own < least) continue;
    room.places[kept] = e;
    room.remains[kept] = remains[e] ?? 0;
    room.person[kept] = person[e] ?? 0;
    room.lnWeight[kept++] = own;
  }
  return { places: room.places.subarray(0, kept), remains: room.remains.subarray(0, kept), person: room.person.subarray(0, kept), lnWeight: room.lnWeight.subarray(0, kept) };
}

/** What is known of the edges, for each pair. */
function ofPairs<T extends Float64Array | Uint8Array>(edgeOf: Int32Array, byEdge: T, values: T): T {
  for (let p = 0; p < edgeOf.length; p++) values[p] = byEdge[edgeOf[p] ?? 0] ?? 0;
  return values;
}

interface RelativesAsked {
  readonly relatives: Float64Array;
  readonly share: number;
  readonly lists: { readonly remains: number; readonly persons: number };
}

/**
 * What speaks for each individual being nobody of the list, where that may be a relative of somebody on it: what speaks
 * for a household speaks for relatives too, 1 + r Σ (LR - 1) / N over the persons. Those who are not among the candidates
 * speak neither way.
 * LIMIT: r is documented, not learned: namesakes of one village would be taken for relatives.
 */
function amongRelatives({ remains }: JointEdges, edgeOf: Int32Array, { relatives, share, lists }: RelativesAsked): Float64Array {
  const [ratios, reports] = [passing.doubles(remains.length), passing.doubles(remains.length)];
  for (let p = 0; p < edgeOf.length; p++) {
    const e = edgeOf[p] ?? 0;
    const weight = relatives[p] ?? 0;
    ratios[e] = (ratios[e] ?? 0) + (weight === 0 ? 1 : 10 ** Math.min(100, weight));
    reports[e] = (reports[e] ?? 0) + 1;
  }
  const nobody = new Float64Array(lists.remains).fill(1);
  for (let e = 0; e < remains.length; e++) nobody[remains[e] ?? 0] = (nobody[remains[e] ?? 0] ?? 1) + (share * ((ratios[e] ?? 0) / (reports[e] ?? 1) - 1)) / lists.persons;
  return nobody;
}

/** The edges of occupants: their own among the pairs, with the declared odds as prior, or one of a body beyond the list. */
function placeOccupants({ remains: bodies, person: persons }: JointEdges, occupants: readonly Occupant[], remains: number) {
  const ownPrior = new Map<number, number>();
  const elsewhere: JointEdge[] = [];
  const edgeOfOccupant = occupants.map((occupant): { edge: number | null; at: number } => {
    const lnOdds = Math.log(occupant.right / (1 - occupant.right));
    const edge = occupant.remains === null ? -1 : bodies.findIndex((body, e) => body === occupant.remains && persons[e] === occupant.person);
    if (edge >= 0) {
      ownPrior.set(edge, Math.max(ownPrior.get(edge) ?? -Infinity, lnOdds));
      return { edge, at: 0 };
    }
    // A body elsewhere is one more individual, who is this person or nobody on the list.
    return { edge: null, at: elsewhere.push({ remains: remains + elsewhere.length, person: occupant.person, lnWeight: lnOdds }) - 1 };
  });
  return { ownPrior, edgeOfOccupant, elsewhere: edgeColumns(elsewhere) };
}

/**
 * The same, each individual for itself: persons may be taken twice. What settings are learned from; the joint solution
 * comes once they are.
 */
export function identifyApart(pairs: WeighedPairs, lists: { readonly remains: number; readonly persons: readonly number[] }): Pick<Identified, 'probabilities' | 'onList'> {
  const { edges, edgeOf } = edgesOf(pairs, lists.persons);
  const strangers = new Float64Array(lists.remains).fill(1);
  const rest = pairs.rest.map((sum) => sum / Math.max(1, lists.persons.length));
  const { probabilities, onList } = apart(edges, { remains: lists.remains, persons: Math.max(1, new Set(lists.persons).size), strangers, rest });
  return { probabilities: ofPairs(edgeOf, probabilities, passing.doubles(edgeOf.length)), onList };
}

interface ApartAsked {
  readonly remains: number;
  readonly persons: number;
  /** What speaks for each individual being nobody of the list; 1 where nothing does. */
  readonly strangers: Float64Array;
  /** Of each individual the mean, over the list, of what the reports that are no candidates weigh. */
  readonly rest: Float64Array;
}

function apart({ remains: of, lnWeight }: JointEdges, { remains, persons, strangers, rest }: ApartAsked): { probabilities: Float64Array; onList: number } {
  const probabilities = passing.doubles(of.length);
  let totals = strangers;
  let onList = 0.5;
  for (let round = 0; round < rounds; round++) {
    const prior = onList / (1 - onList);
    const lnPrior = Math.log(prior / persons);
    totals = strangers.map((nobody, i) => nobody + prior * (rest[i] ?? 0));
    for (let e = 0; e < of.length; e++) {
      const odds = Math.exp(Math.min(600, (lnWeight[e] ?? 0) + lnPrior));
      probabilities[e] = odds;
      totals[of[e] ?? 0] = (totals[of[e] ?? 0] ?? 1) + odds;
    }
    const next = shareOnList(remains - strangers.reduce((sum, nobody, i) => sum + nobody / (totals[i] ?? 1), 0), remains);
    const isSettled = Math.abs(next - onList) < 1e-4;
    onList = next;
    if (isSettled) break;
  }
  for (let e = 0; e < of.length; e++) probabilities[e] = (probabilities[e] ?? 0) / (totals[of[e] ?? 0] ?? 1);
  return { probabilities, onList };
}

/** Mean of Beta(2, 2) with what was found. */
function shareOnList(expected: number, remains: number): number {
  return Math.min(0.99, Math.max(0.001, (expected + 1) / (remains + 2)));
}

/** One edge for each individual and person, weight ln of the mean LR of the person's reports; and the edge of each pair. */
function edgesOf({ remains: of, report: reports, weight }: WeighedPairs, persons: readonly number[]): { edges: JointEdges; edgeOf: Int32Array } {
  const edgeOf = passing.ints(of.length);
  const [remains, person, lnWeight, held] = [passing.ints(of.length), passing.ints(of.length), passing.doubles(of.length), passing.ints(of.length)];
  // The last edge of each person: its own where it came since the individual did.
  const lastOf = new Int32Array(persons.length).fill(-1);
  let [count, first] = [0, 0];
  for (let p = 0; p < of.length; p++) {
    if (p === 0 || of[p] !== of[p - 1]) first = count;
    const report = reports[p] ?? 0;
    const own = persons[report] ?? report;
    const ln = (weight[p] ?? 0) * Math.LN10;
    const known = lastOf[own] ?? -1;
    if (known < first) {
      edgeOf[p] = lastOf[own] = count;
      remains[count] = of[p] ?? 0;
      person[count] = own;
      lnWeight[count] = ln;
      held[count++] = 1;
      continue;
    }
    edgeOf[p] = known;
    // ln of the sum for now; divided by the number of reports below.
    const sum = lnWeight[known] ?? 0;
    const high = Math.max(sum, ln);
    lnWeight[known] = high + Math.log(Math.exp(sum - high) + Math.exp(ln - high));
    held[known] = (held[known] ?? 0) + 1;
  }
  for (let e = 0; e < count; e++) if (held[e] !== 1) lnWeight[e] = (lnWeight[e] ?? 0) - Math.log(held[e] ?? 1);
  return { edges: { remains: remains.subarray(0, count), person: person.subarray(0, count), lnWeight: lnWeight.subarray(0, count) }, edgeOf };
}
