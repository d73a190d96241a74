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
  const { starts, places } = index.wordPlaces;
  const { cells, weights: sums, touched, serial } = space;
  let { count } = space;
  name.words.forEach((word, nth) => {
    const bit = bitOf(nth);
    const { words, weights } = index.similar(word);
    // The most telling come first: what a place has met stays.
    for (let i = 0; i < words.length; i++) {
      const weight = weights[i] as number;
      const start = starts[words[i] as number] as number;
      const end = starts[(words[i] as number) + 1] as number;
      if ((places[end - 1] as number) < from) continue;
      for (let p = from === 0 ? start : firstAt(places, { start, end, from }); p < end; p++) {
        const place = places[p] as number;
        const at = cellWidth * place;
        const cell = cells[at] as number;
        if (cell < serial) {
          cells[at] = serial | bit;
          sums[at + 1] = weight;
          touched[count++] = place;
        } else if ((cell & bit) === 0) {
          cells[at] = cell | bit;
          sums[at + 1] = (sums[at + 1] as number) + weight;
        }
      }
    }
  });
  space.count = count;
}

/** Where in an ascending part of a list the places from `from` on begin. */
function firstAt(places: Int32Array, { start, end, from }: { readonly start: number; readonly end: number; readonly from: number }): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
