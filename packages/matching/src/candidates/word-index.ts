import { looseForms, mostInRoles, type NameList, OpenWords, SoundIndex, wordLog10Lr, type NameModel, type PreparedName, type PreparedWord } from '@imena/names';
import { NameWords } from './name-words.ts';
import { PartIndex } from './part-index.ts';
import { PlaceLists } from './place-lists.ts';

/** Words of the list that one word may stand for, the most telling first. */
export interface SimilarWords {
  readonly words: Int32Array;
  /** The most that each can say where it agrees, log10. */
  readonly weights: Float32Array;
}

interface NearWords {
  readonly words: Int32Array;
  /** Sounds that differ; 0 also where both stand for one name. */
  readonly differ: Uint8Array;
}

/**
 * Sounds that may differ between two words of a name, by the number of sounds: beyond them the model of names takes two
 * words for different ones, or their likeness tells next to nothing.
 */
const leftOut = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 3];

/** What agrees and says less than this (log10) is not looked for: it is weighed where another word finds the name. */
export const leastTold = 0.3;
/** Words that tell more than this (log10) are weighed letter by letter where they differ; of others what they tell is bound enough. */
const telling = 2.4;

/** Places that hold words, one word after another: those of word w from `starts[w]` up to `starts[w + 1]`, ascending. */
export interface WordPlaces {
  readonly starts: Int32Array;
  readonly places: Int32Array;
}

/** A list of names by their words: each word of a query is compared once with the words it may stand for. */
export class WordIndex {
  readonly names: NameList;
  readonly #model: NameModel;
  readonly #sounds = new SoundIndex(leftOut);
  readonly #byName = new NameWords();
  readonly #parts = new PartIndex();
  readonly #places = new PlaceLists();
  /** The same side by side; null where a name came since. */
  #laidOut: WordPlaces | null = null;
  /** Words near by sounds or names, by reading. */
  readonly #near = new Map<PreparedWord['readings'], NearWords>();
  /** Words near by sounds alone, by loose form: the writings of one word share theirs. */
  readonly #nearForms = new Map<string, NearWords>();
  /** By word of the list the sounds that differ from the word asked for, where `#stamps` says that it was met. */
  #differ = new Uint8Array(1 << 10);
  #stamps = new Int32Array(1 << 10);
  #stamp = 0;
  readonly #met: number[] = [];
  readonly #known = new Map<PreparedWord, SimilarWords>();
  /** The words asked for, and those of the list, laid out to be weighed. */
  readonly #asked: PreparedWord[] = [];
  readonly #askedWords: OpenWords;
  readonly #listWords: OpenWords;
  /** The most that each word can say as surname, given name, patronymic, whatever word agrees with it. */
  readonly #most: number[] = [];
  readonly #initials: number[] = [];
  #words = 0;

  constructor(names: NameList, model: NameModel) {
    this.names = names;
    this.#model = model;
    this.#askedWords = OpenWords.of(this.#asked, model);
    this.#listWords = OpenWords.of(names.words, model);
    for (let place = 0; place < names.length; place++) this.#enter(place);
  }

  /** Adds a name at the end of the list; returns its place. Cost: that of its words. */
  add(name: PreparedName | null): number {
    const before = this.#words;
    const place = this.names.add(name);
    this.#enter(place);
    // A word that is new may be what a word asked for before stands for.
    if (this.#words > before) {
      this.#near.clear();
      this.#nearForms.clear();
      this.#known.clear();
    }
    return place;
  }

