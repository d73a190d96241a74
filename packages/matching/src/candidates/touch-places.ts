import type { PreparedName } from '@imena/names';
import type { CandidateSpace } from './candidate-space.ts';
import type { WordIndex } from './word-index.ts';

/**
 * Adds up for every place that shares a word with the name the most that its words can say, into `space.names`; the
 * places touched stand in `space.touched`. Of the words of a place that one word may stand for the most telling counts.
 * @param from - places before it are left out
 */
export function touchPlaces(name: PreparedName, index: WordIndex, { space, from = 0 }: { readonly space: CandidateSpace; readonly from?: number }): void {
  space.serial++;
  space.count = 0;
  name.words.forEach((word, at) => {
    const { words, weights } = index.similar(word);
    // The most telling come first: what a place has met stays.
    for (let i = 0; i < words.length; i++) touch(space, index.placesOf(words[i] ?? 0), { from, bit: 1 << at, weight: weights[i] ?? 0 });
  });
}

function touch(space: CandidateSpace, places: Int32Array, { from, bit, weight }: { readonly from: number; readonly bit: number; readonly weight: number }): void {
  const { names, touchedBy, met, touched, serial } = space;
  for (let i = from === 0 ? 0 : firstAt(places, from); i < places.length; i++) {
    const place = places[i] ?? 0;
    if (touchedBy[place] !== serial) {
      touchedBy[place] = serial;
      names[place] = weight;
      met[place] = bit;
      touched[space.count++] = place;
      continue;
    }
    if (((met[place] ?? 0) & bit) !== 0) continue;
    met[place] = (met[place] ?? 0) | bit;
    names[place] = (names[place] ?? 0) + weight;
  }
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
