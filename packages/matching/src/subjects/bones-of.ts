import type { Json } from '@imena/problem';
import { agreedValue, type Subject } from '@imena/record';
import { allZones } from '../reassociation/elements.ts';
import type { Side } from '../reassociation/types.ts';

/** One bone of a bag's inventory. */
export interface InventoriedBone {
  readonly id: string;
  readonly element: string;
  readonly side: Side;
  /** Zones that are there; all of them where the bone is said to be whole or its maximum length was measured. */
  readonly zones: readonly number[];
  /** What was measured, millimetres by name. */
  readonly mm: Readonly<Record<string, number>>;
}

/** The bones that a bag was said to hold; null where nobody listed them, or two lists differ. */
export function bonesOf(bag: Subject): InventoriedBone[] | null {
  const bones = agreedValue(bag, 'bones');
  if (bag.disagreements.includes('bones') || !Array.isArray(bones)) return null;
  return (bones as readonly Json[]).flatMap((bone, at): InventoriedBone[] => {
    const { element, side, zones, whole, mm } = recordOf(bone);
    if (typeof element !== 'string' || !isSide(side)) return [];
    const sizes = Object.entries(recordOf(mm)).map(([name, value]): [string, number] => [name, Number(value)]);
    return [{ id: `${bag.id} ${at}`, element, side, zones: zonesOf(element, { zones, isWhole: whole === true || sizes.some(([name]) => name === 'maximum_length') }), mm: Object.fromEntries(sizes) }];
  });
}

/** The zones that were recorded; of a whole bone without a record, all that the element has. */
function zonesOf(element: string, { zones, isWhole }: { readonly zones: Json | undefined; readonly isWhole: boolean }): readonly number[] {
  const recorded = Array.isArray(zones) ? zones.filter((zone) => typeof zone === 'number') : [];
  return recorded.length > 0 || !isWhole ? recorded : allZones(element);
}

export function isSide(value: Json | undefined): value is Side {
  return value === 'left' || value === 'right' || value === 'midline' || value === 'unsided';
}

export function recordOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};
}
