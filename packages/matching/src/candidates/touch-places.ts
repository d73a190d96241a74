import type { PreparedName } from '@imena/names';
import { askedWidth, gatheredWidth, type AskedPlaces } from './asked-places.ts';
import type { Buckets } from './buckets.ts';
import { asMet, bitOf, openSearch, saidIn, type CandidateSpace } from './candidate-space.ts';
import type { Besides } from './group-bounds.ts';
import type { AskedWord, UnmetRoles } from './unmet-roles.ts';
import type { SimilarWords, WordIndex } from './word-index.ts';

/**
 * Adds up for every place that shares a word with the name the most that its words can say (`namesAt`); the
 * places touched stand in `space.touched`. Of the words of a place that one word may stand for the most telling counts.
 */
export function touchPlaces(name: PreparedName, index: WordIndex, space: CandidateSpace): void {
  openSearch(space);
  const { met: sums, touched } = space;
  name.words.forEach((word, nth) => {
    const { words, met } = index.similar(word);
    const bit = bitOf(nth);
    // The most telling come first: what a place has met stays.
    words.forEach((number, i) => {
      for (const place of index.placesOf(number)) {
        const sum = sums[place] as number;
        if (sum === 0) touched[space.count++] = place;
        if ((sum & bit) === 0) sums[place] = sum + ((met[i] as number) | bit);
      }
    });
  });
}

export interface TouchNeeded {
  readonly asked: AskedPlaces;
  readonly buckets: Pick<Buckets, 'bucketOf' | 'who' | 'marksOf' | 'clothingOf'>;
  /** What is said by code of who takes in what `unmet` says against it. */
  readonly besides: Besides;
  /** What words, day of birth and all of `besides` must say together, log10. */
  readonly least: number;
  /** One bit for each place of the list that is looked at whatever is said of it. */
  readonly isTold: Int32Array;
  /** What says against a place where a word of a role that it surely has is not met. */
  readonly unmet: UnmetRoles;
  readonly space: CandidateSpace;
  /** Places before it are left out. */
  readonly from: number;
  /** Places with the day of birth of the searcher, ascending, and what that says, log10. */
  readonly days: Int32Array;
  readonly dayWeight: number;
}

/**
 * The same for places alone that can still be told enough by what found them and what says less: the day of birth first,
 * then words from the most telling down. A place that is left out cannot reach `least`: words that were looked up before and
 * are not met there speak against it where it surely has another in their role.
 */
export function touchNeeded(asked: readonly AskedWord[], needed: TouchNeeded): void {
  openSearch(needed.space);
  const ordered = asked.filter(({ similar }) => similar.words.length > 0).sort((a, b) => (b.similar.met[0] ?? 0) - (a.similar.met[0] ?? 0));
  for (const one of asked) if (one.similar.words.length === 0) needed.unmet.take(one, 0);
  let left = mostMet(ordered);
  touchDays(needed, left);
  ordered.forEach((one, nth) => {
    left -= one.similar.met[0] ?? 0;
    const gathered = needed.asked.gathered(one.similar);
    if (gathered === null) touchLists(one.similar, needed, { bit: bitOf(nth), left });
    else touchGathered(gathered, needed, { bit: bitOf(nth), left });
    // Words beyond those that have a bit are not told apart.
    if (bitOf(nth) !== 0) needed.unmet.take(one, bitOf(nth));
  });
}

function touchDays({ space, from, days, dayWeight, least, besides: { byBucket, byWho, byMarks, byClothing }, isTold, unmet, buckets: { bucketOf, who, marksOf, clothingOf } }: TouchNeeded, left: number): void {
  const day = asMet(dayWeight);
  const lacking = least - saidIn(day + left);
  for (const place of days) {
    if (place < from) continue;
    const [bucket, asks] = [bucketOf[place] ?? 0, who.codes[place] ?? 0];
    const said = (byBucket[bucket] ?? 0) + (byWho[asks] ?? 0) + (byMarks[marksOf[place] ?? 0] ?? 0) + (byClothing[clothingOf[place] ?? 0] ?? 0);
    if (said < lacking && ((isTold[place >> 5] ?? 0) & (1 << (place & 31))) === 0) continue;
    space.met[place] = day;
    space.isMet[place >> 5] = (space.isMet[place >> 5] as number) | (1 << (place & 31));
    space.buckets[space.count] = bucket;
    space.whos[space.count] = asks;
    space.besides[space.count] = said - unmet.soFar(asks);
    space.touched[space.count++] = place;
  }
}

