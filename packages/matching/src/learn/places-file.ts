import { refuse } from '@imena/problem';
import type { PlacesTaught, TaughtSettlement } from '../evidence/places-taught.ts';

/** What lists teach of places as it is signed and given out: numbers as decimals, settlements by their keys. */
export type WrittenPlaces = Readonly<{
  imagined: string;
  settlements: readonly Readonly<{ settlement: string; own: string; found: readonly Readonly<{ settlement: string; people: string }>[]; scattered: string }>[];
}>;

export function writePlaces(taught: PlacesTaught | null): WrittenPlaces | null {
  return taught === null ? null : {
    imagined: String(taught.imagined),
    settlements: taught.settlements.map(({ reported, own, found, scattered = 0 }) => ({ settlement: reported, own: String(own), found: found.map(([settlement, people]) => ({ settlement, people: String(people) })), scattered: String(scattered) })),
  };
}

/**
 * Reads what `writePlaces` wrote; nothing (null, or left out by a version that knew none) teaches nothing.
 * @throws Problem `matching.weights_unreadable` for another form, shares beyond 0..1, numbers of people below 0
 */
export function readPlaces(written: unknown): PlacesTaught | null {
  if (written === null || written === undefined) return null;
  const { imagined, settlements } = fieldsOf(written);
  return {
    imagined: numberOf(imagined, 1e6),
    settlements: listOf(settlements).map((one): TaughtSettlement => {
      const { settlement: reported, own, found, scattered } = fieldsOf(one);
      const ways = listOf(found).map((way) => {
        const { settlement, people } = fieldsOf(way);
        return [wordOf(settlement), numberOf(people, 1e9)] as const;
      });
      return { reported: wordOf(reported), own: numberOf(own, 1), found: ways, scattered: numberOf(scattered, 1e9) };
    }),
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : unreadable();
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : unreadable();
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : unreadable();
}

function numberOf(value: unknown, most: number): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  return number >= 0 && number <= most ? number : unreadable();
}

function unreadable(): never {
  return refuse('matching.weights_unreadable', { field: 'places' });
}