  /** The places of all words, for searches that come to hundreds of words. */
  get wordPlaces(): WordPlaces {
    return (this.#laidOut ??= this.#layOut());
  }

  #layOut(): WordPlaces {
    const starts = new Int32Array(this.#words + 1);
    for (let word = 0; word < this.#words; word++) starts[word + 1] = (starts[word] ?? 0) + this.#places.of(word).length;
    const places = new Int32Array(starts[this.#words] ?? 0);
    for (let word = 0; word < this.#words; word++) places.set(this.#places.of(word), starts[word]);
    return { starts, places };
  }

  /** Places that hold a word of the list, ascending. */
  placesOf(word: number): Int32Array {
    return this.#places.of(word);
  }

  /**
   * The words of the list that one may stand for, with the most that saying the same can weigh: no two words weigh more
   * together than here, in whatever role. Kept for the next asking.
   */
  similar(word: PreparedWord): SimilarWords {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const { words, differ } = this.#nearTo(word);
    const asked = this.#asked.push(word) - 1;
    const weights = new Float64Array(words.length);
    const kept: number[] = [];
    for (let at = 0; at < words.length; at++) {
      const number = words[at] ?? 0;
      const most = this.#mostWith(word, number);
      const weight = differ[at] === 0 || most < telling ? most : Math.min(most, this.#weigh(asked, number));
      weights[at] = weight;
      if (weight > leastTold) kept.push(at);
    }
    kept.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || (words[a] ?? 0) - (words[b] ?? 0));
    const similar = { words: Int32Array.from(kept, (at) => words[at] ?? 0), weights: Float32Array.from(kept, (at) => weights[at] ?? 0) };
    this.#known.set(word, similar);
    return similar;
  }

  /** The most that the initials of a name can say for any name of the list, log10. */
  mostOfInitials({ words }: PreparedName): number {
    return words.reduce((sum, word) => (word.initial ? sum + Math.max(0, wordLog10Lr(word, word, this.#model)) : sum), 0);
  }

  /** `wordLog10Lr` of a word asked for and one of the list. */
  #weigh(asked: number, number: number): number {
    const { agrees, log10Lr } = this.#askedWords.weigh(asked, this.#listWords, { column: number, sex: null });
    return agrees ? log10Lr : -Infinity;
  }

  #nearTo(word: PreparedWord): NearWords {
    const known = this.#near.get(word.readings);
    if (known !== undefined) return known;
    this.#forget();
    // An initial agrees with too many words to be looked for; what it can say is a bound for every place: `mostOfInitials`.
    if (!word.initial) {
      for (const number of this.#initials) if (shareSign(word, this.names.words[number])) this.#meet(number, 1);
      for (const sounds of looseForms(word)) {
        const { words, differ } = this.#nearBySounds(sounds);
        for (let at = 0; at < words.length; at++) this.#meet(words[at] ?? 0, differ[at] ?? 0);
      }
      for (const number of this.#byName.find(word)) this.#meet(number, 0);
      for (const number of this.#parts.find(word)) this.#meet(number, 1);
    }
    const near = this.#allMet();
    this.#near.set(word.readings, near);
    return near;
  }

  #nearBySounds(sounds: Uint8Array): NearWords {
    const key = String.fromCharCode(...sounds);
    const known = this.#nearForms.get(key);
    if (known !== undefined) return known;
    const [words, differ]: [number[], number[]] = [[], []];
    this.#sounds.findNear(sounds, (number, distance) => {
      words.push(number);
      differ.push(distance);
    });
    const near = { words: Int32Array.from(words), differ: Uint8Array.from(differ) };
    this.#nearForms.set(key, near);
    return near;
  }

  #forget(): void {
    if (this.#differ.length < this.#words) {
      this.#differ = new Uint8Array(2 * this.#words);
      this.#stamps = new Int32Array(2 * this.#words);
    }
    this.#stamp++;
    this.#met.length = 0;
  }

  /** Of several ways to a word of the list the nearest counts. */
  #meet(number: number, differ: number): void {
    if (this.#stamps[number] !== this.#stamp) {
      this.#stamps[number] = this.#stamp;
      this.#differ[number] = differ;
      this.#met.push(number);
    } else if (differ < (this.#differ[number] ?? 0)) this.#differ[number] = differ;
  }

  #allMet(): NearWords {
    return { words: Int32Array.from(this.#met), differ: Uint8Array.from(this.#met, (number) => this.#differ[number] ?? 0) };
  }

  /** The most that a word of the list can weigh with one whose roles cost what they do. */
  #mostWith({ roleCosts }: PreparedWord, number: number): number {
    let most = -Infinity;
    for (let role = 0; role < 3; role++) most = Math.max(most, (this.#most[3 * number + role] ?? -Infinity) - (roleCosts[role] ?? 0) / 100);
    return most;
  }

  #enter(place: number): void {
    this.#laidOut = null;
    if (this.names.nameAt(place) === null) return;
    for (const number of new Set(this.names.tokensAt(place))) {
      while (this.#words <= number) this.#enterWord(this.#words++);
      this.#places.add(number, place);
    }
  }

  #enterWord(number: number): void {
    const word = this.names.words[number];
    if (word === undefined) return;
    mostInRoles(word, this.#model).forEach((most, role) => { this.#most[3 * number + role] = most; });
    if (word.initial) {
      this.#initials.push(number);
      return;
    }
    this.#parts.add(word, number);
    this.#byName.add(word, number);
    for (const sounds of looseForms(word)) this.#sounds.add(sounds, number);
  }
}

function shareSign({ firstSounds }: PreparedWord, other: PreparedWord | undefined): boolean {
  return other !== undefined && Array.from(firstSounds).some((sign) => other.firstSounds.includes(sign));
}
