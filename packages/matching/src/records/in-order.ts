import type { MissingReport } from './types.ts';

/** A list in the order of its ids, whatever order it came in: what is computed from it does not depend on the rows of a file. */
export function inOrderOfIds<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...list].sort(byId);
}

/**
 * Reports in the order of place, week last seen, sex and birth, then of their ids, whatever order they came in: those that
 * one search comes to lie near each other in memory.
 */
export function inSearchOrder(list: readonly MissingReport[]): MissingReport[] {
  const keyed = list.map((report) => ({ report, key: keyOf(report) }));
  return keyed.sort((a, b) => inWords(a.key, b.key) || byId(a.report, b.report)).map(({ report }) => report);
}

/** Fields of fixed width, so that keys are compared as words. */
function keyOf({ place, street, lastSeen, sex, birth }: MissingReport): string {
  const week = lastSeen === null ? '' : String(Math.floor(lastSeen / 7) + 1e6);
  return `${place ?? ''}|${street ?? ''}|${week}|${sex ?? ''}|${String(birth?.year ?? 0).padStart(5, '0')}`;
}

/** Where each id stands in a list. */
export function placesOf(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, at) => [id, at]));
}

/** The order of words and ids: by code units, the same on every machine. */
export function inWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return inWords(a.id, b.id);
}
