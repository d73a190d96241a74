import type { NameModel } from '../model/name-model.ts';
import type { NameSex } from '../prepared-name.ts';
import { givenAt, patronymicAt, surnameAt, type PreparedWord } from '../prepare/prepared.ts';
import { costsBetween, costScale, scriptNumber } from '../sounds/letter-costs.ts';
import { countDifferentSounds } from './different-sounds.ts';
import { modelTables, type Floor, type ModelTables } from './model-tables.ts';
import { leastCost, OpenReadings, type LettersApart, type ReadingsOfWord } from './open-readings.ts';
import { costLimit, endingCost, keptAt, limitALetter, mixed, mostDifferent, particleShare, ratioOfChances, ratioOfTwo, roleDoubt, shareName, weighWords } from './weigh-words.ts';
import { bitsOfIds } from './word-columns.ts';
import { bearersOf, hasChain, mayBeNames, shareOfWord, toldOfWord, type Bearers, type Told } from './word-shares.ts';

/** What two words weigh, as `weighWords` says it. */
export interface OpenWeight {
  readonly log10Lr: number;
  readonly agrees: boolean;
  readonly isComparable: boolean;
  readonly role: 0 | 1 | 2;
}

/** In what two words agree. */
interface Agreement {
  readonly column: number;
  readonly sex: NameSex | null;
  readonly sharesGiven: boolean;
  readonly sharesPatronymic: boolean;
  readonly hasLetters: boolean;
}

/** Filled by each weighing anew. */
const openWeight: { -readonly [field in keyof OpenWeight]: OpenWeight[field] } = { log10Lr: 0, agrees: false, isComparable: false, role: 0 };

/** Whole numbers of a word. */
const width = 10;
const [openedAt, readingsAt, sizeAt, flagsAt, soundsAt, communityAt, givenBitsAt, patronymicBitsAt, scriptAt, keyAt] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const [isInitial, isUnread, isParticle, isInChain, isGivenAsWritten, isName] = [1, 2, 4, 8, 16, 32] as const;
/**
 * Shares in its three roles, and their -log10; what its letters tell, by role among names of its community and at large,
 * and how probable that makes them; costs of the names it can stand for, and of its roles; how it comes to stand for a surname, NaN until that is asked.
 */
const numberWidth = 21;
const [shareAt, rarityAt, toldAt, toldAsSurnameAt, chanceAt, nameCostAt, roleCostAt, bearersAt] = [0, 3, 6, 8, 10, 13, 16, 19] as const;

/**
 * Words with all that a model says of each by itself, side by side: words of a long list lie far apart in memory, and to
 * fetch them costs more than to weigh them. A word is opened when it is first weighed.
 */
export class OpenWords {
  readonly #words: readonly PreparedWord[];
  readonly #tables: ModelTables;
  // Little room at first: most lists are short, and memory taken for each makes the collector walk through all that is kept.
  #whole = new Int32Array(width << 4);
  #numbers = new Float64Array(numberWidth << 4);
  readonly #readings = new OpenReadings();

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

