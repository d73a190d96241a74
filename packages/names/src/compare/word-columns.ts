import { givenAt, patronymicAt, surnameAt, type PreparedWord } from '../prepare/prepared.ts';
import { countDifferentSounds } from './different-sounds.ts';
import type { ModelTables } from './model-tables.ts';
import { mostDifferent, roleDoubt } from './weigh-words.ts';
import { hasChain } from './word-shares.ts';
import type { NameSex } from '../prepared-name.ts';
import { costScale } from '../sounds/letter-costs.ts';

/** Numbers kept of a word: sounds, length and flags, given names, fathers' names, role costs. */
const width = 7;
const [soundsAt, sizeAt, givenBitsAt, patronymicBitsAt, rolesAt] = [0, 1, 2, 3, 4] as const;
/** A word that may be anything: an initial, or one of which part was not read. */
const anything = 1 << 16;
/** A word of a community where names are chains of fathers. */
const inChain = 1 << 17;
const letters = anything - 1;

/** The words of a list laid out for a quick look: most pairs of words need no more. */
export class WordColumns {
  #data = new Int32Array(width << 4);
  #count = 0;

  add(word: PreparedWord): void {
    const { mask, length, initial, unread, given, patronymic, roleCosts } = word;
    const at = width * this.#count++;
    if (at + width > this.#data.length) {
      const larger = new Int32Array(2 * this.#data.length);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data.set([mask, Math.min(length, letters) | (initial || unread ? anything : 0) | (hasChain(word) ? inChain : 0), bitsOfIds(given?.ids), bitsOfIds(patronymic?.ids), ...roleCosts], at);
  }

  get data(): Int32Array {
    return this.#data;
  }
}

/** One bit for several names: words without a common bit share none. */
export function bitsOfIds(ids: readonly number[] = []): number {
  let bits = 0;
  for (const id of ids) bits |= 1 << (id & 31);
  return bits;
}

/** What two words weigh that cannot agree by their sets of sounds and the names they can stand for. */
export const apart = { isComparable: false, log10Lr: 0 };

/**
 * Whether two words, by their numbers in two lists, surely cannot agree; then what they weigh stands in `apart`. The same
 * number as `weighWords`, without a look at their letters.
 */
export function lieApart(a: Int32Array, row: number, b: Int32Array, { column, floors, sex }: { readonly column: number; readonly floors: ModelTables['floors']; readonly sex: NameSex | 'unknown' }): boolean {
  if (mayAgree(a, row, b, column)) return false;
  const [i, j] = [width * row, width * column];
  const [left, right] = [a[i + sizeAt] ?? 0, b[j + sizeAt] ?? 0];
  const surname = (a[i + rolesAt + surnameAt] ?? 0) + (b[j + rolesAt + surnameAt] ?? 0);
  const given = (a[i + rolesAt + givenAt] ?? 0) + (b[j + rolesAt + givenAt] ?? 0);
  const patronymic = (a[i + rolesAt + patronymicAt] ?? 0) + (b[j + rolesAt + patronymicAt] ?? 0);
  // The first of the least, as in `nearestRole`.
  const isSurname = surname <= given && surname <= patronymic;
  const floor = isSurname ? floors.surname[sex] : given <= patronymic ? floors.given : ((left | right) & inChain) === 0 ? floors.patronymic : floors.chain;
  apart.isComparable = (isSurname ? surname : Math.min(given, patronymic)) <= roleDoubt;
  apart.log10Lr = floor.log10;
  return true;
}

/** Whether two words, by their numbers in two lists, may agree by their sets of sounds or the names they can stand for. */
export function mayAgree(a: Int32Array, row: number, b: Int32Array, column: number): boolean {
  const [i, j] = [width * row, width * column];
  const [left, right] = [a[i + sizeAt] ?? 0, b[j + sizeAt] ?? 0];
  if (((left | right) & anything) !== 0) return true;
  if (((a[i + givenBitsAt] ?? 0) & (b[j + givenBitsAt] ?? 0)) !== 0 || ((a[i + patronymicBitsAt] ?? 0) & (b[j + patronymicBitsAt] ?? 0)) !== 0) return true;
  return countDifferentSounds(a[i + soundsAt] ?? 0, b[j + soundsAt] ?? 0) <= mostDifferent(Math.min(left & letters, right & letters));
}

/** The most that a word says beside one that says at most `most` in each role, log10; what a role costs it comes off. Of an initial, and of a word read in part, it is not bound. */
export function mostBeside(data: Int32Array, column: number, [surname, given, patronymic]: readonly [number, number, number]): number {
  const at = width * column;
  if (((data[at + sizeAt] as number) & anything) !== 0) return Infinity;
  return Math.max(surname - (data[at + rolesAt + surnameAt] as number) / costScale, given - (data[at + rolesAt + givenAt] as number) / costScale, patronymic - (data[at + rolesAt + patronymicAt] as number) / costScale);
}