interface WordAsked {
  /** Its bit in what is met. */
  readonly bit: number;
  /** The most that the words after it can say. */
  readonly left: number;
}

/** Adds what one word says to the places of all words that it may stand for. */
function touchLists({ words, met }: SimilarWords, { asked: { starts, places }, space, from, least, besides: { byBucket, byWho, byMarks, byClothing }, isTold, unmet }: TouchNeeded, { bit, left }: WordAsked): void {
  const { met: sums, isMet, touched, buckets, whos, besides } = space;
  let { count } = space;
  // The most telling come first: what a place has met stays.
  for (let i = 0; i < words.length; i++) {
    const told = (met[i] as number) | bit;
    const lacking = least - saidIn((met[i] as number) + left);
    const start = starts[words[i] as number] as number;
    const end = starts[(words[i] as number) + 1] as number;
    // The end of a list lies elsewhere in the memory: it is looked at only where it can spare the list.
    if (from > 0 && (places[askedWidth * (end - 1)] as number) < from) continue;
    for (let p = askedWidth * (from === 0 ? start : firstAt(places, { start, end, width: askedWidth, from })); p < askedWidth * end; p += askedWidth) {
      const place = places[p] as number;
      const at = place >> 5;
      const mark = 1 << (place & 31);
      if (((isMet[at] as number) & mark) !== 0) {
        const sum = sums[place] as number;
        if ((sum & bit) === 0) sums[place] = sum + told;
        continue;
      }
      const said = (byBucket[places[p + 1] as number] as number) + (byWho[places[p + 2] as number] as number) + (byMarks[places[p + 3] as number] as number) + (byClothing[places[p + 4] as number] as number);
      if (said < lacking && ((isTold[at] as number) & mark) === 0) continue;
      isMet[at] = (isMet[at] as number) | mark;
      sums[place] = told;
      buckets[count] = places[p + 1] as number;
      whos[count] = places[p + 2] as number;
      besides[count] = said - unmet.soFar(places[p + 2] as number);
      touched[count++] = place;
    }
  }
  space.count = count;
}

/** The same of a word whose places are gathered. */
function touchGathered(places: Int32Array, { space, from, least, besides: { byBucket, byWho, byMarks, byClothing }, isTold, unmet }: TouchNeeded, { bit, left }: WordAsked): void {
  const { met: sums, isMet, touched, buckets, whos, besides } = space;
  let { count } = space;
  for (let p = from === 0 ? 0 : gatheredWidth * firstAt(places, { start: 0, end: places.length / gatheredWidth, width: gatheredWidth, from }); p < places.length; p += gatheredWidth) {
    const place = places[p] as number;
    const at = place >> 5;
    const mark = 1 << (place & 31);
    if (((isMet[at] as number) & mark) !== 0) {
      sums[place] = (sums[place] as number) + ((places[p + askedWidth] as number) | bit);
      continue;
    }
    const said = (byBucket[places[p + 1] as number] as number) + (byWho[places[p + 2] as number] as number) + (byMarks[places[p + 3] as number] as number) + (byClothing[places[p + 4] as number] as number);
    const lacking = least - saidIn((places[p + askedWidth] as number) + left);
    if (said < lacking && ((isTold[at] as number) & mark) === 0) continue;
    isMet[at] = (isMet[at] as number) | mark;
    sums[place] = (places[p + askedWidth] as number) | bit;
    buckets[count] = places[p + 1] as number;
    whos[count] = places[p + 2] as number;
    besides[count] = said - unmet.soFar(places[p + 2] as number);
    touched[count++] = place;
  }
  space.count = count;
}

/** The most that words can say together, as it is added to what was met. */
function mostMet(asked: readonly AskedWord[]): number {
  return asked.reduce((sum, { similar: { met } }) => sum + (met[0] ?? 0), 0);
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
