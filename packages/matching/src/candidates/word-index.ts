import { looseForms, type NameList, SoundIndex, wordLog10Lr, type NameModel, type PreparedName, type PreparedWord } from '@imena/names';
import { NameWords } from './name-words.ts';
import { PartIndex } from './part-index.ts';
import { PlaceLists } from './place-lists.ts';

/** Words of the list that one word may stand for, the most telling first. */
export interface SimilarWords {
  readonly words: Int32Array;
  /** Roughly what each says where it agrees, log10. */
  readonly weights: Float32Array;
  /** Places of the list that hold any of them. */
  readonly places: number;
}

/**
 * Sounds that may differ between two words of a name, by the number of sounds: beyond them the model of names takes two
 * words for different ones, or their likeness tells next to nothing.
 */
const leftOut = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 3];

/** What agrees and says less than this (log10) is not looked for: it is weighed where another word finds the name. */
const leastTold = 0.8;
/** What a sound that differs costs, and a word of which part could not be read, roughly (log10). */
const differentSound = 2;
const partRead = 1;

/** A list of names by their words: each word of a query is compared once with the words it may stand for. */
export class WordIndex {
  readonly names: NameList;
  readonly #model: NameModel;
  readonly #sounds = new SoundIndex(leftOut);
  readonly #byName = new NameWords();
  readonly #parts = new PartIndex();
  readonly #places = new PlaceLists();
  readonly #pairs = new PlaceLists();
  readonly #known = new Map<PreparedWord['readings'], SimilarWords>();
  readonly #telling: number[] = [];
  #words = 0;

  constructor(names: NameList, model: NameModel) {
    this.names = names;
    this.#model = model;
    for (let place = 0; place < names.length; place++) this.#enter(place);
  }

  /** Adds a name at the end of the list; returns its place. Cost: that of its words. */
  add(name: PreparedName | null): number {
    const before = this.#words;
    const place = this.names.add(name);
    this.#enter(place);
    // A word that is new may be what a word asked for before stands for.
    if (this.#words > before) this.#known.clear();
    return place;
  }

  /** Places that hold a word of the list, ascending. */
  placesOf(word: number): Int32Array {
    return this.#places.of(word);
  }

  /** Places that hold a given name and a patronymic together, by a key of `pairsOf`. */
  placesOfPair(key: number): Int32Array {
    return this.#pairs.of(key);
  }

  /** The words of the list that one may stand for, with roughly what that says. Kept for the next asking. */
  similar(word: PreparedWord): SimilarWords {
    const known = this.#known.get(word.readings);
    if (known !== undefined) return known;
    const best = new Map<number, number>();
    const add = (number: number, distance: number): void => {
      const weight = (this.#telling[number] ?? 0) - differentSound * distance;
      if (weight > Math.max(leastTold, best.get(number) ?? -Infinity)) best.set(number, weight);
    };
    // Initials tell too little to be looked for; they are weighed with the names that other words find.
    if (!word.initial) {
      for (const sounds of looseForms(word)) this.#sounds.findNear(sounds, add);
      for (const number of this.#byName.find(word)) add(number, 0);
      for (const number of this.#parts.find(word)) add(number, partRead);
    }
    const found = [...best].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const similar = { words: Int32Array.from(found, ([number]) => number), weights: Float32Array.from(found, ([, weight]) => weight), places: found.reduce((sum, [number]) => sum + this.#places.of(number).length, 0) };
    this.#known.set(word.readings, similar);
    return similar;
  }

  #enter(place: number): void {
    const name = this.names.nameAt(place);
    if (name === null) return;
    for (const number of new Set(this.names.tokensAt(place))) {
      while (this.#words <= number) this.#enterWord(this.#words++);
      this.#places.add(number, place);
    }
    for (const { key } of pairsOf(name)) this.#pairs.add(key, place);
  }

  #enterWord(number: number): void {
    const word = this.names.words[number];
    if (word === undefined || word.initial) return;
    // What the word says where it meets itself: the most it can say.
    this.#telling[number] = wordLog10Lr(word, word, this.#model);
    this.#parts.add(word, number);
    this.#byName.add(word, number);
    for (const sounds of looseForms(word)) this.#sounds.add(sounds, number);
  }
}

/** Pairs of given name and patronymic in a name, with one bit for each of the two words: each alone may be too common to be looked through. */
export function pairsOf({ words }: PreparedName): { readonly key: number; readonly bits: number }[] {
  const pairs: { key: number; bits: number }[] = [];
  words.forEach(({ given }, first) => {
    for (const id of given?.ids ?? []) {
      words.forEach(({ patronymic }, second) => {
        if (second !== first) for (const father of patronymic?.ids ?? []) pairs.push({ key: id * 0x10000 + father, bits: (1 << first) | (1 << second) });
      });
    }
  });
  return pairs;
}
