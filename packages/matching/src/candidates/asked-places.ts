import type { Buckets } from './buckets.ts';
import type { LaidOutPlaces } from './place-lists.ts';
import { askedWidth, gatheredWidth, type SearchKernel } from './search-kernel.ts';
import type { SimilarWords } from './word-index.ts';

/** Bytes of a number of a place. */
const bytes = Int32Array.BYTES_PER_ELEMENT;
/** Words asked for so often have their places gathered: fewer would not pay for it. */
const oftenAsked = 8;

/** Where gathered places stand in the memory of the kernel: from one byte up to another. */
export interface Gathered {
  readonly begin: number;
  readonly end: number;
}

/**
 * The places that hold the words and days of birth of a list, each with what a search asks of it first beside it: a search
 * comes to hundreds of short lists of them. Of words that are asked for often the places of all words that they may stand
 * for are gathered into one list, which is read from end to end; where there is no more room for these the memory starts anew.
 */
export class AskedPlaces {
  readonly #kernel: SearchKernel;
  #gathered = new WeakMap<SimilarWords, { times: number; at: Gathered | null }>();
  #used = 0;
  readonly #words: number;

  constructor({ words, days }: { readonly words: LaidOutPlaces; readonly days: LaidOutPlaces }, { bucketOf, who, marksOf, clothingOf }: Pick<Buckets, 'bucketOf' | 'who' | 'marksOf' | 'clothingOf'>, kernel: SearchKernel) {
    this.#kernel = kernel;
    const { columns } = kernel;
    this.#words = words.starts.length - 1;
    columns.starts.set(words.starts);
    columns.starts.set(days.starts.map((start) => words.places.length + start), this.#words);
    const { places } = columns;
    const enter = (all: Int32Array, from: number): void => {
      for (let p = 0; p < all.length; p++) {
        const [place, at] = [all[p] as number, askedWidth * (from + p)];
        places[at] = place;
        places[at + 1] = bucketOf[place] as number;
        places[at + 2] = who.codes[place] as number;
        places[at + 3] = marksOf[place] as number;
        places[at + 4] = clothingOf[place] as number;
      }
    };
    enter(words.places, 0);
    enter(days.places, words.places.length);
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
    const { starts, gathered, words: asked, told } = this.#kernel.columns;
    const most = words.reduce((sum, word) => sum + (starts[word + 1] as number) - (starts[word] as number), 0);
    const begin = gathered.byteOffset + bytes * this.#room(gatheredWidth * most);
    asked.set(words);
    told.set(met);
    // Addresses above 2 GiB come back as negative numbers.
    const end = this.#kernel.gather(asked.byteOffset, told.byteOffset, words.length, begin) >>> 0;
    // A place that several of the words share stands there once.
    this.#used = (end - gathered.byteOffset) / bytes;
    return { begin, end };
  }

  /** Room for so many numbers; what was gathered before is forgotten where there is too little. All places of the list together fit. */
  #room(length: number): number {
    if (this.#used + length > this.#kernel.columns.gathered.length) {
      this.#gathered = new WeakMap();
      this.#used = 0;
    }
    this.#used += length;
    return this.#used - length;
  }
}
