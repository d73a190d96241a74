import type { PreparedName } from '@imena/names';
import { asMet, bitOf, neededFor, openSearch, type CandidateSpace } from './candidate-space.ts';
import type { Buckets } from './buckets.ts';
import type { Needs } from './group-bounds.ts';
import type { SimilarWords, WordIndex } from './word-index.ts';

/**
 * Adds up for every place that shares a word with the name the most that its words can say (`namesAt`); the
 * places touched stand in `space.touched`. Of the words of a place that one word may stand for the most telling counts.
 * @param from - places before it are left out
 */
export function touchPlaces(name: PreparedName, index: WordIndex, { space, from = 0 }: { readonly space: CandidateSpace; readonly from?: number }): void {
  const similar = name.words.map((word) => index.similar(word));
  openSearch(space);
  touchWords(similar, index, { space, from, needed: null });
}

/** What tells whether a place that nothing found before is worth looking at. */
interface Needed {
  /** The places of the words of the index, each with what it is asked first (`placesAsked`). */
  readonly asked: Int32Array;
  readonly buckets: Buckets;
  readonly needs: Needs;
  /** One bit for each place of the list that is looked at whatever it needs. */
  readonly isTold: Int32Array;
}

export interface TouchNeeded extends Needed {
  readonly space: CandidateSpace;
  /** Places before it are left out. */
  readonly from: number;
  /** Places with the day of birth of the searcher, ascending, and what that says, log10. */
  readonly days: Int32Array;
  readonly dayWeight: number;
}

/** Numbers of one of `placesAsked`: the place, its bucket and its birth. */
const askedWidth = 3;

/** Many places, each with what it is asked first beside it: a search comes to hundreds of short lists of them. */
export function placesAsked(places: Int32Array, { bucketOf, birthOf }: Pick<Buckets, 'bucketOf' | 'birthOf'>): Int32Array {
  const asked = new Int32Array(askedWidth * places.length);
  places.forEach((place, p) => {
    asked[askedWidth * p] = place;
    asked[askedWidth * p + 1] = bucketOf[place] ?? 0;
    asked[askedWidth * p + 2] = birthOf[place] ?? 0;
  });
  return asked;
}

/**
 * The same for places alone that can still be told enough by what found them and what says less: the day of birth first,
 * then words from the most telling down. A place that is left out cannot say what it needs.
 */
export function touchNeeded(similar: readonly SimilarWords[], index: WordIndex, { space, from, days, dayWeight, ...needed }: TouchNeeded): void {
  openSearch(space);
  const { met, isMet, touched, buckets, births } = space;
  const { needs: { byBucket, byBirth }, isTold, buckets: { bucketOf, birthOf } } = needed;
  if (days.length > 0) {
    const day = asMet(dayWeight);
    const enough = neededFor(day + mostMet(similar));
    for (const place of days) {
      const [bucket, birth] = [bucketOf[place] ?? 0, birthOf[place] ?? 0];
      if (place < from || ((byBucket[bucket] ?? 0) + (byBirth[birth] ?? 0) > enough && !isSet(isTold, place))) continue;
      met[place] = day;
      isMet[place >> 5] = (isMet[place >> 5] as number) | (1 << (place & 31));
      buckets[space.count] = bucket;
      births[space.count] = birth;
      touched[space.count++] = place;
    }
  }
  touchWords(similar.toSorted((a, b) => (b.met[0] ?? 0) - (a.met[0] ?? 0)), index, { space, from, needed });
}

/** Adds what words say to the places that hold them; one that nothing found before only where it is needed, if that is asked. */
function touchWords(similar: readonly SimilarWords[], index: WordIndex, { space, from, needed }: { readonly space: CandidateSpace; readonly from: number; readonly needed: Needed | null }): void {
  const { starts } = index.wordPlaces;
  const [places, width] = needed === null ? [index.wordPlaces.places, 1] : [needed.asked, askedWidth];
  const { met: sums, isMet, touched, buckets, births } = space;
  const { byBucket, byBirth } = needed?.needs ?? nothingAsked;
  const isTold = needed?.isTold ?? nothingAsked.isTold;
  let { count } = space;
  let left = mostMet(similar);
  similar.forEach(({ words, met }, nth) => {
    const bit = bitOf(nth);
    left -= met[0] ?? 0;
    // The most telling come first: what a place has met stays.
    for (let i = 0; i < words.length; i++) {
      const said = (met[i] as number) | bit;
      const enough = neededFor((met[i] as number) + left);
      const start = starts[words[i] as number] as number;
      const end = width * (starts[(words[i] as number) + 1] as number);
      // The end of a list lies elsewhere in the memory: it is looked at only where it can spare the list.
      if (from > 0 && (places[end - width] as number) < from) continue;
      for (let p = width * (from === 0 ? start : firstAt(places, { start, end: end / width, width, from })); p < end; p += width) {
        const place = places[p] as number;
        const at = place >> 5;
        const mark = 1 << (place & 31);
        if (((isMet[at] as number) & mark) !== 0) {
          const sum = sums[place] as number;
          if ((sum & bit) === 0) sums[place] = sum + said;
        } else if (needed === null || (byBucket[places[p + 1] as number] as number) + (byBirth[places[p + 2] as number] as number) <= enough || ((isTold[at] as number) & mark) !== 0) {
          isMet[at] = (isMet[at] as number) | mark;
          sums[place] = said;
          if (needed !== null) {
            buckets[count] = places[p + 1] as number;
            births[count] = places[p + 2] as number;
          }
          touched[count++] = place;
        }
      }
    }
  });
  space.count = count;
}

const nothingAsked = { byBucket: new Int16Array(), byBirth: new Int16Array(), isTold: new Int32Array() } as const;

function isSet(bits: Int32Array, place: number): boolean {
  return ((bits[place >> 5] ?? 0) & (1 << (place & 31))) !== 0;
}

/** The most that words can say together, as it is added to what was met. */
export function mostMet(similar: readonly SimilarWords[]): number {
  return similar.reduce((sum, { met }) => sum + (met[0] ?? 0), 0);
}

/** Where in an ascending part of a list, every so many numbers a place, those from `from` on begin. */
function firstAt(places: Int32Array, { start, end, width, from }: { readonly start: number; readonly end: number; readonly width: number; readonly from: number }): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[width * middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
