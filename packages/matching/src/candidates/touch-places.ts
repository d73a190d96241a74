import type { PreparedName } from '@imena/names';
import type { AskedPlaces } from './asked-places.ts';
import { asMet, bitOf, openSearch, type CandidateSpace, type SearchSpace } from './candidate-space.ts';
import type { AskedWord, UnmetRoles } from './unmet-roles.ts';
import type { WordIndex } from './word-index.ts';

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
  /** What words, day of birth and all that is said besides (`byBucket` and what stands beside it in `SearchKernel.columns`) must say together, log10. */
  readonly least: number;
  /** What says against a place where a word of a role that it surely has is not met; what is said by code of who takes it in. */
  readonly unmet: UnmetRoles;
  readonly space: SearchSpace;
  /** Places before it are left out. */
  readonly from: number;
  /** The day of birth of the searcher (`birthdayCode`), 0 where nobody has it, and what it says, log10. */
  readonly day: number;
  readonly dayWeight: number;
}

/**
 * The same for places alone that can still be told enough by what found them and what says less: the day of birth first,
 * then words from the most telling down. A place that is left out cannot reach `least`: words that were looked up before and
 * are not met there speak against it where it surely has another in their role.
 */
export function touchNeeded(asked: readonly AskedWord[], needed: TouchNeeded): void {
  const { space, unmet, from, least, day, dayWeight } = needed;
  const { kernel, kernel: { columns } } = space;
  for (let t = 0; t < space.count; t++) columns.isMet[(space.touched[t] as number) >> 5] = 0;
  openSearch(space);
  const ordered = asked.filter(({ similar }) => similar.words.length > 0).sort((a, b) => (b.similar.met[0] ?? 0) - (a.similar.met[0] ?? 0));
  for (const one of asked) if (one.similar.words.length === 0) unmet.take(one, 0);
  let left = mostMet(ordered);
  const lists = (count: number, bit: number): number => kernel.touchLists(columns.words.byteOffset, columns.told.byteOffset, count, from, bit, left, least, space.count);
  if (day > 0) {
    columns.words[0] = needed.asked.ofDay(day);
    columns.told[0] = asMet(dayWeight);
    space.count = lists(1, 0);
  }
  ordered.forEach((one, nth) => {
    const { words, met } = one.similar;
    const bit = bitOf(nth);
    left -= met[0] ?? 0;
    const gathered = needed.asked.gathered(one.similar);
    if (gathered === null) {
      columns.words.set(words);
      columns.told.set(met);
      space.count = lists(words.length, bit);
    } else space.count = kernel.touchGathered(gathered.begin, gathered.end, from, bit, left, least, space.count);
    // Words beyond those that have a bit are not told apart.
    if (bit !== 0) unmet.take(one, bit);
  });
}

/** The most that words can say together, as it is added to what was met. */
function mostMet(asked: readonly AskedWord[]): number {
  return asked.reduce((sum, { similar: { met } }) => sum + (met[0] ?? 0), 0);
}
