import { nameSkeleton, normaliseForSearch } from '@imena/names';

/** Kinds of settlement that are written or left out. */
const kinds = new Set(['м', 'с', 'смт', 'сел', 'село', 'мисто', 'город', 'г', 'пос', 'пгт', 'селище', 'хутир', 'хутор', 'city', 'village', 'town']);

/** One key for a place in the spellings of both languages and in Latin letters; kinds of settlement are left out. */
export function placeKey(place: string): string {
  const known = cache.get(place);
  if (known !== undefined) return known;
  const words = place.split(/[\s,.–—-]+/u).filter((word) => word !== '' && !kinds.has(normaliseForSearch(word)));
  const key = words.map(nameSkeleton).join(' ');
  if (cache.size < 50_000) cache.set(place, key);
  return key;
}

const cache = new Map<string, string>();
