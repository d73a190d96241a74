import type { PedigreeLayout } from './layout-pedigree.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The member an arrow key leads to: the next in the row, or the nearest in the row above or below. Null at the edge. */
export function neighbourOf(layout: PedigreeLayout, id: string, direction: Direction): string | null {
  const self = layout.people.find((placed) => placed.person.id === id);
  if (self === undefined) return null;
  const inRow = (row: number) => layout.people.filter((placed) => placed.row === row && placed !== self);
  const sideways = direction === 'left' ? inRow(self.row).filter((one) => one.x < self.x) : inRow(self.row).filter((one) => one.x > self.x);
  const choices = direction === 'up' ? inRow(self.row - 1) : direction === 'down' ? inRow(self.row + 1) : sideways;
  const [nearest] = [...choices].sort((a, b) => Math.abs(a.x - self.x) - Math.abs(b.x - self.x));
  return nearest?.person.id ?? null;
}
