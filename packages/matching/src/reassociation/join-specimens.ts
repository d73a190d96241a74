import { refuse } from '@imena/problem';
import type { Specimen } from './types.ts';

/**
 * Fragments that fit at a fracture as one bone with the zones of all, named by the first of them. Age group and profile are taken
 * where only one is said; fragments of different element, side, age or profile are not one bone and stay apart.
 * @throws Problem `matching.specimen_unknown`
 */
export function joinSpecimens(specimens: readonly Specimen[], refits: readonly (readonly [string, string])[]): Specimen[] {
  const bones = new Map(specimens.map((specimen) => [specimen.id, specimen]));
  const now = new Map(specimens.map(({ id }) => [id, id]));
  for (const [a, b] of refits) {
    const first = bones.get(now.get(a) ?? '');
    const second = bones.get(now.get(b) ?? '');
    if (first === undefined || second === undefined) refuse('matching.specimen_unknown', { specimen: first === undefined ? a : b });
    const whole = first.id === second.id ? null : wholeOf(first, second);
    if (whole === null) continue;
    bones.set(first.id, whole);
    bones.delete(second.id);
    for (const [id, at] of now) if (at === second.id) now.set(id, first.id);
  }
  return [...bones.values()];
}

function wholeOf(a: Specimen, b: Specimen): Specimen | null {
  const sided = a.side === b.side || a.side === 'unsided' || b.side === 'unsided';
  const aged = a.ageGroup === null || b.ageGroup === null || a.ageGroup === b.ageGroup;
  const typed = a.profile === null || b.profile === null || a.profile === b.profile;
  if (a.element !== b.element || !sided || !aged || !typed) return null;
  return {
    ...a,
    side: a.side === 'unsided' ? b.side : a.side,
    zones: [...new Set([...a.zones, ...b.zones])].sort((x, y) => x - y),
    ageGroup: a.ageGroup ?? b.ageGroup,
    profile: a.profile ?? b.profile,
  };
}
