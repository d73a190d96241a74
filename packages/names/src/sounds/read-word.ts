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
export function readWord(word: string, { language, community }: { readonly language: Language | undefined; readonly community: Community }, signs = signsOf(word)): ReadWord {
  const { script } = signs.found;
  if (script === 'Latn') return { script, readings: readLatin(unmixed(word, script, signs), community) };
  const chosen = language?.script === script ? language : languages.find((one) => one.script === script);
  if (chosen === undefined) return { script, readings: [asReading(withoutMarks(word))] };
  const source = chosen.script === 'Cyrl' ? unmixed(word, 'Cyrl', signs) : word;
  return { script, readings: [asReading(readLetters(source, tableOf(chosen)))] };
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

interface LetterTable {
  readonly letters: ReadonlyMap<string, string>;
  readonly initial: ReadonlyMap<string, string>;
  readonly final: ReadonlyMap<string, string>;
  /** The sounds of a letter by itself inside a word, by its number. */
  readonly alone: readonly (string | undefined)[];
  /** Letters of the longest group that begins with a letter, by its number. */
  readonly longest: Uint8Array;
}

const tables = new WeakMap<Letters, LetterTable>();

function tableOf(letters: Letters): LetterTable {
  const known = tables.get(letters);
  if (known !== undefined) return known;
  const mapOf = (record: Readonly<Record<string, string>> = {}): Map<string, string> => new Map(Object.entries(record));
  const maps = { letters: mapOf(letters.letters), initial: mapOf(letters.initial), final: mapOf(letters.final) };
  const groups = Object.values(maps).flatMap((map) => [...map.keys()]);
  const longest = new Uint8Array(1 + Math.max(...groups.map((group) => group.charCodeAt(0)))).fill(1);
  for (const group of groups) longest[group.charCodeAt(0)] = Math.max(group.length, longest[group.charCodeAt(0)] ?? 1);
  const table = { ...maps, longest, alone: Array.from(longest, (_, code) => maps.letters.get(String.fromCharCode(code))) };
  tables.set(letters, table);
  return table;
}

/** Longest groups first; a letter with a mark that the table does not name is read without it. */
function readLetters(word: string, table: LetterTable): string {
  const { letters, alone, longest } = table;
  // The beginning and the end of a word may be read otherwise.
  const inside = table.initial.size > 0 ? 1 : 0;
  const end = table.final.size > 0 ? word.length - 1 : word.length;
  let result = '';
  for (let at = 0; at < word.length; ) {
    const code = word.charCodeAt(at);
    let size = Math.min(longest[code] ?? 1, word.length - at);
    let sounds: string | undefined;
    while (size > 1 && (sounds = soundsAt(table, word.slice(at, at + size), at, word.length)) === undefined) size--;
    sounds ??= at >= inside && at < end ? alone[code] : soundsAt(table, word.charAt(at), at, word.length);
    result += sounds ?? bareSounds(word.charAt(at), letters);
    at += size;
  }
  return result;
}

function bareSounds(letter: string, letters: ReadonlyMap<string, string>): string {
  const bare = withoutMarks(letter);
  return letters.get(bare) ?? bare;
}

function soundsAt({ letters, initial, final }: LetterTable, group: string, at: number, length: number): string | undefined {
  if (at === 0 && initial.size > 0) return initial.get(group) ?? letters.get(group);
  if (at > 0 && final.size > 0 && at + group.length === length) return final.get(group) ?? letters.get(group);
  return letters.get(group);
}

function readLatin(word: string, { conventions }: Community): WordReading[] {
  const best = new Map<string, number>();
  for (const convention of conventions) {
    const { cost } = convention;
    const sounds = readLetters(word, tableOf(convention));
    const before = best.get(sounds);
    if (before === undefined || cost < before) best.set(sounds, cost);
  }
  return [...best].sort(([, a], [, b]) => a - b).slice(0, mostReadings).map(([sounds, cost]) => asReading(sounds, cost));
}
