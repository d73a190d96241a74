import { placesByKey } from '../candidates/place-lists.ts';
import { highestOf, type JointEdges } from './joint-edges.ts';

const rounds = 200;
/** Messages that change by less than this, relatively, are taken as settled: a probability by less than a tenth of it. */
const settled = 1e-10;

/**
 * Marginals of a weighted matching by messages m(a→b) = 1 / (1 + Σ w(a,c) m(c→a), c ≠ b): exact where the graph has no
 * cycle, the Bethe approximation otherwise. Sides take turns and begin with 1: more from one side never makes
 * the other send more, so two turns only lower what the first sends, and it settles without damping. A member is asked
 * again only where what it hears has changed, in a fixed order: the few that settle late do not cost the others, and groups
 * that are not connected have the same answer together and apart.
 */
export function sumProduct({ remains: ofRemains, person: ofPerson, lnWeight }: JointEdges): Float64Array {
  const weights = lnWeight.map((ln) => Math.exp(Math.min(600, ln)));
  const [remains, persons] = [sideOf(ofRemains, ofPerson, weights), sideOf(ofPerson, ofRemains, weights)];
  for (let round = 0; round < rounds; round++) {
    const isMoved = send(remains, persons);
    if (!send(persons, remains) && !isMoved) break;
  }
  // Between heavy weights the persons' messages settle late; what is answered to them makes the probabilities right before.
  send(remains, persons);
  const probabilities = new Float64Array(lnWeight.length);
  for (let at = 0; at < probabilities.length; at++) {
    const x = (remains.weights[at] ?? 0) * (remains.sent[at] ?? 0) * (persons.sent[remains.across[at] ?? 0] ?? 0);
    probabilities[remains.edges[at] ?? 0] = x / (1 + x);
  }
  return probabilities;
}

/**
 * The members of one side, each with its edges side by side: those of member n stand at `starts[n] .. starts[n + 1]` in
 * every column, so that a member is asked without looking about in memory.
 */
interface Side {
  readonly starts: Int32Array;
  readonly edges: Int32Array;
  readonly weights: Float64Array;
  /** The last message of the member over the edge. */
  readonly sent: Float64Array;
  /** The weight of each edge times what was heard over it last. */
  readonly heard: Float64Array;
  /** Where the edge stands on the other side, and the member that it leads to there. */
  readonly across: Int32Array;
  readonly hearers: Int32Array;
  /** 1 where something that the member hears has changed. */
  readonly waiting: Uint8Array;
}

/** @param members - the member of each edge; @param others - the same of the other side */
function sideOf(members: Int32Array, others: Int32Array, weightOf: Float64Array): Side {
  const [count, countOfOthers] = [1 + highestOf(members), 1 + highestOf(others)];
  const { starts, places: edges } = placesByKey(members, count);
  const placeOf = new Int32Array(edges.length);
  placesByKey(others, countOfOthers).places.forEach((e, at) => { placeOf[e] = at; });
  const [weights, across, hearers] = [new Float64Array(edges.length), new Int32Array(edges.length), new Int32Array(edges.length)];
  for (let at = 0; at < edges.length; at++) {
    const e = edges[at] ?? 0;
    weights[at] = weightOf[e] ?? 0;
    across[at] = placeOf[e] ?? 0;
    hearers[at] = others[e] ?? 0;
  }
  return { starts, edges, weights, sent: new Float64Array(edges.length).fill(1), heard: new Float64Array(edges.length), across, hearers, waiting: new Uint8Array(count).fill(1) };
}

/** What the edges of members that wait weigh with what is heard over them. All are gathered first: what lies far off in memory is fetched together. */
function gather({ starts, weights, across, waiting, heard }: Side, { sent }: Side): void {
  for (let member = 0; member < waiting.length; member++) {
    if (waiting[member] === 0) continue;
    const to = starts[member + 1] ?? 0;
    for (let at = starts[member] ?? 0; at < to; at++) heard[at] = (weights[at] ?? 0) * (sent[across[at] ?? 0] ?? 0);
  }
}

/** New messages from the members that wait, in place; whether any of them has changed. */
function send(side: Side, others: Side): boolean {
  gather(side, others);
  const { starts, heard, sent, hearers, waiting } = side;
  let isChanged = false;
  for (let member = 0; member < waiting.length; member++) {
    if (waiting[member] === 0) continue;
    waiting[member] = 0;
    const [from, to] = [starts[member] ?? 0, starts[member + 1] ?? 0];
    // The largest term apart from the rest: subtracting it from the sum would leave only rounding.
    let [largest, largestAt, rest] = [0, -1, 0];
    for (let at = from; at < to; at++) {
      const x = heard[at] ?? 0;
      if (x > largest) {
        rest += largest;
        largest = x;
        largestAt = at;
      } else rest += x;
    }
    for (let at = from; at < to; at++) {
      const without = at === largestAt ? rest : largest + Math.max(0, rest - (heard[at] ?? 0));
      const message = 1 / (1 + without);
      const old = sent[at] ?? 1;
      sent[at] = message;
      if (Math.abs(message - old) <= settled * old) continue;
      others.waiting[hearers[at] ?? 0] = 1;
      isChanged = true;
    }
  }
  return isChanged;
}