  /** Opens every word at once, where all will be asked for: 5 microseconds each. */
  openAll(): void {
    for (let number = 0; number < this.#words.length; number++) this.#open(number);
  }

  /** Weighs a word of these against one of others of the same model, by their places: what `weighWords` says to the last digit. The answer holds until the next is asked for. */
  weigh(row: number, others: OpenWords, { column, sex }: { readonly column: number; readonly sex: NameSex | null }): OpenWeight {
    this.#open(row);
    others.#open(column);
    const [a, b, left, right] = [this.#whole, others.#whole, width * row, width * column];
    const flags = (a[left + flagsAt] as number) | (b[right + flagsAt] as number);
    if ((flags & isInitial) !== 0) return this.#weighInitial(row, others, { column, sex });
    const [one, two, i, j] = [this.#numbers, others.#numbers, numberWidth * row, numberWidth * column];
    const surname = (one[i + roleCostAt + surnameAt] as number) + (two[j + roleCostAt + surnameAt] as number);
    const given = (one[i + roleCostAt + givenAt] as number) + (two[j + roleCostAt + givenAt] as number);
    const patronymic = (one[i + roleCostAt + patronymicAt] as number) + (two[j + roleCostAt + patronymicAt] as number);
    // The first of the least, as in `weighWords`.
    const nearest = surname <= given && surname <= patronymic ? surnameAt : given <= patronymic ? givenAt : patronymicAt;
    openWeight.isComparable = Math.min(surname, given, patronymic) <= roleDoubt;
    openWeight.log10Lr = this.#floorOf(nearest, flags, sex).log10;
    openWeight.agrees = false;
    openWeight.role = nearest;
    const sharesGiven = ((a[left + givenBitsAt] as number) & (b[right + givenBitsAt] as number)) !== 0 && shareName(this.#words[row]?.given, others.#words[column]?.given);
    const sharesPatronymic = ((a[left + patronymicBitsAt] as number) & (b[right + patronymicBitsAt] as number)) !== 0 && shareName(this.#words[row]?.patronymic, others.#words[column]?.patronymic);
    const mayShareLetters = (flags & isUnread) !== 0 || countDifferentSounds(a[left + soundsAt] as number, b[right + soundsAt] as number) <= mostDifferent(Math.min(a[left + sizeAt] as number, b[right + sizeAt] as number));
    const hasLetters = mayShareLetters && this.#compareLetters(row, others, column);
    if (!hasLetters && !sharesGiven && !sharesPatronymic) return openWeight;
    this.#weighRoles(row, others, { column, sex, sharesGiven, sharesPatronymic, hasLetters });
    return openWeight;
  }

  /** Takes into `openWeight` the role in which the two agree best. */
  #weighRoles(row: number, others: OpenWords, { column, sex, sharesGiven, sharesPatronymic, hasLetters }: Agreement): void {
    const [a, b, left, right] = [this.#whole, others.#whole, width * row, width * column];
    const [one, two, i, j] = [this.#numbers, others.#numbers, numberWidth * row, numberWidth * column];
    const flags = (a[left + flagsAt] as number) | (b[right + flagsAt] as number);
    const both = (a[left + flagsAt] as number) & (b[right + flagsAt] as number);
    const among = a[left + communityAt] === b[right + communityAt] ? 0 : 1;
    const areNames = (both & isName) !== 0 && (a[left + keyAt] !== b[right + keyAt] || this.#words[row]?.key !== others.#words[column]?.key);
    const areTwoNames = !sharesGiven && (both & isGivenAsWritten) !== 0;
    const isSmall = (flags & isParticle) !== 0;
    for (const role of roles) {
      const sharesName = role === givenAt ? sharesGiven : role === patronymicAt && sharesPatronymic;
      if (!hasLetters && !sharesName) continue;
      const roleCost = ((one[i + roleCostAt + role] as number) + (two[j + roleCostAt + role] as number)) / costScale;
      const floor = this.#floorOf(role, flags, sex);
      // No agreement weighs more than its share: most words are likely in one role only.
      const highest = Math.min(one[i + rarityAt + role] as number, two[j + rarityAt + role] as number) - roleCost;
      if (openWeight.agrees && !isSmall && Math.max(highest, floor.log10) + ofTwoAlike < openWeight.log10Lr) continue;
      const share = Math.max(one[i + shareAt + role] as number, two[j + shareAt + role] as number);
      const at = (role === surnameAt ? toldAsSurnameAt : toldAt) + among;
      // What the less telling of both tells.
      const chance = (one[i + at] as number) <= (two[j + at] as number) ? (one[i + at + chanceAt - toldAt] as number) : (two[j + at + chanceAt - toldAt] as number);
      let lr = -Infinity;
      if (sharesName) {
        const cost = (one[i + nameCostAt + role] as number) + (two[j + nameCostAt + role] as number);
        lr = ratioOfChances(keptAt(cost), share, cost === 0 ? 0 : chance);
      }
      if (hasLetters) {
        const kept = keptAt(role === surnameAt ? Math.min(letters.plain, letters.neutral + endingCost) : letters.plain);
        const borne = isSmall ? particleShare : share;
        const rarity = -Math.log10(borne);
        const byLetters = role === surnameAt && areNames
          ? ratioOfTwo(kept, this.#bearersOf(row), others.#bearersOf(column))
          : ratioOfChances(kept, borne, areTwoNames && rarity < Math.min(one[i + at] as number, two[j + at] as number) ? 10 ** -rarity : chance);
        if (byLetters > lr) lr = byLetters;
      }
      const log10Lr = mixed(lr - roleCost, floor.share);
      if (openWeight.agrees && log10Lr <= openWeight.log10Lr) continue;
      openWeight.log10Lr = log10Lr;
      openWeight.agrees = true;
      openWeight.role = role;
    }
  }

  /** How a word comes to stand for a surname: few words are asked for it, so that it is found out when they are. */
  #bearersOf(number: number): Bearers {
    const [numbers, at] = [this.#numbers, numberWidth * number + bearersAt];
    if (Number.isNaN(numbers[at])) {
      const { share, slip } = bearersOf(wordAt(this.#words, number), this.#tables);
      [numbers[at], numbers[at + 1]] = [share, slip];
    }
    return { share: numbers[at] as number, slip: numbers[at + 1] as number };
  }

  #weighInitial(row: number, others: OpenWords, { column, sex }: { readonly column: number; readonly sex: NameSex | null }): OpenWeight {
    const { log10Lr, agreement, comparable, role } = weighWords(wordAt(this.#words, row), wordAt(others.#words, column), { tables: this.#tables, sex });
    return Object.assign(openWeight, { log10Lr, agrees: agreement !== 'none', isComparable: comparable, role });
  }

  /** @param flags - of both words together */
  #floorOf(role: 0 | 1 | 2, flags: number, sex: NameSex | null): Floor {
    const { floors } = this.#tables;
    if (role === surnameAt) return floors.surname[sex ?? 'unknown'];
    if (role === givenAt) return floors.given;
    return (flags & isInChain) === 0 ? floors.patronymic : floors.chain;
  }

  /** The least cost over all ways of reading both words, with and without the endings of sex, into `letters`; false where both are too far. */
  #compareLetters(row: number, others: OpenWords, column: number): boolean {
    const [a, b, left, right] = [this.#whole, others.#whole, width * row, width * column];
    [leftReadings.list, leftReadings.first, leftReadings.count] = [this.#readings, (a[left + openedAt] as number) - 1, a[left + readingsAt] as number];
    [rightReadings.list, rightReadings.first, rightReadings.count] = [others.#readings, (b[right + openedAt] as number) - 1, b[right + readingsAt] as number];
    const costs = costsBetween(a[left + scriptAt] as number, b[right + scriptAt] as number);
    const isInPart = (((a[left + flagsAt] as number) | (b[right + flagsAt] as number)) & isUnread) !== 0;
    const limit = isInPart ? costLimit(wordAt(this.#words, row), wordAt(others.#words, column)) : limitALetter * Math.max(a[left + sizeAt] as number, b[right + sizeAt] as number);
    return leastCost(leftReadings, rightReadings, { costs, limit, into: letters });
  }

  #open(number: number): void {
    const at = width * number;
    if ((this.#whole[at + openedAt] ?? 0) !== 0) return;
    const word = wordAt(this.#words, number);
    while (at + width > this.#whole.length) {
      this.#whole = larger(this.#whole, new Int32Array(2 * this.#whole.length));
      this.#numbers = larger(this.#numbers, new Float64Array(2 * this.#numbers.length));
    }
    const { readings, length, initial, unread, particle, mask, community, given, patronymic, script, key } = word;
    const flags = (initial ? isInitial : 0) | (unread ? isUnread : 0) | (particle ? isParticle : 0) | (hasChain(word) ? isInChain : 0) | (given?.cost === 0 ? isGivenAsWritten : 0) | (mayBeNames(word, this.#tables) ? isName : 0);
    this.#whole.set([this.#readings.add(readings) + 1, readings.length, length, flags, mask, community, bitsOfIds(given?.ids), bitsOfIds(patronymic?.ids), scriptNumber(script), hashOf(key)], at);
    this.#openNumbers(word, numberWidth * number);
  }

  /** Written one by one: lists made for each word cost more than what stands in them. */
  #openNumbers(word: PreparedWord, from: number): void {
    const [numbers, tables] = [this.#numbers, this.#tables];
    for (const role of roles) {
      const share = shareOfWord(word, role, tables);
      numbers[from + shareAt + role] = share;
      numbers[from + rarityAt + role] = -Math.log10(share);
      numbers[from + roleCostAt + role] = word.roleCosts[role];
    }
    // What a word tells as a given name and as a father's name is one.
    this.#openTold(from, toldAt, toldOfWord(word, tables, givenAt));
    this.#openTold(from, toldAsSurnameAt, toldOfWord(word, tables, surnameAt));
    numbers[from + nameCostAt + givenAt] = word.given?.cost ?? 0;
    numbers[from + nameCostAt + patronymicAt] = word.patronymic?.cost ?? 0;
    numbers[from + bearersAt] = NaN;
  }

  #openTold(from: number, at: number, { own, all }: Told): void {
    const numbers = this.#numbers;
    numbers[from + at] = own;
    numbers[from + at + 1] = all;
    numbers[from + at + chanceAt - toldAt] = 10 ** -own;
    numbers[from + at + 1 + chanceAt - toldAt] = 10 ** -all;
  }
}

const openedLists = new WeakMap<readonly PreparedWord[], WeakMap<NameModel, OpenWords>>();
const roles = [surnameAt, givenAt, patronymicAt] as const;
const letters: LettersApart = { plain: 0, neutral: 0 };
const noReadings = new OpenReadings();
const leftReadings: ReadingsOfWord = { list: noReadings, first: 0, count: 0 };
const rightReadings: ReadingsOfWord = { list: noReadings, first: 0, count: 0 };
/** More than what `mixed` adds to the higher of what it mixes, log10. */
const ofTwoAlike = 0.302;

function wordAt(words: readonly PreparedWord[], number: number): PreparedWord {
  const word = words[number];
  if (word === undefined) throw new RangeError('a word has no such number');
  return word;
}

/** Different keys may have one number. */
function hashOf(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
  return hash;
}

function larger<T extends Int32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
