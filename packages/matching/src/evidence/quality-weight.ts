import { describedBy } from './described-thing.ts';
import { qualityAxes, qualityTable, usualQualities, type QualityAxis } from './quality-table.ts';

/** How two descriptions of one thing stand to each other on one axis. */
export type QualityRelation = 'same' | 'near' | 'different';

/** What decides the weight of qualities: shares counted on the lists, and how much more or less often than documented they are named otherwise. */
export interface QualityModel {
  readonly shares: QualityShares;
  /** Factor of the errors of the table. */
  readonly errors: number;
}

/** What is said of each thing on each axis, by both names; see `countQualities`. Plain data, so that threads can share it. */
export type QualityShares = ReadonlyMap<string, { readonly said: number; readonly of: ReadonlyMap<string, number> }>;

/** The documented shares alone. */
export const documentedQualities: QualityShares = new Map();

/** The share of a value among what is said, with the documented table as `imagined` things. */
export function qualityShare(counts: QualityShares, thing: string, { axis, value }: { readonly axis: QualityAxis; readonly value: string }): number {
  const own = counts.get(`${thing} ${axis}`);
  return ((own?.of.get(value) ?? 0) + qualityTable.imagined * documented(thing, axis, value)) / ((own?.said ?? 0) + qualityTable.imagined);
}

function documented(thing: string, axis: QualityAxis, value: string): number {
  const { shares, otherShare } = qualityTable.axes[axis];
  return usualQualities[thing]?.[axis]?.[value] ?? shares[value] ?? otherShare;
}

/** Counts what lists say of each thing, each list for as many rows as give it. Cost: one pass. */
export function countQualities(lists: Iterable<{ readonly keys: readonly string[]; readonly rows: number }>): QualityShares {
  const counts = new Map<string, { said: number; readonly of: Map<string, number> }>();
  for (const { keys, rows } of lists) for (const key of keys) {
    const { thing, qualities } = describedBy(key);
    for (const axis of qualityAxes) {
      const values = qualities[axis];
      if (values === undefined) continue;
      const at = `${thing} ${axis}`;
      const own = counts.get(at) ?? { said: 0, of: new Map<string, number>() };
      counts.set(at, own);
      own.said += rows;
      for (const value of values) own.of.set(value, (own.of.get(value) ?? 0) + rows);
    }
  }
  return counts;
}

/** How two descriptions agree on each axis that both speak of. */
export function compareQualities(reported: string, found: string): { readonly axis: QualityAxis; readonly relation: QualityRelation }[] {
  const [said, seen] = [describedBy(reported).qualities, describedBy(found).qualities];
  return qualityAxes.flatMap((axis) => {
    const [a, b] = [said[axis], seen[axis]];
    return a === undefined || b === undefined ? [] : [{ axis, relation: relationOf(axis, a, b) }];
  });
}

function relationOf(axis: QualityAxis, a: readonly string[], b: readonly string[]): QualityRelation {
  if (a.some((one) => b.includes(one))) return 'same';
  return a.some((one) => b.some((other) => isNear(axis, one, other))) ? 'near' : 'different';
}

function isNear(axis: QualityAxis, a: string, b: string): boolean {
  return qualityTable.axes[axis].near.some((group) => group.includes(a) && group.includes(b));
}

/**
 * P(qualities found | one thing, described twice) / P(qualities found | another thing of the same name): for each axis that
 * both sides speak of, right (1 - n - e) over the share of what was said, near n over the share of what lies near it, and
 * e for anything. Axes are independent given the thing; an axis of which one side is silent says nothing.
 * LIMIT: of several values of an axis one that agrees is enough; the wider of both sides is the chance.
 */
export function qualityRatio(reported: string, found: string, { shares, errors }: QualityModel): number {
  const [said, seen] = [describedBy(reported), describedBy(found)];
  return compareQualities(reported, found).reduce((product, { axis, relation }) => {
    const { near, shares: listed } = qualityTable.axes[axis];
    const { namedNear, namedOtherwise } = errorsOf(axis, errors);
    const chance = (values: readonly string[]): number => Math.min(0.95, values.reduce((sum, value) => sum + qualityShare(shares, said.thing, { axis, value }), 0));
    const [a, b] = [said.qualities[axis] ?? [], seen.qualities[axis] ?? []];
    if (relation === 'same') return product * ((1 - namedNear - namedOtherwise) / Math.max(chance(a), chance(b)) + namedOtherwise);
    if (relation === 'different' || near.length === 0) return product * namedOtherwise;
    const around = (values: readonly string[]): string[] => Object.keys(listed).filter((one) => !values.includes(one) && values.some((value) => isNear(axis, value, one)));
    return product * (namedNear / Math.max(chance(around(a)), chance(around(b))) + namedOtherwise);
  }, 1);
}

/** Errors of an axis, at most nine in ten of all namings together. */
function errorsOf(axis: QualityAxis, factor: number): { readonly namedNear: number; readonly namedOtherwise: number } {
  const { namedNear, namedOtherwise } = qualityTable.axes[axis];
  const by = Math.min(factor, 0.9 / (namedNear + namedOtherwise));
  return { namedNear: namedNear * by, namedOtherwise: namedOtherwise * by };
}
