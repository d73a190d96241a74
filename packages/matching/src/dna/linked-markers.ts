import { closeCm, linkedPairs, type Profile } from '@imena/kinship';
import type { CloseMarkers, RunFamily, RunInput } from './types.ts';

export { closeCm };

/** The known pairs among these markers that lie close on one chromosome; the map's figures are unverified. */
export function closeMarkers(names: readonly string[]): CloseMarkers[] {
  return linkedPairs(names).filter((pair) => pair.distanceCm < closeCm).map(({ a, b, distanceCm }) => ({ a, b, distanceCm }));
}

/** A marker that is not counted in a family, and the marker of the same chromosome that is. */
export interface LinkedOut {
  readonly marker: string;
  readonly keeps: string;
  readonly distanceCm: number;
}

/**
 * Of each close pair the marker that a family's comparisons leave out where the two cannot be calculated together: the one
 * that fewer relatives are typed at. Nothing is left out where linkage cannot bear on the ratio: only parents of
 * the missing person are typed, or only one child (with its other parent), so that no two transmissions tie the same
 * people. Source: docs/methods/linkage.md.
 */
export function linkedOutOf({ linked = [], references }: Pick<RunInput, 'linked' | 'references'>, family: Pick<RunFamily, 'members'>, member: string): LinkedOut[] {
  if (linked.length === 0 || !canBear(family, member)) return [];
  const profiles = references.filter((one) => family.members.some((relative) => relative.profile === one.profile && relative.id !== member));
  const typedAt = (marker: string): number => profiles.filter((one) => isTyped(one.genotypes, marker)).length;
  const out = new Map<string, LinkedOut>();
  for (const { a, b, distanceCm } of linked) {
    if (out.has(a) || out.has(b) || typedAt(a) === 0 || typedAt(b) === 0) continue;
    const [marker, keeps] = typedAt(a) < typedAt(b) || (typedAt(a) === typedAt(b) && a > b) ? [a, b] : [b, a];
    out.set(marker, { marker, keeps, distanceCm });
  }
  return [...out.values()];
}

/** Whether linkage can bear on the ratio of a family: whether two transmissions may tie the missing person to the typed relatives. */
export function canBear({ members }: Pick<RunFamily, 'members'>, member: string): boolean {
  const self = members.find((one) => one.id === member);
  const typed = members.filter((one) => one.profile !== null && one.id !== member);
  if (typed.every((one) => one.id === self?.father || one.id === self?.mother)) return false;
  const children = typed.filter((one) => one.father === member || one.mother === member);
  const [child] = children;
  return !(children.length === 1 && child !== undefined && typed.every((one) => one === child || (one.id === child.father || one.id === child.mother)));
}

function isTyped(genotypes: Profile, marker: string): boolean {
  return genotypes[marker]?.some((allele) => allele !== null) ?? false;
}
