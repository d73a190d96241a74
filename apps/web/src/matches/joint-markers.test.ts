import { describe, expect, it } from 'vitest';
import type { MarkerRow } from './candidate-api.ts';
import { jointMarkerLines } from './joint-markers.ts';

const alone = (marker: string, log10Lr: number, linked = false): MarkerRow => ({ marker, lnLr: log10Lr * Math.LN10, log10Lr, dropped: null, notes: linked ? [{ code: 'linked', details: {} }] : [], remains: null, relatives: [] });
const row = (marker: string, log10Alone: number | null, log10Among: number | null) => ({ marker, log10Alone, log10Among, dropped: log10Alone === null ? ('remainsNotTyped' as const) : null });

describe('a marker of the joint solution beside the pair alone', () => {
  it('says by how much other remains change it, and by how much theta over everybody does', () => {
    const lines = jointMarkerLines({ rows: [row('A', 1, 1), row('B', 1, 0.5), row('C', 0.75, 0.75), row('D', 0.75, -0.25)] }, [alone('A', 1), alone('B', 1), alone('C', 1), alone('D', 1)]);
    expect(lines.map((line) => [line.byTheta, line.byOthers])).toEqual([[null, null], [null, -0.5], [-0.25, null], [-0.25, -1]]);
  });

  it('is set beside the sum of its markers where they are linked here only, and beside nothing where they are linked there only', () => {
    const lines = jointMarkerLines({ rows: [row('A + B', 1.5, 1.5), row('C', 0.4, 0.4)] }, [alone('A', 1), alone('B', 0.5), alone('C', 0.3, true), alone('C + D', 0.7)]);
    expect(lines.map(({ alone: value, note }) => [value, note])).toEqual([[1.5, null], [null, 'linked']]);
  });

  it('is endless where the others make it impossible, and says that it does not count where it does not', () => {
    const lines = jointMarkerLines({ rows: [row('A', 1, -Infinity), row('B', null, null)] }, [alone('A', 1)]);
    expect(lines.map(({ byOthers, note }) => [byOthers, note])).toEqual([[-Infinity, null], [null, 'notCounted']]);
  });
});
