import type { PlanPoint } from './outline.ts';

/** A rectangle of the site's grid in metres: x east, y north. */
export interface Extent {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** What of the plan is on screen: centre in metres, and how many pixels one metre takes. */
export interface PlanView {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const marginShare = 0.06;
const smallestSpanM = 8;
export const scaleLimits = { min: 0.2, max: 400 } as const;

/** The smallest rectangle around all points; null without any. */
export function extentOf(points: readonly PlanPoint[]): Extent | null {
  if (points.length === 0) return null;
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { xMm, yMm } of points) {
    minX = Math.min(minX, xMm / 1000);
    maxX = Math.max(maxX, xMm / 1000);
    minY = Math.min(minY, yMm / 1000);
    maxY = Math.max(maxY, yMm / 1000);
  }
  return { minX, minY, maxX, maxY };
}

/** The view in which an extent fills a screen of some pixels, with a margin. */
export function fitView(extent: Extent, { width, height }: { readonly width: number; readonly height: number }): PlanView {
  const spanX = Math.max(extent.maxX - extent.minX, smallestSpanM) * (1 + 2 * marginShare);
  const spanY = Math.max(extent.maxY - extent.minY, smallestSpanM) * (1 + 2 * marginShare);
  return { x: (extent.minX + extent.maxX) / 2, y: (extent.minY + extent.maxY) / 2, scale: clampScale(Math.min(width / spanX, height / spanY)) };
}

export function clampScale(scale: number): number {
  return Math.min(scaleLimits.max, Math.max(scaleLimits.min, scale));
}

/** Zooms so that the place under the pointer (pixels from the middle, y down) stays where it is. */
export function zoomAt(view: PlanView, factor: number, { dx, dy }: { readonly dx: number; readonly dy: number }): PlanView {
  const scale = clampScale(view.scale * factor);
  return { x: view.x + dx / view.scale - dx / scale, y: view.y - dy / view.scale + dy / scale, scale };
}

/** Moves the plan with the pointer by pixels (y down). */
export function panBy(view: PlanView, dx: number, dy: number): PlanView {
  return { ...view, x: view.x - dx / view.scale, y: view.y + dy / view.scale };
}

/** The place of the grid, in metres, under a pixel of the screen. */
export function gridAt(view: PlanView, { px, py, width, height }: { readonly px: number; readonly py: number; readonly width: number; readonly height: number }): { readonly x: number; readonly y: number } {
  return { x: view.x + (px - width / 2) / view.scale, y: view.y - (py - height / 2) / view.scale };
}

/** The length of the scale bar in metres: the largest of 1, 2, 5 times a power of ten that fits in so many pixels. */
export function scaleBarMetres(scale: number, maxPixels: number): number {
  const most = maxPixels / scale;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}
