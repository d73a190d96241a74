import { placesByKey } from '../candidates/place-lists.ts';
import { passing } from '../evidence/room.ts';
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
 * @param edges - in the order of remains
 * @throws RangeError for edges in another order
 */
export function sumProduct(edges: JointEdges): Float64Array {
  const [remains, persons] = sidesOf(edges);
  for (let round = 0; round < rounds; round++) {
    const isMoved = send(remains, persons);
    if (!send(persons, remains) && !isMoved) break;
  }
  // Between heavy weights the persons' messages settle late; what is answered to them makes the probabilities right before.
  send(remains, persons);
  const probabilities = passing.doubles(remains.weights.length);
  for (let e = 0; e < probabilities.length; e++) {
    const x = (remains.weights[e] ?? 0) * (remains.sent[e] ?? 0) * (persons.sent[remains.across[e] ?? 0] ?? 0);
    probabilities[e] = x / (1 + x);
  }
  return probabilities;
}

/**
 * The members of one side, each with its edges side by side: those of member n stand at `starts[n] .. starts[n + 1]` in
 * every column, so that a member is asked without looking about in memory.
 */
interface Side {
  readonly starts: Int32Array;
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

/** Remains and persons. On the side of the remains every edge stands where it was given. */
function sidesOf({ remains, person, lnWeight }: JointEdges): readonly [Side, Side] {
  if (remains.some((own, e) => own < (remains[e - 1] ?? 0))) throw new RangeError('edges are not in the order of remains');
  const [one, other] = [placesByKey(remains, 1 + highestOf(remains)), placesByKey(person, 1 + highestOf(person))];
  const count = lnWeight.length;
  const [weights, weightsThere, hearersThere, across] = [passing.doubles(count), passing.doubles(count), passing.ints(count), passing.ints(count)];
  for (let e = 0; e < count; e++) weights[e] = Math.exp(Math.min(600, lnWeight[e] ?? 0));
  for (let at = 0; at < count; at++) {
    const e = other.places[at] ?? 0;
    weightsThere[at] = weights[e] ?? 0;
    hearersThere[at] = remains[e] ?? 0;
    across[e] = at;
  }
  return [sideOf(one.starts, weights, { across, hearers: person }), sideOf(other.starts, weightsThere, { across: other.places, hearers: hearersThere })];
}

function sideOf(starts: Int32Array, weights: Float64Array, to: Pick<Side, 'across' | 'hearers'>): Side {
  const [sent, heard] = [passing.doubles(weights.length).fill(1), passing.doubles(weights.length)];
  heard.set(weights);
  return { starts, weights, sent, heard, ...to, waiting: new Uint8Array(starts.length - 1).fill(1) };
}

/** New messages from the members that wait, in place; whether any of them has changed. */
function send({ starts, weights, heard, sent, across, hearers, waiting }: Side, others: Side): boolean {
  const [heardThere, waitingThere] = [others.heard, others.waiting];
  let isChanged = false;
  for (let member = 0; member < waiting.length; member++) {
    if (waiting[member] === 0) continue;
    waiting[member] = 0;
    const [from, to] = [starts[member] ?? 0, starts[member + 1] ?? 0];
    // The largest term apart from the rest: subtracting it from the sum would leave only rounding. Each declared by itself:
    // taken out of one list together they cost a third more time.
    let largest = 0;
    let largestAt = -1;
    let rest = 0;
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
