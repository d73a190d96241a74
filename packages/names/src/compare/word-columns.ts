import { givenAt, patronymicAt, surnameAt, type PreparedWord } from '../prepare/prepared.ts';
import { countDifferentSounds } from './different-sounds.ts';
import type { ModelTables } from './model-tables.ts';
import type { OpenWeight } from './open-words.ts';
import { mostDifferent, roleDoubt } from './weigh-words.ts';
import { hasChain } from './word-shares.ts';
import type { NameSex } from '../prepared-name.ts';
import { costScale } from '../sounds/letter-costs.ts';
import { soundMask } from '../sounds/sounds.ts';

/** Numbers kept of a word: sounds, length and flags, given names, fathers' names, role costs, signs of its initial. */
const width = 8;
const [soundsAt, sizeAt, givenBitsAt, patronymicBitsAt, rolesAt, signsAt] = [0, 1, 2, 3, 4, 7] as const;
/** A word of which part was not read: it may be anything. */
const inPart = 1 << 16;
/** A word of a community where names are chains of fathers. */
const inChain = 1 << 17;
const oneLetter = 1 << 18;
const letters = inPart - 1;

/** The words of a list laid out for a quick look: most pairs of words need no more. */
export class WordColumns {
  #data = new Int32Array(width << 4);
  #count = 0;

  add(word: PreparedWord): void {
    const { mask, length, initial, unread, given, patronymic, roleCosts, firstSounds } = word;
    const at = width * this.#count++;
    if (at + width > this.#data.length) {
      const larger = new Int32Array(2 * this.#data.length);
      larger.set(this.#data);
      this.#data = larger;
    }
    const flags = (unread ? inPart : 0) | (hasChain(word) ? inChain : 0) | (initial ? oneLetter : 0);
    this.#data[at + soundsAt] = mask;
    this.#data[at + sizeAt] = Math.min(length, letters) | flags;
    this.#data[at + givenBitsAt] = bitsOfIds(given?.ids);
    this.#data[at + patronymicBitsAt] = bitsOfIds(patronymic?.ids);
    this.#data.set(roleCosts, at + rolesAt);
    this.#data[at + signsAt] = soundMask(firstSounds);
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
export const apart: { -readonly [field in keyof OpenWeight]: OpenWeight[field] } = { agrees: false, isComparable: false, log10Lr: 0, role: 0 };

/**
 * Whether two words, by their numbers in two lists, surely cannot agree; then what they weigh stands in `apart`. The same
 * number as `weighWords`, without a look at their letters.
 */
export function lieApart(a: Int32Array, row: number, b: Int32Array, { column, floors, sex }: { readonly column: number; readonly floors: ModelTables['floors']; readonly sex: NameSex | 'unknown' }): boolean {
  const may = mayAgree(a, row, b, column);
  const [i, j] = [width * row, width * column];
  const flags = (a[i + sizeAt] as number) | (b[j + sizeAt] as number);
  if (may && (flags & oneLetter) === 0) return false;
  const surname = (a[i + rolesAt + surnameAt] as number) + (b[j + rolesAt + surnameAt] as number);
  const given = (a[i + rolesAt + givenAt] as number) + (b[j + rolesAt + givenAt] as number);
  const patronymic = (a[i + rolesAt + patronymicAt] as number) + (b[j + rolesAt + patronymicAt] as number);
  // The first of the least, as in `nearestRole`.
  const role = surname <= given && surname <= patronymic ? surnameAt : given <= patronymic ? givenAt : patronymicAt;
  apart.isComparable = Math.min(surname, given, patronymic) <= roleDoubt;
  // An initial says nothing of a word in another role.
  if (may && apart.isComparable) return false;
  apart.role = role;
  apart.log10Lr = ((flags & oneLetter) !== 0 ? floors.initial : role === surnameAt ? floors.surname[sex] : role === givenAt ? floors.given : (flags & inChain) === 0 ? floors.patronymic : floors.chain).log10;
  return true;
}

/** Whether two words, by their numbers in two lists, may agree by their sets of sounds or the names they can stand for. */
export function mayAgree(a: Int32Array, row: number, b: Int32Array, column: number): boolean {
  const [i, j] = [width * row, width * column];
  const [left, right] = [a[i + sizeAt] ?? 0, b[j + sizeAt] ?? 0];
  if (((left | right) & oneLetter) !== 0) return ((a[i + signsAt] ?? 0) & (b[j + signsAt] ?? 0)) !== 0;
  if (((left | right) & inPart) !== 0) return true;
  if (((a[i + givenBitsAt] ?? 0) & (b[j + givenBitsAt] ?? 0)) !== 0 || ((a[i + patronymicBitsAt] ?? 0) & (b[j + patronymicBitsAt] ?? 0)) !== 0) return true;
  return countDifferentSounds(a[i + soundsAt] ?? 0, b[j + soundsAt] ?? 0) <= mostDifferent(Math.min(left & letters, right & letters));
}

/** The most that a word says beside one that says at most `most` in each role, log10; what a role costs it comes off. Of an initial, and of a word read in part, it is not bound. */
export function mostBeside(data: Int32Array, column: number, [surname, given, patronymic]: readonly [number, number, number]): number {
  const at = width * column;
  if (((data[at + sizeAt] as number) & (oneLetter | inPart)) !== 0) return Infinity;
  return Math.max(surname - (data[at + rolesAt + surnameAt] as number) / costScale, given - (data[at + rolesAt + givenAt] as number) / costScale, patronymic - (data[at + rolesAt + patronymicAt] as number) / costScale);
}
