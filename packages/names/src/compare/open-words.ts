import type { NameModel } from '../model/name-model.ts';
import type { NameSex } from '../prepared-name.ts';
import { givenAt, patronymicAt, surnameAt, type PreparedWord } from '../prepare/prepared.ts';
import { costScale, letterCostsOf } from '../sounds/letter-costs.ts';
import { longestWord } from '../sounds/sounds.ts';
import { countDifferentSounds } from './different-sounds.ts';
import { editCost, tooFar } from './edit-cost.ts';
import { modelTables, type Floor, type ModelTables } from './model-tables.ts';
import { endingCost, limitALetter, mixed, mostDifferent, particleShare, ratio, ratioOfTwo, roleDoubt, shareName, weighWords } from './weigh-words.ts';
import { bitsOfIds } from './word-columns.ts';
import { bearersOf, hasChain, informationOfWord, mayBeNames, shareOfWord } from './word-shares.ts';

/** What two words weigh, as `weighWords` says it. */
export interface OpenWeight {
  readonly log10Lr: number;
  readonly agrees: boolean;
  readonly isComparable: boolean;
  readonly role: 0 | 1 | 2;
}

/** Filled by each weighing anew. */
const openWeight: { -readonly [field in keyof OpenWeight]: OpenWeight[field] } = { log10Lr: 0, agrees: false, isComparable: false, role: 0 };

/** Whole numbers of a word. */
const width = 8;
const [openedAt, readingsAt, sizeAt, flagsAt, soundsAt, communityAt, givenBitsAt, patronymicBitsAt] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const [isInitial, isUnread, isParticle, isInChain, isGivenAsWritten, isName] = [1, 2, 4, 8, 16, 32] as const;
/** Shares in its three roles; what its letters tell, by role among names of its community and at large; costs of the names it can stand for, and of its roles; how it comes to stand for a surname. */
const numberWidth = 14;
const [shareAt, toldAt, toldAsSurnameAt, nameCostAt, roleCostAt, bearersAt] = [0, 3, 5, 6, 9, 12] as const;
/** Of a way of reading: where its sounds begin, how many, the same without the ending of sex, and what the habit costs. */
const readingWidth = 5;

/**
 * Words with all that a model says of each by itself, side by side: words of a long list lie far apart in memory, and to
 * fetch them costs more than to weigh them. A word is opened when it is first weighed.
 */
export class OpenWords {
  readonly #words: readonly PreparedWord[];
  readonly #tables: ModelTables;
  #whole = new Int32Array(width << 10);
  #numbers = new Float64Array(numberWidth << 10);
  #readings = new Int32Array(readingWidth << 11);
  #readingCount = 0;
  #sounds = new Uint8Array(1 << 15);
  #soundCount = 0;

  /** The words of a list under a model, laid out once for all who weigh them. @param words - may grow; a word at its place stays */
  static of(words: readonly PreparedWord[], model: NameModel): OpenWords {
    let byModel = openedLists.get(words);
    if (byModel === undefined) openedLists.set(words, (byModel = new WeakMap<NameModel, OpenWords>()));
    const known = byModel.get(model);
    if (known !== undefined) return known;
    const made = new OpenWords(words, model);
    byModel.set(model, made);
    return made;
  }

  private constructor(words: readonly PreparedWord[], model: NameModel) {
    this.#words = words;
    this.#tables = modelTables(model);
  }

