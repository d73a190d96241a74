import type { JointEdges } from './joint-edges.ts';

/** Largest smaller side of a group that is enumerated: 2^10 states a step. */
export const exactUpTo = 10;

/**
 * Exact marginals of a weighted matching: the larger side one by one, the state being the set of taken members of the
 * smaller side, forwards and backwards. Cost: edges × 2^(smaller side). Scaled at each step against overflow.
 */
export function exactMarginals({ remains, person, lnWeight }: JointEdges): Float64Array {
  const [remainsIds, personIds] = [new Set(remains), new Set(person)];
  const personsAreSmall = personIds.size <= remainsIds.size;
  const [own, other] = personsAreSmall ? [remains, person] : [person, remains];
  const small = new Map([...(personsAreSmall ? personIds : remainsIds)].map((id, i) => [id, i]));
  const byMember = new Map<number, { edge: number; bit: number; ln: number }[]>([...(personsAreSmall ? remainsIds : personIds)].map((id) => [id, []]));
  lnWeight.forEach((ln, edge) => { byMember.get(own[edge] ?? 0)?.push({ edge, bit: 1 << (small.get(other[edge] ?? 0) ?? 0), ln: Math.min(600, ln) }); });
  const rows = [...byMember.values()];
  const states = 1 << small.size;
  const forward: Float64Array[] = [];
  let current = new Float64Array(states);
  current[0] = 1;
  for (const row of rows) {
    forward.push(current);
    current = stepForward(current, row);
  }
  const total = current.reduce((sum, value) => sum + value, 0);
  const marginals = new Float64Array(lnWeight.length);
  if (!(total > 0)) return marginals;
  let backward = new Float64Array(states).fill(1);
  for (let r = rows.length - 1; r >= 0; r--) {
    const row = rows[r] ?? [];
    const before = forward[r] ?? current;
    // Probabilities of the choices of this member: its own share of everything, so that scales cancel.
    const nobody = before.reduce((sum, value, state) => sum + value * (backward[state] ?? 0), 0);
    const scale = Math.max(0, ...row.map(({ ln }) => ln));
    const masses = row.map(({ bit, ln }) => {
      let mass = 0;
      for (let state = 0; state < states; state++) if ((state & bit) === 0) mass += (before[state] ?? 0) * (backward[state | bit] ?? 0);
      return mass * Math.exp(ln - scale);
    });
    const sum = nobody * Math.exp(-scale) + masses.reduce((all, mass) => all + mass, 0);
    row.forEach(({ edge }, i) => { marginals[edge] = (masses[i] ?? 0) / sum; });
    backward = stepBackward(backward, row);
  }
  return marginals;
}

type Row = readonly { readonly bit: number; readonly ln: number }[];

function stepForward(before: Float64Array, row: Row): Float64Array<ArrayBuffer> {
  const after = Float64Array.from(before);
  for (const { bit, ln } of row) {
    const weight = Math.exp(ln);
    for (let state = 0; state < before.length; state++) {
      const value = before[state] ?? 0;
      if (value !== 0 && (state & bit) === 0) after[state | bit] = (after[state | bit] ?? 0) + value * weight;
    }
  }
  return scaled(after);
}

function stepBackward(after: Float64Array, row: Row): Float64Array<ArrayBuffer> {
  const before = Float64Array.from(after);
  for (const { bit, ln } of row) {
    const weight = Math.exp(ln);
    for (let state = 0; state < after.length; state++) if ((state & bit) === 0) before[state] = (before[state] ?? 0) + (after[state | bit] ?? 0) * weight;
  }
  return scaled(before);
}

function scaled(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const largest = values.reduce((high, value) => Math.max(high, value), 0);
  return largest > 0 ? values.map((value) => value / largest) : values;
}
