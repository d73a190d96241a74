import type { Subject } from '@imena/record';

/** Remains that somebody said are of one individual. The first of them by code of the entry stands for all. */
export interface IndividualFound {
  readonly id: string;
  readonly remains: readonly Subject[];
}

/** Individuals after parts were brought together by statement (`remains.reassociated`); each bag once, in the order given. */
export function groupRemains(remains: readonly Subject[]): IndividualFound[] {
  const groupOf = new Map<string, Subject[]>(remains.map((one) => [one.id, [one]]));
  for (const one of remains) {
    for (const { value } of one.lists['reassociations'] ?? []) {
      const [a, b] = [groupOf.get(one.id), groupOf.get(typeof value['with'] === 'string' ? value['with'] : '')];
      if (a === undefined || b === undefined || a === b) continue;
      const together = [...a, ...b];
      for (const { id } of together) groupOf.set(id, together);
    }
  }
  const order = new Map(remains.map(({ id }, place) => [id, place]));
  return [...new Set(groupOf.values())]
    .map((group) => group.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)))
    .map((group) => ({ id: group[0]?.id ?? '', remains: group }));
}
