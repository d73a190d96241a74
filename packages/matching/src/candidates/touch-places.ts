import type { PreparedName } from '@imena/names';
import { bitOf, cellWidth, openSearch, type CandidateSpace } from './candidate-space.ts';
import type { WordIndex } from './word-index.ts';

/**
 * Adds up for every place that shares a word with the name the most that its words can say (`namesAt`); the
 * places touched stand in `space.touched`. Of the words of a place that one word may stand for the most telling counts.
 * @param from - places before it are left out
 */
export function touchPlaces(name: PreparedName, index: WordIndex, { space, from = 0 }: { readonly space: CandidateSpace; readonly from?: number }): void {
  openSearch(space);
  name.words.forEach((word, at) => {
    const { words, weights } = index.similar(word);
    // The most telling come first: what a place has met stays.
    for (let i = 0; i < words.length; i++) touch(space, index.placesOf(words[i] ?? 0), { from, bit: bitOf(at), weight: weights[i] ?? 0 });
  });
}

function touch(space: CandidateSpace, places: Int32Array, { from, bit, weight }: { readonly from: number; readonly bit: number; readonly weight: number }): void {
  const { cells, weights, touched, serial } = space;
  let { count } = space;
  for (let i = from === 0 ? 0 : firstAt(places, from); i < places.length; i++) {
    const place = places[i] as number;
    const at = cellWidth * place;
    const cell = cells[at] as number;
    if (cell < serial) {
      cells[at] = serial | bit;
      weights[at + 1] = weight;
      touched[count++] = place;
    } else if ((cell & bit) === 0) {
      cells[at] = cell | bit;
      weights[at + 1] = (weights[at + 1] as number) + weight;
    }
  }
  space.count = count;
}

/** Where in an ascending list the places from `from` on begin. */
function firstAt(places: Int32Array, from: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
