import { checkSpecimens, elementOf } from './check-specimens.ts';
import { joinSpecimens } from './join-specimens.ts';
import type { Side, Specimen } from './types.ts';

/** What makes a number necessary: so many of one place of one bone, or so many profiles. */
export type CountSource =
  | { readonly kind: 'zone'; readonly element: string; readonly side: Side | 'any'; readonly zone: number | null; readonly specimens: readonly string[] }
  | { readonly kind: 'dna'; readonly profiles: readonly string[] };

export interface CountByGroup {
  /** Null: no bone says an age group. */
  readonly ageGroup: string | null;
  readonly number: number;
  readonly source: CountSource;
}

/** One row of the table: what one element says of one age group. */
export interface CountByElement {
  readonly element: string;
  readonly ageGroup: string | null;
  readonly left: number;
  readonly right: number;
  readonly unsided: number;
  readonly midline: number;
  readonly minimum: number;
}

export interface MinimumNumber {
  /** Minimum number of individuals by bones and profiles together. */
  readonly minimum: number;
  /** The same without DNA. */
  readonly byBones: number;
  /** Different profiles. */
  readonly profiles: number;
  /** Whether age groups, counted apart and added, ask for more than all bones of one place do. */
  readonly rests: 'age_groups_added' | 'all_ages_together';
  readonly groups: readonly CountByGroup[];
  /** The one place of one bone, or the profiles, of all ages that ask for most. */
  readonly together: CountByGroup;
  readonly elements: readonly CountByElement[];
  /** Bones of which no zone was recorded: the whole bone is taken to count for one at most (see the method page). */
  readonly withoutZones: readonly string[];
}

/**
 * Minimum number of individuals by bone zone, side and age group, DNA among it. One place (zone of a bone of a side) is
 * there once, or as often as one person has that bone; fragments that fit at a fracture (`refits`, pairs of ids) are one
 * bone. Each age group needs as many as its most demanding place or its profiles; groups exclude each other, so they add
 * up; bones and profiles of unknown age may be of any group and count only where all of one place ask for more. Every number
 * carries the specimens it rests on. Source: Knüsel and Outram 2004 (zones); the reference's DNA-led rule: different
 * profiles and what without profile can belong to none of them.
 * LIMIT: sex adds nothing; joins other than refits do not lower the count and are not asked here.
 * @throws Problem of `checkSpecimens`, `matching.specimen_unknown`
 */
export function countIndividuals(specimens: readonly Specimen[], refits: readonly (readonly [string, string])[] = []): MinimumNumber {
  checkSpecimens(specimens);
  const bones = joinSpecimens(specimens, refits);
  const ageGroups = [...new Set(bones.flatMap(({ ageGroup }) => (ageGroup === null ? [] : [ageGroup])))].sort();
  const groups = ageGroups.flatMap((ageGroup) => most(bones.filter((bone) => bone.ageGroup === ageGroup), ageGroup) ?? []);
  const together = most(bones, null) ?? { ageGroup: null, number: 0, source: { kind: 'dna', profiles: [] } };
  const added = groups.reduce((sum, { number }) => sum + number, 0);
  const boneGroups = ageGroups.map((ageGroup) => most(bones.filter((bone) => bone.ageGroup === ageGroup), ageGroup, 'bones')?.number ?? 0);
  return {
    minimum: Math.max(added, together.number),
    byBones: Math.max(boneGroups.reduce((sum, n) => sum + n, 0), most(bones, null, 'bones')?.number ?? 0),
    profiles: profilesOf(bones).length,
    rests: added > together.number ? 'age_groups_added' : 'all_ages_together',
    groups, together,
    elements: [...ageGroups, null].flatMap((ageGroup) => elementRows(bones.filter((bone) => bone.ageGroup === ageGroup), ageGroup)),
    withoutZones: bones.filter(({ zones }) => zones.length === 0).map(({ id }) => id),
  };
}

/** The most demanding of places and profiles. Of equals the first by name, profiles last. */
function most(bones: readonly Specimen[], ageGroup: string | null, by: 'bones' | 'all' = 'all'): CountByGroup | null {
  let best: CountByGroup | null = null;
  for (const element of elementsOf(bones)) {
    const found = placesOf(bones.filter((bone) => bone.element === element), element);
    if (found.number > (best?.number ?? 0)) best = { ageGroup, ...found };
  }
  const profiles = by === 'bones' ? [] : profilesOf(bones);
  if (profiles.length > (best?.number ?? 0)) best = { ageGroup, number: profiles.length, source: { kind: 'dna', profiles } };
  return best;
}

function elementsOf(bones: readonly Specimen[]): string[] {
  return [...new Set(bones.map(({ element }) => element))].sort();
}

function profilesOf(bones: readonly Specimen[]): string[] {
  return [...new Set(bones.flatMap(({ profile }) => (profile === null ? [] : [profile])))].sort();
}

function elementRows(bones: readonly Specimen[], ageGroup: string | null): CountByElement[] {
  return elementsOf(bones).map((element) => {
    const own = bones.filter((bone) => bone.element === element);
    const on = (side: Side): number => perZone(own.filter((bone) => bone.side === side)).specimens.length;
    return { element, ageGroup, left: on('left'), right: on('right'), unsided: on('unsided'), midline: on('midline'), minimum: placesOf(own, element).number };
  });
}

/** What bones of one element ask for: the fullest zone of either side, or of both with the unsided ones. */
function placesOf(bones: readonly Specimen[], element: string): { number: number; source: CountSource } {
  const { perSide, sides } = elementOf(element, '');
  const sideOf = (side: Side): { number: number; source: CountSource } => need(bones.filter((bone) => bone.side === side), { element, side, perPerson: perSide });
  const candidates = sides === 'midline'
    ? [sideOf('midline')]
    : [sideOf('left'), sideOf('right'), need(bones, { element, side: 'any', perPerson: 2 * perSide })];
  return candidates.reduce((best, one) => (one.number > best.number ? one : best));
}

function need(bones: readonly Specimen[], { element, side, perPerson }: { element: string; side: Side | 'any'; perPerson: number }): { number: number; source: CountSource } {
  const { zone, specimens } = perZone(bones);
  return { number: Math.ceil(specimens.length / perPerson), source: { kind: 'zone', element, side, zone, specimens } };
}

/**
 * The zone that most bones have. A bone without recorded zones may be the other end of any other, so bones without zones
 * count as one, and only where no zone does.
 */
function perZone(bones: readonly Specimen[]): { zone: number | null; specimens: readonly string[] } {
  const byZone = new Map<number, string[]>();
  for (const { id, zones } of bones) for (const zone of new Set(zones)) byZone.set(zone, [...(byZone.get(zone) ?? []), id]);
  const fullest = [...byZone].sort(([za, a], [zb, b]) => b.length - a.length || za - zb)[0];
  if (fullest !== undefined) return { zone: fullest[0], specimens: fullest[1] };
  return { zone: null, specimens: bones.slice(0, 1).map(({ id }) => id) };
}
