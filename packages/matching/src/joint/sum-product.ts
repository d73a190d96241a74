import type { JointEdge } from './solve-joint.ts';

const rounds = 100;
const settled = 1e-9;

/**
 * Marginals of a weighted matching by messages m(a→b) = 1 / (1 + Σ w(a,c) m(c→a), c ≠ b): exact where the graph has no
 * cycle, the Bethe approximation otherwise. Messages go in a fixed order; `damping` (0 on trees) is the share of the old message, on the log scale, so that cycles settle.
 */
export function sumProduct(edges: readonly JointEdge[], damping = 0.5): Float64Array {
  const count = edges.length;
  const weights = Float64Array.from(edges, (edge) => Math.exp(Math.min(600, edge.lnWeight)));
  const remains = numbered(edges.map((edge) => edge.remains));
  const persons = numbered(edges.map((edge) => edge.person));
  const fromRemains = new Float64Array(count).fill(1);
  const fromPerson = new Float64Array(count).fill(1);
  for (let round = 0; round < rounds; round++) {
    const a = send(remains, weights, { incoming: fromPerson, outgoing: fromRemains, damping });
    const b = send(persons, weights, { incoming: fromRemains, outgoing: fromPerson, damping });
    if (Math.max(a, b) < settled) break;
  }
  return weights.map((weight, e) => {
    const x = weight * (fromRemains[e] ?? 0) * (fromPerson[e] ?? 0);
    return x / (1 + x);
  });
}

interface Numbered {
  readonly of: Int32Array;
  readonly count: number;
}

function numbered(values: readonly number[]): Numbered {
  const numbers = new Map<number, number>();
  const of = Int32Array.from(values, (value) => {
    const known = numbers.get(value) ?? numbers.size;
    numbers.set(value, known);
    return known;
  });
  return { of, count: numbers.size };
}

/** New messages from one side, in place; returns the largest relative change. */
function send({ of, count }: Numbered, weights: Float64Array, { incoming, outgoing, damping }: { readonly incoming: Float64Array; readonly outgoing: Float64Array; readonly damping: number }): number {
  // The largest term of a node apart from the rest: subtracting it from the sum would leave only rounding.
  const largest = new Float64Array(count);
  const largestEdge = new Int32Array(count).fill(-1);
  const others = new Float64Array(count);
  for (let e = 0; e < weights.length; e++) {
    const node = of[e] ?? 0;
    const x = (weights[e] ?? 0) * (incoming[e] ?? 0);
    const most = largest[node] ?? 0;
    if (x > most) {
      others[node] = (others[node] ?? 0) + most;
      largest[node] = x;
      largestEdge[node] = e;
    } else others[node] = (others[node] ?? 0) + x;
  }
  let change = 0;
  for (let e = 0; e < weights.length; e++) {
    const node = of[e] ?? 0;
    const x = (weights[e] ?? 0) * (incoming[e] ?? 0);
    const rest = largestEdge[node] === e ? (others[node] ?? 0) : (largest[node] ?? 0) + Math.max(0, (others[node] ?? 0) - x);
    const message = 1 / (1 + rest);
    const old = outgoing[e] ?? 1;
    const moved = Math.abs(message - old) / old;
    if (moved > change) change = moved;
    outgoing[e] = damping === 0 ? message : damping === 0.5 ? Math.sqrt(message * old) : message ** (1 - damping) * old ** damping;
  }
  return change;
}
