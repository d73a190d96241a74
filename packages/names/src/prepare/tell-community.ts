import { findForms } from '../given/given-names.ts';
import { communities, languages, type Community, type Language } from '../languages/index.ts';
import { readWord } from '../sounds/read-word.ts';
import { looseSounds } from '../sounds/sounds.ts';
import { scriptOf, type FoundScript, type WordSigns } from '../sounds/word-signs.ts';
import { neutralSurname } from './neutral-ending.ts';

/** What a word that a community knows counts for it, and the language that somebody stated. */
const knownWord = 2;
const knownShortForm = 1;
const statedLanguage = 1;

/** A word with what decides on the community. */
interface TellingToken {
  readonly word: string;
  readonly signs: WordSigns;
}

/** What speaks for each community, of the name that is asked about. */
const scores = new Int32Array(communities.length);

/**
 * The community a name is read as one of: that of its script where only one writes in it, else the one that knows most of
 * its words: given names, frequent surnames, small words. Where two know as many, and where none knows any, the first.
 * @param script - the script of the whole name
 * @param stated - the language the text is said to be in; a report in one language may name a person of another
 */
export function tellCommunity(tokens: readonly TellingToken[], script: FoundScript['script'], stated: string | null): Community {
  const [first] = communities;
  if (first === undefined) throw new RangeError('no communities');
  const only = onlyWriters.get(script);
  if (only !== undefined) return only;
  for (let at = 0; at < scores.length; at++) scores[at] = stated !== null && speaks(communities[at] ?? first, stated) ? statedLanguage : 0;
  for (const token of tokens) scoreWord(token);
  // What the first knows decides only where another knows something; it is asked of few words.
  if (scores.some((score, at) => at > 0 && score > 0)) for (const { word } of tokens) scores[0] = (scores[0] ?? 0) + firstKnows(word);
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return communities[best] ?? first;
}

function scoreWord({ word, signs: { telling } }: TellingToken): void {
  const points = knownTo(word);
  for (let at = 0; at < scores.length; at++) {
    const letters = (telling & (tellingBits[at] ?? 0)) === 0 ? 0 : knownWord;
    scores[at] = (scores[at] ?? 0) + (points[at] ?? 0) + letters;
  }
}

function speaks({ languages: codes }: Community, code: string): boolean {
  return codes.includes(code);
}

/** Scripts that one community alone writes in. Every community is written in Latin letters too. */
const onlyWriters = new Map<Language['script'] | 'other', Community>([...new Set(languages.map(({ script }) => script))].flatMap((script): (readonly [Language['script'], Community])[] => {
  const [only, ...more] = communities.filter((community) => languages.some((language) => language.script === script && speaks(community, language.code)));
  return only === undefined || more.length > 0 ? [] : [[script, only]];
}));

/** The languages of each community as bits of `WordSigns.telling`; letters that only one language has speak for its community. */
const tellingBits = communities.map((community) => languages.reduce((bits, { code }, at) => (speaks(community, code) ? bits | (1 << at) : bits), 0));

const tellingWords = communities.map(({ tellingWords: words }) => new Set(words));
let surnames: readonly ReadonlySet<string>[] | undefined;

/** What a word counts for each community but the first, by its place in `communities`. */
const known = new Map<string, Uint8Array>();
const mostKnown = 200_000;

function knownTo(word: string): Uint8Array {
  const before = known.get(word);
  if (before !== undefined) return before;
  const points = new Uint8Array(communities.length);
  const [first] = communities;
  if (first === undefined) return points;
  // By habits of a community only Latin letters are read.
  const shared = scriptOf(word) === 'Latn' ? null : readLoosely(word, first);
  for (let at = 1; at < points.length; at++) points[at] = pointsFor(word, at, shared);
  if (known.size >= mostKnown) known.clear();
  known.set(word, points);
  return points;
}

/** Whether some community has a word as a given name, short form or frequent surname. */
export function isKnownName(word: string): boolean {
  return firstKnows(word) > 0 || knownTo(word).some((points) => points > 0);
}

const knownToFirst = new Map<string, number>();

function firstKnows(word: string): number {
  const before = knownToFirst.get(word);
  if (before !== undefined) return before;
  const points = pointsFor(word, 0, null);
  if (knownToFirst.size >= mostKnown) knownToFirst.clear();
  knownToFirst.set(word, points);
  return points;
}

function pointsFor(word: string, at: number, shared: readonly LooseReading[] | null): number {
  const community = communities[at];
  if (community === undefined) return 0;
  if (tellingWords[at]?.has(word) === true || Array.from(community.tellingLetters).some((letter) => word.includes(letter))) return knownWord;
  return word.length > 2 ? nameCounts(shared ?? readLoosely(word, community), community, frequentOf(at)) : 0;
}

function frequentOf(at: number): ReadonlySet<string> | undefined {
  surnames ??= communities.map((community) => new Set(Object.keys(community.surnameShares.shares).map((surname) => looseNeutral(readWord(surname.toLowerCase(), { language: undefined, community }).readings[0]?.sounds ?? '', community))));
  return surnames[at];
}

function nameCounts(readings: readonly LooseReading[], community: Community, frequent: ReadonlySet<string> | undefined): number {
  let best = 0;
  for (const { sounds, loose } of readings) {
    if (frequent?.has(hasEndings.has(community) ? looseNeutral(sounds, community) : loose) === true) return knownWord;
    for (const { kind } of findForms(community, loose)) best = Math.max(best, kind === 'diminutive' ? knownShortForm : knownWord);
  }
  return best;
}

interface LooseReading {
  readonly sounds: string;
  readonly loose: string;
}

function readLoosely(word: string, community: Community): LooseReading[] {
  return readWord(word, { language: undefined, community }).readings.map(({ sounds }) => ({ sounds, loose: looseSounds(sounds) }));
}

/** Endings that differ by sex are left out where a language of the community has any. */
function looseNeutral(sounds: string, community: Community): string {
  return looseSounds(hasEndings.has(community) ? neutralSurname(sounds).neutral : sounds);
}

const hasEndings = new Set(communities.filter((community) => languages.some(({ code, surnameEndings }) => surnameEndings.length > 0 && speaks(community, code))));
