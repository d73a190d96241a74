import type { PlacedCouple, PlacedPerson } from './layout-pedigree.ts';

/** Sizes of the picture, in CSS pixels. */
export const sizes = { place: 138, row: 147, symbol: 40, margin: 74, top: 44 } as const;

export function centreOf(placed: PlacedPerson): { x: number; y: number } {
  return { x: sizes.margin + placed.x * sizes.place, y: sizes.top + placed.row * sizes.row };
}

const half = sizes.symbol / 2;
/** Names stand under the symbols, so lines to children leave below them. */
const underNames = half + 55;

/** The lines of a couple and their children as one SVG path: partners joined, children hung from the middle. */
export function pathOf(couple: PlacedCouple): string {
  const father = centreOf(couple.father);
  const mother = centreOf(couple.mother);
  const middle = sizes.margin + couple.x * sizes.place;
  const [left, right] = father.x <= mother.x ? [father, mother] : [mother, father];
  const bar = Math.max(father.y, mother.y) + underNames + (couple.line.kind === 'below' ? 6 + 5 * (couple.line.depth % 3) : 0);
  const parents = couple.line.kind === 'straight'
    ? `M${left.x + half},${left.y}H${right.x - half}M${middle},${left.y}V${bar}`
    : `M${left.x},${left.y + half}V${bar}H${right.x}V${right.y + half}`;
  const children = couple.children.map(centreOf);
  const from = Math.min(middle, ...children.map((child) => child.x));
  const to = Math.max(middle, ...children.map((child) => child.x));
  const drops = children.map((child) => `M${child.x},${bar}V${child.y - half}`).join('');
  return `${parents}M${from},${bar}H${to}${drops}`;
}
