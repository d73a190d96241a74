import { codeLists } from '@imena/record';
import type { Overview } from '../api/index.ts';

export type Count = Overview['counts'][number];

/** The counts of one unit in one place, by state. Different units are never added. */
export interface UnitCounts {
  readonly unit: string;
  readonly states: readonly Count[];
}

export interface PlaceCounts {
  readonly scope: string | null;
  readonly units: readonly UnitCounts[];
}

const unitOrder = ['site', 'area', 'grave', 'burial_record', 'remains', 'sample', 'profile', 'person', 'relative', 'family', 'identification', 'source', 'claim', 'run'];
/** What serves the software itself is counted on its own screens. */
const service = new Set(['office', 'device', 'heads', 'erasure']);

const stateOrder: Readonly<Record<string, readonly string[]>> = {
  site: codeLists.siteStages, grave: codeLists.graveStages, sample: codeLists.sampleStages, remains: ['recovered', 'examined'], person: ['missing', ...codeLists.outcomes],
  relative: ['not_asked', 'consented', 'refused', 'consent_withdrawn'], identification: ['proposed', 'returned', 'reviewed', 'established', 'certified', 'revoked'],
};

/** Counts by place, then by unit in the order of the work, then by state in the order in which states follow. */
export function groupCounts(counts: readonly Count[]): PlaceCounts[] {
  const places = new Map<string | null, Map<string, Count[]>>();
  for (const count of counts) {
    if (service.has(count.unit)) continue;
    const units = places.get(count.scope) ?? new Map<string, Count[]>();
    units.set(count.unit, [...(units.get(count.unit) ?? []), count]);
    places.set(count.scope, units);
  }
  return [...places].map(([scope, units]) => ({
    scope,
    units: [...units].map(([unit, states]) => ({ unit, states: states.toSorted((a, b) => rank(stateOrder[unit] ?? [], a.state) - rank(stateOrder[unit] ?? [], b.state)) }))
      .sort((a, b) => rank(unitOrder, a.unit) - rank(unitOrder, b.unit)),
  })).sort((a, b) => b.units.length - a.units.length || (String(a.scope) < String(b.scope) ? -1 : 1));
}

function rank(order: readonly string[], value: string): number {
  const place = order.indexOf(value);
  return place < 0 ? order.length : place;
}

/** The screen that lists what was counted, from the query of the register. */
export function screenOf(query: string): { readonly kind: string; readonly conditions: Readonly<Record<string, string>> } {
  const conditions = Object.fromEntries(new URLSearchParams(query.replace(/^.*\?/, '')));
  const kind = conditions['kind'] ?? '';
  return { kind, conditions: Object.fromEntries(Object.entries(conditions).filter(([name]) => name !== 'kind' && name !== 'limit')) };
}
