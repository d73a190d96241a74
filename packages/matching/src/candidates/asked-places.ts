import type { Buckets } from './buckets.ts';
import type { LaidOutPlaces } from './place-lists.ts';
import type { SimilarWords } from './word-index.ts';
import { lasting, passing } from '../evidence/room.ts';

/** Words asked for so often have their places gathered: fewer would not pay for it. */
const oftenAsked = 8;
/** Places gathered at most: 128 MiB. Beyond them the memory starts anew. */
const mostGathered = 1 << 23;

/** Numbers of a place of one word: the place, its bucket and its codes of who, marks and garments; of a gathered one also what is met there (`asMet`). */
export const askedWidth = 5;
export const gatheredWidth = askedWidth + 1;

/**
 * The places that hold the words of a list, each with what a search asks of it first beside it: a search comes to hundreds
 * of short lists of them. Of words that are asked for often the places of all words that they may stand for are gathered
 * into one list, which is read from end to end.
 */
export class AskedPlaces {
  /** The places of word w: numbers `askedWidth * starts[w] .. askedWidth * starts[w + 1]` of `places`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  #gathered = new WeakMap<SimilarWords, { times: number; places: Int32Array | null }>();
  #count = 0;
  /** By place what is met there; 0 outside a gathering. */
  readonly #met: Int32Array;

  constructor({ starts, places }: LaidOutPlaces, { bucketOf, who, marksOf, clothingOf }: Pick<Buckets, 'bucketOf' | 'who' | 'marksOf' | 'clothingOf'>) {
    this.starts = starts;
    this.places = new Int32Array(askedWidth * places.length);
    this.#met = new Int32Array(bucketOf.length);
    places.forEach((place, p) => {
      this.places.set([place, bucketOf[place] ?? 0, who.codes[place] ?? 0, marksOf[place] ?? 0, clothingOf[place] ?? 0], askedWidth * p);
    });
  }

  /** The places of all words that one may stand for, ascending, each once with the most that these words say; null until it has been asked for often. */
  gathered(similar: SimilarWords): Int32Array | null {
    let known = this.#gathered.get(similar);
    if (known === undefined) this.#gathered.set(similar, (known = { times: 0, places: null }));
    if (known.places === null && ++known.times >= oftenAsked) this.#keep(known.places = this.#gather(similar));
    return known.places;
  }

  #keep(places: Int32Array): void {
    this.#count += places.length / gatheredWidth;
    if (this.#count <= mostGathered) return;
    this.#gathered = new WeakMap();
    this.#count = 0;
  }

  #gather({ words, met }: SimilarWords): Int32Array {
    const [starts, places, known] = [this.starts, this.places, this.#met];
    const entries = places.length / askedWidth;
    // A place and where it stands as one number, so that they are sorted without a comparison of our own.
    const found = passing.doubles(words.reduce((sum, word) => sum + (starts[word + 1] as number) - (starts[word] as number), 0));
    let count = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as number;
      for (let p = starts[word] as number; p < (starts[word + 1] as number); p++) {
        const place = places[askedWidth * p] as number;
        // The most telling words come first.
        if (known[place] !== 0) continue;
        known[place] = met[at] as number;
        found[count++] = place * entries + p;
      }
    }
    const sorted = found.subarray(0, count).sort();
    const gathered = lasting.ints(gatheredWidth * count);
    for (let to = 0; to < count; to++) {
      const place = Math.floor((sorted[to] as number) / entries);
      const [from, into] = [askedWidth * ((sorted[to] as number) - place * entries), gatheredWidth * to];
      for (let at = 0; at < askedWidth; at++) gathered[into + at] = places[from + at] as number;
      gathered[into + askedWidth] = known[place] as number;
      known[place] = 0;
    }
    return gathered;
  }
}
