import { givenNames } from '../given/given-names.ts';
import { communities, languages, particles, type Community, type Language, type NameCustoms } from '../languages/index.ts';
import type { NameSex } from '../prepared-name.ts';
import { asCyrillic, couldBeCyrillic, readWord, type WordReading } from '../sounds/read-word.ts';
import { tellingLanguage } from '../sounds/word-signs.ts';
import { costScale } from '../sounds/letter-costs.ts';
import { encodeSounds, isInPart, looseSounds, soundMask, withoutVowels } from '../sounds/sounds.ts';
import { findGiven, patronymicEndingSex } from './find-given.ts';
import { looksLikeSurname, neutralSurname } from './neutral-ending.ts';
import type { PreparedWord } from './prepared.ts';
import type { RoleCosts } from './assign-roles.ts';
import type { NameToken } from './split-text.ts';
import { WrittenWords } from './written-words.ts';

/** A word with everything that its own letters say; its place in the name is not yet known. */
export interface LoneWord extends Omit<PreparedWord, 'roleCosts' | 'text'> {
  readonly roleCosts: RoleCosts;
  readonly endingSex: NameSex | null;
  /** The number of the way in which it was read. */
  readonly context: number;
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

/** Prepares a word out of its letters alone, once for each way of reading it. */
export function prepareWord(token: NameToken, said: WordContext): LoneWord {
  // Letters that one language has decide for their word: Лісовий Алёша is written in two.
  const language = tellingLanguage(token.known.signs) ?? said.language;
  const context = contextNumber(said, language);
  const { lone } = token.known;
  for (const one of lone) if (one.context === context) return one;
  const made = makeWord(token, { ...said, language }, context);
  lone.push(made);
  return made;
}

const contextScripts: readonly WordContext['script'][] = ['other', ...new Set(languages.map(({ script }) => script)), 'Latn'];

/** One number for each way of reading a word. */
function contextNumber({ community, script, isEither, isSurname }: WordContext, language: Language | undefined): number {
  const spoken = language === undefined ? 0 : languages.indexOf(language) + 1;
  const number = (communities.indexOf(community) * (languages.length + 1) + spoken) * contextScripts.length + contextScripts.indexOf(script);
  return 4 * number + (isEither ? 2 : 0) + (isSurname ? 1 : 0);
}

function makeWord({ initial, known: { word, alternatives, signs } }: NameToken, { language, community, script: nameScript, isEither, isSurname }: WordContext, context: number): LoneWord {
  const typed = signs.found.script;
  // KOBAЛЬ typed half in Latin is put right by `readWord`; a whole word in look-alikes needs its neighbours to be noticed.
  const foreign = nameScript === 'Cyrl' && typed === 'Latn' && couldBeCyrillic(word);
  const versions = [word, ...alternatives].flatMap((one) => (foreign ? [asCyrillic(one), one] : [one]));
  const read = versions.map((one) => readWord(one, { language, community }, one === word ? signs : undefined));
  const script = foreign ? 'Cyrl' : (read[0]?.script ?? 'other');
  const other = isEither && typed === 'Latn' ? readWord(asCyrillic(word), { language, community }).readings.map(({ sounds, cost }) => ({ sounds, cost: cost + otherScript })) : [];
  const whole = distinct([...read.flatMap((one) => one.readings), ...other]);
  const found = initial ? { given: null, patronymic: null } : findGiven(whole, { script, isSurname, community });
  const unread = isInPart(word);
  // Letters that a given name may have do not make it one.
  const isGiven = found.given?.cost === 0 && !unread;
  const bare = initial || isGiven ? null : withoutArticle(word, community.customs.articles);
  const readings = bare === null ? whole : distinct([...readWord(bare, { language, community }).readings, ...whole.map(({ sounds, cost }) => ({ sounds, cost: cost + articleKept }))]);
  const first = readings[0]?.sounds ?? '';
  const neutral = neutralSurname(first);
  return {
    script,
    initial,
    particle: particles.has(word),
    unread,
    readings: readings.map(({ sounds, cost }) => {
      const plain = encodeSounds(sounds);
      const bare = neutralSurname(sounds).neutral;
      return { sounds: plain, neutral: bare === sounds ? plain : encodeSounds(bare), cost: Math.round(cost * costScale) };
    }),
    key: community.customs.isConsonantal ? withoutVowels(looseSounds(neutral.neutral)) : looseSounds(neutral.neutral),
    community: communities.indexOf(community),
    mask: soundMask(looseSounds(first)),
    firstSounds: firstSounds(readings, found.given?.ids ?? found.patronymic?.ids ?? []),
    ...found,
    written: new WrittenWords(),
    endingSex: neutral.sex,
    context,
    length: first.replace(/[?*j˘]/g, '').length,
    roleCosts: initial ? initialCosts : (unread ? rolesInPart : roleCosts)(readings, first, { ...found, customs: community.customs }),
  };
}

const initialCosts: RoleCosts = [150, 20, 30];

interface FoundNames extends Pick<PreparedWord, 'given' | 'patronymic'> {
  readonly customs: NameCustoms;
}

function roleCosts(readings: readonly WordReading[], sounds: string, { given, patronymic, customs }: FoundNames): RoleCosts {
  const isGiven = given?.cost === 0;
  const endsAsPatronymic = patronymicEndingSex(readings) !== undefined;
  const isPatronymic = !customs.hasFathersChain && (patronymic !== null || endsAsPatronymic);
  return [
    (looksLikeSurname(sounds) ? 0 : 30) + (isGiven ? customs.givenAsSurname : 0) + (isPatronymic ? (patronymic?.cost === 0 ? customs.patronymicAsSurname : endedAsPatronymic) : 0),
    given === null ? unknownGiven : given.cost / 2 + (given.diminutive ? 20 : 0),
    patronymic === null ? (isPatronymic ? 60 : unknownPatronymic(customs)) : patronymic.cost / 2,
  ];
}

/** A word that was read in part may be a surname, and any name that can be read so. */
function rolesInPart(readings: readonly WordReading[], sounds: string, { given, patronymic, customs }: FoundNames): RoleCosts {
  const endsAsPatronymic = patronymicEndingSex(readings) !== undefined;
  const isChance = fitsByChance(sounds);
  const fits = given !== null || patronymic !== null;
  return [
    endsAsPatronymic ? endedAsPatronymic : fits && !isChance ? asSurnameInPart : 0,
    given === null ? unknownGiven : isChance ? mayBeGiven : 0,
    endsAsPatronymic ? 0 : patronymic === null ? unknownPatronymic(customs) : isChance ? mayBePatronymic : 0,
  ];
}

/** Whether so few letters were read, or none at the end, that surnames fit them as well as some given name does. */
function fitsByChance(sounds: string): boolean {
  const read = looseSounds(sounds).replace(/[?*]/g, '').length;
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
  const best = new Map<string, number>();
  for (const { sounds, cost } of readings) best.set(sounds, Math.min(cost, best.get(sounds) ?? Infinity));
  return [...best].map(([sounds, cost]) => ({ sounds, cost }));
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
