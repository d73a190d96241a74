import type { Level } from './levels.ts';
import type { PreparedJoint } from './prepare-joint.ts';
import type { SymmetricGroup } from './types.ts';

const tolerance = 1e-9;

/**
 * Missing persons of a family whom no data tell apart: exchanging their places changes the weight of no fill (two brothers
 * with only their parents typed). Then DNA cannot decide which is which, only that the remains are of the group.
 * @param posterior row-major remains x (missing + 1)
 */
export function findSymmetric(prepared: PreparedJoint, posterior: Float64Array): SymmetricGroup[] {
  const columns = prepared.missing.length + 1;
  return prepared.levels.levels.flatMap((level) => {
    const groups: number[][] = [];
    const familyOf = (place: number): string | undefined => prepared.familyOf[level.missing[place] ?? -1];
    level.missing.forEach((_, i) => {
      const group = groups.find((g) => familyOf(g[0] ?? 0) === familyOf(i) && isExchangeable(level, g[0] ?? 0, i));
      if (group === undefined) groups.push([i]);
      else group.push(i);
    });
    return groups.filter((g) => g.length > 1).map((g): SymmetricGroup => {
      const missing = g.map((i) => level.missing[i] ?? 0);
      const together = Float64Array.from({ length: prepared.input.remains.length }, (_, r) => missing.reduce((x, m) => x + (posterior[r * columns + m] ?? NaN), 0));
      return { family: prepared.familyOf[missing[0] ?? 0] ?? '', missing, posterior: together };
    });
  });
}

const indexes = new WeakMap<Level, Map<string, number>>();

function indexOf(level: Level): Map<string, number> {
  const known = indexes.get(level);
  if (known !== undefined) return known;
  const made = new Map<string, number>();
  for (let q = 0; q < level.count; q++) made.set(rowOf(level, q).join(','), q);
  indexes.set(level, made);
  return made;
}

function rowOf(level: Level, fill: number): number[] {
  const places = level.missing.length;
  return Array.from(level.fills.subarray(fill * places, (fill + 1) * places));
}

function isExchangeable(level: Level, a: number, b: number): boolean {
  const index = indexOf(level);
  let isUsed = false;
  for (let q = 0; q < level.count; q++) {
    const row = rowOf(level, q);
    const [x, y] = [row[a] ?? -1, row[b] ?? -1];
    if (x === y) continue;
    isUsed = true;
    const other = index.get(row.with(a, y).with(b, x).join(','));
    if (other === undefined) return false;
    const difference = Math.abs((level.lnWeight[q] ?? NaN) - (level.lnWeight[other] ?? NaN));
    if (!(difference <= tolerance)) return false;
  }
  return isUsed;
}
