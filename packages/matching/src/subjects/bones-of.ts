import type { Json } from '@imena/problem';
import { agreedValue, type Subject } from '@imena/record';
import type { Side } from '../reassociation/types.ts';

/** One bone of a bag's inventory. */
export interface InventoriedBone {
  readonly id: string;
  readonly element: string;
  readonly side: Side;
  readonly zones: readonly number[];
  /** What was measured, millimetres by name. */
  readonly mm: Readonly<Record<string, number>>;
}

/** The bones that a bag was said to hold; null where nobody listed them, or two lists differ. */
export function bonesOf(bag: Subject): InventoriedBone[] | null {
  const bones = agreedValue(bag, 'bones');
  if (bag.disagreements.includes('bones') || !Array.isArray(bones)) return null;
  return (bones as readonly Json[]).flatMap((bone, at): InventoriedBone[] => {
    const { element, side, zones, mm } = recordOf(bone);
    if (typeof element !== 'string' || !isSide(side)) return [];
    const sizes = Object.entries(recordOf(mm)).map(([name, value]): [string, number] => [name, Number(value)]);
    return [{ id: `${bag.id} ${at}`, element, side, zones: Array.isArray(zones) ? zones.filter((zone) => typeof zone === 'number') : [], mm: Object.fromEntries(sizes) }];
  });
}

export function isSide(value: Json | undefined): value is Side {
  return value === 'left' || value === 'right' || value === 'midline' || value === 'unsided';
}

export function recordOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};
}
