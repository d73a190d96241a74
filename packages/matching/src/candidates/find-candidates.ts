import type { PreparedName } from '@imena/names';
import { isTouched, namesAt, openSearch } from './candidate-space.ts';
import { searchByBounds } from './search-by-bounds.ts';
import { byTotal, weighPlace, type CandidateSearch, type FoundPlace, type SearchEvidence } from './search-evidence.ts';
import { touchPlaces } from './touch-places.ts';

/** log10 by which a name without a word in common counts against a candidate while candidates of a short list are looked for. */
export const noWordInCommon = -1.5;

/**
 * The places of a list with the highest weights by all evidence, best first. Without a readable name, and in short lists,
 * every place takes part and a rough sum decides which are weighed in full: other evidence exactly, names by the words that
 * agree. In long lists bounds decide, and nobody is lost who weighs `floorOf(list)` or more and stands among the best
 * `most`, as far as the index of words finds the words that agree (docs/methods/evidence.md).
 */
export function findCandidates(name: PreparedName | null, evidence: SearchEvidence, search: CandidateSearch): FoundPlace[] {
  const { index, space, limits: { most, wholeListUpTo }, except = -1 } = search;
  const count = index.names.length;
  if (count > wholeListUpTo) return searchByBounds(name, evidence, search);
  if (name === null) openSearch(space);
  else touchPlaces(name, index, space);
  const { sums } = space;
  evidence.all(sums);
  if (space.count > 0) for (let i = 0; i < count; i++) sums[i] = (sums[i] ?? 0) + (isTouched(space, i) ? Math.max(noWordInCommon, namesAt(space, i)) : noWordInCommon);
  if (except >= 0) sums[except] = -Infinity;
  return best(sums, count, most).filter((place) => place !== except).map((place) => weighPlace(place, evidence)).sort(byTotal).slice(0, most);
}

/** The places with the highest sums, best first; ties by place in the list. */
function best(sums: Float32Array, count: number, most: number): number[] {
  let highest = -Infinity;
  for (let i = 0; i < count; i++) highest = Math.max(highest, sums[i] ?? -Infinity);
  for (const depth of [1, 2, 4, 8, Infinity]) {
    const kept: number[] = [];
    for (let i = 0; i < count; i++) if ((sums[i] ?? -Infinity) >= highest - depth) kept.push(i);
    if (kept.length >= most || kept.length === count || depth === Infinity) return kept.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, most);
  }
  return [];
}
