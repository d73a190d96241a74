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
  const [remains, persons] = sidesOf(nearTogether(ofRemains, ofPerson), ofPerson, lnWeight);
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

/** Other numbers for the members of one side, in the order of the first member that each has on the other: what they send to each other then lies near together in memory. Nothing else depends on them. */
function nearTogether(members: Int32Array, others: Int32Array): Int32Array {
  const first = new Int32Array(1 + highestOf(members)).fill(-1);
  const most = 1 + highestOf(others);
  for (let e = 0; e < members.length; e++) {
    const member = members[e] ?? 0;
    const known = first[member] ?? -1;
    first[member] = known < 0 ? (others[e] ?? 0) : Math.min(known, others[e] ?? 0);
  }
  for (let member = 0; member < first.length; member++) if (first[member] === -1) first[member] = most;
  const number = new Int32Array(first.length);
  placesByKey(first, most + 1).places.forEach((member, at) => { number[member] = at; });
  return members.map((member) => number[member] ?? 0);
}

/** @param ofOne - the member of each edge; @param ofOther - the same of the other side */
function sidesOf(ofOne: Int32Array, ofOther: Int32Array, lnWeight: Float64Array): readonly [Side, Side] {
  const [one, other] = [placesByKey(ofOne, 1 + highestOf(ofOne)), placesByKey(ofOther, 1 + highestOf(ofOther))];
  const weightOf = lnWeight.map((ln) => Math.exp(Math.min(600, ln)));
  const placeOf = new Int32Array(weightOf.length);
  const side = ({ starts, places: edges }: typeof one, across: { readonly edges: Int32Array; readonly members: Int32Array }): Side => {
    for (let at = 0; at < across.edges.length; at++) placeOf[across.edges[at] ?? 0] = at;
    const weights = new Float64Array(edges.length);
    const [places, hearers] = [new Int32Array(edges.length), new Int32Array(edges.length)];
    for (let at = 0; at < edges.length; at++) {
      const e = edges[at] ?? 0;
      weights[at] = weightOf[e] ?? 0;
      places[at] = placeOf[e] ?? 0;
      hearers[at] = across.members[e] ?? 0;
    }
    return { starts, edges, weights, sent: new Float64Array(edges.length).fill(1), heard: weights.slice(), across: places, hearers, waiting: new Uint8Array(starts.length - 1).fill(1) };
  };
  return [side(one, { edges: other.places, members: ofOther }), side(other, { edges: one.places, members: ofOne })];
}

/** New messages from the members that wait, in place; whether any of them has changed. */
function send({ starts, weights, heard, sent, across, hearers, waiting }: Side, others: Side): boolean {
  const [heardThere, waitingThere] = [others.heard, others.waiting];
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
      const left = rest - (heard[at] ?? 0);
      const message = 1 / (1 + (at === largestAt ? rest : left > 0 ? largest + left : largest));
      const old = sent[at] ?? 1;
      if (message === old) continue;
      sent[at] = message;
      heardThere[across[at] ?? 0] = (weights[at] ?? 0) * message;
      if (Math.abs(message - old) <= settled * old) continue;
      waitingThere[hearers[at] ?? 0] = 1;
      isChanged = true;
    }
  }
  return isChanged;
}
