import { disagreementInRoles, looseForms, mostInRoles, type NameList, OpenWords, RecentMemory, SoundIndex, sureRole, wordLog10Lr, type NameModel, type PreparedName, type PreparedWord } from '@imena/names';
import { asMet } from './candidate-space.ts';
import { NameWords } from './name-words.ts';
import { PartIndex } from './part-index.ts';
import { placesByKeys, type LaidOutPlaces } from './place-lists.ts';
import { lasting } from '../evidence/room.ts';

/** Words of the list that one word may stand for, the most telling first. */
export interface SimilarWords {
  readonly words: Int32Array;
  /** The most that each can say where it agrees, as it is added to what was met (`asMet`). */
  readonly met: Int32Array;
}

/** The same with the weight of each, log10. */
export interface LikelyWords {
  readonly words: Int32Array;
  readonly weights: Float32Array;
}

/** Words near another, each with the sounds that differ, 0 also where both stand for one name. */
type NearWords = Int32Array;
/** Bits that hold these: no more than three may differ. */
const differBits = 3;
const differMask = (1 << differBits) - 1;

/**
 * Sounds that may differ between two words of a name, by the number of sounds: beyond them the model of names takes two
 * words for different ones, or their likeness tells next to nothing.
 */
const leftOut = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 3];

/** What agrees and says less than this (log10) is not looked for: it is weighed where another word finds the name. */
export const leastTold = 0.3;
/** Words that tell more than this (log10) are weighed letter by letter where they differ; of others what they tell is bound enough. */
const telling = 2.4;

/** Words asked for that are remembered at least: a server that runs for months is asked for ever new ones. */
const mostRemembered = 1 << 16;

/** A list of names by their words: each word of a query is compared once with the words it may stand for. */
export class WordIndex {
  readonly names: NameList;
  readonly #model: NameModel;
  readonly #sounds = new SoundIndex(leftOut);
  readonly #byName = new NameWords();
  readonly #parts = new PartIndex();
  /** The places of all words, for searches that come to hundreds of words. */
  readonly wordPlaces: LaidOutPlaces;
  /** By place one bit for each role that a word of its name surely has and is found by where another agrees with it (`UnmetRoles`). */
  readonly sureRoles: Uint8Array;
  /** By role what it says against two names that surely have a word in it where these do not agree, log10. */
  readonly disagreement: readonly number[];
  /** Words near by sounds or names, by reading. */
  readonly #near = new RecentMemory<PreparedWord['readings'], NearWords>(mostRemembered);
  /** Words near by sounds alone, by loose form: the writings of one word share theirs. */
  readonly #nearForms = new RecentMemory<string, NearWords>(mostRemembered);
  /** Words met on the search for those near a word, and by word of the list where it stands among them if it was met. */
  readonly #met: Int32Array;
  readonly #metAt: Int32Array;
  #metCount = 0;
  readonly #known = new RecentMemory<PreparedWord, SimilarWords>(mostRemembered);
  readonly #likely = new RecentMemory<PreparedWord, LikelyWords>(mostRemembered);
  /** The words asked for, and those of the list, laid out to be weighed. */
  readonly #asked: PreparedWord[] = [];
  readonly #askedWords: OpenWords;
  readonly #listWords: OpenWords;
  /** The most that each word can say as surname, given name, patronymic, whatever word agrees with it. */
  readonly #most: number[] = [];
  readonly #initials: number[] = [];
  /** The bit of the role that each word surely has; 0 where it has none. */
  readonly #sureBits: number[] = [];
  #words = 0;

