import type { NameModel } from '../model/name-model.ts';
import { patronymicAt, surnameAt, type PreparedName, type PreparedWord } from '../prepare/prepared.ts';
import { bits, chosenColumn, chosenWeight, choosePairs, comparable, isContradiction, pairColumns, weights } from './choose-pairs.ts';
import { modelTables, type ModelTables } from './model-tables.ts';
import { OpenWords } from './open-words.ts';
import { bitsOf, roleOfBits } from './pair-words.ts';
import { weighJoined } from './weigh-joined.ts';
import { apart, lieApart, WordColumns } from './word-columns.ts';

/** Names whose words are numbered, so that each pair of words is weighed once however many names hold it. */
export class NameList {
  /** The different words. */
  readonly words: PreparedWord[] = [];
  readonly columns = new WordColumns();
  readonly #names: (PreparedName | null | undefined)[] = [];
  readonly #tokens: Uint32Array[] = [];
  readonly #numbers = new Map<PreparedWord, number>();
  #nameOf: ((place: number) => PreparedName | null) | null = null;

  constructor(names: Iterable<PreparedName | null> = []) {
    for (const name of names) this.add(name);
  }

  /** A list of so many names that are prepared when they are first asked for. */
  static onDemand(length: number, nameOf: (place: number) => PreparedName | null): NameList {
    const list = new NameList();
    list.#names.length = length;
    list.#tokens.length = length;
    list.#nameOf = nameOf;
    return list;
  }

  get length(): number {
    return this.#names.length;
  }

  /** Puts a name at the end; null takes a place without a name. Returns its place. */
  add(name: PreparedName | null): number {
    this.#tokens.push(this.#numbersOf(name));
    return this.#names.push(name) - 1;
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
    if (this.#tokens[place] === undefined) this.#ask(place);
    return this.#tokens[place] ?? none;
  }

  #ask(place: number): PreparedName | null {
    if (this.#nameOf === null || place < 0 || place >= this.#names.length) return null;
    const name = this.#nameOf(place);
    this.#names[place] = name;
    this.#tokens[place] = this.#numbersOf(name);
    return name;
  }

  #numbersOf(name: PreparedName | null): Uint32Array {
    return name === null ? none : Uint32Array.from(name.words, (word) => this.numberOf(word));
  }
}

const none = new Uint32Array();
const sexes = ['unknown', 'male', 'female'] as const;

/** Pairs of words remembered: 2^20 places of 17 bytes; what falls on a taken place is weighed again. */
const remembered = 1 << 20;

/** Weighs names of one list against names of another: the numbers of `nameLog10Lr`, each pair of words weighed once. */
export class NameWeigher {
  readonly #left: NameList;
  readonly #right: NameList;
  readonly #tables: ModelTables;
  readonly #leftWords: OpenWords;
  readonly #rightWords: OpenWords;
  /** Made when the first pair is weighed: many lists are opened for other questions. */
  #keys = new Float64Array();
  #weights = new Float64Array();
  #bits = new Uint8Array();

  constructor(left: NameList, right: NameList, model: NameModel) {
    this.#left = left;
    this.#right = right;
    this.#tables = modelTables(model);
    this.#leftWords = OpenWords.of(left.words, model);
    this.#rightWords = OpenWords.of(right.words, model);
  }

