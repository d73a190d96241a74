import { normaliseForSearch } from '../search-fold.ts';
import { placeKeys, spelledWord } from './place-key.ts';
import { houseWords, regionWords, settlementKinds, streetWords } from './place-words.ts';

/**
 * How far two writings of a place agree: `same` where every word is one word in other letters or, as the table of places
 * knows, in another language; `within` where one says more of the same settlement; `perhaps` where the settlement has one
 * key and nothing that both say of it rules the other out; `no` otherwise.
 */
export type PlaceAgreement = 'same' | 'within' | 'perhaps' | 'no';

/**
 * Compares places as they were written, in Ukrainian, Russian or Latin letters. Kinds of settlement, region, street and house say nothing.
 * LIMIT: forms that only the rules of both languages make one (Петрівка, Петровка) are `perhaps`: two places may share them.
 */
export function comparePlaces(a: string, b: string): PlaceAgreement {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const [spelled, otherwise] = [one.map(spelledWord), other.map(spelledWord)];
  if (hasAll(spelled, otherwise) && hasAll(otherwise, spelled)) return 'same';
  const [first, second] = [placeKeys(a, null), placeKeys(b, null)];
  if (first.settlement !== second.settlement || first.settlement === '') return 'no';
  if (hasAll(spelled, otherwise) || hasAll(otherwise, spelled)) return 'within';
  const areTwoStreets = first.street !== null && second.street !== null && first.street !== second.street;
  return areTwoStreets || areTwoNumbers(one, other) ? 'no' : 'perhaps';
}

const kinds = new Set([...settlementKinds, ...houseWords, ...[...regionWords, ...streetWords].flatMap((word) => normaliseForSearch(word).split('-'))]);

/** The words of a place in lower case, with numbers; its kind too where nothing else is said. */
function wordsOf(place: string): string[] {
  const words = place.toLowerCase().split(/[^\p{L}\p{M}\p{N}'’ʼ]+/u).filter((word) => word !== '');
  const telling = words.filter((word) => !kinds.has(normaliseForSearch(word)));
  return telling.length > 0 ? telling : words;
}

/** Houses and the like: two different ones are two places. */
function areTwoNumbers(one: readonly string[], other: readonly string[]): boolean {
  const [own, theirs] = [one, other].map((words) => words.filter((word) => /\p{N}/u.test(word)));
  return own !== undefined && theirs !== undefined && !hasAll(own, theirs) && !hasAll(theirs, own);
}

function hasAll(all: readonly string[], some: readonly string[]): boolean {
  return some.every((one) => all.includes(one));
}
