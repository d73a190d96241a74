import { elementOf } from './check-specimens.ts';
import type { Association, Specimen } from './types.ts';

/** Why two groups of specimens may not be of one individual. */
export type AgainstReason =
  | { readonly kind: 'profiles_differ'; readonly a: string; readonly b: string }
  | { readonly kind: 'age_groups_differ'; readonly a: string; readonly b: string }
  /** More bones of one place than one person has: another wrong side, a mistake of sampling, or two people. */
  | { readonly kind: 'bone_twice'; readonly element: string; readonly side: string; readonly zone: number; readonly specimens: readonly string[] }
  | { readonly kind: 'note'; readonly association: Association };

/** Everything that speaks against the two groups being one individual; empty where nothing does. */
export function reasonsAgainst(left: readonly Specimen[], right: readonly Specimen[], apart: readonly Association[]): AgainstReason[] {
  const reasons: AgainstReason[] = [];
  const profiles = firstPair(left, right, ({ profile }) => profile);
  if (profiles !== null) reasons.push({ kind: 'profiles_differ', ...profiles });
  const ages = firstPair(left, right, ({ ageGroup }) => ageGroup);
  if (ages !== null) reasons.push({ kind: 'age_groups_differ', ...ages });
  reasons.push(...bonesTwice([...left, ...right]));
  const has = (group: readonly Specimen[], id: string): boolean => group.some((specimen) => specimen.id === id);
  for (const association of apart) {
    const { a, b } = association;
    if ((has(left, a) && has(right, b)) || (has(left, b) && has(right, a))) reasons.push({ kind: 'note', association });
  }
  return reasons;
}

/** The first two specimens, one of each group, of which both say something and not the same. */
function firstPair(left: readonly Specimen[], right: readonly Specimen[], said: (specimen: Specimen) => string | null): { a: string; b: string } | null {
  for (const one of left) {
    const other = right.find((specimen) => said(one) !== null && said(specimen) !== null && said(specimen) !== said(one));
    if (other !== undefined) return { a: one.id, b: other.id };
  }
  return null;
}

function bonesTwice(specimens: readonly Specimen[]): AgainstReason[] {
  const places = new Map<string, { element: string; side: string; zone: number; ids: string[]; limit: number }>();
  for (const { id, element, side, zones } of specimens) {
    const { perSide, sides } = elementOf(element, id);
    // Unsided bones may be of either side: only more than both sides hold would be too many, and that needs all of them.
    if (side === 'unsided') continue;
    for (const zone of new Set(zones)) {
      const key = `${element} ${side} ${zone}`;
      const place = places.get(key) ?? { element, side: sides === 'midline' ? 'midline' : side, zone, ids: [], limit: perSide };
      place.ids.push(id);
      places.set(key, place);
    }
  }
  const tooMany = [...places.values()].filter(({ ids, limit }) => ids.length > limit);
  // One bone lies twice in many zones; one reason for each bone and side is enough.
  const seen = new Set<string>();
  return tooMany.flatMap(({ element, side, zone, ids }): AgainstReason[] => {
    const key = `${element} ${side}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ kind: 'bone_twice', element, side, zone, specimens: ids }];
  });
}
