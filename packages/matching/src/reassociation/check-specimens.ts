import { refuse } from '@imena/problem';
import { elements, type Element } from './elements.ts';
import type { Specimen } from './types.ts';

/**
 * Refuses specimens that cannot be counted.
 * @throws Problem `matching.specimen_twice`, `matching.element_unknown`, `matching.zone_unknown`, `matching.side_impossible`
 */
export function checkSpecimens(specimens: readonly Specimen[]): void {
  const seen = new Set<string>();
  for (const { id, element, side, zones } of specimens) {
    if (seen.has(id)) refuse('matching.specimen_twice', { specimen: id });
    seen.add(id);
    const known = elementOf(element, id);
    for (const zone of zones) {
      if (!Number.isInteger(zone) || zone < 1 || zone > known.zones) refuse('matching.zone_unknown', { specimen: id, element, zone, highest: known.zones });
    }
    if ((known.sides === 'midline') !== (side === 'midline')) refuse('matching.side_impossible', { specimen: id, element, side });
  }
}

/** The element of a specimen. @throws Problem `matching.element_unknown` */
export function elementOf(element: string, specimen: string): Element {
  // An own property only: `constructor` is no bone.
  return (Object.hasOwn(elements, element) ? elements[element] : undefined) ?? refuse('matching.element_unknown', { specimen, element });
}
