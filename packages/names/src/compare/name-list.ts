import type { PreparedName, PreparedWord } from '../prepare/prepared.ts';
import { looseForms } from '../sounds/loose-forms.ts';
import { lookJoined } from './weigh-joined.ts';
import { WordColumns } from './word-columns.ts';

/** Numbers kept of a name; its words stand from `startAt` on among those of all names. Sounds and their set are those of the first readings together. */
export const nameWidth = 5;
export const [startAt, countAt, sexAt, lengthAt, maskAt] = [0, 1, 2, 3, 4] as const;
/** By the numbers that stand for them. */
export const nameSexes = ['unknown', 'male', 'female'] as const;

/** Names whose words are numbered, so that each pair of words is weighed once however many names hold it. */
export class NameList {
  /** The different words. */
  readonly words: PreparedWord[] = [];
  readonly columns = new WordColumns();
  readonly #names: (PreparedName | null | undefined)[] = [];
  /** What two names are weighed by: names of a long list lie far apart in memory. */
  #rows = new Int32Array(nameWidth << 4);
  #tokens = new Uint32Array(1 << 6);
  #tokenCount = 0;
  readonly #numbers = new Map<PreparedWord, number>();
  #nameOf: ((place: number) => PreparedName | null) | null = null;

  constructor(names: Iterable<PreparedName | null> = []) {
    for (const name of names) this.add(name);
  }

  /** A list of so many names that are prepared when they are first asked for. */
  static onDemand(length: number, nameOf: (place: number) => PreparedName | null): NameList {
    const list = new NameList();
    list.#names.length = length;
    list.#rows = new Int32Array(nameWidth * length);
    list.#nameOf = nameOf;
    return list;
  }

  /**
   * A list whose words are numbered in the order of their sounds: words that may stand for one another mostly begin alike,
   * so that what is kept of each by its number lies near the others in memory.
   */
  static bySounds(names: readonly PreparedName[]): NameList {
    const list = new NameList();
    const words = new Set<PreparedWord>();
    for (const name of names) for (const word of name.words) words.add(word);
    const heard = Array.from(words, (word) => ({ word, sounds: String.fromCharCode(...(looseForms(word)[0] ?? [])) }));
    // Of equal sounds the first of the names comes first.
    for (const { word } of heard.sort((a, b) => (a.sounds < b.sounds ? -1 : a.sounds > b.sounds ? 1 : 0))) list.numberOf(word);
    for (const name of names) list.add(name);
    return list;
  }

  get length(): number {
    return this.#names.length;
  }

  /** Puts a name at the end; null takes a place without a name. Returns its place. */
  add(name: PreparedName | null): number {
    const place = this.#names.push(name) - 1;
    this.#enter(place, name);
    return place;
  }

  /** The number of a word, given to it where it is new. */
  numberOf(word: PreparedWord): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.words.push(word) - 1;
    this.columns.add(word);
    this.#numbers.set(word, number);
    return number;
  }

  nameAt(place: number): PreparedName | null {
    const name = this.#names[place];
    return name === undefined ? this.#ask(place) : name;
  }

  /** Numbers of the words of a name, in their order. */
  tokensAt(place: number): Uint32Array {
    if (this.nameAt(place) === null) return none;
    const row = nameWidth * place;
    const start = this.#rows[row + startAt] ?? 0;
    return this.#tokens.subarray(start, start + (this.#rows[row + countAt] ?? 0));
  }

  /** Goes to the words of all names by their numbers, in the order of places; to one that stands twice in a name once. */
  forEachWord(visit: (place: number, word: number) => void): void {
    for (let place = 0; place < this.length; place++) {
      if (this.nameAt(place) === null) continue;
      const row = nameWidth * place;
      const start = this.#rows[row + startAt] as number;
      const end = start + (this.#rows[row + countAt] as number);
      for (let at = start; at < end; at++) {
        const word = this.#tokens[at] as number;
        if (this.#tokens.indexOf(word, start) === at) visit(place, word);
      }
    }
  }

  /** Numbers of the names, `nameWidth` each: of those that were asked for. */
  get rows(): Int32Array {
    return this.#rows;
  }

  /** Numbers of the words of all names. */
  get tokens(): Uint32Array {
    return this.#tokens;
  }

  #ask(place: number): PreparedName | null {
    if (this.#nameOf === null || place < 0 || place >= this.#names.length) return null;
    const name = this.#nameOf(place);
    this.#names[place] = name;
    this.#enter(place, name);
    return name;
  }

  #enter(place: number, name: PreparedName | null): void {
    const at = nameWidth * place;
    if (at + nameWidth > this.#rows.length) {
      const larger = new Int32Array(2 * (at + nameWidth));
      larger.set(this.#rows);
      this.#rows = larger;
    }
    if (name === null) return;
    const { words, sex } = name;
    const { length, mask } = lookJoined(name);
    this.#rows[at + startAt] = this.#tokenCount;
    this.#rows[at + countAt] = words.length;
    this.#rows[at + sexAt] = nameSexes.findIndex((one) => one === (sex ?? 'unknown'));
    this.#rows[at + lengthAt] = length;
    this.#rows[at + maskAt] = mask;
    if (this.#tokenCount + words.length > this.#tokens.length) {
      const larger = new Uint32Array(2 * (this.#tokenCount + words.length));
      larger.set(this.#tokens);
      this.#tokens = larger;
    }
    for (const word of words) this.#tokens[this.#tokenCount++] = this.numberOf(word);
  }
}

const none = new Uint32Array();
