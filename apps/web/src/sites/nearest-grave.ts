interface Placed {
  readonly id: string;
  readonly xMm: number | null;
  readonly yMm: number | null;
}

export type Direction = 'north' | 'south' | 'east' | 'west';

const sidewaysCost = 2.5;

/** The next grave in a direction: near, and not too far to the side. */
export function nearestInDirection<T extends Placed>(graves: readonly T[], from: Placed, direction: Direction): T | undefined {
  let best: T | undefined;
  let bestCost = Infinity;
  for (const grave of graves) {
    if (grave.id === from.id) continue;
    const east = (grave.xMm ?? 0) - (from.xMm ?? 0);
    const north = (grave.yMm ?? 0) - (from.yMm ?? 0);
    const [ahead, aside] = direction === 'north' ? [north, east] : direction === 'south' ? [-north, east] : direction === 'east' ? [east, north] : [-east, north];
    if (ahead <= 0) continue;
    const cost = ahead + sidewaysCost * Math.abs(aside);
    if (cost < bestCost) [best, bestCost] = [grave, cost];
  }
  return best;
}
