import { placesByKey } from '../candidates/place-lists.ts';
import type { JointEdges } from './joint-edges.ts';

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
  const count = lnWeight.length;
  const weights = lnWeight.map((ln) => Math.exp(Math.min(600, ln)));
  const [remains, persons] = [sideOf(ofRemains), sideOf(ofPerson)];
  const fromRemains = new Float64Array(count).fill(1);
  const fromPerson = new Float64Array(count).fill(1);
  for (let round = 0; round < rounds; round++) {
    const isMoved = send(remains, weights, { incoming: fromPerson, outgoing: fromRemains, hearers: persons });
    if (!send(persons, weights, { incoming: fromRemains, outgoing: fromPerson, hearers: remains }) && !isMoved) break;
  }
  // Between heavy weights the persons' messages settle late; what is answered to them makes the probabilities right before.
  send(remains, weights, { incoming: fromPerson, outgoing: fromRemains, hearers: persons });
  return weights.map((weight, e) => {
    const x = weight * (fromRemains[e] ?? 0) * (fromPerson[e] ?? 0);
    return x / (1 + x);
  });
}

/** The members of one side with their edges: those of member n are `edges[starts[n] .. starts[n + 1])`. */
interface Side {
  readonly of: Int32Array;
  readonly edges: Int32Array;
  readonly starts: Int32Array;
  /** 1 where something that the member hears has changed. */
  readonly waiting: Uint8Array;
}

/** Members are numbered in the order of their first edge. */
function sideOf(values: Int32Array): Side {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  const numbers = new Int32Array(most + 1).fill(-1);
  let members = 0;
  const of = values.map((value) => {
    if (numbers[value] === -1) numbers[value] = members++;
    return numbers[value] ?? 0;
  });
  const { starts, places: edges } = placesByKey(of, members);
  return { of, edges, starts, waiting: new Uint8Array(members).fill(1) };
}

interface Messages {
  readonly incoming: Float64Array;
  readonly outgoing: Float64Array;
  readonly hearers: Side;
}

/** New messages from the members that wait, in place; whether any of them has changed. */
function send({ edges, starts, waiting }: Side, weights: Float64Array, { incoming, outgoing, hearers }: Messages): boolean {
  let isChanged = false;
  for (let member = 0; member < waiting.length; member++) {
    if (waiting[member] === 0) continue;
    waiting[member] = 0;
    const [from, to] = [starts[member] ?? 0, starts[member + 1] ?? 0];
    // The largest term apart from the rest: subtracting it from the sum would leave only rounding.
    let [largest, largestEdge, others] = [0, -1, 0];
    for (let at = from; at < to; at++) {
      const e = edges[at] ?? 0;
      const x = (weights[e] ?? 0) * (incoming[e] ?? 0);
      if (x > largest) {
        others += largest;
        largest = x;
        largestEdge = e;
      } else others += x;
    }
    for (let at = from; at < to; at++) {
      const e = edges[at] ?? 0;
      const rest = e === largestEdge ? others : largest + Math.max(0, others - (weights[e] ?? 0) * (incoming[e] ?? 0));
      const message = 1 / (1 + rest);
      const old = outgoing[e] ?? 1;
      outgoing[e] = message;
      if (Math.abs(message - old) <= settled * old) continue;
      hearers.waiting[hearers.of[e] ?? 0] = 1;
      isChanged = true;
    }
  }
  return isChanged;
}
