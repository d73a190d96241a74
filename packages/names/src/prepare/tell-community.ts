import { findForms } from '../given/given-names.ts';
import { communities, languages, type Community, type Language } from '../languages/index.ts';
import { readWord } from '../sounds/read-word.ts';
import { looseSounds } from '../sounds/sounds.ts';
import { scriptOfSigns, type WordSigns } from '../sounds/word-signs.ts';
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

/**
 * The community a name is read as one of: that of its script where only one writes in it, else the one that knows most of
 * its words: given names, frequent surnames, small words. Where two know as many, and where none knows any, the first.
 * @param stated - the language the text is said to be in; a report in one language may name a person of another
 */
export function tellCommunity(tokens: readonly TellingToken[], stated: string | null): Community {
  const [first] = communities;
  if (first === undefined) throw new RangeError('no communities');
  const { script } = scriptOfSigns(tokens.map(({ signs }) => signs));
  const only = communities.filter((community) => writesIn(community, script));
  if (only.length === 1) return only[0] ?? first;
  const scores = communities.map((community): number => (stated !== null && speaks(community, stated) ? statedLanguage : 0));
  for (const { word } of tokens) {
    const points = knownTo(word);
    for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + (points[at] ?? 0);
  }
  for (const { signs } of tokens) {
    if (signs.telling === 0) continue;
    for (const [at, telling] of tellingBits.entries()) if ((signs.telling & telling) !== 0) scores[at] = (scores[at] ?? 0) + knownWord;
  }
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return communities[best] ?? first;
}

function speaks({ languages: codes }: Community, code: string): boolean {
  return codes.includes(code);
}

function writesIn(community: Community, script: Language['script'] | 'other'): boolean {
  // Every community is written in Latin letters.
  return script === 'Latn' || languages.some((language) => language.script === script && speaks(community, language.code));
}

/** The languages of each community as bits of `WordSigns.telling`; letters that only one language has speak for its community. */
const tellingBits = communities.map((community) => languages.reduce((bits, { code }, at) => (speaks(community, code) ? bits | (1 << at) : bits), 0));

const tellingWords = communities.map(({ tellingWords: words }) => new Set(words));
let surnames: readonly ReadonlySet<string>[] | undefined;

/** What a word counts for each community, by its place in `communities`. */
const known = new Map<string, Uint8Array>();
const mostKnown = 200_000;

function knownTo(word: string): Uint8Array {
  const before = known.get(word);
  if (before !== undefined) return before;
  surnames ??= communities.map((community) => new Set(Object.keys(community.surnameShares.shares).map((surname) => looseNeutral(surname.toLowerCase(), community))));
  const points = Uint8Array.from(communities, (community, at) => {
    if (tellingWords[at]?.has(word) === true || Array.from(community.tellingLetters).some((letter) => word.includes(letter))) return knownWord;
    return word.length > 2 ? nameCounts(word, community, surnames?.[at]) : 0;
  });
  if (known.size >= mostKnown) known.clear();
  known.set(word, points);
  return points;
}

/** Whether some community has a word as a given name, short form or frequent surname. */
export function isKnownName(word: string): boolean {
  return knownTo(word).some((points) => points > 0);
}

function nameCounts(word: string, community: Community, frequent: ReadonlySet<string> | undefined): number {
  let best = 0;
  for (const { sounds } of readWord(word, { language: undefined, community }).readings) {
    if (frequent?.has(looseSounds(neutralSurname(sounds).neutral)) === true) return knownWord;
    for (const { kind } of findForms(community, looseSounds(sounds))) best = Math.max(best, kind === 'diminutive' ? knownShortForm : knownWord);
  }
  return best;
}

function looseNeutral(word: string, community: Community): string {
  return looseSounds(neutralSurname(readWord(word, { language: undefined, community }).readings[0]?.sounds ?? '').neutral);
}
