import type { Item } from '../api/index.ts';

export const usualWidthM = 0.8;
const usualLengthM = 2;

export interface GraveShape {
  /** Metres. */
  readonly width: number;
  readonly length: number;
  /** Degrees clockwise from the north of the grid. */
  readonly direction: number;
}

/** Size and direction of a grave on a plan, as measured; the usual size, lying north to south, where nobody measured. */
export function shapeOf({ facets }: Pick<Item, 'facets'>): GraveShape {
  const metres = (field: string, usual: number): number => (typeof facets[field] === 'number' && facets[field] > 0 ? facets[field] / 1000 : usual);
  return { width: metres('widthMm', usualWidthM), length: metres('lengthMm', usualLengthM), direction: typeof facets['directionDeg'] === 'number' ? facets['directionDeg'] : 0 };
}

/** How far the drawn grave reaches to the south of its middle, metres: its number is written below that. */
export function belowOf(grave: Pick<Item, 'facets'>): number {
  const { width, length, direction } = shapeOf(grave);
  const radians = (direction * Math.PI) / 180;
  return (Math.abs(Math.cos(radians)) * length + Math.abs(Math.sin(radians)) * width) / 2;
}
