import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneCount, makeLaneGroup, penalty, setScales } from './lanes.ts';

/** A group whose first lane has tables of these values, one a column, each below its top. */
function scaleOf(tables: readonly (readonly number[])[], lnThreshold: number): { scale: number; isEmpty: boolean } {
  const values = new Float64Array(1 + tables.reduce((n, t) => n + t.length + 1, 0));
  const group = makeLaneGroup(tables.length);
  let at = 1;
  tables.forEach((table, c) => {
    values[at - 1] = Math.max(...table);
    values.set(table, at);
    group.places[c * laneCount] = at;
    at += table.length + 1;
  });
  setScales(group, values, lnThreshold);
  return { scale: group.scales[0] ?? NaN, isEmpty: group.places[0] === -1 };
}

describe('the bound of the first pass', () => {
  it('is that of the worked example in docs/methods/screening.md', () => {
    const { scale } = scaleOf([[3, 1.5], [2, -0.6, -0.4]], 1);
    expect(scale).toBeCloseTo(63.5, 6);
    expect([penalty(3, 1.5, scale), penalty(2, -0.6, scale), penalty(2, -0.4, scale)]).toEqual([95, 165, 152]);
  });

  it('keeps every pair at or above the threshold, whatever the tables, thresholds at the very sum included', () => {
    const entry = fc.oneof({ weight: 9, arbitrary: fc.double({ min: -30, max: 12, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(-Infinity) });
    fc.assert(
      fc.property(fc.array(fc.array(entry, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 24 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (tables, share, isTight) => {
        if (tables.some((t) => Math.max(...t) === -Infinity)) return;
        const chosen = tables.map((t) => t[Math.floor(share * (t.length - 1e-9))] ?? 0);
        const sum = chosen.reduce((x, y) => x + y, 0);
        if (sum === -Infinity) return;
        const threshold = isTight ? sum : sum - 10 * share;
        const { scale, isEmpty } = scaleOf(tables, threshold);
        expect(isEmpty).toBe(false);
        const total = chosen.reduce((x, v, c) => x + penalty(Math.max(...(tables[c] ?? [])), v, scale), 0);
        expect(total).toBeLessThan(255);
      }),
      { numRuns: 5000 },
    );
  });

  it('empties a lane that cannot reach the threshold with any profile that occurs', () => {
    expect(scaleOf([[1], [2]], 4).isEmpty).toBe(true);
    expect(scaleOf([[1], [2]], 3).isEmpty).toBe(false);
  });
});
