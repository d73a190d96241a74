import { givenNames } from '../given/given-names.ts';
import { communities, languages, particles, type Community, type Language, type NameCustoms } from '../languages/index.ts';
import type { NameSex } from '../prepared-name.ts';
import { asCyrillic, couldBeCyrillic, readWord, type WordReading } from '../sounds/read-word.ts';
import { tellingLanguage } from '../sounds/word-signs.ts';
import { costScale } from '../sounds/letter-costs.ts';
import { encodeSounds, isInPart, looseSounds, soundMask, unwrittenVowel, withoutVowels } from '../sounds/sounds.ts';
import { findGiven, nobody, patronymicEndingSex, type FoundGiven } from './find-given.ts';
import type { KnownWord } from './known-word.ts';
import { looksLikeSurname, neutralSurname } from './neutral-ending.ts';
import type { PreparedReading, PreparedWord } from './prepared.ts';
import type { RoleCosts } from './assign-roles.ts';
import type { NameToken } from './split-text.ts';
import { WrittenWords } from './written-words.ts';

/** A word with everything that its own letters say; its place in the name is not yet known. */
export interface LoneWord extends Omit<PreparedWord, 'roleCosts' | 'text'> {
  readonly roleCosts: RoleCosts;
  readonly endingSex: NameSex | null;
  /** The number of the way in which it was read. */
  readonly context: number;
  /** The word read in another way. */
  readonly next: LoneWord | null;
  /** The word as it stood in names. */
  readonly written: WrittenWords;
}

export interface WordContext {
  readonly language: Language | undefined;
  readonly community: Community;
  /** The script of the whole name: a word whose letters exist in both scripts follows it. */
  readonly script: Language['script'] | 'other';
  /** Whether no letter of the whole name tells its script: BEPA MAK is read in both. */
  readonly isEither: boolean;
  /** A stated surname is not searched for misspelt given names: that is most of the work. */
  readonly isSurname: boolean;
}

/** A way of reading words with its number. */
export interface NumberedContext extends WordContext {
  readonly number: number;
}

const contextScripts: readonly WordContext['script'][] = ['other', ...new Set(languages.map(({ script }) => script)), 'Latn'];

/** One number for each way of reading a word. */
export function numbered({ language, community, script, isEither, isSurname }: WordContext): NumberedContext {
  const spoken = language === undefined ? 0 : languages.indexOf(language) + 1;
  const number = (communities.indexOf(community) * (languages.length + 1) + spoken) * contextScripts.length + contextScripts.indexOf(script);
  return { language, community, script, isEither, isSurname, number: 4 * number + (isEither ? 2 : 0) + (isSurname ? 1 : 0) };
}

/** Prepares a word out of its letters alone, once for each way of reading it. */
export function prepareWord(token: NameToken, said: NumberedContext): LoneWord {
  // Letters that one language has decide for their word: Лісовий Алёша is written in two.
  const own = tellingLanguage(token.known.signs);
  const context = own === undefined || own === said.language ? said : numbered({ ...said, language: own });
  for (let one = token.known.lone; one !== null; one = one.next) if (one.context === context.number) return one;
  return (token.known.lone = makeWord(token, context));
}

function makeWord({ initial, known }: NameToken, said: NumberedContext): LoneWord {
  const { word } = known;
  const { community, isSurname } = said;
  // KOBAЛЬ typed half in Latin is put right by `readWord`; a whole word in look-alikes needs its neighbours to be noticed.
  const isForeign = said.script === 'Cyrl' && known.signs.found.script === 'Latn' && couldBeCyrillic(word);
  const script = isForeign ? 'Cyrl' : known.signs.found.script;
  const whole = readInAllWays(known, said, isForeign);
  const found = initial ? nobody : findGiven(whole, { script, isSurname, community });
  const unread = isInPart(word);
  // Letters that a given name may have do not make it one.
  const isGiven = found.given?.cost === 0 && !unread;
  const bare = initial || isGiven ? null : withoutArticle(word, community.customs.articles);
  const readings = bare === null ? whole : distinct([...readWord(bare, said).readings, ...whole.map((reading) => dearer(reading, articleKept))]);
  const first = readings[0] ?? noSounds;
  const { neutral, sex } = neutralSurname(first.sounds);
  const key = neutral === first.sounds ? first.loose : looseSounds(neutral);
  return {
    script,
    initial,
    particle: particles.has(word),
    unread,
    readings: readings.map(prepareReading),
    key: community.customs.isConsonantal ? withoutVowels(key) : key,
    community: communities.indexOf(community),
    mask: soundMask(first.loose),
    firstSounds: firstSounds(readings, found.given?.ids ?? found.patronymic?.ids ?? []),
    given: found.given,
    patronymic: found.patronymic,
    written: new WrittenWords(),
    endingSex: sex,
    context: said.number,
    next: known.lone,
    length: countRead(first.sounds),
    roleCosts: initial ? initialCosts : (unread ? rolesInPart : roleCosts)({ readings, first, neutral, customs: community.customs, ...found }),
  };
}

const noSounds: WordReading = { sounds: '', loose: '', cost: 0 };