  constructor(names: NameList, model: NameModel) {
    this.names = names;
    this.#model = model;
    this.#askedWords = OpenWords.of(this.#asked, model);
    this.#listWords = OpenWords.of(names.words, model);
    this.sureRoles = new Uint8Array(names.length);
    this.disagreement = disagreementInRoles(model);
    names.forEachWord((place, number) => {
      while (this.#words <= number) this.#enterWord(this.#words++);
      this.sureRoles[place] = (this.sureRoles[place] as number) | (this.#sureBits[number] as number);
    });
    this.wordPlaces = placesByKeys(this.#words, (visit) => { names.forEachWord(visit); });
    this.#met = new Int32Array(this.#words);
    this.#metAt = new Int32Array(this.#words);
  }

  /** Places that hold a word of the list, ascending. */
  placesOf(word: number): Int32Array {
    const { starts, places } = this.wordPlaces;
    return places.subarray(starts[word], starts[word + 1]);
  }

  /**
   * The words of the list that one may stand for, with the most that saying the same can weigh: no two words weigh more
   * together than here, in whatever role. Letters are not looked at: hardly any of these words stands where all else
   * agrees. Kept for the next asking.
   */
  similar(word: PreparedWord): SimilarWords {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const near = this.#nearTo(word);
    if (ranked.length < near.length) ranked = new Float64Array(2 * near.length);
    const [most, costs] = [this.#most, costsOf(word)];
    let count = 0;
    for (let at = 0; at < near.length; at++) {
      const number = (near[at] as number) >> differBits;
      const told = mostWith(most, number, costs);
      if (told > leastTold) ranked[count++] = rankOf(asMet(told), number);
    }
    // As numbers, so that they are sorted without a comparison of our own.
    const best = ranked.subarray(0, count).sort();
    const similar = { words: lasting.ints(count), met: lasting.ints(count) };
    for (let at = 0; at < count; at++) {
      const unsaid = Math.floor((best[at] as number) / mostWords);
      similar.words[at] = (best[at] as number) - unsaid * mostWords;
      similar.met[at] = mostSaid - unsaid;
    }
    return this.#known.set(word, similar);
  }

  /** The same weighed letter by letter where a word tells much, log10: for lists in which words alone decide. */
  likely(word: PreparedWord): LikelyWords {
    const known = this.#likely.get(word);
    if (known !== undefined) return known;
    const asked = this.#asked.push(word) - 1;
    const costs = costsOf(word);
    const found = Array.from(this.#nearTo(word), (near) => {
      const number = near >> differBits;
      const most = mostWith(this.#most, number, costs);
      return { number, weight: (near & differMask) === 0 || most < telling ? most : Math.min(most, this.#weigh(asked, number)) };
    }).filter(({ weight }) => weight > leastTold);
    found.sort((a, b) => b.weight - a.weight || a.number - b.number);
    const likely = { words: Int32Array.from(found, ({ number }) => number), weights: Float32Array.from(found, ({ weight }) => weight) };
    return this.#likely.set(word, likely);
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
    this.#metCount = 0;
    // An initial agrees with too many words to be looked for; what it can say is a bound for every place: `mostOfInitials`.
    if (!word.initial) {
      for (const number of this.#initials) if (shareSign(word, this.names.words[number])) this.#meet(number, 1);
      for (const sounds of looseForms(word)) for (const near of this.#nearBySounds(sounds)) this.#meet(near >> differBits, near & differMask);
      for (const numbers of this.#byName.find(word)) for (const number of numbers) this.#meet(number, 0);
      for (const number of this.#parts.find(word)) this.#meet(number, 1);
    }
    return this.#near.set(word.readings, lasting.copyOf(this.#met, this.#metCount));
  }

  #nearBySounds(sounds: Uint8Array): NearWords {
    const key = String.fromCharCode(...sounds);
    const known = this.#nearForms.get(key);
    if (known !== undefined) return known;
    let count = 0;
    this.#sounds.findNear(sounds, (number, distance) => {
      if (count === found.length) {
        const larger = new Int32Array(2 * count);
        larger.set(found);
        found = larger;
      }
      found[count++] = (number << differBits) | distance;
    });
    return this.#nearForms.set(key, lasting.copyOf(found, count));
  }

  /** Of several ways to a word of the list the nearest counts. */
  #meet(number: number, differ: number): void {
    const at = this.#metAt[number] as number;
    const met = this.#met[at] as number;
    if (at >= this.#metCount || met >> differBits !== number) {
      this.#metAt[number] = this.#metCount;
      this.#met[this.#metCount++] = (number << differBits) | differ;
    } else if (differ < (met & differMask)) this.#met[at] = (number << differBits) | differ;
  }

  #enterWord(number: number): void {
    const word = this.names.words[number];
    if (word === undefined) return;
    mostInRoles(word, this.#model).forEach((most, role) => { this.#most[3 * number + role] = most; });
    const role = sureRole(word);
    // Words that tell less are not met where they agree.
    this.#sureBits[number] = role !== null && (this.#most[3 * number + role] as number) > leastTold ? 1 << role : 0;
    if (word.initial) {
      this.#initials.push(number);
      return;
    }
    this.#parts.add(word, number);
    this.#byName.add(word, number);
    for (const sounds of looseForms(word)) this.#sounds.add(sounds, number);
  }
}

/** What the roles of a word cost it, log10. */
function costsOf({ roleCosts: [surname, given, patronymic] }: PreparedWord): readonly [number, number, number] {
  return [surname / 100, given / 100, patronymic / 100];
}

/** The most that a word of the list can weigh with one whose roles cost so much. @param most - of each word of the list as surname, given name, patronymic */
function mostWith(most: readonly number[], number: number, [surname, given, patronymic]: readonly [number, number, number]): number {
  const at = 3 * number;
  return Math.max((most[at] as number) - surname, (most[at + 1] as number) - given, (most[at + 2] as number) - patronymic);
}

/** Words of one list; and more than any word says, as it is added to what was met. */
const mostWords = 2 ** 21;
const mostSaid = 2 ** 31 - 1;

/** A word and what it says as one number: the more it says the less, of equal ones by the number of the word. */
function rankOf(met: number, word: number): number {
  return (mostSaid - met) * mostWords + word;
}

/** Used again for each word asked for. */
let ranked = new Float64Array();
/** Words found and the sounds that differ, as one number each. */
let found = new Int32Array(1 << 10);

function shareSign({ firstSounds }: PreparedWord, other: PreparedWord | undefined): boolean {
  return other !== undefined && Array.from(firstSounds).some((sign) => other.firstSounds.includes(sign));
}
