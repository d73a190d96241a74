import { ops, type DescentCode } from './descent-code.ts';
import { findNeeded, type AllelesSeen, type Parents } from './descent-graph.ts';

/** More siblings have too many phases, two for each. */
const siblingLimit = 8;

/**
 * A missing person of whom only full siblings are typed, with a subpopulation correction: one step of its own
 * (`siblingTables`), because sums over who inherited which of the parents' four alleles grow eightfold with each sibling.
 * @param about.theta above 0 and below 1
 * @returns null for any other shape
 */
export function compileSiblings(family: Parents, seen: readonly AllelesSeen[], about: { readonly target: number; readonly theta: number }): DescentCode | null {
  const { target, theta } = about;
  const [father, mother] = [family.father[target] ?? -1, family.mother[target] ?? -1];
  if (father < 0 || (family.father[father] ?? -1) >= 0 || (family.father[mother] ?? -1) >= 0) return null;
  const needed = findNeeded(family, seen, target);
  const siblings: number[] = [];
  for (let i = 0; i < seen.length; i++) {
    const count = seen[i] ?? 0;
    if (i === father || i === mother ? count > 0 : needed[i] === 1 && (family.father[i] !== father || family.mother[i] !== mother)) return null;
    if (count > 0) siblings.push(i, count);
  }
  const count = siblings.length / 2;
  if (count === 0 || count > siblingLimit) return null;
  const none = new Int32Array(0);
  return {
    steps: Int32Array.from([ops.siblings, 0, 0, count, ...siblings]),
    weights: Float64Array.of((1 - theta) / theta),
    outerX: none, outerY: none, outerWeights: new Float64Array(0), factors: Int32Array.of(0),
    matrix: 0, unrelated: 1, references: 0,
    scalars: 1, vectors: 6 + count, tables: 7,
  };
}
