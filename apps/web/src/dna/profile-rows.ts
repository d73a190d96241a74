import type { Item } from '../api/index.ts';

export interface ProfileCounts {
  readonly remains: number;
  readonly relatives: number;
  readonly persons: number;
  readonly ofNobody: number;
}

/** Whose profile it is: the first subject it is linked with, remains before relatives before missing persons. */
export function ownerOf(profile: Pick<Item, 'links'>): { readonly kind: 'remains' | 'relative' | 'person'; readonly id: string } | null {
  for (const kind of ['remains', 'relative', 'person'] as const) {
    const link = profile.links.find((one) => one.rel === kind);
    if (link !== undefined) return { kind, id: link.to };
  }
  return null;
}

/** How many different remains, relatives and missing persons have at least one profile. */
export function countOwners(profiles: readonly Pick<Item, 'links'>[]): ProfileCounts {
  const owners = profiles.map(ownerOf);
  const different = (kind: string): number => new Set(owners.flatMap((owner) => (owner?.kind === kind ? [owner.id] : []))).size;
  return { remains: different('remains'), relatives: different('relative'), persons: different('person'), ofNobody: owners.filter((owner) => owner === null).length };
}
