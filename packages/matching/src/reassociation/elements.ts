/** A bone of the inventory: how many of it one person has, and how it is divided into zones. */
export interface Element {
  /** `paired`: one or more on each side; `midline`: no side. */
  readonly sides: 'paired' | 'midline';
  /** How many one adult has on each side, or in the midline. */
  readonly perSide: number;
  /** Highest zone number; zones are counted from 1. */
  readonly zones: number;
  /** Whether left and right of one person can be told reliably by size and form. */
  readonly pairsReliably: boolean;
}

const paired = (perSide: number, zones: number, pairsReliably: boolean): Element => ({ sides: 'paired', perSide, zones, pairsReliably });
const midline = (perSide: number, zones: number): Element => ({ sides: 'midline', perSide, zones, pairsReliably: false });

/**
 * The elements that are counted. Numbers for an adult: inventory of 206 bones. Zones: CoRA documentation after Knüsel
 * and Outram 2004, highest zone number of each element (the paper may differ slightly, the radius for one). Which pair
 * reliably: Adams and Konigsberg 2004 name femur, hip bone, humerus and temporal; tibia, radius and ulna are judgement
 * (unverified).
 * LIMIT: adults; unfused parts of a child's bone are not elements of their own.
 */
export const elements: Readonly<Record<string, Element>> = {
  cranium: midline(1, 23),
  mandible: midline(1, 14),
  hyoid: midline(1, 3),
  cervical_vertebra: midline(7, 4),
  thoracic_vertebra: midline(12, 4),
  lumbar_vertebra: midline(5, 4),
  sacrum: midline(1, 4),
  sternum: midline(1, 3),
  rib: paired(12, 4, false),
  clavicle: paired(1, 3, false),
  scapula: paired(1, 9, false),
  humerus: paired(1, 11, true),
  radius: paired(1, 11, true),
  ulna: paired(1, 8, true),
  hand_bone: paired(27, 3, false),
  os_coxae: paired(1, 12, true),
  femur: paired(1, 11, true),
  patella: paired(1, 1, false),
  tibia: paired(1, 10, true),
  fibula: paired(1, 6, false),
  foot_bone: paired(26, 5, false),
};

/** Every zone of an element: what a whole bone has. None where the element is not known. */
export function allZones(element: string): readonly number[] {
  return Array.from({ length: Object.hasOwn(elements, element) ? (elements[element]?.zones ?? 0) : 0 }, (_, at) => at + 1);
}
