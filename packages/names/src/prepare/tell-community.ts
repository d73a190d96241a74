import { givenForms } from '../given/given-names.ts';
import { communities, languages, type Community, type Language } from '../languages/index.ts';
import { readFirst, readWord, type WordReading } from '../sounds/read-word.ts';
import { looseSounds } from '../sounds/sounds.ts';
import type { FoundScript, WordSigns } from '../sounds/word-signs.ts';
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
export function tellCommunity(words: readonly KnownWord[], script: FoundScript['script'], stated: string | null): Community {
  const [first] = communities;
  if (first === undefined) throw new RangeError('no communities');
  const only = onlyWriters.get(script);
  if (only !== undefined) return only;
  for (let at = 0; at < scores.length; at++) scores[at] = stated !== null && speaks(communities[at] ?? first, stated) ? statedLanguage : 0;
  for (const known of words) addTo(scores, pointsOf(known));
  // What the first knows decides only where more speaks for another without it; it is asked of few words.
  if (mostTold() > 0) for (const known of words) scores[0] = (scores[0] as number) + firstKnows(known);
  return communities[mostTold()] ?? first;
}

function addTo(sums: Int32Array, points: Uint8Array): void {
  if (points === nothing) return;
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + (points[at] as number);
}

/** The community for which most speaks, by its place; of several the first. */
function mostTold(): number {
  let most = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] as number) > (scores[most] as number)) most = at;
  return most;
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
const tellingLetters = communities.map(({ tellingLetters: letters }) => Array.from(letters));

/** What a word and its letters count for each community, but a word that the first knows. */
function pointsOf(known: KnownWord): Uint8Array {
  return (known.points ??= countPoints(known));
}

function countPoints(known: KnownWord): Uint8Array {
  const { word, signs } = known;
  const [first] = communities;
  if (first === undefined) return nothing;
  // By habits of a community only Latin letters are read.
  const shared = signs.found.script === 'Latn' ? null : readPlainly(word, first, signs);
  counted[0] = ofLetters(signs, 0);
  let isAny = counted[0] > 0;
  for (let at = 1; at < counted.length; at++) {
    const points = pointsFor(known, at, shared) + ofLetters(signs, at);
    counted[at] = points;
    if (points > 0) isAny = true;
  }
  return isAny ? counted.slice() : nothing;
}

const counted = new Uint8Array(communities.length);

function ofLetters({ telling }: WordSigns, at: number): number {
  return (telling & (tellingBits[at] ?? 0)) === 0 ? 0 : knownWordPoints;
}

/** Whether some community has a word as a given name, short form or frequent surname. */
export function isKnownName(word: string): boolean {
  return communities.some((_, at) => pointsFor({ word }, at, null) > 0);
}

function firstKnows(known: KnownWord): number {
  return (known.firstPoints ??= pointsFor(known, 0, null));
}

function pointsFor({ word, signs }: { readonly word: string; readonly signs?: WordSigns }, at: number, shared: readonly WordReading[] | null): number {
  const community = communities[at];
  if (community === undefined) return 0;
  if (tellingWords[at]?.has(word) === true || tellingLetters[at]?.some((letter) => word.includes(letter)) === true) return knownWordPoints;
  return word.length > 2 ? nameCounts(shared ?? readPlainly(word, community, signs), at) : 0;
}

function nameCounts(readings: readonly WordReading[], at: number): number {
  const { byLoose, byNeutral } = (knownNames ??= communities.map(namesKnownTo))[at] ?? nobody;
  let best = 0;
  for (const { sounds, loose } of readings) {
    if (byNeutral?.has(looseSounds(neutralSurname(sounds).neutral)) === true) return knownWordPoints;
    best = Math.max(best, byLoose.get(loose) ?? 0);
  }
  return best;
}

/** What the names that a community knows count, by their loose sounds. */
interface KnownNames {
  readonly byLoose: ReadonlyMap<string, number>;
  /** Its frequent surnames without the endings that differ by sex, where a language of the community has any. */
  readonly byNeutral: ReadonlySet<string> | null;
}

const nobody: KnownNames = { byLoose: new Map(), byNeutral: null };
let knownNames: readonly KnownNames[] | undefined;

function namesKnownTo(community: Community): KnownNames {
  const byLoose = new Map<string, number>();
  for (const { loose, kind } of givenForms(community)) byLoose.set(loose, Math.max(byLoose.get(loose) ?? 0, kind === 'diminutive' ? knownShortForm : knownWordPoints));
  const surnames = Object.keys(community.surnameShares.shares).map((surname) => readFirst(surname.toLowerCase(), community));
  const hasEndings = languages.some(({ code, surnameEndings }) => surnameEndings.length > 0 && speaks(community, code));
  if (hasEndings) return { byLoose, byNeutral: new Set(surnames.map(({ sounds }) => looseSounds(neutralSurname(sounds).neutral))) };
  for (const { loose } of surnames) byLoose.set(loose, knownWordPoints);
  return { byLoose, byNeutral: null };
}

/** A word as it is read where nothing is known of its language. */
function readPlainly(word: string, community: Community, signs?: WordSigns): readonly WordReading[] {
  return readWord(word, { language: undefined, community }, signs).readings;
}