  /** Weighs a word of these against one of others of the same model, by their places: what `weighWords` says to the last digit. The answer holds until the next is asked for. */
  weigh(row: number, others: OpenWords, { column, sex }: { readonly column: number; readonly sex: NameSex | null }): OpenWeight {
    this.#open(row);
    others.#open(column);
    const [a, b, left, right] = [this.#whole, others.#whole, width * row, width * column];
    const [word, other, floors] = [this.#words[row], others.#words[column], this.#tables.floors];
    if (word === undefined || other === undefined) throw new RangeError('a word has no such number');
    const flags = (a[left + flagsAt] as number) | (b[right + flagsAt] as number);
    if ((flags & isInitial) !== 0) {
      const { log10Lr, agreement, comparable, role } = weighWords(word, other, { tables: this.#tables, sex });
      Object.assign(openWeight, { log10Lr, agrees: agreement !== 'none', isComparable: comparable, role });
      return openWeight;
    }
    const [one, two, i, j] = [this.#numbers, others.#numbers, numberWidth * row, numberWidth * column];
    const surname = (one[i + roleCostAt + surnameAt] as number) + (two[j + roleCostAt + surnameAt] as number);
    const given = (one[i + roleCostAt + givenAt] as number) + (two[j + roleCostAt + givenAt] as number);
    const patronymic = (one[i + roleCostAt + patronymicAt] as number) + (two[j + roleCostAt + patronymicAt] as number);
    const floorOf = (role: 0 | 1 | 2): Floor => (role === surnameAt ? floors.surname[sex ?? 'unknown'] : role === givenAt ? floors.given : (flags & isInChain) === 0 ? floors.patronymic : floors.chain);
    // The first of the least, as in `weighWords`.
    const nearest = surname <= given && surname <= patronymic ? surnameAt : given <= patronymic ? givenAt : patronymicAt;
    openWeight.isComparable = Math.min(surname, given, patronymic) <= roleDoubt;
    openWeight.log10Lr = floorOf(nearest).log10;
    openWeight.agrees = false;
    openWeight.role = nearest;
    const sharesGiven = ((a[left + givenBitsAt] as number) & (b[right + givenBitsAt] as number)) !== 0 && shareName(word.given, other.given);
    const sharesPatronymic = ((a[left + patronymicBitsAt] as number) & (b[right + patronymicBitsAt] as number)) !== 0 && shareName(word.patronymic, other.patronymic);
    const mayShareLetters = (flags & isUnread) !== 0 || countDifferentSounds(a[left + soundsAt] as number, b[right + soundsAt] as number) <= mostDifferent(Math.min(a[left + sizeAt] as number, b[right + sizeAt] as number));
    const hasLetters = mayShareLetters && this.#letterCost(row, others, column);
    if (!hasLetters && !sharesGiven && !sharesPatronymic) return openWeight;
    const among = a[left + communityAt] === b[right + communityAt] ? 0 : 1;
    const areNames = ((a[left + flagsAt] as number) & (b[right + flagsAt] as number) & isName) !== 0 && word.key !== other.key;
    const areTwoNames = !sharesGiven && ((a[left + flagsAt] as number) & (b[right + flagsAt] as number) & isGivenAsWritten) !== 0;
    const least = (at: number): number => Math.min(one[i + at] as number, two[j + at] as number);
    const roleCosts = [surname, given, patronymic] as const;
    for (const role of roles) {
      const share = Math.max(one[i + shareAt + role] as number, two[j + shareAt + role] as number);
      const told = least((role === surnameAt ? toldAsSurnameAt : toldAt) + among);
      let lr = -Infinity;
      if (role === givenAt ? sharesGiven : role === patronymicAt && sharesPatronymic) {
        const cost = (one[i + nameCostAt + role] as number) + (two[j + nameCostAt + role] as number);
        lr = ratio(cost, share, cost === 0 ? Infinity : told);
      }
      if (hasLetters) {
        const cost = role === surnameAt ? Math.min(letters.plain, letters.neutral + endingCost) : letters.plain;
        const borne = (flags & isParticle) === 0 ? share : particleShare;
        const byLetters = role === surnameAt && areNames
          ? ratioOfTwo(cost, { share: one[i + bearersAt] as number, slip: one[i + bearersAt + 1] as number }, { share: two[j + bearersAt] as number, slip: two[j + bearersAt + 1] as number })
          : ratio(cost, borne, areTwoNames ? Math.min(-Math.log10(borne), told) : told);
        if (byLetters > lr) lr = byLetters;
      }
      if (lr === -Infinity) continue;
      const log10Lr = mixed(lr - roleCosts[role] / costScale, floorOf(role).share);
      if (openWeight.agrees && log10Lr <= openWeight.log10Lr) continue;
      openWeight.log10Lr = log10Lr;
      openWeight.agrees = true;
      openWeight.role = role;
    }
    return openWeight;
  }

  /** The least cost over all ways of reading both words, with and without the endings of sex, into `letters`; false where both are too far. */
  #letterCost(row: number, others: OpenWords, column: number): boolean {
    const [a, b, left, right] = [this.#whole, others.#whole, width * row, width * column];
    const costs = letterCostsOf(this.#words[row]?.script ?? 'other', others.#words[column]?.script ?? 'other');
    let plain = limitALetter * Math.max(a[left + sizeAt] as number, b[right + sizeAt] as number);
    let neutral = plain;
    let isFound = false;
    const [from, to] = [others.#firstReading(column), others.#firstReading(column) + (b[right + readingsAt] as number)];
    const first = this.#firstReading(row);
    for (let k = first; k < first + (a[left + readingsAt] as number); k++) {
      const whole = this.#soundsOf(k, 0, leftWhole);
      const bare = this.#soundsOf(k, 2, leftBare);
      const habitLeft = this.#readings[readingWidth * k + 4] as number;
      const isBareLeft = this.#readings[readingWidth * k] === this.#readings[readingWidth * k + 2];
      for (let m = from; m < to; m++) {
        const habit = habitLeft + (others.#readings[readingWidth * m + 4] as number);
        const cost = editCost(whole, others.#soundsOf(m, 0, rightSounds), costs, plain - habit);
        if (cost < tooFar) [plain, isFound] = [cost + habit, true];
        if (isBareLeft && others.#readings[readingWidth * m] === others.#readings[readingWidth * m + 2]) continue;
        const bareCost = editCost(bare, others.#soundsOf(m, 2, rightSounds), costs, neutral - habit);
        if (bareCost < tooFar) [neutral, isFound] = [bareCost + habit, true];
      }
    }
    letters.plain = plain;
    letters.neutral = Math.min(plain, neutral);
    return isFound;
  }

  #firstReading(word: number): number {
    return (this.#whole[width * word + openedAt] as number) - 1;
  }

  /** Sounds of a reading, whole (0) or without the ending of sex (2), copied where they are read quickly. */
  #soundsOf(reading: number, at: 0 | 2, into: readonly Uint8Array[]): Uint8Array {
    const start = this.#readings[readingWidth * reading + at] as number;
    const length = this.#readings[readingWidth * reading + at + 1] as number;
    const sounds = into[length] ?? none;
    for (let k = 0; k < length; k++) sounds[k] = this.#sounds[start + k] as number;
    return sounds;
  }

  #open(number: number): void {
    const at = width * number;
    if ((this.#whole[at + openedAt] ?? 0) !== 0) return;
    const word = this.#words[number];
    if (word === undefined) throw new RangeError('a word has no such number');
    while (at + width > this.#whole.length) {
      this.#whole = larger(this.#whole, new Int32Array(2 * this.#whole.length));
      this.#numbers = larger(this.#numbers, new Float64Array(2 * this.#numbers.length));
    }
    const { readings, length, initial, unread, particle, mask, community, given, patronymic, roleCosts } = word;
    const flags = (initial ? isInitial : 0) | (unread ? isUnread : 0) | (particle ? isParticle : 0) | (hasChain(word) ? isInChain : 0) | (given?.cost === 0 ? isGivenAsWritten : 0) | (mayBeNames(word, this.#tables) ? isName : 0);
    this.#whole.set([this.#readingCount + 1, readings.length, length, flags, mask, community, bitsOfIds(given?.ids), bitsOfIds(patronymic?.ids)], at);
    const tables = this.#tables;
    const told = (role: 0 | 1 | 2, among: 'own' | 'all'): number => informationOfWord(word, { tables, role, among });
    const { share, slip } = bearersOf(word, tables);
    // What a word tells as a given name and as a father's name is one.
    this.#numbers.set([
      ...roles.map((role) => shareOfWord(word, role, tables)), told(givenAt, 'own'), told(givenAt, 'all'), told(surnameAt, 'own'), told(surnameAt, 'all'), given?.cost ?? 0, patronymic?.cost ?? 0, ...roleCosts, share, slip,
    ], numberWidth * number);
    for (const { sounds, neutral, cost } of readings) {
      const whole = this.#putSounds(sounds);
      const bare = neutral === sounds ? whole : this.#putSounds(neutral);
      if (readingWidth * (this.#readingCount + 1) > this.#readings.length) this.#readings = larger(this.#readings, new Int32Array(2 * this.#readings.length));
      this.#readings.set([whole, sounds.length, bare, neutral.length, cost], readingWidth * this.#readingCount++);
    }
  }

  #putSounds(sounds: Uint8Array): number {
    const start = this.#soundCount;
    if (start + sounds.length > this.#sounds.length) this.#sounds = larger(this.#sounds, new Uint8Array(2 * this.#sounds.length + longestWord));
    this.#sounds.set(sounds, start);
    this.#soundCount += sounds.length;
    return start;
  }
}

const openedLists = new WeakMap<readonly PreparedWord[], WeakMap<NameModel, OpenWords>>();
const roles = [surnameAt, givenAt, patronymicAt] as const;
const letters = { plain: 0, neutral: 0 };
const none = new Uint8Array();

/** One place in memory as arrays of every length that a word may have. */
const ofEveryLength = (): Uint8Array[] => {
  const { buffer } = new Uint8Array(longestWord);
  return Array.from({ length: longestWord + 1 }, (_, length) => new Uint8Array(buffer, 0, length));
};
const [leftWhole, leftBare, rightSounds] = [ofEveryLength(), ofEveryLength(), ofEveryLength()];

function larger<T extends Int32Array | Float64Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