/** The word, and what else the copyist offered, by every habit in which it may be written. Nearly every word is written in one. */
function readInAllWays({ word, alternatives, signs }: KnownWord, said: WordContext, isForeign: boolean): readonly WordReading[] {
  const isOther = said.isEither && signs.found.script === 'Latn';
  if (alternatives.length === 0 && !isForeign && !isOther) return readWord(word, said, signs).readings;
  const versions = [word, ...alternatives].flatMap((one) => (isForeign ? [asCyrillic(one), one] : [one]));
  const read = versions.flatMap((one) => readWord(one, said).readings);
  return distinct(isOther ? [...read, ...readWord(asCyrillic(word), said).readings.map((reading) => dearer(reading, otherScript))] : read);
}

function dearer({ sounds, loose, cost }: WordReading, more: number): WordReading {
  return { sounds, loose, cost: cost + more };
}

function prepareReading({ sounds, cost }: WordReading): PreparedReading {
  const plain = encodeSounds(sounds);
  const { neutral } = neutralSurname(sounds);
  return { sounds: plain, neutral: neutral === sounds ? plain : encodeSounds(neutral), cost: Math.round(cost * costScale) };
}

/** Letters that can be read, but the glides that are written or not. */
function countRead(sounds: string): number {
  let count = 0;
  for (let at = 0; at < sounds.length; at++) if (!isLeftUncounted(sounds.charAt(at))) count++;
  return count;
}

function isLeftUncounted(sign: string): boolean {
  return sign === 'j' || sign === '?' || sign === '*' || sign === unwrittenVowel;
}

const initialCosts: RoleCosts = [150, 20, 30];

/** What tells the role of a word. @property neutral - the first reading without its ending of sex */
interface RoleSigns extends FoundGiven {
  readonly readings: readonly WordReading[];
  readonly first: WordReading;
  readonly neutral: string;
  readonly customs: NameCustoms;
}

function roleCosts({ readings, neutral, given, patronymic, customs }: RoleSigns): RoleCosts {
  const isGiven = given?.cost === 0;
  const endsAsPatronymic = patronymicEndingSex(readings) !== undefined;
  const isPatronymic = !customs.hasFathersChain && (patronymic !== null || endsAsPatronymic);
  return [
    (looksLikeSurname(neutral) ? 0 : 30) + (isGiven ? customs.givenAsSurname : 0) + (isPatronymic ? (patronymic?.cost === 0 ? customs.patronymicAsSurname : endedAsPatronymic) : 0),
    given === null ? unknownGiven : given.cost / 2 + (given.diminutive ? 20 : 0),
    patronymic === null ? (isPatronymic ? 60 : unknownPatronymic(customs)) : patronymic.cost / 2,
  ];
}

/** A word that was read in part may be a surname, and any name that can be read so. */
function rolesInPart({ readings, first, given, patronymic, customs }: RoleSigns): RoleCosts {
  const endsAsPatronymic = patronymicEndingSex(readings) !== undefined;
  const isChance = fitsByChance(first);
  const fits = given !== null || patronymic !== null;
  return [
    endsAsPatronymic ? endedAsPatronymic : fits && !isChance ? asSurnameInPart : 0,
    given === null ? unknownGiven : isChance ? mayBeGiven : 0,
    endsAsPatronymic ? 0 : patronymic === null ? unknownPatronymic(customs) : isChance ? mayBePatronymic : 0,
  ];
}

/** Whether so few letters were read, or none at the end, that surnames fit them as well as some given name does. */
function fitsByChance({ sounds, loose }: WordReading): boolean {
  const read = loose.replace(/[?*]/g, '').length;
  return /[?*]$/.test(sounds) || read < 3 || (read === 3 && /^[?*]/.test(sounds));
}

/** What it costs, hundredths, that a word is a surname though a given name can be read so; and where that may be chance, that it is that name, or one made of it. */
const asSurnameInPart = 60;
const mayBeGiven = 10;
const mayBePatronymic = 100;

/** A surname that ends as a father's name. */
const endedAsPatronymic = 60;
/** A given name that the table does not have. */
const unknownGiven = 200;

/** A father's name that the table does not have: likelier where fathers are named by their given names as they are. */
function unknownPatronymic({ hasFathersChain }: NameCustoms): number {
  return hasFathersChain ? 120 : 300;
}

/** What it costs that an article is part of the name itself, log10. */
const articleKept = 0.2;
/** What it costs that letters which look alike in two scripts were typed in the other one, log10. */
const otherScript = 0.5;
/** Letters that must be left of a word without its article. */
const shortestBare = 3;

/** A word without the article that is written together with it; null where there is none. */
function withoutArticle(word: string, articles: NameCustoms['articles']): string | null {
  for (const { written, before = '' } of articles) {
    const rest = word.slice(written.length);
    if (word.startsWith(written) && rest.startsWith(before) && rest.length >= shortestBare) return rest;
  }
  return null;
}

function distinct(readings: readonly WordReading[]): WordReading[] {
  const best = new Map<string, WordReading>();
  for (const reading of readings) if (reading.cost < (best.get(reading.sounds)?.cost ?? Infinity)) best.set(reading.sounds, reading);
  return [...best.values()];
}

/** First sounds of all readings and of all names it can stand for; я, ю, є are written Y, J, I or by their vowel. */
function firstSounds(readings: readonly WordReading[], ids: readonly number[]): string {
  let found = '';
  const add = (signs: string): void => { for (const sign of signs) if (!found.includes(sign)) found += sign; };
  for (const { sounds } of readings) {
    const isGlide = sounds.startsWith('j');
    add(looseSounds(sounds.slice(0, isGlide ? 2 : 1)).charAt(0));
    if (isGlide) add('i');
  }
  for (const id of ids) add(givenNames()[id]?.firstSounds ?? '');
  return found;
}
