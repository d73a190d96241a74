import { placeKey } from '@imena/names';
import type { PlacesTaught } from '../evidence/places-taught.ts';
import type { Matching } from '../match/open-matching.ts';

/** What lists teach of places, with a written form of each key for people to read. Plain data. */
export interface LearnedPlaces {
  readonly taught: PlacesTaught;
  /** The settlement of each key, as it is written most. */
  readonly names: Readonly<Record<string, string>>;
}

/** What the lists taught under which they are open; null where that is nothing. */
export function describePlaces({ missing, remains, context: { placesTaught } }: Pick<Matching, 'missing' | 'remains' | 'context'>): LearnedPlaces | null {
  if (placesTaught === null) return null;
  const written = new Map(placesTaught.settlements.flatMap(({ reported, found }) => [reported, ...found.map(([settlement]) => settlement)]).map((key) => [key, new Map<string, number>()]));
  for (const { place } of [...missing, ...remains]) {
    if (place === null) continue;
    const key = placeKey(place);
    const counts = written.get(key);
    // Of `Вигадане, біля ринку` only the settlement is told.
    const name = counts === undefined ? undefined : place.split(/[,;(]/u).map((part) => part.trim()).find((part) => part !== '' && placeKey(part) === key);
    if (name !== undefined) counts?.set(name, (counts.get(name) ?? 0) + 1);
  }
  const mostWritten = (key: string, counts: ReadonlyMap<string, number>): string => [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0] ?? key;
  return { taught: placesTaught, names: Object.fromEntries([...written].map(([key, counts]) => [key, mostWritten(key, counts)])) };
}

/** Numbers of people and shares move in their last digits for long: they count from here. */
const leastMoved = { people: 0.5, own: 0.05 };

/** Whether one round of learning came to other places than the round before. */
export function placesMoved(before: PlacesTaught | null, after: PlacesTaught | null): boolean {
  if (before === null || after === null) return before !== after;
  if (before.imagined !== after.imagined) return true;
  const ways = ({ settlements }: PlacesTaught): Map<string, { readonly value: number; readonly least: number }> => new Map(settlements.flatMap(({ reported, own, found }) => [
    [reported, { value: own, least: leastMoved.own }] as const,
    // The first of a way does not count, so that one who begins or ends a way moves nothing.
    ...found.map(([settlement, people]) => [`${reported}\n${settlement}`, { value: Math.max(1, people), least: leastMoved.people }] as const),
  ]));
  const [was, is] = [ways(before), ways(after)];
  return [...new Set([...was.keys(), ...is.keys()])].some((key) => {
    const [one, other] = [was.get(key), is.get(key)];
    const { least } = one ?? other ?? { least: 0 };
    const none = key.includes('\n') ? 1 : 0;
    return Math.abs((one?.value ?? none) - (other?.value ?? none)) >= least;
  });
}
