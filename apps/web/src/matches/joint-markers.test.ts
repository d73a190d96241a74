import { describe, expect, it } from 'vitest';
import type { MarkerRow } from './candidate-api.ts';
import { jointMarkerLines } from './joint-markers.ts';

const alone = (marker: string, log10Lr: number, linked = false): MarkerRow => ({ marker, lnLr: log10Lr * Math.LN10, log10Lr, dropped: null, notes: linked ? [{ code: 'linked', details: {} }] : [], remains: null, relatives: [] });
const row = (marker: string, log10Alone: number | null, log10Among: number | null) => ({ marker, log10Alone, log10Among, dropped: log10Alone === null ? ('remainsNotTyped' as const) : null });

describe('a marker of the joint solution beside the pair alone', () => {
  it('differs by other remains where they change it, and by theta where the joint solution takes everybody together', () => {
    const lines = jointMarkerLines({ theta: 0.01, rows: [row('A', 1, 1), row('B', 1, 0.5), row('C', 0.9, 0.9), row('D', 0.9, -0.2)] }, [alone('A', 1), alone('B', 1), alone('C', 1), alone('D', 1)]);
    expect(lines.map((line) => line.why)).toEqual([[], ['others'], ['theta'], ['others', 'theta']]);
    expect(lines[3]?.difference).toBeCloseTo(-1.2, 12);
  });

  it('is set beside the sum of its markers where they are linked here only, and beside nothing where they are linked there only', () => {
    const lines = jointMarkerLines({ theta: 0, rows: [row('A + B', 1.5, 1.5), row('C', 0.4, 0.4)] }, [alone('A', 1), alone('B', 0.5), alone('C', 0.3, true), alone('C + D', 0.7)]);
    expect(lines.map(({ alone: value, why }) => [value, why])).toEqual([[1.5, []], [null, ['linked']]]);
  });

  it('has no difference where one side is impossible, and says that it does not count where it does not', () => {
    const lines = jointMarkerLines({ theta: 0, rows: [row('A', 1, -Infinity), row('B', null, null)] }, [alone('A', 1)]);
    expect(lines.map(({ difference, why }) => [difference, why])).toEqual([[null, ['others']], [null, ['notCounted']]]);
  });
});
