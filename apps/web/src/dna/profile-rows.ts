import type { Item } from '../api/index.ts';

/** Whose profile it is: the first subject it is linked with, remains before relatives before missing persons. */
export function ownerOf(profile: Pick<Item, 'links'>): { readonly kind: 'remains' | 'relative' | 'person'; readonly id: string } | null {
  for (const kind of ['remains', 'relative', 'person'] as const) {
    const link = profile.links.find((one) => one.rel === kind);
    if (link !== undefined) return { kind, id: link.to };
  }
  return null;
}
