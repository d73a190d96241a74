import type { NameModel } from '../model/name-model.ts';
import { patronymicAt, surnameAt } from '../prepare/prepared.ts';
import { bits, chosenColumn, chosenWeight, choosePairs, pairColumns, weights } from './choose-pairs.ts';
import { modelTables, type ModelTables } from './model-tables.ts';
import { countAt, lengthAt, maskAt, nameSexes, nameWidth, sexAt, startAt, type NameList } from './name-list.ts';
import { OpenWords } from './open-words.ts';
import { bitsOf, roleOfBits } from './pair-words.ts';
import { mayBeJoined, weighJoined } from './weigh-joined.ts';
import { apart, lieApart } from './word-columns.ts';

/** Pairs of words remembered: at most 2^20 places of 16 bytes; what falls on a taken place is weighed again. */
const mostRemembered = 1 << 20;
/**
 * By so much the memory grows when as many pairs were put into it as it has places. To take it whole for every short list
 * would make the collector walk through all that the program keeps.
 */
const growth = 16;

/** Weighs names of one list against names of another: the numbers of `nameLog10Lr`, each pair of words weighed once. */
export class NameWeigher {
  readonly #left: NameList;
  readonly #right: NameList;
  readonly #tables: ModelTables;
  readonly #leftWords: OpenWords;
  readonly #rightWords: OpenWords;
  /** Of each place the pair with its bits, and what it weighs. */
  #memory = new Float64Array(2);
  #places = 1;
  /** Pairs put there. */
  #remembered = 0;

  constructor(left: NameList, right: NameList, model: NameModel) {
    this.#left = left;
    this.#right = right;
    this.#tables = modelTables(model);
    this.#leftWords = OpenWords.of(left.words, model);
    this.#rightWords = OpenWords.of(right.words, model);
  }

