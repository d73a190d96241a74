import { findForms } from '../given/given-names.ts';
import { communities, languages, type Community, type Language } from '../languages/index.ts';
import { readWord } from '../sounds/read-word.ts';
import { looseSounds } from '../sounds/sounds.ts';
import type { FoundScript } from '../sounds/word-signs.ts';
import type { KnownWord } from './known-word.ts';
import { neutralSurname } from './neutral-ending.ts';

/** What a word that a community knows counts for it, and the language that somebody stated. */
const knownWordPoints = 2;
const knownShortForm = 1;
const statedLanguage = 1;

/** What speaks for each community, of the name that is asked about. */
const scores = new Int32Array(communities.length);

/**
 * The community a name is read as one of: that of its script where only one writes in it, else the one that knows most of
 * its words: given names, frequent surnames, small words. Where two know as many, and where none knows any, the first.
 * @param script - the script of the whole name
 * @param stated - the language the text is said to be in; a report in one language may name a person of another
 */
export function tellCommunity(tokens: readonly { readonly known: KnownWord }[], script: FoundScript['script'], stated: string | null): Community {
  const [first] = communities;
  if (first === undefined) throw new RangeError('no communities');
  const only = onlyWriters.get(script);
  if (only !== undefined) return only;
  for (let at = 0; at < scores.length; at++) scores[at] = stated !== null && speaks(communities[at] ?? first, stated) ? statedLanguage : 0;
  let isTold = stated !== null;
  for (const { known } of tokens) if (addTo(scores, pointsOf(known))) isTold = true;
  if (!isTold) return first;
  // What the first knows decides only where another knows something; it is asked of few words.
  if (scores.some((score, at) => at > 0 && score > 0)) for (const { known } of tokens) scores[0] = (scores[0] ?? 0) + firstKnows(known);
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return communities[best] ?? first;
}

function addTo(sums: Int32Array, points: Uint8Array): boolean {
  if (points === nothing) return false;
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (points[at] ?? 0);
  return true;
}

/** Most words speak for no community but the first. */
const nothing = new Uint8Array(communities.length);

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

/** What a word and its letters count for each community, but a word that the first knows. */
function pointsOf(known: KnownWord): Uint8Array {
  return (known.points ??= countPoints(known));
}

function countPoints({ word, signs }: KnownWord): Uint8Array {
  const [first] = communities;
  if (first === undefined) return nothing;
  // By habits of a community only Latin letters are read.
  const shared = signs.found.script === 'Latn' ? null : readLoosely(word, first);
  const points = Uint8Array.from(communities, (_, at) => (at === 0 ? 0 : pointsFor(word, at, shared)) + ((signs.telling & (tellingBits[at] ?? 0)) === 0 ? 0 : knownWordPoints));
  return points.every((count) => count === 0) ? nothing : points;
}

/** Whether some community has a word as a given name, short form or frequent surname. */
export function isKnownName(word: string): boolean {
  return communities.some((_, at) => pointsFor(word, at, null) > 0);
}

function firstKnows(known: KnownWord): number {
  return (known.firstPoints ??= pointsFor(known.word, 0, null));
}

function pointsFor(word: string, at: number, shared: readonly LooseReading[] | null): number {
  const community = communities[at];
  if (community === undefined) return 0;
  if (tellingWords[at]?.has(word) === true || Array.from(community.tellingLetters).some((letter) => word.includes(letter))) return knownWordPoints;
  return word.length > 2 ? nameCounts(shared ?? readLoosely(word, community), community, frequentOf(at)) : 0;
}

function frequentOf(at: number): ReadonlySet<string> | undefined {
  surnames ??= communities.map((community) => new Set(Object.keys(community.surnameShares.shares).map((surname) => looseNeutral(readWord(surname.toLowerCase(), { language: undefined, community }).readings[0]?.sounds ?? '', community))));
  return surnames[at];
}

function nameCounts(readings: readonly LooseReading[], community: Community, frequent: ReadonlySet<string> | undefined): number {
  let best = 0;
  for (const { sounds, loose } of readings) {
    if (frequent?.has(hasEndings.has(community) ? looseNeutral(sounds, community) : loose) === true) return knownWordPoints;
    for (const { kind } of findForms(community, loose)) best = Math.max(best, kind === 'diminutive' ? knownShortForm : knownWordPoints);
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
