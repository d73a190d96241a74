import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactMarginals } from './exact-component.ts';
import { edgeColumns, type JointEdge } from './joint-edges.ts';
import { solveJoint } from './solve-joint.ts';
import { sumProduct } from './sum-product.ts';

/** Every partial assignment written out: the slow truth. */
function enumerate(edges: readonly JointEdge[]): number[] {
  const sums = edges.map(() => 0);
  let total = 0;
  for (let chosen = 0; chosen < 2 ** edges.length; chosen++) {
    const taken = edges.filter((_, e) => (chosen & (1 << e)) !== 0);
    if (new Set(taken.map((edge) => edge.remains)).size < taken.length || new Set(taken.map((edge) => edge.person)).size < taken.length) continue;
    const weight = Math.exp(taken.reduce((sum, edge) => sum + edge.lnWeight, 0));
    total += weight;
    edges.forEach((_, e) => { if ((chosen & (1 << e)) !== 0) sums[e] = (sums[e] ?? 0) + weight; });
  }
  return sums.map((sum) => sum / total);
}

const graph = fc.uniqueArray(fc.record({ remains: fc.integer({ min: 0, max: 4 }), person: fc.integer({ min: 0, max: 4 }), lnWeight: fc.double({ min: -12, max: 12, noNaN: true }) }), { minLength: 1, maxLength: 10, selector: (edge) => `${edge.remains} ${edge.person}` })
  .map((edges) => edges.sort((a, b) => a.remains - b.remains));

test('the joint posterior of small groups equals the sum over every partial assignment', () => {
  fc.assert(fc.property(graph, (edges) => {
    const { probabilities, isApproximate } = solveJoint(edgeColumns(edges));
    enumerate(edges).forEach((p, e) => { expect(probabilities[e]).toBeCloseTo(p, 9); });
    expect(isApproximate.every((one) => one === 0)).toBe(true);
  }));
});

test('no individual is more than one person in sum, and no person more than one individual', () => {
  fc.assert(fc.property(graph, (edges) => {
    for (const probabilities of [exactMarginals(edgeColumns(edges)), sumProduct(edgeColumns(edges))]) {
      for (const side of ['remains', 'person'] as const) {
        for (const member of new Set(edges.map((edge) => edge[side]))) {
          expect(edges.reduce((sum, edge, e) => sum + (edge[side] === member ? (probabilities[e] ?? 0) : 0), 0)).toBeLessThanOrEqual(1 + 1e-6);
        }
      }
    }
  }));
});

test('one remains and one person: odds are the weight', () => {
  expect(solveJoint(edgeColumns([{ remains: 0, person: 0, lnWeight: Math.log(3) }])).probabilities[0]).toBeCloseTo(0.75, 12);
});

test('two bodies that fit one person share what one person can be', () => {
  const { probabilities } = solveJoint(edgeColumns([{ remains: 0, person: 0, lnWeight: Math.log(1000) }, { remains: 1, person: 0, lnWeight: Math.log(1000) }]));
  expect(probabilities[0]).toBeCloseTo(1000 / 2001, 12);
  expect(probabilities[1]).toBeCloseTo(1000 / 2001, 12);
});

test('edges that are not in the order of remains are refused', () => {
  expect(() => solveJoint(edgeColumns([{ remains: 1, person: 0, lnWeight: 0 }, { remains: 0, person: 0, lnWeight: 0 }]))).toThrow('order of remains');
});

test('messages between heavy weights settle: twelve bodies that fit twelve persons alike share them alike', () => {
  // Every message is the same: m = 1 / (1 + 11 w m).
  const [n, weight] = [12, Math.exp(14)];
  const edges = Array.from({ length: n * n }, (_, e): JointEdge => ({ remains: Math.floor(e / n), person: e % n, lnWeight: 14 }));
  const message = (Math.sqrt(1 + 4 * (n - 1) * weight) - 1) / (2 * (n - 1) * weight);
  const odds = weight * message * message;
  const { probabilities, isApproximate } = solveJoint(edgeColumns(edges));
  for (const probability of probabilities) expect(probability).toBeCloseTo(odds / (1 + odds), 4);
  expect(isApproximate[0]).toBe(1);
});

test('groups that are not connected have the same probabilities together and apart, to the last digit', () => {
  const apart = graph.map((edges) => ({ edges, solved: solveJoint(edgeColumns(edges)) }));
  fc.assert(fc.property(fc.array(apart, { maxLength: 6 }), (groups) => {
    const together = groups.flatMap(({ edges }, g) => edges.map((edge) => ({ ...edge, remains: edge.remains + 5 * g, person: edge.person + 5 * (groups.length - g) })));
    expect([...solveJoint(edgeColumns(together)).probabilities]).toEqual(groups.flatMap(({ solved }) => [...solved.probabilities]));
  }));
});
