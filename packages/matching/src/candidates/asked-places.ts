import { passing } from '../evidence/room.ts';
import type { Buckets } from './buckets.ts';
import type { LaidOutPlaces } from './place-lists.ts';
import { askedWidth, gatheredWidth, type SearchKernel } from './search-kernel.ts';
import type { SimilarWords } from './word-index.ts';

/** Words asked for so often have their places gathered: fewer would not pay for it. */
const oftenAsked = 8;

/** Where gathered places stand in the memory of the kernel: from one byte up to another. */
export interface Gathered {
  readonly begin: number;
  readonly end: number;
}

/**
 * The places that hold the words and days of birth of a list, each with what a search asks of it first beside it: a search comes to hundreds
 * of short lists of them. Of words that are asked for often the places of all words that they may stand for are gathered
 * into one list, which is read from end to end; where there is no more room for these the memory starts anew.
 */
export class AskedPlaces {
  readonly #columns: SearchKernel['columns'];
  #gathered = new WeakMap<SimilarWords, { times: number; at: Gathered | null }>();
  #used = 0;
  /** By place what is met there; 0 outside a gathering. */
  readonly #met: Int32Array;
  readonly #words: number;

  constructor({ words, days }: { readonly words: LaidOutPlaces; readonly days: LaidOutPlaces }, { bucketOf, who, marksOf, clothingOf }: Pick<Buckets, 'bucketOf' | 'who' | 'marksOf' | 'clothingOf'>, { columns }: SearchKernel) {
    this.#columns = columns;
    this.#met = new Int32Array(bucketOf.length);
    this.#words = words.starts.length - 1;
    columns.starts.set(words.starts);
    columns.starts.set(days.starts.map((start) => words.places.length + start), this.#words);
    const enter = (place: number, at: number): void => {
      columns.places.set([place, bucketOf[place] ?? 0, who.codes[place] ?? 0, marksOf[place] ?? 0, clothingOf[place] ?? 0], askedWidth * at);
    };
    words.places.forEach(enter);
    days.places.forEach((place, p) => { enter(place, words.places.length + p); });
  }

  /** The number of the list of a day of birth (`birthdayCode`) among those of words. */
  ofDay(code: number): number {
    return this.#words + code;
  }

  /** The places of all words that one may stand for, ascending, each once with the most that these words say; null until it has been asked for often. */
  gathered(similar: SimilarWords): Gathered | null {
    let known = this.#gathered.get(similar);
    if (known === undefined) this.#gathered.set(similar, (known = { times: 0, at: null }));
    if (known.at === null && ++known.times >= oftenAsked) known.at = this.#gather(similar);
    return known.at;
  }

  #gather({ words, met }: SimilarWords): Gathered {
    const { starts, places, gathered } = this.#columns;
    const known = this.#met;
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
    const begin = this.#room(gatheredWidth * count);
    const sorted = found.subarray(0, count).sort();
    for (let to = 0; to < count; to++) {
      const place = Math.floor((sorted[to] as number) / entries);
      const [from, into] = [askedWidth * ((sorted[to] as number) - place * entries), begin + gatheredWidth * to];
      for (let at = 0; at < askedWidth; at++) gathered[into + at] = places[from + at] as number;
      gathered[into + askedWidth] = known[place] as number;
      known[place] = 0;
    }
    return { begin: gathered.byteOffset + 4 * begin, end: gathered.byteOffset + 4 * (begin + gatheredWidth * count) };
  }

  /** Room for so many numbers; what was gathered before is forgotten where there is too little. All places of the list together fit. */
  #room(length: number): number {
    if (this.#used + length > this.#columns.gathered.length) {
      this.#gathered = new WeakMap();
      this.#used = 0;
    }
    this.#used += length;
    return this.#used - length;
  }
}