  /** log10 LR of two names by their places, 0 where one of them has no words. About 0.3 µs for words met before. */
  weigh(leftPlace: number, rightPlace: number): number {
    if (this.#isNameless(leftPlace, rightPlace)) return 0;
    const { nameOfAnother } = this.#tables.model.rates;
    const { sum, joined } = this.#besideEachOther(leftPlace, rightPlace);
    return Math.log10((1 - nameOfAnother) * 10 ** (joined > sum ? joined : sum) + nameOfAnother);
  }

  /** What surname and father's name say for one person, log10, as far as they agree; 0 where names agree only as wholes. */
  ofFamily(leftPlace: number, rightPlace: number): number {
    if (this.#isNameless(leftPlace, rightPlace)) return 0;
    const { sum, joined } = this.#besideEachOther(leftPlace, rightPlace);
    if (joined > sum) return 0;
    const { surname, father } = this.#familyChosen(leftPlace, (weight) => Math.max(0, weight));
    return surname + father;
  }

  /** Sets the words of two names beside each other: what they say word by word, and joined to wholes. */
  #besideEachOther(leftPlace: number, rightPlace: number): { readonly sum: number; readonly joined: number } {
    const [a, b, i, j] = [this.#left.rows, this.#right.rows, nameWidth * leftPlace, nameWidth * rightPlace];
    this.#choose(i, j, sexOfBoth(a[i + sexAt] as number, b[j + sexAt] as number));
    const sum = sumOfChosen(a[i + countAt] as number);
    const mayJoin = a[i + countAt] !== b[j + countAt] && mayBeJoined({ length: a[i + lengthAt] as number, mask: a[i + maskAt] as number }, { length: b[j + lengthAt] as number, mask: b[j + maskAt] as number });
    return { sum, joined: mayJoin ? this.#weighJoined(leftPlace, rightPlace) : -Infinity };
  }

  /**
   * What surname and father's name of two names say for a common household, log10; 0 where the surname says nothing for it.
   * @param sameFather - share of relatives who have one father's name, 0..1
   */
  household(leftPlace: number, rightPlace: number, sameFather: number): number {
    if (this.#isNameless(leftPlace, rightPlace)) return 0;
    // Brothers and sisters: the sex of one is not that of the other.
    this.#choose(nameWidth * leftPlace, nameWidth * rightPlace, 0);
    const { surname, father } = this.#familyChosen(leftPlace, (weight) => Math.log10(1 - sameFather + sameFather * 10 ** weight));
    return surname === 0 ? 0 : surname + father;
  }

  /** What surnames and fathers' names say that stand beside each other, log10; surnames as far as they agree. */
  #familyChosen(leftPlace: number, ofFather: (weight: number) => number): { readonly surname: number; readonly father: number } {
    const rows = this.#left.rows[nameWidth * leftPlace + countAt] as number;
    let [surname, father] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const column = chosenColumn[row] ?? -1;
      if (column === -1) continue;
      const role = roleOfBits(bits[row * pairColumns + column] ?? 0);
      if (role === patronymicAt) father += ofFather(chosenWeight(row));
      else if (role === surnameAt) surname += Math.max(0, chosenWeight(row));
    }
    return { surname, father };
  }

  /** Whether one of two places has no name, or one without words; reads the names that were not read yet. */
  #isNameless(leftPlace: number, rightPlace: number): boolean {
    if (this.#left.nameAt(leftPlace) === null || this.#right.nameAt(rightPlace) === null) return true;
    return this.#left.rows[nameWidth * leftPlace + countAt] === 0 || this.#right.rows[nameWidth * rightPlace + countAt] === 0;
  }

  #weighJoined(leftPlace: number, rightPlace: number): number {
    const [a, b] = [this.#left.nameAt(leftPlace), this.#right.nameAt(rightPlace)];
    return a === null || b === null ? -Infinity : (weighJoined(a, b, this.#tables)?.log10Lr ?? -Infinity);
  }

  /** Sets the words of two names beside each other, in the tables of `choosePairs`; names by their rows in the lists. */
  #choose(i: number, j: number, said: number): void {
    const [a, b] = [this.#left.rows, this.#right.rows];
    const [rows, columns] = [a[i + countAt] as number, b[j + countAt] as number];
    const [leftStart, rightStart] = [a[i + startAt] as number, b[j + startAt] as number];
    const [left, right] = [this.#left.tokens, this.#right.tokens];
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) this.#look(left[leftStart + r] as number, right[rightStart + c] as number, { said, cell: r * pairColumns + c });
    choosePairs(rows, columns);
  }

  #look(row: number, column: number, { said, cell }: { readonly said: number; readonly cell: number }): void {
    const sex = nameSexes[said] ?? 'unknown';
    if (lieApart(this.#left.columns.data, row, this.#right.columns.data, { column, floors: this.#tables.floors, sex })) {
      weights[cell] = apart.log10Lr;
      bits[cell] = bitsOf(apart);
      return;
    }
    // 2^21 words on either side, three answers on sex and the bits are one exact whole number.
    const key = ((row * 0x200000 + column) * 3 + said + 1) * bitsBelow;
    const hash = (Math.imul(row, 0x9e3779b1) ^ Math.imul(column, 0x85ebca6b) ^ (said << 18)) >>> 7;
    const slot = 2 * (hash & (this.#places - 1));
    const found = (this.#memory[slot] as number) - key;
    if (found >= 0 && found < bitsBelow) {
      weights[cell] = this.#memory[slot + 1] as number;
      bits[cell] = found;
      return;
    }
    const weight = this.#leftWords.weigh(row, this.#rightWords, { column, sex: sex === 'unknown' ? null : sex });
    weights[cell] = weight.log10Lr;
    bits[cell] = bitsOf(weight);
    this.#remember(hash, key + bits[cell], weight.log10Lr);
  }

  #remember(hash: number, key: number, log10Lr: number): void {
    if (this.#remembered === this.#places && this.#places < mostRemembered) {
      this.#places = Math.min(mostRemembered, growth * this.#places);
      this.#memory = new Float64Array(2 * this.#places);
      this.#remembered = 0;
    }
    const slot = 2 * (hash & (this.#places - 1));
    this.#memory[slot] = key;
    this.#memory[slot + 1] = log10Lr;
    this.#remembered++;
  }
}

/** The bits of a pair lie below this. */
const bitsBelow = 16;

/** The sex that two names can have together, by the numbers of `nameSexes`. */
function sexOfBoth(a: number, b: number): number {
  return a === b || b === 0 ? a : a === 0 ? b : 0;
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
