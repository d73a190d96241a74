import { languages, lookAlikes, signsForLetters, type Community, type Language, type Letters } from '../languages/index.ts';
import { lettersOf, signsOf, type WordSigns } from './word-signs.ts';

/** One way to read a written word. */
export interface WordReading {
  /** See `sounds.ts`; `?` and `*` stand for what cannot be read. */
  readonly sounds: string;
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
  if (chosen === undefined) return { script, readings: [{ sounds: withoutMarks(word), cost: 0 }] };
  const source = chosen.script === 'Cyrl' ? unmixed(word, 'Cyrl', signs) : word;
  return { script, readings: [{ sounds: readLetters(source, tableOf(chosen)), cost: 0 }] };
}

/** Whether every letter of a word is a Cyrillic one or looks like one, so that it may be Cyrillic typed in Latin. */
export function couldBeCyrillic(word: string): boolean {
  return Array.from(word).every((sign) => lookAlikes.Cyrl[sign] !== undefined || lettersOf(signsOf(sign), 'Cyrl') > 0 || !/\p{L}/u.test(sign));
}

/** Writes a Latin word with the Cyrillic letters it looks like. */
export function asCyrillic(word: string): string {
  return Array.from(word, (sign) => lookAlikes.Cyrl[sign] ?? sign).join('');
}

function unmixed(word: string, script: 'Cyrl' | 'Latn', signs: WordSigns): string {
  if (lettersOf(signs, script) === word.length) return word;
  return Array.from(word, (sign) => (lettersOf(signsOf(sign), script) > 0 ? sign : (lookAlikes[script][sign] ?? signsForLetters[script][sign] ?? sign))).join('');
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

interface LetterTable {
  readonly letters: ReadonlyMap<string, string>;
  readonly initial: ReadonlyMap<string, string>;
  readonly final: ReadonlyMap<string, string>;
  /** Letters of the longest group that begins with a letter, where there are more than one. */
  readonly longest: ReadonlyMap<string, number>;
}

const tables = new WeakMap<Letters, LetterTable>();

function tableOf(letters: Letters): LetterTable {
  const known = tables.get(letters);
  if (known !== undefined) return known;
  const mapOf = (record: Readonly<Record<string, string>> = {}): Map<string, string> => new Map(Object.entries(record));
  const maps = { letters: mapOf(letters.letters), initial: mapOf(letters.initial), final: mapOf(letters.final) };
  const longest = new Map<string, number>();
  for (const group of Object.values(maps).flatMap((map) => [...map.keys()])) {
    const first = group.charAt(0);
    if (group.length > Math.max(1, longest.get(first) ?? 0)) longest.set(first, group.length);
  }
  const table = { ...maps, longest };
  tables.set(letters, table);
  return table;
}

/** Longest groups first; a letter with a mark that the table does not name is read without it. */
function readLetters(word: string, table: LetterTable): string {
  const { letters, longest } = table;
  let result = '';
  for (let at = 0; at < word.length; ) {
    const first = word.charAt(at);
    let group = first;
    let sounds: string | undefined;
    for (let size = Math.min(longest.get(first) ?? 1, word.length - at); size > 1 && sounds === undefined; size--) {
      group = word.slice(at, at + size);
      sounds = soundsAt(table, group, at, word.length);
    }
    if (sounds === undefined) {
      group = first;
      sounds = soundsAt(table, first, at, word.length);
    }
    result += sounds ?? bareSounds(first, letters);
    at += group.length;
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
  return [...best].map(([sounds, cost]) => ({ sounds, cost })).sort((a, b) => a.cost - b.cost).slice(0, mostReadings);
}