  /** log10 LR of two names by their places, 0 where one of them has no words. About 0.3 µs for words met before. */
  weigh(leftPlace: number, rightPlace: number): number {
    const [a, b] = [this.#left.nameAt(leftPlace), this.#right.nameAt(rightPlace)];
    if (a === null || b === null || a.words.length === 0 || b.words.length === 0) return 0;
    const [rows, columns] = this.#choose(leftPlace, rightPlace, sexOfBoth(a, b));
    const sum = sumOfChosen(rows.length);
    const joined = rows.length === columns.length ? null : weighJoined(a, b, this.#tables);
    const { nameOfAnother } = this.#tables.model.rates;
    return Math.log10((1 - nameOfAnother) * 10 ** (joined !== null && joined.log10Lr > sum ? joined.log10Lr : sum) + nameOfAnother);
  }

  /**
   * What surname and father's name of two names say for a common household, log10; 0 where the surname says nothing for it.
   * @param sameFather - share of relatives who have one father's name, 0..1
   */
  household(leftPlace: number, rightPlace: number, sameFather: number): number {
    const [a, b] = [this.#left.nameAt(leftPlace), this.#right.nameAt(rightPlace)];
    if (a === null || b === null || a.words.length === 0 || b.words.length === 0) return 0;
    // Brothers and sisters: the sex of one is not that of the other.
    const [rows] = this.#choose(leftPlace, rightPlace, 0);
    let [surname, father] = [0, 0];
    for (let row = 0; row < rows.length; row++) {
      const column = chosenColumn[row] ?? -1;
      if (column === -1) continue;
      const cell = row * pairColumns + column;
      const role = roleOfBits(bits[cell] ?? 0);
      if (role === patronymicAt) father += Math.log10(1 - sameFather + sameFather * 10 ** chosenWeight(row));
      else if (role === surnameAt && isContradiction[row] !== 1) surname += Math.max(0, weights[cell] ?? 0);
    }
    return surname === 0 ? 0 : surname + father;
  }

  /** Sets the words of two names beside each other, in the tables of `choosePairs`. */
  #choose(leftPlace: number, rightPlace: number, said: number): readonly [rows: Uint32Array, columns: Uint32Array] {
    const [rows, columns] = [this.#left.tokensAt(leftPlace), this.#right.tokensAt(rightPlace)];
    for (let r = 0; r < rows.length; r++) for (let c = 0; c < columns.length; c++) this.#look(rows[r] ?? 0, columns[c] ?? 0, { said, cell: r * pairColumns + c });
    choosePairs(rows.length, columns.length);
    return [rows, columns];
  }

  #look(row: number, column: number, { said, cell }: { readonly said: number; readonly cell: number }): void {
    if (lieApart(this.#left.columns.data, row, this.#right.columns.data, { column, floors: this.#tables.floors, sex: sexes[said] ?? 'unknown' })) {
      weights[cell] = apart.log10Lr;
      bits[cell] = apart.isComparable ? comparable : 0;
      return;
    }
    if (this.#keys.length === 0) [this.#keys, this.#weights, this.#bits] = [new Float64Array(remembered), new Float64Array(remembered), new Uint8Array(remembered)];
    // 2^21 words on either side and three answers on sex are one exact whole number.
    const key = (row * 0x200000 + column) * 3 + said + 1;
    const slot = ((Math.imul(row, 0x9e3779b1) ^ Math.imul(column, 0x85ebca6b) ^ (said << 18)) >>> 7) & (remembered - 1);
    if (this.#keys[slot] !== key) {
      const weight = this.#leftWords.weigh(row, this.#rightWords, { column, sex: said === 0 ? null : said === 1 ? 'male' : 'female' });
      this.#keys[slot] = key;
      this.#weights[slot] = weight.log10Lr;
      this.#bits[slot] = bitsOf(weight);
    }
    weights[cell] = this.#weights[slot] ?? 0;
    bits[cell] = this.#bits[slot] ?? 0;
  }
}

/** Place in `sexes` of the sex that two names can have together. */
function sexOfBoth(a: PreparedName, b: PreparedName): number {
  const sex = a.sex === b.sex ? a.sex : a.sex === null ? b.sex : b.sex === null ? a.sex : null;
  return sex === null ? 0 : sex === 'male' ? 1 : 2;
}

const sorted = new Float64Array(pairColumns);

/** In the order of size, so that the sum does not depend on which name came first. */
export function sumOfChosen(rows: number): number {
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (chosenColumn[row] === -1) continue;
    const weight = chosenWeight(row);
    let at = count++;
    for (; at > 0 && (sorted[at - 1] ?? 0) > weight; at--) sorted[at] = sorted[at - 1] ?? 0;
    sorted[at] = weight;
  }
  let sum = 0;
  for (let i = 0; i < count; i++) sum += sorted[i] ?? 0;
  return sum;
}
