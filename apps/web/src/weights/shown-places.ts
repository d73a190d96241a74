import type { PlacesTaught } from './weights-api.ts';

/** A settlement as it is shown: what its people were found in, most of them first. */
export interface ShownPlace {
  readonly name: string;
  readonly found: readonly { readonly name: string; readonly people: number }[];
  readonly scattered: number;
  /** That its dead lie otherwise than documented, 0..1. */
  readonly probability: number;
}

/** Settlements that have ways of their own with less probability hardly move a weight: they are counted, not shown. */
const shownFrom = 0.1;

/** Learned places in words, the surest first; a key without a written name stands for itself. */
export function shownPlaces(places: PlacesTaught | null, names: Readonly<Record<string, string>>): { readonly own: readonly ShownPlace[]; readonly others: number } {
  const nameOf = (key: string): string => names[key] ?? key;
  const all = (places?.settlements ?? []).map(({ settlement, own, found, scattered }): ShownPlace => ({
    name: nameOf(settlement), probability: Number(own), scattered: Number(scattered),
    found: found.map((way) => ({ name: nameOf(way.settlement), people: Number(way.people) })).sort((a, b) => b.people - a.people),
  }));
  const own = all.filter(({ probability }) => probability >= shownFrom).sort((a, b) => b.probability - a.probability || a.name.localeCompare(b.name));
  return { own, others: all.length - own.length };
}
