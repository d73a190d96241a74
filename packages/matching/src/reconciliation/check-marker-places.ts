import { readGraveNumber } from './grave-number.ts';
import { linkParameters } from './link-settings.ts';
import { makeMismatch } from './make-mismatch.ts';
import type { Mismatch } from './types.ts';
import { nameWeight, type PreparedGrave, type PreparedLists, type PreparedMarker, type PreparedRow } from './weigh-link.ts';

/** A marker that seems to belong to another grave than it stands on. */
interface Strayed {
  readonly on: PreparedGrave;
  readonly marker: PreparedMarker;
  /** The grave it seems to belong to; null where none is known. */
  readonly of: PreparedGrave | null;
}

/**
 * Markers that stand on another grave than theirs: by the grave's own number against that of its marker, and by names that
 * fit the journal line of another grave better. Two that stand on each other's graves are named as one exchange.
 * Cost: each marker with the journal lines of all graves, where its own do not fit.
 */
export function checkMarkerPlaces(lists: PreparedLists, rowsOf: (grave: PreparedGrave) => readonly PreparedRow[]): Mismatch[] {
  const byNumber = lists.graves.flatMap((grave) => strayedByNumber(grave, lists));
  // A link follows the name where number and name disagree: the lines of the number tell whose place it is.
  const lines = new Map(lists.graves.map((grave) => {
    const same = lists.rows.filter(({ number }) => number !== null && grave.numbers.some(({ key }) => key === number.key));
    return [grave, same.length > 0 ? same : rowsOf(grave)];
  }));
  const byName = lists.graves.flatMap((grave) => strayedByName(grave, lists, (one) => lines.get(one) ?? []));
  const swapped = [...pairsOf(byNumber), ...pairsOf(byName)];
  const keys = new Set<string>();
  const exchanges = swapped.flatMap(([a, b]): Mismatch[] => {
    const mismatch = makeMismatch('markers_swapped', { markers: [a.marker.marker.id, b.marker.marker.id], graves: [a.on.grave.id, b.on.grave.id] }, {
      first: shownGrave(b.on), second: shownGrave(a.on), firstName: a.marker.marker.name, secondName: b.marker.marker.name,
    });
    if (keys.has(mismatch.key)) return [];
    keys.add(mismatch.key);
    return [mismatch];
  });
  const told = new Set(swapped.flatMap(([a, b]) => [a.marker, b.marker]));
  const alone = byNumber.filter(({ marker }) => !told.has(marker))
    .map(({ on, marker }) => makeMismatch('marker_number_differs', { markers: [marker.marker.id], graves: [on.grave.id] }, { grave: on.grave.number, marker: marker.marker.number }));
  return [...exchanges, ...alone];
}

/** Markers whose number is not the grave's own. */
function strayedByNumber(on: PreparedGrave, { graves }: PreparedLists): Strayed[] {
  const own = readGraveNumber(on.grave.number);
  if (own === null) return [];
  return on.markers.flatMap((marker): Strayed[] => {
    const { number } = marker;
    if (number === null || number.key === own.key) return [];
    return [{ on, marker, of: graves.find(({ grave }) => readGraveNumber(grave.number)?.key === number.key) ?? null }];
  });
}

/** Markers whose name is not of the lines of their grave and fits a line of another. */
function strayedByName(on: PreparedGrave, { graves }: PreparedLists, linesOf: (grave: PreparedGrave) => readonly PreparedRow[]): Strayed[] {
  const fits = (marker: PreparedMarker, grave: PreparedGrave): number => Math.max(-Infinity, ...linesOf(grave).map(({ name }) => nameWeight(name, marker.name) ?? -Infinity));
  return on.markers.flatMap((marker): Strayed[] => {
    const own = fits(marker, on);
    if (own === -Infinity || own > linkParameters.nameOfAnother.value) return [];
    const best = graves.filter((grave) => grave !== on).map((grave) => ({ grave, weight: fits(marker, grave) })).reduce<{ grave: PreparedGrave; weight: number } | null>((top, one) => (one.weight > (top?.weight ?? -Infinity) ? one : top), null);
    return best === null || best.weight < linkParameters.leastLog10Lr.value ? [] : [{ on, marker, of: best.grave }];
  });
}

function pairsOf(strayed: readonly Strayed[]): (readonly [Strayed, Strayed])[] {
  return strayed.flatMap((a, i) => strayed.slice(i + 1).flatMap((b) => (a.of === b.on && b.of === a.on ? [[a, b] as const] : [])));
}

function shownGrave({ grave, markers }: PreparedGrave): string {
  return grave.number ?? markers[0]?.marker.number ?? grave.id;
}
