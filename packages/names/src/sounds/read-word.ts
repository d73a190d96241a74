import { languages, lookAlikes, signsForLetters, type Community, type Language, type Letters } from '../languages/index.ts';
import { looseSounds } from './sounds.ts';
import { isLetterOf, signsOf, type WordSigns } from './word-signs.ts';

/** One way to read a written word. */
export interface WordReading {
  /** See `sounds.ts`; `?` and `*` stand for what cannot be read. */
  readonly sounds: string;
  /** The same as `looseSounds`: forms are looked up by it. */
  readonly loose: string;
  /** What it costs to suppose that the word was written by this habit, log10 units. */
  readonly cost: number;
}

export interface ReadWord {
  readonly script: Language['script'] | 'other';
  /** The cheapest first; at least one. */
  readonly readings: readonly WordReading[];
}

/** More readings of one Latin word than this are not followed: habits hardly differ more. */
const mostReadings = 5;

/**
 * Reads a written word into sounds: once for a script that says how it sounds, in every known habit for Latin letters.
 * Letters of a foreign script inside a word are put right by look, digits inside a word too.
 * @param word - lower case, without apostrophes, `?` and `*` for what cannot be read
 * @param said.language - the language of the whole name where that is known
 * @param said.community - by whose habits Latin letters are read
 * @param signs - what the letters of the word show, where that was read before
 */
export function readWord(word: string, { language, community }: { readonly language: Language | undefined; readonly community: Pick<Community, 'conventions'> }, signs = signsOf(word)): ReadWord {
  const { script } = signs.found;
  if (script === 'Latn') return { script, readings: readLatin(unmixed(word, script, signs), community) };
  const chosen = language?.script === script ? language : languages.find((one) => one.script === script);
  if (chosen === undefined) return { script, readings: [asReading(withoutMarks(word))] };
  const source = chosen.script === 'Cyrl' ? unmixed(word, 'Cyrl', signs) : word;
  return { script, readings: [asReading(readLetters(source, tableOf(chosen)))] };
}

/** A word of no stated language in its first reading: Latin letters by the first habit of the community, which is the cheapest. */
export function readFirst(word: string, { conventions }: Community): WordReading {
  return readWord(word, { language: undefined, community: { conventions: conventions.slice(0, 1) } }).readings[0] ?? asReading('');
}

function asReading(sounds: string, cost = 0): WordReading {
  return { sounds, loose: looseSounds(sounds), cost };
}

/** Whether every letter of a word is a Cyrillic one or looks like one, so that it may be Cyrillic typed in Latin. */
export function couldBeCyrillic(word: string): boolean {
  return Array.from(word).every((sign) => lookAlikes.Cyrl[sign] !== undefined || isLetterOf(sign, 'Cyrl') || !/\p{L}/u.test(sign));
}

/** Writes a Latin word with the Cyrillic letters it looks like. */
export function asCyrillic(word: string): string {
  return Array.from(word, (sign) => lookAlikes.Cyrl[sign] ?? sign).join('');
}

function unmixed(word: string, script: 'Cyrl' | 'Latn', signs: WordSigns): string {
  if (signs.isWhole) return word;
  return Array.from(word, (sign) => (isLetterOf(sign, script) ? sign : (lookAlikes[script][sign] ?? signsForLetters[script][sign] ?? sign))).join('');
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** Letters that are read together, and their sounds at the beginning of a word, inside and at its end; undefined where they are read apart. */
interface LetterGroup {
  readonly letters: string;
  readonly initial: string | undefined;
  readonly inside: string | undefined;
  readonly final: string | undefined;
}

interface LetterTable {
  readonly letters: ReadonlyMap<string, string>;
  /** What begins with a letter, by its number: the longest groups first, the letter by itself last. */
  readonly groups: readonly (readonly LetterGroup[])[];
}

const tables = new WeakMap<Letters, LetterTable>();

function tableOf(language: Letters): LetterTable {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const { letters, initial = {}, final = {} } = language;
  const all = [...new Set([letters, initial, final].flatMap((sounds) => Object.keys(sounds)))].sort((a, b) => b.length - a.length);
  const groups: LetterGroup[][] = Array.from({ length: 1 + Math.max(...all.map((group) => group.charCodeAt(0))) }, () => []);
  for (const group of all) groups[group.charCodeAt(0)]?.push({ letters: group, initial: initial[group] ?? letters[group], inside: letters[group], final: final[group] ?? letters[group] });
  const table = { letters: new Map(Object.entries(letters)), groups };
  tables.set(language, table);
  return table;
}

/** Longest groups first; a letter with a mark that the table does not name is read without it. */
function readLetters(word: string, { letters, groups }: LetterTable): string {
  let result = '';
  for (let at = 0; at < word.length; ) {
    const beginning = groups[word.charCodeAt(at)];
    let [sounds, size]: [string | undefined, number] = [undefined, 1];
    for (let next = 0; beginning !== undefined && sounds === undefined && next < beginning.length; next++) {
      const group = beginning[next] as LetterGroup;
      size = group.letters.length;
      if (size === 1 || word.startsWith(group.letters, at)) sounds = at === 0 ? group.initial : at + size === word.length ? group.final : group.inside;
    }
    result += sounds ?? bareSounds(word.charAt(at), letters);
    at += sounds === undefined ? 1 : size;
  }
  return result;
}

function bareSounds(letter: string, letters: ReadonlyMap<string, string>): string {
  const bare = withoutMarks(letter);
  return letters.get(bare) ?? bare;
}

/** By all habits of a community; where two read alike, as the cheaper. */
function readLatin(word: string, { conventions }: Pick<Community, 'conventions'>): WordReading[] {
  const read: { readonly sounds: string; cost: number }[] = [];
  for (const convention of conventions) {
    const { cost } = convention;
    const sounds = readLetters(word, tableOf(convention));
    const same = read.find((one) => one.sounds === sounds);
    if (same === undefined) read.push({ sounds, cost });
    else if (cost < same.cost) same.cost = cost;
  }
  return read.sort((a, b) => a.cost - b.cost).slice(0, mostReadings).map(({ sounds, cost }) => asReading(sounds, cost));
}
