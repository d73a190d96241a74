import { normaliseForSearch } from '../search-fold.ts';
import { nameSkeleton } from '../search-keys.ts';
import { countries, houseWords, placeFolds, regionWords, samePlaces, settlementKinds, streetWords } from './place-words.ts';

/** One place as two sides compare it: keys of settlement and street; null where not said. */
export interface PlaceKeys {
  readonly settlement: string;
  readonly street: string | null;
}

/** A larger unit named beside the settlement. */
const region = new RegExp(`(?:^|[\\s,;(])[\\p{L}'’ʼ-]+\\s+(?:${regionWords.join('|')})(?![\\p{L}])\\.?`, 'giu');
const street = new RegExp(`(?:^|[\\s,;(])(?:${streetWords.join('|')})(?![\\p{L}])\\.?\\s*([^,;)]+)`, 'iu');

/** One key for a place in the spellings of both languages and in Latin letters; kinds of settlement, regions and streets are left out. */
export function placeKey(place: string): string {
  return keysWithin(place).settlement;
}

/** Keys of settlement and street. A street may stand in the text of the place (`Вигадане, вул. Лісова, 5`) or apart. */
export function placeKeys(place: string, apart: string | null): PlaceKeys {
  const keys = keysWithin(place);
  return apart === null ? keys : { settlement: keys.settlement, street: streetKey(apart) };
}

/** The keys of the text of a place alone: the same places stand in row after row. */
function keysWithin(place: string): PlaceKeys {
  const known = keysOfPlaces.get(place);
  if (known !== undefined) return known;
  const said = street.exec(place)?.[1];
  const keys = { settlement: settlementKey(place), street: said === undefined ? null : streetKey(said) };
  if (keysOfPlaces.size < 50_000) keysOfPlaces.set(place, keys);
  return keys;
}

const keysOfPlaces = new Map<string, PlaceKeys>();

function settlementKey(place: string): string {
  const bare = place.replace(street, ' ').replace(region, ' ');
  const words = (text: string): string[] => text.split(/[\s,.;()–—-]+/u).filter((word) => /\p{L}/u.test(word) && !settlementKinds.has(normaliseForSearch(word)));
  // What follows the settlement tells where in it: `Вигадане, біля ринку`.
  const parts = bare.split(/[,;(]/u).map(words).filter((part) => part.length > 0);
  const named = parts.find((part) => !part.every((word) => countries.has(normaliseForSearch(word)))) ?? parts[0];
  return (named ?? words(place)).map(wordKey).join(' ');
}

/** A word of the name of a place in the spellings of both languages. */
function wordKey(word: string): string {
  const skeleton = nameSkeleton(word);
  return same.get(skeleton) ?? fold(skeleton);
}

/** A word however it is spelt, and in another language where the table of places has it; as it stands where it holds a number. */
export function spelledWord(word: string): string {
  if (/\p{N}/u.test(word)) return word;
  const skeleton = nameSkeleton(word);
  return same.get(skeleton) ?? skeleton;
}

function fold(skeleton: string): string {
  const folded = placeFolds.reduce((key, [form, kept]) => key.replace(form, kept), skeleton);
  // A name of an ending alone stays as it is.
  return folded.length < 2 ? skeleton : folded;
}

const same = new Map(samePlaces.flatMap((names) => names.map((name) => [nameSkeleton(name), fold(nameSkeleton(names[0] ?? name))] as const)));

/** The name of a street without its kind and the number of the house. */
function streetKey(text: string): string | null {
  const name = street.exec(text)?.[1] ?? text;
  const words = name.split(/[\s,.;()–—-]+/u).filter((word) => /^\p{L}{2,}/u.test(word) && !houseWords.has(normaliseForSearch(word)));
  return words.length === 0 ? null : words.map(wordKey).sort().join(' ');
}
