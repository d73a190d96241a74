import type { Overview } from '../api/index.ts';

export type Count = Overview['counts'][number];

export interface CountGroup {
  readonly unit: string;
  readonly scope: string | null;
  readonly total: Count | undefined;
  readonly states: readonly Count[];
}

const order = ['site', 'grave', 'remains', 'sample', 'profile', 'person', 'relative', 'family', 'identification', 'source', 'claim'];

/** Counts of one unit in one place, together; units in the order of the work, the whole (state '') apart from its parts. */
export function groupCounts(counts: readonly Count[]): CountGroup[] {
  const groups = new Map<string, Count[]>();
  for (const count of counts) {
    const key = `${count.unit}/${count.scope ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), count]);
  }
  const place = (unit: string): number => (order.includes(unit) ? order.indexOf(unit) : order.length);
  return [...groups.values()]
    .flatMap((group): CountGroup[] => {
      const first = group[0];
      if (first === undefined) return [];
      return [{ unit: first.unit, scope: first.scope, total: group.find((one) => one.state === ''), states: group.filter((one) => one.state !== '') }];
    })
    .sort((a, b) => place(a.unit) - place(b.unit));
}

/** The screen that lists what was counted, from the query of the register. */
export function screenOf(query: string): { readonly kind: string; readonly conditions: Readonly<Record<string, string>> } {
  const conditions = Object.fromEntries(new URLSearchParams(query.replace(/^.*\?/, '')));
  const kind = conditions['kind'] ?? '';
  return { kind, conditions: Object.fromEntries(Object.entries(conditions).filter(([name]) => name !== 'kind' && name !== 'limit')) };
}
