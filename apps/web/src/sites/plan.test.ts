import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOutline, writeOutline } from './outline.ts';
import { extentOf, fitView, gridAt, panBy, scaleBarMetres, zoomAt } from './plan-geometry.ts';

const screen = { width: 800, height: 600 };

describe('the plan of a site', () => {
  it('shows every point when it is fitted to the screen', () => {
    fc.assert(fc.property(fc.array(fc.record({ xMm: fc.integer({ min: -500_000, max: 500_000 }), yMm: fc.integer({ min: -500_000, max: 500_000 }) }), { minLength: 1 }), (points) => {
      const extent = extentOf(points);
      if (extent === null) throw new Error('there are points');
      const view = fitView(extent, screen);
      for (const { xMm, yMm } of points) {
        expect(Math.abs(xMm / 1000 - view.x) * view.scale).toBeLessThanOrEqual(screen.width / 2);
        expect(Math.abs(yMm / 1000 - view.y) * view.scale).toBeLessThanOrEqual(screen.height / 2);
      }
    }));
  });
  it('keeps the place under the pointer while zooming', () => {
    const view = { x: 10, y: 20, scale: 5 };
    const pointer = { px: 650, py: 130, ...screen };
    const zoomed = zoomAt(view, 1.7, { dx: pointer.px - 400, dy: pointer.py - 300 });
    expect(gridAt(zoomed, pointer).x).toBeCloseTo(gridAt(view, pointer).x, 9);
    expect(gridAt(zoomed, pointer).y).toBeCloseTo(gridAt(view, pointer).y, 9);
  });
  it('moves with the pointer, north up', () => {
    expect(panBy({ x: 0, y: 0, scale: 10 }, 20, 30)).toEqual({ x: -2, y: 3, scale: 10 });
  });
  it('has a scale bar of a round length that fits', () => {
    expect([0.5, 3, 7, 40, 300].map((scale) => scaleBarMetres(scale, 120))).toEqual([200, 20, 10, 2, 0.2]);
  });
});

describe('the outline of an area', () => {
  it('is read with comma or point, and written as it was typed', () => {
    const read = readOutline('0 0\n12,5 30\n-3.25 7\n\n');
    expect(read).toEqual({ kind: 'outline', points: [{ xMm: 0, yMm: 0 }, { xMm: 12_500, yMm: 30_000 }, { xMm: -3250, yMm: 7000 }] });
    expect(writeOutline(read.kind === 'outline' ? read.points.map((point) => ({ ...point })) : undefined)).toBe('0 0\n12.5 30\n-3.25 7');
  });
  it('names the line that is no pair of numbers, and refuses fewer than three corners', () => {
    expect(readOutline('0 0\n1 x')).toEqual({ kind: 'bad_line', line: 2 });
    expect(readOutline('0 0\n1 1')).toEqual({ kind: 'too_few' });
  });
});
