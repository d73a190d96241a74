import type { Random } from './random.ts';

export interface GroundPlan {
  readonly graves: number;
  readonly rows: number;
  /** Where the first row begins, millimetres on the site's grid. */
  readonly origin: { readonly xMm: number; readonly yMm: number };
}

/** A grave on an invented plan. */
export interface GroundGrave {
  readonly row: number;
  readonly xMm: number;
  readonly yMm: number;
  /** The way the feet point, degrees from grid north, clockwise. */
  readonly directionDeg: number;
  readonly lengthMm: number;
  readonly widthMm: number;
}

/**
 * Lays out graves in rows among trees: rows bend, distances vary, and where a tree stands a place is left out.
 * Row after row, each from west to east.
 */
export function layOutRows(random: Random, { graves, rows, origin }: GroundPlan): GroundGrave[] {
  const result: GroundGrave[] = [];
  for (let row = 0; row < rows; row++) {
    const wanted = Math.floor(((row + 1) * graves) / rows) - Math.floor((row * graves) / rows);
    const bend = random.normal(0, 900);
    const tilt = random.normal(0, 0.015);
    let x = origin.xMm + random.int(-2500, 2500);
    const rowY = origin.yMm - row * 3600 + random.int(-350, 350);
    for (let place = 0; place < wanted; place++) {
      const along = place / Math.max(1, wanted - 1) - 0.5;
      result.push({
        row,
        xMm: x,
        yMm: Math.round(rowY + bend * (4 * along * along - 0.5) + tilt * (x - origin.xMm) + random.normal(0, 120)),
        directionDeg: (90 + Math.round(random.normal(0, 5)) + 360) % 360,
        lengthMm: random.int(1850, 2250),
        widthMm: random.int(750, 1000),
      });
      // About one place in nine is taken by a tree.
      x += random.int(2350, 2750) + (random.chance(0.11) ? random.int(1500, 3200) : 0);
    }
  }
  return result;
}
